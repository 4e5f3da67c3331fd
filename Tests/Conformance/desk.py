"""Part i: the rota desk, on a database of its own, from the sheet that is exported to the feed that a calendar reads."""

import random

import desk_days
import desk_feeds
import desk_import
import desk_laid
import desk_readers
import desk_resolved
import desk_sheets
from daemon import SEEDS, Program
from desk_client import Desk
from report import Report


def check(report: Report, program: Program) -> None:
    program.folder.mkdir(parents=True, exist_ok=True)
    program.command("load", str(SEEDS), "--acknowledge-gaps")
    desk = Desk(program)
    chance = random.Random(2612)
    past = desk_laid.Past(desk, chance)
    past.remember()
    desk_sheets.check_export(report, desk)
    desk_days.check(report, desk)
    desk_days.cover_today(desk, chance)
    desk_import.check(report, desk, chance)
    past.remember()
    desk_sheets.check_characters(report, desk)
    desk_laid.check_made(report, desk, chance, past)
    folder = desk_resolved.exported(desk)
    desk_resolved.check(report, desk, folder, chance)
    desk_feeds.check(report, desk, folder)
    desk_readers.check(report, desk, folder, chance)
    past.check(report)
