#!/usr/bin/env python3
"""Makes a database of many cards out of the seeds, for benchmarks.

    fill.py --binary .build/release/card-dispatch --cards 1000000 --database /tmp/big/cards.sqlite

`card-dispatch load` makes the database with 12-digit numbers; then its cards in force are copied by SQL until there are as many as
asked for, each to a patient of their own with another name, birth date, address and telephones. One patient in five shares an address
and a telephone with another. Beside the database comes numbers.txt: every card's number, one a line, each line as long.

What bulk cards lack: their numbers pass the check but do not keep their distance from one another, and `card_version` has no rows
for them. Neither is read by a look-up. No telephone number of theirs can be dialled: all begin with 000.
"""

import argparse
import contextlib
import json
import random
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PERMUTING_PRIME = 982_451_653
"""Larger than any count of cards, so that multiplying by it only changes their order."""


def make(binary: str, database: Path, cards: int, seeds: Path = ROOT / "Seeds" / "shizuoka") -> None:
    """Makes the database and numbers.txt beside it."""
    database.parent.mkdir(parents=True, exist_ok=True)
    load(binary, database, seeds)
    with opened(database) as connection:
        pragmas(connection, "journal_mode = DELETE", "journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000")
        with_indexes_aside(connection, lambda: fill(connection, cards))
    with opened(database) as connection:
        pragmas(connection, "journal_mode = WAL")
        connection.execute("DELETE FROM setting WHERE name = 'folding'")
    # Whoever opens the file next makes the folded forms by which cards are searched; that is not to be measured with the daemon's start.
    subprocess.run([binary, "keys", "list", "--database", str(database)], check=True, capture_output=True)
    with opened(database) as connection:
        pragmas(connection, "wal_checkpoint(TRUNCATE)")
        with open(database.parent / "numbers.txt", "w", encoding="ascii") as file:
            file.writelines(f"{number}\n" for (number,) in connection.execute("SELECT number FROM card"))


def opened(database: Path) -> contextlib.closing:
    """A connection that commits nothing by itself and is closed at the end of `with`."""
    return contextlib.closing(sqlite3.connect(database, isolation_level=None))


def pragmas(connection: sqlite3.Connection, *settings: str) -> None:
    """Makes settings of the connection and the file."""
    for setting in settings:
        connection.execute(f"PRAGMA {setting}").fetchall()


def load(binary: str, database: Path, seeds: Path) -> None:
    """Loads the seeds with 12-digit numbers drawn anew: those of the files have eight digits."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / seeds.name
        shutil.copytree(seeds, copy)
        cards = json.loads((copy / "cards.json").read_text(encoding="utf-8"))
        for card in cards:
            card.pop("number", None)
        (copy / "cards.json").write_text(json.dumps(cards, ensure_ascii=False), encoding="utf-8")
        command = [binary, "load", str(copy), "--digits", "12", "--acknowledge-gaps", "--database", str(database)]
        subprocess.run(command, check=True, capture_output=True)


def with_indexes_aside(connection: sqlite3.Connection, work) -> None:
    """Does the work without the indexes and makes them again: sorted once is faster than kept sorted."""
    indexes = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    work()
    for _, sql in indexes:
        connection.execute(sql)


def fill(connection: sqlite3.Connection, cards: int) -> None:
    """Copies cards until there are as many."""
    families, given = make_names(connection)
    templates = make_templates(connection)
    missing = cards - connection.execute("SELECT count(*) FROM card").fetchone()[0]
    make_bulk(connection, missing, templates=templates, families=families, given=given)
    connection.execute("BEGIN")
    insert_copies(connection, "patient", PATIENT)
    connection.execute("INSERT INTO patient_telephone SELECT landline, key FROM bulk ORDER BY 1, 2")
    connection.execute("INSERT INTO patient_telephone SELECT mobile, key FROM bulk WHERE mobile IS NOT NULL ORDER BY 1, 2")
    connection.execute("INSERT INTO issued_number SELECT number FROM bulk ORDER BY 1")
    insert_copies(connection, "card", {"number": "b.number", "patient": "b.key"})
    connection.execute("COMMIT")


HOUSE = "printf('%d-%d-%d', b.household / 2500 + 1, b.household / 50 % 50 + 1, b.household % 50 + 1)"
HYPHENATED = "substr({0}, 1, 3) || '-' || substr({0}, 4, length({0}) - 7) || '-' || substr({0}, -4)"
PATIENT = {
    "key": "b.key",
    "id": "printf('BULK%09d', b.key)",
    "name": "f.name || '　' || g.name",
    "kana": "f.kana || '　' || g.kana",
    "kana_folded": "f.folded || g.folded",
    "birth_date": "date('1925-01-01', b.days || ' days')",
    "sex": "g.sex",
    "address": f"t.town || {HOUSE}",
    "address_folded": f"t.town_folded || {HOUSE}",
    "telephones": HYPHENATED.format("b.landline") + " || coalesce(char(30) || " + HYPHENATED.format("b.mobile") + ", '')",
}
"""What a copied patient has of its own, by column."""


def insert_copies(connection: sqlite3.Connection, table: str, own: dict[str, str]) -> None:
    """Copies a table's templates once for each row of bulk, whatever further columns the table has."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = [own.get(column, f"s.{column}") for column in columns]
    connection.execute(f"""
        INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM bulk b
        CROSS JOIN template t ON t.n = b.template CROSS JOIN family f ON f.n = b.family CROSS JOIN given g ON g.n = b.given
        CROSS JOIN {table} s ON s.rowid = t.{table}
        ORDER BY b.number""")


def make_names(connection: sqlite3.Connection) -> tuple[int, int]:
    """Takes the seeds' names apart, into the tables family and given; gives how many there are of each."""
    families, given = set(), set()
    for name, kana, sex in connection.execute("SELECT name, kana, sex FROM patient WHERE kana IS NOT NULL"):
        (family, own), (family_kana, own_kana) = re.split(r"\s", name, maxsplit=1), re.split(r"\s", kana, maxsplit=1)
        families.add((family, family_kana, folded(family_kana), None))
        given.add((own, own_kana, folded(own_kana), sex))
    for table, rows in (("family", families), ("given", given)):
        connection.execute(f"CREATE TEMP TABLE {table} (n INTEGER PRIMARY KEY, name, kana, folded, sex)")
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?)", [(n, *row) for n, row in enumerate(sorted(rows, key=str))])
    return len(families), len(given)


def folded(kana: str) -> str:
    """Katakana as the store compares them: small ones large, without marks and long vowels."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", kana) if sign not in "\u3099\u309aー・-")
    return bare.translate(str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ"))


def make_templates(connection: sqlite3.Connection) -> int:
    """Lists the seeds' cards in force with the towns of their patients, in the table template; gives how many."""
    connection.execute("CREATE TEMP TABLE template (n INTEGER PRIMARY KEY, card, patient, town, town_folded)")
    rows = connection.execute("""
        SELECT c.number, p.key, p.address, p.address_folded FROM card c JOIN patient p ON p.key = c.patient
        WHERE c.state = 'active' AND NOT c.training AND p.area IS NOT NULL ORDER BY c.number""").fetchall()
    connection.executemany(
        "INSERT INTO template VALUES (?, ?, ?, ?, ?)",
        [(n, card, patient, town(address), town(bare)) for n, (card, patient, address, bare) in enumerate(rows)])
    return len(rows)


def town(address: str) -> str:
    """The address up to its first digit."""
    return re.split(r"\d", address, maxsplit=1)[0]


def make_bulk(connection: sqlite3.Connection, count: int, *, templates: int, families: int, given: int) -> None:
    """Draws what each copied card has of its own, in the table bulk, by ascending number."""
    connection.execute("""
        CREATE TEMP TABLE bulk (
            key INTEGER PRIMARY KEY, number INTEGER UNIQUE, household INTEGER, template INTEGER, family INTEGER,
            given INTEGER, days INTEGER, landline TEXT, mobile TEXT)""")
    first = connection.execute("SELECT max(key) + 1 FROM patient").fetchone()[0]
    taken = {number for (number,) in connection.execute("SELECT number FROM issued_number")}
    chance = random.Random(119)

    def rows():
        for index, number in enumerate(numbers(count, taken, chance)):
            person = index * PERMUTING_PRIME % count
            household = person - 1 if person % 10 == 9 else person
            mobile = f"000{person:08d}" if person % 2 else None
            yield (
                first + index, number, household, household % templates, household % families, chance.randrange(given),
                chance.randrange(11_000), f"000{household:07d}", mobile)

    connection.executemany("INSERT INTO bulk VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows())


def numbers(count: int, taken: set[int], chance: random.Random):
    """Gives so many valid numbers of 12 digits in ascending order, one drawn in each of as many equal parts of all there are."""
    first, part = 10**9, 9 * 10**9 // count
    for index in range(count):
        number = None
        while number is None or number in taken:
            body = first + index * part + chance.randrange(part)
            number = body * 100 + 98 - body * 100 % 97
        yield number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build/release/card-dispatch"))
    parser.add_argument("--cards", type=int, default=1_000_000)
    parser.add_argument("--database", type=Path, required=True)
    options = parser.parse_args()
    make(options.binary, options.database, options.cards)


if __name__ == "__main__":
    main()
