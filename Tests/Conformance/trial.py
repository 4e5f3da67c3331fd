"""An association made up for the tests, with all that the samples do not have: gaps, doubles, somebody without a telephone, somebody who has left,
an area without a slot, a slot whose hours change, several on one call."""

import json
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from daemon import SEEDS

#: Registered until this day, which a later load says; the sheet names them on this night and on the next.
LEFT = {"M09": "2026-11-25"}
PHYSICIANS = [f"M{number:02}" for number in range(1, 10)]

ABOUT = {
    "id": "mihon",
    "name": "見本医師会",
    "standingContact": {"name": "見本窓口", "telephone": "054-000-0990"},
    "areas": [{"id": "kita", "name": "北地区"}, {"id": "minami", "name": "南地区"}, {"id": "nishi", "name": "西地区"}],
    "ownHolidays": ["11-20"],
}
SLOTS = """name,dayTypes,areas,start,end,first,second,validFrom
平日夜間,weekday,kita minami,17:30,翌08:30,1,1,
休日昼,saturday sunday holiday,kita minami,08:30,17:30,2,0,
休日夜,saturday sunday holiday,kita,17:30,32:30,1,1,
全域深夜,weekday saturday sunday holiday,全域,22:00,翌6:00,1,1,
昼,weekday,kita,09:00,12:00,1,0,
昼,weekday,kita,13:00,16:00,1,0,2026-11-16
"""
TELEPHONES = """owner,label,number,dayTypes,from,to
M01,診療所,054-000-9901,weekday,09:00,17:00
M05,診療所,090-0999-9805,weekday,09:00,17:00
M02,夜間,090-0999-9902,,20:00,翌07:00
M03,休日,090-0999-9903,saturday sunday holiday,,
全域深夜,当番携帯,090-0999-9900,,,
平日夜間,当番携帯,090-0999-9904,,20:00,翌07:00
"""


def write(folder: Path) -> Path:
    """Writes the samples and this association beside each other and gives their folder."""
    for name in ("shizuoka", "shimizu"):
        shutil.copytree(SEEDS / name, folder / "all" / name)
    registers(folder / "all" / "mihon", "")
    registers(folder / "later", LEFT["M09"])
    (folder / "all" / "mihon" / "rota-2026-11.csv").write_text(sheet(random.Random(20261123)))
    return folder / "all"


def registers(folder: Path, left: str) -> None:
    folder.mkdir(parents=True)
    lines = ["id,name,kana,organisation,telephone,areas,activeTo"]
    for number, id in enumerate(PHYSICIANS, 1):
        telephone = "" if id == "M08" else f"090-0999-98{number:02}"
        lines.append(
            f"{id},見本　{'一二三四五六七八九'[number - 1]}郎,ミホン　タロウ,見本第{number}医院,{telephone},kita,{left if id == 'M09' else ''}"
        )
    (folder / "association.json").write_text(json.dumps(ABOUT, ensure_ascii=False))
    (folder / "physicians.csv").write_text("\r\n".join(lines))
    (folder / "hospitals.csv").write_text("id,name,telephone,address\n")
    (folder / "slots.csv").write_text(SLOTS)
    (folder / "telephones.csv").write_text(TELEPHONES)
    (folder / "cards.json").write_text("[]")
    shutil.copy(SEEDS / "shimizu" / "holidays.csv", folder / "holidays.csv")


def sheet(chance: random.Random) -> str:
    """A month with a third of its calls empty. Some of its rows are for days that a slot does not have and are left out."""
    holidays = {date(2026, 11, 3), date(2026, 11, 20), date(2026, 11, 23)}
    lines = ["日付,枠,地区,第一当番,第二当番"]
    day = date(2026, 11, 1)
    while day.month == 11:
        weekday = day.weekday() < 5 and day not in holidays
        places = [("全域深夜", "全域", 2)]
        if weekday:
            places += [("平日夜間", "kita", 2), ("平日夜間", "南地区", 2), ("昼", "北地区", 1)]
        else:
            places += [("休日昼", "kita", 1), ("休日昼", "minami", 1), ("休日夜", "kita", 2)]
        for slot, area, calls in places:
            cells = [called(chance, 2 if slot == "休日昼" else 1) if call < calls else "" for call in range(2)]
            if slot == "平日夜間" and area == "kita" and day.day in (25, 26):
                cells = ["M09", "M04"]
            lines.append(",".join([day.strftime("R8.%-m.%-d"), slot, area, *cells]))
        day += timedelta(days=1)
    return "\n".join(lines) + "\n"


def called(chance: random.Random, most: int) -> str:
    if chance.random() < 0.33:
        return ""
    return "、".join(chance.sample(PHYSICIANS, chance.randint(1, most)))
