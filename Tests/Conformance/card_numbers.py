"""Part e, card numbers: an independent judge of all that were ever issued."""

import sqlite3
from itertools import combinations
from pathlib import Path

from report import Report


def check(report: Report, database: Path, least: int) -> None:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        numbers = [str(row[0]) for row in connection.execute("SELECT number FROM issued_number")]
        cards = {str(row[0]) for row in connection.execute("SELECT number FROM card")}
    report.check(f"e  {len(numbers)} numbers were issued", len(numbers) >= least)
    report.check("e  every card's number was issued", sorted(cards - set(numbers)))
    report.check(
        "e  every number has eight digits, none in front a 0", [text for text in numbers if len(text) != 8 or text[0] == "0"]
    )
    report.check("e  every number passes ISO 7064 MOD 97-10", [text for text in numbers if not passes(text)])
    report.check(
        "e  every two numbers differ in three digits or more",
        [f"{one} {other}" for one, other in combinations(numbers, 2) if sum(a != b for a, b in zip(one, other)) < 3],
    )


def passes(digits: str) -> bool:
    """Digit by digit, as the standard describes it."""
    remainder = 0
    for digit in digits:
        remainder = (remainder * 10 + int(digit)) % 97
    return remainder == 1
