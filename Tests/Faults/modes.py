"""Who may read the files: their owner, and nobody else."""

import stat

from faults import frozen
from freezing import expect_alarm, lookups
from client import Load
from scenario import expect, expect_none, scenario


@scenario("Every file of an installation has mode 0600 under umask 022")
def modes(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        with frozen(installation.audit), Load(*lookups(bench, "modes").works(daemon, 2)):
            expect_alarm(daemon, installation)
            ours = [path for path in installation.folder.iterdir() if path.suffix != ".log"]
            found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in ours}
    expect({"cards.sqlite", "audit.sqlite", "audit.sqlite-wal", "desk.sqlite", "audit-overflow.jsonl"} <= set(found),
           f"files are missing: {sorted(found)}")
    expect_none([f"{name} {mode:o}" for name, mode in found.items() if mode != 0o600], "files that others may read")
    return ", ".join(sorted(found))
