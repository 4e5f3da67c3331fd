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
    report = Report()
    with Desks(binary, folder, report) as desks:
        for part in only or PARTS:
            importlib.import_module(part).run(desks)
        validator.judge(report, desks.pages)
    return report.summary()
