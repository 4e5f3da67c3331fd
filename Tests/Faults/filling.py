"""The record's disk is full. Needs the right to mount a small file system."""

import time

from client import Load
from faults import TinyDisk, frozen
from freezing import PAUSE, THREADS, expect_alarm, expect_recovered, in_time, lookups
from scenario import eventually, expect, scenario


@scenario("On a full disk look-ups answer in time, and once there is room their records are in the chain")
def full(bench):
    with TinyDisk() as disk, bench.installation(prepare=audit_on(disk)) as installation:
        daemon = installation.serve()
        look_ups = lookups(bench, "full")
        with Load(*look_ups.works(daemon, THREADS), pause=PAUSE):
            time.sleep(0.5)
            disk.fill()
            began = time.monotonic()
            expect_alarm(daemon, installation)
            time.sleep(2)
            ended = time.monotonic()
            disk.make_room()
            time.sleep(0.5)
        waited = expect_recovered(daemon, installation, look_ups)
    return f"{in_time(look_ups, began, ended)}; all in the chain {waited:.1f} s after the load ended"


@scenario("With the second place on the full disk too, look-ups answer in time and no record is lost once there is room")
def all_full(bench):
    with TinyDisk() as disk, bench.installation(prepare=audit_on(disk)) as installation:
        overflow = disk.folder / "overflow.jsonl"
        daemon = installation.serve("--audit-overflow", overflow)
        look_ups = lookups(bench, "all-full")
        with Load(*look_ups.works(daemon, THREADS), pause=PAUSE):
            time.sleep(0.5)
            disk.fill()
            began = time.monotonic()
            eventually(lambda: daemon.metric("card_dispatch_audit_unsaved") > 0, "no record is counted as unsaved")
            expect("audit-disk" in daemon.warnings(), "/readyz does not warn of audit-disk")
            time.sleep(2)
            ended = time.monotonic()
            disk.make_room()
            time.sleep(0.5)
        expect_recovered(daemon, installation, look_ups, overflow)
    return in_time(look_ups, began, ended)


@scenario("A second place that is full in the middle of a line neither loses nor doubles a record")
def cut_line(bench):
    with TinyDisk() as disk, bench.installation(prepare=audit_on(disk)) as installation:
        overflow = disk.folder / "overflow.jsonl"
        daemon = installation.serve("--audit-overflow", overflow)
        look_ups = lookups(bench, "cut")
        with Load(*look_ups.works(daemon, THREADS), pause=PAUSE):
            with frozen(installation.audit):
                eventually(overflow.exists, "nothing reaches the second place")
                for _ in range(5):
                    time.sleep(0.4)
                    disk.fill()
                    time.sleep(0.4)
                    disk.make_room()
        expect_recovered(daemon, installation, look_ups, overflow)
    return f"{len(look_ups.answers)} look-ups"


def audit_on(disk):
    """Puts the record's file on another disk: a link stands in its place."""

    def prepare(folder):
        target = disk.folder / "audit.sqlite"
        target.touch(mode=0o600)
        (folder / "audit.sqlite").symlink_to(target)

    return prepare
