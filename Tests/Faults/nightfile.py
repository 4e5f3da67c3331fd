"""The file of the night's marks is gone or spoilt: look-ups and duty answer all the same."""

import datetime
import json

from desk import DUTY, NIGHTS
from freezing import lookups
from scenario import expect, expect_none, scenario

GARBAGE = b"no database " * 4096


def remove(file):
    file.unlink()


def make_folder(file):
    file.unlink()
    file.mkdir()


def overwrite(file):
    file.write_bytes(GARBAGE)


def overwrite_in_place(file):
    """As another program would that has the file open: its length stays."""
    with open(file, "r+b") as bytes_of_file:
        bytes_of_file.write(GARBAGE[: file.stat().st_size])


def cut_off(file):
    with open(file, "r+b") as bytes_of_file:
        bytes_of_file.truncate(0)


@scenario("A daemon whose desk.sqlite is gone, a folder or garbage starts, is ready and answers look-ups and duty")
def spoilt_before(bench):
    warnings = {}
    for spoil in (remove, make_folder, overwrite):
        with bench.installation() as installation:
            daemon = installation.serve()
            say_full(daemon)
            daemon.terminate()
            spoil_file(installation, spoil)
            warnings[spoil.__name__] = expect_answers(bench, installation.serve())
    return f"warnings of /readyz: {warnings}"


@scenario("Garbage over desk.sqlite while the daemon runs stops no look-up and no duty")
def spoilt_while_running(bench):
    warnings = {}
    for spoil in (overwrite, overwrite_in_place, cut_off, remove):
        with bench.installation() as installation:
            daemon = installation.serve()
            say_full(daemon)
            expect_answers(bench, daemon)
            spoil(installation.folder / "desk.sqlite")
            warnings[spoil.__name__] = expect_answers(bench, daemon)
            say_full(daemon, may_fail=True)
            expect_answers(bench, daemon)
            daemon.kill()
            expect_answers(bench, installation.serve())
    return f"warnings of /readyz: {warnings}"


def spoil_file(installation, spoil):
    """Spoils the file of a daemon that has ended."""
    for path in installation.folder.glob("desk.sqlite-*"):
        path.unlink()
    spoil(installation.folder / "desk.sqlite")


def say_full(daemon, may_fail=False):
    """Fire says that a hospital is full for an hour, so that there is something in the file."""
    until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
    wish = {"until": until.isoformat(timespec="seconds"), "reason": "満床"}
    answer = daemon.client().post("/api/v1/hospitals/H01/full", json.dumps(wish).encode())
    expect(answer.status == 201 or may_fail and answer.status in (500, 503), f"a mark: {answer.status} {answer.body.decode()}")


def expect_answers(bench, daemon):
    """Look-ups, duty and readiness all say 200; gives what /readyz warns of."""
    look_ups, client = lookups(bench, "night"), daemon.client()
    statuses = [client.look_up(number).status for number in look_ups.numbers[:20]]
    expect_none([status for status in statuses if status != 200], "answers to look-ups")
    expect_none([night for night in NIGHTS if client.get(DUTY.format(night)).status != 200], "nights without an answer")
    return daemon.warnings()
