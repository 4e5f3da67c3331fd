"""Somebody changes the record by hand: `audit verify` finds the first place."""

import re
import shutil

from client import Load
from faults import frozen
from files import opened, overflowed
from freezing import lookups
from scenario import eventually, expect, scenario

COMMANDS = 3  # the load and two keys, which are recorded too
RECORDS = COMMANDS + 20
MOVE_BEHIND = "UPDATE record SET seq = -seq - 1 WHERE seq > {0}; UPDATE record SET seq = -seq WHERE seq < 0;"

# What is done by hand, and the first record that is then bad.
TAMPERINGS = {
    "a body altered": ("UPDATE record SET body = replace(body, '\"found\"', '\"other\"') WHERE seq = 7", 7),
    "a person's name altered": ("UPDATE record SET body = replace(body, 'tamper-3', 'tamper-X') WHERE seq = 7", 7),
    "a hash altered": ("UPDATE record SET hash = zeroblob(32) WHERE seq = 9", 9),
    "a time altered": (
        "UPDATE record SET body = json_replace(body, '$.at', '2026-01-01T00:00:00+09:00') WHERE seq = 5", 5),
    "the first record deleted": ("DELETE FROM record WHERE seq = 1", 1),
    "a record deleted": ("DELETE FROM record WHERE seq = 12", 12),
    "a record deleted and the gap closed": (
        "DELETE FROM record WHERE seq = 12; UPDATE record SET seq = -seq + 1 WHERE seq > 12;"
        "UPDATE record SET seq = -seq WHERE seq < 0;", 12),
    "a record inserted at the end": (
        f"INSERT INTO record (seq, body, hash) SELECT seq + 1, body, randomblob(32) FROM record WHERE seq = {RECORDS}", RECORDS + 1),
    "the last record repeated": (
        f"INSERT INTO record (seq, body, hash) SELECT seq + 1, body, hash FROM record WHERE seq = {RECORDS}", RECORDS + 1),
    "a record inserted in between": (
        MOVE_BEHIND.format(6) + "INSERT INTO record (seq, body, hash) SELECT 7, body, hash FROM record WHERE seq = 6", 7),
    "two neighbours exchanged": (
        "UPDATE record SET seq = -seq WHERE seq IN (14, 15); UPDATE record SET seq = 29 + seq WHERE seq < 0", 14),
    "two bodies exchanged": (
        "UPDATE record SET body = (SELECT body FROM record r WHERE r.seq = 5 - record.seq) WHERE seq IN (2, 3)", 2),
}


@scenario("`audit verify` names the first record that was altered, deleted, inserted or moved")
def tamper(bench):
    with bench.installation() as installation:
        fill(bench, installation)
        noted = installation.verify()
        expect(noted.split()[0] == str(RECORDS), f"{noted} instead of {RECORDS} records")
        pristine = shutil.copy(installation.audit, installation.folder / "pristine")
        missed = [fault for name in TAMPERINGS if (fault := fault_of(installation, pristine, name))]
        expect(not missed, "; ".join(missed))
        change(installation, pristine, f"DELETE FROM record WHERE seq > {RECORDS - 3}")
        expect(installation.verify() != noted, "a cut-off end cannot be told from what was noted")
    return f"{len(TAMPERINGS)} ways"


def fill(bench, installation):
    """Some look-ups, a daemon that has ended, and everything in the main file, so that it can be copied."""
    daemon = installation.serve()
    look_up = lookups(bench, "tamper").works(daemon, 1)[0]
    for _ in range(RECORDS - COMMANDS):
        look_up()
    daemon.terminate()
    with opened(installation.audit) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def fault_of(installation, pristine, name):
    """Tampers with a fresh copy and says what `audit verify` did not do, or None."""
    sql, first_bad = TAMPERINGS[name]
    change(installation, pristine, sql)
    done = installation.try_command("audit", "verify")
    named = re.search(r"(\d+) 件目", done.stderr)
    if done.returncode != 1:
        return f"{name}: exit code {done.returncode}"
    if not named or int(named.group(1)) != first_bad or done.stdout.split()[0] != str(first_bad - 1):
        return f"{name}: expected record {first_bad}, was told {done.stderr.strip()} and {done.stdout.strip()}"
    return None


def change(installation, pristine, sql):
    """A fresh copy of the record, changed."""
    for path in installation.folder.glob("audit.sqlite-*"):
        path.unlink()
    shutil.copy(pristine, installation.audit)
    with opened(installation.audit) as connection:
        before = connection.total_changes
        connection.executescript(sql)
        expect(connection.total_changes > before, f"nothing was changed by {sql}")


@scenario("A record that somebody has spoilt keeps no daemon from starting and answering")
def spoil(bench):
    for body in ("no JSON", "{}"):
        with bench.installation() as installation:
            daemon = installation.serve()
            look_ups = lookups(bench, "spoilt")
            look_ups.works(daemon, 1)[0]()
            with frozen(installation.audit), Load(*look_ups.works(daemon, 2)):
                eventually(lambda: overflowed(installation.overflow), "nothing reaches the second place")
                daemon.kill()
            with opened(installation.audit) as connection:
                connection.execute("UPDATE record SET body = ?", [body])
            answer = installation.serve().client().look_up(look_ups.numbers[0])
            expect(answer.status == 200, f"a look-up is answered with {answer.status}")
            expect(installation.try_command("audit", "verify").returncode == 1, "`audit verify` finds nothing")
