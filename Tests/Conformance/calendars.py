"""Part e, holidays: the seed files against two tables that others keep."""

from datetime import date, timedelta

import holidays
import jpholiday

from report import Report
from seeds import Seeds

YEARS = range(2025, 2028)


def check(report: Report, seeds: Seeds) -> None:
    days = [
        date(YEARS[0], 1, 1) + timedelta(days=count) for count in range((date(YEARS[-1] + 1, 1, 1) - date(YEARS[0], 1, 1)).days)
    ]
    table = holidays.country_holidays("JP", years=YEARS)
    public = {day for day in days if day in table}
    second = {day for day in days if jpholiday.is_holiday(day)}
    for name, folder in seeds.folders.items():
        loaded = set(folder.holidays)
        report.check(f"e  {name}: the holidays are those of `holidays`", sorted(loaded ^ public))
        report.check(f"e  {name}: the holidays are those of `jpholiday`", sorted(loaded ^ second))
