"""fdatasync stalls: what an answer waits for, and what it does not wait for. Needs strace."""

import time

from client import Load
from faults import slow_disk, traced
from freezing import PAUSE, THREADS, expect_alarm, expect_kept, expect_recovered, in_time, lookups, milliseconds
from scenario import expect, scenario
from traffic import Documents, Entries

CALLS = "fdatasync,fsync"


@scenario("An answer leaves only when its record is on disk, and a new card only after three times on disk")
def durable(bench):
    delay = 0.08
    with bench.installation() as installation:
        daemon = installation.serve()
        look_ups, entries = lookups(bench, "durable"), Entries(Documents(bench.seeds))
        look_up, enter = look_ups.works(daemon, 1)[0], entries.works(daemon, 1)[0]
        with traced(daemon.pid, f"{CALLS}:delay_enter={delay * 1e6:.0f}"):
            for _ in range(5):
                look_up()
            began = time.monotonic()
            enter()
            entered = time.monotonic() - began
        expect(entries.numbers, "no card was entered")
        quickest = min(answer.seconds for answer in look_ups.answers.values())
    figures = f"with {milliseconds(delay)} a fdatasync: look-up {milliseconds(quickest)}, new card {milliseconds(entered)}"
    expect(quickest >= delay and entered >= 3 * delay, f"an answer did not wait for the disk: {figures}")
    return figures


@scenario("While fdatasync stalls for 3 s, look-ups answer in time and no record is lost")
def stall(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        look_ups = lookups(bench, "stall")
        with Load(*look_ups.works(daemon, THREADS), pause=PAUSE):
            time.sleep(0.5)
            with traced(daemon.pid, f"{CALLS}:delay_enter=3000000"):
                began = time.monotonic()
                expect_alarm(daemon, installation)
                time.sleep(7)
                ended = time.monotonic()
            time.sleep(0.5)
        waited = expect_recovered(daemon, installation, look_ups)
    # strace slows every other system call as well: hence a wider limit than what was promised.
    return f"{in_time(look_ups, began, ended, limit=0.5)}; all in the chain {waited:.1f} s after the load ended"


@scenario("kill -9 while fdatasync stalls loses nothing that was answered")
def kill_stalled(bench):
    kills, answered = 4, 0
    with bench.installation() as installation:
        daemon = installation.serve()
        for kill in range(kills):
            daemon.terminate()
            look_ups = lookups(bench, f"stalled-{kill}")
            stall_and_kill(bench, installation, look_ups)
            daemon = installation.serve()
            expect_kept(installation, look_ups)
            answered += len(look_ups.answers)
    return f"{kills} kills, {answered} look-ups"


def stall_and_kill(bench, installation, look_ups):
    """Look-ups on a daemon that waits 0.7 s in every fdatasync, until it is killed at a random moment."""
    daemon = installation.serve(wrapper=slow_disk(0.7))
    with Load(*look_ups.works(daemon, THREADS), pause=PAUSE):
        time.sleep(bench.random.uniform(1, 2.5))
        daemon.kill()
