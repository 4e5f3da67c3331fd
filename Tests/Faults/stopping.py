"""SIGTERM: what is under way is finished, and then the daemon ends."""

import time

from client import Load
from faults import frozen
from files import expect_once
from freezing import expect_recovered, looked_up, lookups
from scenario import expect, expect_none, scenario
from traffic import Documents, Entries

THREADS = 6
LIMIT = 10


@scenario("SIGTERM under load finishes every answer under way; exit code 0, idle connections do not hold it up")
def stop_under_load(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        look_ups, entries = lookups(bench, "stop"), Entries(Documents(bench.seeds))
        idle = [daemon.client() for _ in range(5)]
        for client in idle:
            client.get("/healthz")
        works = look_ups.works(daemon, THREADS) + entries.works(daemon, 2)
        took, under_way = stop(daemon, works, look_ups, seconds=1)
        expect_once(look_ups.answers, looked_up(installation), "look-up answered")
        restarted = installation.serve().client(installation.association)
        for number in entries.numbers.values():
            expect(restarted.get(f"/api/v1/cards/{number}").status == 200, f"card {number} is gone")
    return f"ended after {took:.1f} s, {under_way} answers came after the signal"


@scenario("SIGTERM while the record's file is held finishes every answer under way and keeps its record")
def stop_frozen(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        look_ups = lookups(bench, "held")
        with frozen(installation.audit):
            took, under_way = stop(daemon, look_ups.works(daemon, THREADS), look_ups, seconds=1.1)
        expect(under_way >= 2, "hardly anything was under way: the scenario shows too little")
        expect_recovered(installation.serve(), installation, look_ups)
    return f"ended after {took:.1f} s, {under_way} answers came after the signal"


def stop(daemon, works, look_ups, seconds):
    """Lets the load run and sends SIGTERM; gives how long the end took and how many answers were under way."""
    with Load(*works) as load:
        time.sleep(seconds)
        signalled = time.monotonic()
        code, took = daemon.terminate()
    cut = [str(broken) for broken in load.broken if broken.sent is not None and broken.sent < signalled]
    expect_none(cut, "requests sent before the signal and not answered")
    statuses = {answer.status for answer in look_ups.answers.values()}
    expect(statuses == {200}, f"look-ups answered with {statuses}")
    expect(code == 0, f"exit code {code}: {daemon.log.strip()[-300:]}")
    expect(took <= LIMIT, f"the daemon ended only {took:.1f} s after SIGTERM")
    return took, sum(answer.sent < signalled < answer.ended for answer in look_ups.answers.values())
