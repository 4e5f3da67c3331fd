"""What a scenario is: a sentence, and a function that shows it to be true or raises."""

import time


class Failed(AssertionError):
    """What a scenario promises did not happen."""


class Skipped(Exception):
    """This machine does not permit the fault that the scenario needs."""


SCENARIOS = []


def scenario(sentence):
    """Lists a function `f(bench) -> figures or None` under the sentence that it shows."""

    def add(function):
        SCENARIOS.append((sentence, function))
        return function

    return add


def expect(condition, message):
    """Raises Failed with the message unless the condition holds."""
    if not condition:
        raise Failed(message)


def expect_none(found, message):
    """Raises Failed where anything was found, with how much and the first of it."""
    found = list(found)
    expect(not found, f"{message}: {len(found)}, such as {found[:3]}")


def eventually(condition, message, seconds=10):
    """Asks until the condition holds and gives how many seconds it took; raises Failed after so many."""
    began = time.monotonic()
    while not condition():
        expect(time.monotonic() - began < seconds, f"{message} (not within {seconds} s)")
        time.sleep(0.02)
    return time.monotonic() - began
