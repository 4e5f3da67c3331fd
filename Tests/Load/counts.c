/* Counts what a look-up costs in statements and in waits for the disk, from outside: preloaded into the daemon, it stands before
 * sqlite3_prepare_v2/_v3 and fsync/fdatasync and keeps its counts in a file that counts.py maps.
 *
 * COUNTS_FILE              the file, at least as large as struct counts
 * COUNTS_SYNC_MICROSECONDS how long each sync takes at the least: a disk as slow as this makes groups form on every machine
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { kept = 32, text_size = 120 };

struct counts {
    _Atomic uint64_t prepared;
    _Atomic uint64_t synced;
    char sql[kept][text_size]; /* the statements prepared last, for the message when there should have been none */
};

static struct counts *counts;
static useconds_t sync_time;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("COUNTS_FILE");
    const char *slow = getenv("COUNTS_SYNC_MICROSECONDS");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (slow) sync_time = (useconds_t)atoi(slow);
    if (file < 0) return;
    void *memory = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory != MAP_FAILED) counts = memory;
    close(file);
}

static void count_statement(const char *sql) {
    if (!counts) return;
    uint64_t index = atomic_fetch_add(&counts->prepared, 1) % kept;
    strncpy(counts->sql[index], sql ? sql : "", text_size - 1);
}

static void count_sync(void) {
    if (counts) atomic_fetch_add(&counts->synced, 1);
    if (sync_time) usleep(sync_time);
}

int sqlite3_prepare_v2(void *database, const char *sql, int size, void **statement, const char **tail) {
    static int (*next)(void *, const char *, int, void **, const char **);
    if (!next) next = dlsym(RTLD_NEXT, "sqlite3_prepare_v2");
    count_statement(sql);
    return next(database, sql, size, statement, tail);
}

int sqlite3_prepare_v3(
    void *database, const char *sql, int size, unsigned flags, void **statement, const char **tail) {
    static int (*next)(void *, const char *, int, unsigned, void **, const char **);
    if (!next) next = dlsym(RTLD_NEXT, "sqlite3_prepare_v3");
    count_statement(sql);
    return next(database, sql, size, flags, statement, tail);
}

int fsync(int file) {
    static int (*next)(int);
    if (!next) next = dlsym(RTLD_NEXT, "fsync");
    count_sync();
    return next(file);
}

int fdatasync(int file) {
    static int (*next)(int);
    if (!next) next = dlsym(RTLD_NEXT, "fdatasync");
    count_sync();
    return next(file);
}
