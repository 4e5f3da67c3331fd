"""Commands beside a running daemon: what they change is seen at the next request; a second daemon is refused."""

import pathlib
import shutil
import tempfile
import time

from client import Load
from freezing import lookups
from installation import ASSOCIATION
from scenario import eventually, expect, expect_none, scenario

MONTH = "2027-01"
NIGHT = f"/api/v1/duty?association={ASSOCIATION}&area=aoi&at={MONTH}-15T22:00:00%2B09:00"


@scenario("A second daemon on the same database is refused with a reason and exit code 1, and the first goes on")
def second_daemon(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        began = time.monotonic()
        refused = installation.try_command("serve", "--port", "0")
        took = time.monotonic() - began
        expect(refused.returncode == 1, f"exit code {refused.returncode}: {refused.stderr.strip()}")
        expect("別の card-dispatch" in refused.stderr, f"the reason is not clear: {refused.stderr.strip()}")
        expect(daemon.client().get("/readyz").status == 200, "the first daemon does not answer any more")
    return f"refused after {took * 1000:.0f} ms"


@scenario("A key made or revoked while the daemon runs is so at the next request")
def keys(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        look_ups = lookups(bench, "keys")
        for _ in range(5):
            key = installation.add_key("--role", "fire")
            clients = [daemon.client(key) for _ in range(4)]
            answers = revoke_under_load(installation, look_ups, clients)
            expect_none([status for status in answers["before"] if status != 200], "answers to a new key")
            expect_none([status for status in answers["after"] if status != 401], "answers to a revoked key")
    return "5 keys, each on 4 connections"


def revoke_under_load(installation, look_ups, clients):
    """Look-ups with a key while it is revoked; gives the statuses of those that ended before and that began after."""
    identifier = installation.command("keys", "list").splitlines()[-1].split("\t")[0]
    number, answers = look_ups.numbers[0], []
    works = [lambda client=client: answers.append(client.look_up(number)) for client in clients]
    with Load(*works, pause=0.002):
        eventually(lambda: len(answers) >= 20, "look-ups are not answered")
        started = time.monotonic()
        installation.command("keys", "revoke", identifier)
        revoked = time.monotonic()
        eventually(lambda: sum(answer.began > revoked for answer in answers.copy()) >= 20, "look-ups are not answered")
    return {
        "before": [answer.status for answer in answers if answer.ended < started],
        "after": [answer.status for answer in answers if answer.began > revoked],
    }


@scenario("A month published by `load --merge` while the daemon runs is on duty at the next request")
def merge(bench):
    with tempfile.TemporaryDirectory() as folder:
        earlier = pathlib.Path(shutil.copytree(bench.seeds / ASSOCIATION, pathlib.Path(folder) / ASSOCIATION))
        (earlier / f"rota-{MONTH}.csv").unlink()
        with bench.installation(seeds=earlier) as installation:
            client = installation.serve().client()
            before = client.get(NIGHT).json["status"]
            installation.command("load", bench.seeds / ASSOCIATION, "--merge", "--acknowledge-gaps")
            after = client.get(NIGHT).json["status"]
    expect((before, after) == ("unpublished", "onDuty"), f"duty was {before} before and {after} after")
