"""An installation of its own for each scenario: a temporary folder, a loaded database, keys, and the daemon on it."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

from client import Client
from scenario import Failed, expect

ASSOCIATION = "shizuoka"


class Bench:
    """What all scenarios share: the binary, the seeds, the source of random moments."""

    def __init__(self, binary, seeds, random, kills):
        self.binary = binary
        self.seeds = seeds
        self.random = random
        self.kills = kills

    def installation(self, **options):
        """A fresh installation, which goes away at the end of the `with` block."""
        return Installation(self, **options)


class Installation:
    """Three database files in a temporary folder, loaded from the seeds, with keys for fire and for the association."""

    def __init__(self, bench, seeds=None, prepare=None):
        self.bench = bench
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="card-dispatch-faults-"))
        self.cards = self.folder / "cards.sqlite"
        self.audit = self.folder / "audit.sqlite"
        self.overflow = self.folder / "audit-overflow.jsonl"
        self.daemons = []
        if prepare:
            prepare(self.folder)
        self.command("load", seeds or bench.seeds / ASSOCIATION, "--acknowledge-gaps")
        self.fire = self.add_key("--role", "fire")
        self.association = self.add_key("--role", "association", "--association", ASSOCIATION)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, *_):
        crashed = [daemon.crash for daemon in self.daemons if daemon.crash]
        for daemon in self.daemons:
            daemon.kill()
        shutil.rmtree(self.folder)
        if crashed:
            raise Failed(f"the daemon crashed, {crashed[0]}") from error

    def try_command(self, *arguments):
        """Runs a command on this database and gives how it went."""
        line = [self.bench.binary, *arguments, "--database", self.cards]
        return subprocess.run([str(part) for part in line], capture_output=True, text=True, timeout=60)

    def command(self, *arguments):
        """Runs a command that must succeed and gives its standard output."""
        done = self.try_command(*arguments)
        expect(done.returncode == 0, f"{arguments[0]} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout.strip()

    def add_key(self, *arguments):
        """Makes a key."""
        return self.command("keys", "add", *arguments)

    def verify(self):
        """The record's chain must hold; gives what `audit verify` printed."""
        return self.command("audit", "verify")

    def serve(self, *options, wrapper=()):
        """Starts the daemon, behind another program where one is given, and waits until it answers."""
        daemon = Daemon(self, options, wrapper)
        self.daemons.append(daemon)
        daemon.wait_until_ready()
        return daemon


class Daemon:
    """A running `card-dispatch serve` on a free port of 127.0.0.1."""

    def __init__(self, installation, options, wrapper):
        self.installation = installation
        self.log_path = installation.folder / f"daemon-{len(installation.daemons)}.log"
        line = [*wrapper, installation.bench.binary, "serve", "--database", installation.cards, "--port", "0",
                "--requests-per-minute", "0", *options]
        with open(self.log_path, "wb") as log:
            environment = os.environ | {"SWIFT_BACKTRACE": "enable=no"}
            self.process = subprocess.Popen([str(part) for part in line], stdout=log, stderr=log, env=environment)
        self.port = None

    @property
    def crash(self):
        """How the daemon ended by a signal of its own making, or None."""
        code = self.process.poll()
        if code is None or code in (0, 1, -signal.SIGKILL):
            return None
        return f"exit code {code}: {' '.join(line for line in self.log.splitlines() if 'Fatal error' in line)}"

    @property
    def pid(self):
        return self.process.pid

    @property
    def has_ended(self):
        return self.process.poll() is not None

    @property
    def log(self):
        return self.log_path.read_text(errors="replace")

    def wait_until_ready(self, seconds=30):
        """Waits for the line that names the port."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = re.search(r"127\.0\.0\.1:(\d+).* ready", self.log)
            if found:
                self.port = int(found.group(1))
                return
            if self.has_ended:
                raise Failed(f"the daemon did not start, exit code {self.process.returncode}: {self.log.strip()}")
            time.sleep(0.01)
        raise Failed(f"the daemon was not ready within {seconds} s: {self.log.strip()}")

    def client(self, key=None):
        """A connection of its own with this key; fire's unless given."""
        return Client(self.port, key or self.installation.fire)

    def kill(self):
        """kill -9: the process gets no chance to tidy up."""
        if not self.has_ended:
            self.process.kill()
        self.process.wait()

    def terminate(self, seconds=15):
        """SIGTERM; gives the exit code and how many seconds it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failed(f"the daemon still runs {seconds} s after SIGTERM") from None
        return code, time.monotonic() - began

    def warnings(self):
        """The slugs of what /readyz warns of; the daemon must be ready."""
        answer = self.client().get("/readyz")
        expect(answer.status == 200, f"/readyz says {answer.status}")
        return [warning["slug"] for warning in answer.json["warnings"]]

    def metric(self, name):
        """A value of /metrics."""
        text = self.client().get("/metrics").body.decode()
        return float(re.search(rf"^{name} (\S+)$", text, re.MULTILINE).group(1))
