"""What lies in the database files, read from outside."""

import collections
import contextlib
import itertools
import json
import sqlite3

from scenario import expect, expect_none

Record = collections.namedtuple("Record", "seq action person details")


@contextlib.contextmanager
def opened(path, mode="rw"):
    """A connection to a database file that is there; `ro` cannot change anything, not even by closing."""
    connection = sqlite3.connect(f"file:{path}?mode={mode}", uri=True, isolation_level=None, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


def rows(path, sql, *arguments):
    """The rows of a query."""
    with opened(path, "ro") as connection:
        return connection.execute(sql, arguments).fetchall()


def records(path, after=0):
    """The records of the chain behind this one."""
    found = rows(path, "SELECT seq, body FROM record WHERE seq > ? ORDER BY seq", after)
    return [_record(seq, json.loads(body)) for seq, body in found]


def _record(seq, body):
    return Record(seq, body["action"], body["actor"]["person"], body["details"])


def overflowed(path):
    """The operators whose records lie in the second place."""
    if not path.exists():
        return []
    return [json.loads(line)["actor"]["person"] for line in path.read_bytes().splitlines()]


def expect_sound(installation):
    """SQLite's own checks find nothing in the files."""
    for path in (installation.cards, installation.audit):
        faults = rows(path, "PRAGMA integrity_check")
        expect(faults == [("ok",)], f"integrity_check of {path.name}: {faults[:3]}")
        expect_none(rows(path, "PRAGMA foreign_key_check"), f"foreign_key_check of {path.name}")


def expect_once(operators, found, what):
    """Each of the operators has exactly one of the records."""
    counts = collections.Counter(record.person for record in found)
    expect_none([name for name in operators if counts[name] == 0], f"{what} without a record")
    expect_none([name for name in operators if counts[name] > 1], f"{what} recorded more than once")


def expect_distant(numbers):
    """No two numbers differ in fewer than three digits."""
    width = len(str(numbers[0]))
    for pair in itertools.combinations(range(width), 2):
        masked = collections.Counter(_mask(str(number), pair) for number in numbers)
        expect_none([mask for mask, count in masked.items() if count > 1], "numbers within two digits of each other")


def _mask(number, positions):
    return "".join("_" if index in positions else digit for index, digit in enumerate(number))
