"""The screens of all desks in a real browser: each desk's main work from signing in to done."""

import importlib
from pathlib import Path

import validator
from desk import Desks
from report import Report

#: A module for each desk, with `run(desks)`.
PARTS = ["desk_account", "desk_fire", "desk_clinic", "desk_rota", "desk_office", "desk_hospital", "desk_admin", "desk_walk", "desk_attacks", "desk_smoke_firefox"]


def run(binary: Path, folder: Path, only: list[str]) -> int:
    """Runs every check and gives the exit code."""
    report, pages = Report(), []
    for part in only or PARTS:
        place = folder / part
        place.mkdir(exist_ok=True)
        # Each has a demonstration of its own: what one does is no concern of the next.
        with Desks(binary, place, report) as desks:
            importlib.import_module(part).run(desks)
            pages += desks.pages
    validator.judge(report, pages)
    return report.summary()
