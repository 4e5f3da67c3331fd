"""kill -9 while an export is written or brought back: all of it or nothing."""

import shutil
import subprocess
import time

from files import rows
from scenario import expect, scenario

TIMES = 12


@scenario("kill -9 during `cards export` and during the load of what it wrote leaves nothing or all")
def archive(bench):
    with bench.installation() as installation:
        whole = installation.folder / "whole"
        began = time.monotonic()
        installation.command("cards", "export", "--output", whole)
        exporting = time.monotonic() - began
        ended = sum(export_and_kill(bench, installation, whole, exporting) for _ in range(TIMES))
        installation.command("cards", "export", "--output", installation.folder / "out")
        expect(not list(installation.folder.glob(".*part")), "a killed export has left patient data behind")
        elsewhere = installation.folder / "elsewhere"
        began = time.monotonic()
        loaded(bench, elsewhere, whole)
        loading = time.monotonic() - began
        counts = [load_and_kill(bench, elsewhere, whole, loading) for _ in range(TIMES)]
    return f"{TIMES - ended} exports and {counts.count(0)} loads cut off"


def export_and_kill(bench, installation, whole, seconds):
    """True where the export ended before the kill; the folder is whole then, and else is not there."""
    output = installation.folder / "out"
    started(bench, ["cards", "export", "--output", output, "--database", installation.cards], seconds)
    if output.exists():
        same = subprocess.run(["diff", "-r", whole, output], capture_output=True, text=True)
        expect(same.returncode == 0, f"half an export: {same.stdout[:300]}")
    ended = output.exists()
    shutil.rmtree(output, ignore_errors=True)
    return ended


def load_and_kill(bench, folder, whole, seconds):
    """How many cards the killed load left: none, or all. Where none, the next load brings back all of them."""
    shutil.rmtree(folder)
    folder.mkdir()
    started(bench, ["load", whole, "--database", folder / "cards.sqlite"], seconds)
    kept = count(folder)
    expect(kept in (0, count(whole.parent)), f"{kept} cards after the kill")
    if kept == 0:
        loaded(bench, folder, whole)
    return kept


def loaded(bench, folder, whole):
    folder.mkdir(exist_ok=True)
    line = [str(part) for part in (bench.binary, "load", whole, "--database", folder / "cards.sqlite")]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60)
    expect(done.returncode == 0, f"load ended with {done.returncode}: {done.stderr.strip()}")
    expect(count(folder) == count(whole.parent), "not every card is there")


def started(bench, arguments, seconds):
    """Runs a command and kills it at a random moment."""
    process = subprocess.Popen([str(part) for part in (bench.binary, *arguments)], stderr=subprocess.DEVNULL)
    time.sleep(bench.random.uniform(0, seconds * 1.1))
    process.kill()
    process.wait()


def count(folder):
    path = folder / "cards.sqlite"
    if not path.exists() or not rows(path, "SELECT 1 FROM sqlite_master WHERE name = 'card'"):
        return 0
    return rows(path, "SELECT count(*) FROM card")[0][0]
