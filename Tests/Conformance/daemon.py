"""The program under test: its commands, and daemons of it that are started and stopped."""

import json
import os
import re
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "Seeds"
PATIENCE = 60


def environment() -> dict[str, str]:
    """The environment without settings that would reach the program; no browser is started for pages unless a suite names one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CARD_DISPATCH_")}
    return {**kept, "CARD_DISPATCH_BROWSER": "none"}


class Daemon:
    """A running daemon with what it writes kept in two files."""

    def __init__(self, binary: Path, folder: Path, name: str, arguments: list[str]) -> None:
        self.out = folder / f"{name}.out"
        self.err = folder / f"{name}.err"
        with self.out.open("ab") as out, self.err.open("ab") as err:
            self.process = subprocess.Popen(
                [binary, *arguments], cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=err
            )
        self.base = ""

    def wait(self, ready) -> "Daemon":
        """Waits until `ready` gives the address."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.base = ready() or ""
            if self.base:
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"the daemon did not start: {self.err.read_text()[-2000:]}")

    def stop(self) -> None:
        """Ends the daemon as an administrator would."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()

    @property
    def written(self) -> str:
        """All that it has written so far."""
        return self.out.read_text(errors="replace") + self.err.read_text(errors="replace")


class Program:
    """The binary, with a folder to work in."""

    def __init__(self, binary: Path, folder: Path) -> None:
        self.binary = binary.resolve()
        self.folder = folder
        self.database = folder / "cards.sqlite"
        self.running: list[Daemon] = []
        self.printed = ""
        self.last = ""
        self.identifiers: dict[str, str] = {}

    def command(self, *arguments: str) -> str:
        """Runs a command on the loaded database and gives what it prints for programs."""
        result = subprocess.run(
            [self.binary, *arguments, "--database", str(self.database)],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        self.printed += result.stderr
        self.last = result.stderr
        if result.returncode != 0:
            raise RuntimeError(f"{' '.join(arguments)}: {result.stderr[-2000:]}")
        return result.stdout.strip()

    def key(self, role: str, scope: str = "") -> str:
        """Makes a key."""
        key = self.command("keys", "add", "--role", role, *([f"--{role}", scope] if scope else []))
        self.identifiers[key] = re.search("K[0-9a-f]{8}", self.last)[0]
        return key

    def revoke(self, key: str) -> None:
        """Revokes a key that was made here."""
        self.command("keys", "revoke", self.identifiers[key])

    def serve(self, limit: int = 0, *more: str) -> Daemon:
        """Serves the loaded database, with a line for each request in the log; `more` are further options."""
        arguments = ["serve", "--database", str(self.database), "--port", "0", "--log-level", "info"]
        daemon = self.start("serve", [*arguments, "--requests-per-minute", str(limit), *more])
        before = len(re.findall("address=", daemon.err.read_text()))

        def address() -> str:
            found = re.findall(r"address=(127\.0\.0\.1:[1-9]\d*)", daemon.err.read_text())
            return f"http://{found[-1]}" if len(found) > before else ""

        return daemon.wait(address)

    def demo(self) -> tuple[Daemon, dict]:
        """Runs the demonstration and gives what it writes for programs."""
        folder = self.folder / "demo"
        arguments = ["demo", "--port", "0", "--directory", str(folder), "--log-level", "info"]
        daemon = self.start("demo", [*arguments, "--requests-per-minute", "0"])
        told: dict = {}

        def address() -> str:
            if (folder / "demo.json").exists():
                told.update(json.loads((folder / "demo.json").read_text()))
            return told.get("baseURL", "")

        return daemon.wait(address), told

    def start(self, name: str, arguments: list[str]) -> Daemon:
        daemon = Daemon(self.binary, self.folder, name, arguments)
        self.running.append(daemon)
        return daemon

    def stop(self) -> None:
        """Ends every daemon that was started."""
        for daemon in self.running:
            daemon.stop()
