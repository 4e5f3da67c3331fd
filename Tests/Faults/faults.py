"""The faults themselves: a held lock, a stalling disk, a full disk, a kill at a chosen system call."""

import contextlib
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from files import opened
from scenario import Failed, Skipped


@contextlib.contextmanager
def frozen(path):
    """Another process holds the file's write transaction: nobody else can write to it until the block ends."""
    with opened(path) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


@contextlib.contextmanager
def traced(pid, injection, *options):
    """strace injects a fault into the system calls of a running process. Raises Skipped where that is not permitted."""
    if not shutil.which("strace"):
        raise Skipped("strace is not installed")
    calls = injection.split(":")[0]
    with tempfile.NamedTemporaryFile(prefix="strace-") as output:
        line = ["strace", "-f", "-p", str(pid), "-e", f"trace={calls}", "-e", f"inject={injection}", *options]
        process = subprocess.Popen([*map(str, line), "-o", "/dev/null"], stderr=output)
        try:
            _wait_until_attached(process, output.name)
            yield
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


def _wait_until_attached(process, path):
    end = time.monotonic() + 10
    while time.monotonic() < end:
        said = pathlib.Path(path).read_text()
        if "attached" in said:
            return
        if process.poll() is not None:
            raise Skipped(f"ptrace is not permitted here ({said.strip().splitlines()[-1:]})")
        time.sleep(0.02)
    raise Failed("strace did not attach within 10 s")


def slow_disk(seconds):
    """What to put in front of a command line so that the program waits that long in every fdatasync.

    Only fdatasync is slowed down (`traced` slows every system call a little), but there is no way back to a quick disk.
    """
    wrapper = ["strace", "-D", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fdatasync,fsync"]
    wrapper += ["-e", f"inject=fdatasync,fsync:delay_enter={seconds * 1e6:.0f}"]
    if not shutil.which("strace"):
        raise Skipped("strace is not installed")
    done = subprocess.run([*wrapper, "true"], capture_output=True, text=True)
    if done.returncode or done.stderr:
        raise Skipped(f"ptrace is not permitted here ({done.stderr.strip().splitlines()[0]})")
    return wrapper


class TinyDisk:
    """A file system of 8 MB that can be filled up. Raises Skipped where mounting is not permitted."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="card-dispatch-tiny-"))
        self.filler = self.folder / "filler"

    def __enter__(self):
        line = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs", str(self.folder)]
        done = subprocess.run(line, capture_output=True, text=True)
        if done.returncode:
            self.folder.rmdir()
            raise Skipped(f"mounting a small disk is not permitted here ({done.stderr.strip().splitlines()[0]})")
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", str(self.folder)], check=True)
        self.folder.rmdir()

    def fill(self, leaving=0):
        """Takes all room but for so many bytes (in whole pages of 4096)."""
        with open(self.filler, "ab", buffering=0) as filler:
            with contextlib.suppress(OSError):
                while True:
                    filler.write(bytes(4096))
            filler.truncate(max(0, filler.tell() - leaving))

    def make_room(self):
        self.filler.unlink()
