"""The registers of the two associations: themselves, physicians, hospitals, telephones, slots and holidays."""

from datetime import date

import holidays
import jpholiday

import make_texts as texts
from make_people import generator

YEARS = (2025, 2026, 2027)

ASSOCIATIONS = {
    "shizuoka": {
        "id": "shizuoka", "name": "静岡市静岡医師会",
        "standingContact": {"name": "医師会緊急連絡窓口", "telephone": "054-000-0910"},
        "areas": [{"id": "aoi", "name": "葵区", "addresses": ["静岡市葵区"]},
                  {"id": "suruga", "name": "駿河区", "addresses": ["静岡市駿河区"]}],
        "ownHolidays": ["12-29/01-03", "08-13/08-15"],
    },
    "shimizu": {
        "id": "shimizu", "name": "静岡市清水医師会",
        "standingContact": {"name": "医師会緊急連絡窓口", "telephone": "054-000-0920"},
        "areas": [{"id": "shimizu", "name": "清水区", "addresses": ["静岡市清水区"]},
                  {"id": "yui", "name": "由比・蒲原", "addresses": ["静岡市清水区由比", "静岡市清水区蒲原"]}],
        "ownHolidays": ["12-29/01-03"],
    },
}

# id, name, public telephone, entrance, address: these are real, the rest of a hospital's row is invented.
HOSPITALS = [
    ("H01", "静岡県立総合病院", "054-247-6111", "救急外来入口", "静岡市葵区北安東4-27-1"),
    ("H02", "静岡市立静岡病院", "054-253-3125", "救急外来入口（1階）", "静岡市葵区追手町10-93"),
    ("H03", "静岡赤十字病院", "054-254-4311", "救急搬入口", "静岡市葵区追手町8-2"),
    ("H04", "JA静岡厚生連 静岡厚生病院", "054-271-7177", "夜間通用口（救急受付）", "静岡市葵区北番町23"),
    ("H05", "静岡済生会総合病院", "054-285-6171", "救命救急センター入口", "静岡市駿河区小鹿1-1-1"),
    ("H06", "静岡市立清水病院", "054-336-1111", "救急外来入口", "静岡市清水区宮加三1231"),
]
WITH_NIGHT_TELEPHONE = {"H01", "H03"}
HOSPITALS_OF = {"shizuoka": ["H01", "H02", "H03", "H04", "H05"], "shimizu": ["H01", "H06"]}
HOSPITALS_NEAR = {"aoi": ["H01", "H02", "H03", "H04"], "suruga": ["H05", "H02", "H01"], "shimizu": ["H06", "H01"], "yui": ["H06", "H01"]}
NIGHT_LINES = {"shizuoka": ["H02", "H05"], "shimizu": ["H06"]}

SLOT_COLUMNS = ["name", "dayTypes", "areas", "start", "end", "first", "second"]
SLOTS = {
    "shizuoka": [
        ("平日夜間", "weekday", "*", "17:30", "翌08:30", "1", "1"),
        ("土曜", "saturday", "*", "13:00", "翌08:30", "1", "1"),
        ("休日日勤", "sunday holiday", "*", "08:30", "17:30", "1", "1"),
        ("休日夜間", "sunday holiday", "*", "17:30", "翌08:30", "1", "1"),
    ],
    "shimizu": [
        ("土曜午後", "saturday", "shimizu", "13:00", "17:30", "1", "0"),
        ("休日日勤", "sunday holiday", "shimizu", "08:30", "17:30", "1", "0"),
        ("夜間", "weekday saturday sunday holiday", "shimizu", "17:30", "翌08:30", "1", "0"),
        ("全域夜間", "sunday holiday weekday saturday", "全域", "20:00", "翌07:00", "1", "0"),
    ],
}

# The areas of each physician in turn. In Shizuoka P058 and P059 have left, P060 has no telephone.
AREAS = {
    "shizuoka": ["aoi"] * 33 + ["suruga"] * 19 + ["aoi suruga"] * 5 + ["aoi"] * 3,
    "shimizu": ["shimizu"] * 7 + ["yui"] * 2 + ["shimizu yui"],
}
LEFT = {"P058": "2026-03-31", "P059": "2026-06-30"}
WITHOUT_TELEPHONE = {"P060"}
FAMILY_NAMES = {
    "P006": ("髙橋", "タカハシ"), "P029": ("山﨑", "ヤマザキ"), "P044": ("齋藤", "サイトウ"), "P050": ("髙橋", "タカハシ"),
}
CLINIC_LINE = {"P003", "P011", "P019", "P036", "P044", "S002", "S009"}


def slots(association):
    return [dict(zip(SLOT_COLUMNS, row)) for row in SLOTS[association]]


def physicians(association, prefix, names, telephones):
    chance = generator(f"physicians:{association}")
    clinics = clinic_names(association, chance)
    found = []
    for number, areas in enumerate(AREAS[association], 1):
        identifier = f"{prefix}{number:03}"
        name, kana = names.person(chance.choices(["male", "female"], [7, 3])[0], "younger", FAMILY_NAMES.get(identifier))
        found.append(physician(identifier, name, kana, clinics[number - 1], areas, telephones, chance))
    return found


def clinic_names(association, chance):
    """Each stem of a name is used by one clinic, or by two of different kinds."""
    stems = texts.CLINIC_STEMS[:30] if association == "shizuoka" else texts.CLINIC_STEMS[30:]
    names = [stem + kind for stem in stems for kind in chance.sample(texts.CLINIC_KINDS, 2)]
    chance.shuffle(names)
    return names


def physician(identifier, name, kana, clinic, areas, telephones, chance):
    reachable = identifier not in WITHOUT_TELEPHONE
    second = reachable and identifier not in CLINIC_LINE and chance.random() < 0.3
    return {
        "id": identifier, "name": name, "kana": kana, "organisation": clinic,
        "telephone": telephones.mobile() if reachable else "", "telephone2": telephones.landline() if second else "",
        "email": f"{identifier.lower()}@clinic.example.jp" if not reachable or chance.random() < 0.4 else "",
        "areas": areas, "activeFrom": chance.choice(["", "", "2014-04-01", "2019-04-01", "2023-10-01"]),
        "activeTo": LEFT.get(identifier, ""),
    }


def hospitals(telephones):
    return {row[0]: hospital(*row, telephones) for row in HOSPITALS}


def hospital(identifier, name, telephone, entrance, address, telephones):
    return {
        "id": identifier, "name": name, "telephone": telephone,
        "nightTelephone": telephones.landline() if identifier in WITH_NIGHT_TELEPHONE else "",
        "entrance": entrance, "email": f"renkei@{identifier.lower()}.example.jp", "address": address,
    }


def further_telephones(association, physicians, telephones):
    """The telephone handed on with a duty that one physician holds, clinic lines by day, hospital lines at night."""
    rows = [(slot["name"], "当番携帯", telephones.mobile(), "", "", "")
            for slot in slots(association) if str(slot["areas"]) != "*"]
    rows += [(one["id"], "診療所", telephones.landline(), "weekday saturday", "09:00", "17:00")
             for one in physicians if one["id"] in CLINIC_LINE]
    rows += [(one, "救急直通", telephones.landline(), "", "17:00", "翌08:30") for one in NIGHT_LINES[association]]
    return [dict(zip(["owner", "label", "number", "dayTypes", "from", "to"], row)) for row in rows]


def national_holidays():
    """`{day: name}` as the Cabinet Office names them; two independent tables have to agree."""
    def official(name):
        return "休日" if "振替休日" in name or name == "国民の休日" else name

    one = {day: official(name) for day, name in holidays.country_holidays("JP", years=YEARS, language="ja").items()}
    other = {day: official(name) for day, name in jpholiday.between(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))}
    if one != other:
        raise SystemExit(f"the two holiday tables differ: {sorted(set(one.items()) ^ set(other.items()))}")
    return dict(sorted(one.items()))
