"""Part j: searches without a number, against a folding and a search of the tests' own over the seeds' cards."""

import random
import re
import unicodedata
from datetime import date

from client import Client
from document import Document
from refusing import Refusing
from report import Report
from seeds import VARIANTS, Seeds

SEARCH = "/api/v1/search"
#: Everything that was typed: none of it may be found in a log.
TYPED: set[str] = set()
SMALL = str.maketrans("ァィゥェォッャュョヮヰヱヲヂヅ", "アイウエオツヤユヨワイエオジズ")
ROWS = {"ア": "アカサタナハマヤラワ", "イ": "イキシチニヒミリ", "ウ": "ウクスツヌフムユル", "エ": "エケセテネヘメレ", "オ": "オコソトノホモヨロ"}
VOWEL = {kana: vowel for vowel, row in ROWS.items() for kana in row}
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
ENDS = {"令和": 9999, "平成": 2019, "昭和": 1989, "大正": 1926, "明治": 1912}
LETTERS = {"令和": "R", "平成": "H", "昭和": "S", "大正": "T", "明治": "M"}
Hits = dict[str, list[str]]


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    judge = Judge(seeds)
    chance = random.Random(119)
    ways = {
        "telephone number": telephones(judge),
        "name and birth date": births(judge, chance),
        "name with a slip and birth date": slips(judge, chance),
        "name and a date with a slip": dates(judge, chance),
        "name and part of a date": parts(judge, chance),
        "name and area": areas(judge, chance),
        "address": addresses(judge, chance),
    }
    for way, questions in ways.items():
        faults, hits = [], 0
        for words, wanted in questions:
            TYPED.update(words.values())
            answer = client.post(SEARCH, keys["fire"], words)
            found = {match["number"]: match["matchedBy"] for match in (answer.json or {}).get("matches", [])}
            hits += len(found)
            faults += document.faults(answer) + sense(answer)
            if found != wanted:
                faults.append(f"{words}: {found} instead of {wanted}")
        report.check(f"j  {len(questions)} searches by {way} find whom the judge finds ({hits})", faults or len(questions) > 30)
    strange(Refusing(report, document, "j"), client, keys["fire"])
    metrics = client.get("/metrics").text
    report.check("j  searches are counted", 'card_dispatch_searches_total{by="telephone",outcome="found"}' in metrics)
    report.check("j  nothing that was searched for is among the metrics", [word for word in TYPED if len(word) > 1 and word in metrics])


def sense(answer) -> list[str]:
    """In what an answer contradicts itself."""
    value = answer.json or {}
    rules = {
        f"{answer}": answer.status == 200,
        "more, though all are shown": value.get("more") is False,
        "a wish": "wish" not in answer.text,
        "a card twice": len({match["number"] for match in value.get("matches", [])}) == len(value.get("matches", [])),
        "can be cached": answer.headers.get("Cache-Control") == "no-store",
    }
    return [name for name, holds in rules.items() if not holds]


class Judge:
    """Whom words fit, by the seeds alone."""

    def __init__(self, seeds: Seeds) -> None:
        self.patients: dict[str, dict] = {}
        self.cards: dict[str, list[dict]] = {}
        for card in seeds.cards:
            answering = seeds.answering(card)
            if card["state"] != "draft":
                self.cards.setdefault(answering["number"], []).append(card)
            if answering["state"] != "draft":
                self.patients[answering["number"]] = answering
        self.areas = {area: name for folder in seeds.folders.values() for area, name in folder.areas.items()}

    def telephone(self, digits: str) -> Hits:
        """A number counts as the patient's own before the family's and the nurse's."""
        found = {}
        for number, card in self.patients.items():
            lists = {
                "telephone": card["patient"].get("telephones") or [],
                "familyTelephone": [member["telephone"] for each in self.cards[number] for member in each.get("family") or []],
                "nurseTelephone": [
                    each["visitingNurse"]["telephone"] for each in self.cards[number] if each.get("visitingNurse")
                ],
            }
            why = [reason for reason, numbers in lists.items() if digits in [re.sub(r"\D", "", text) for text in numbers]]
            if why:
                found[number] = why[:1]
        return found

    def name(self, said: str, fits) -> Hits:
        """Everybody whose name fits and of whom `fits` says a reason."""
        found = {}
        for number, card in self.patients.items():
            why, more = named(said, card["patient"].get("kana") or ""), fits(card["patient"])
            if more == "birthDateSlip" and why not in ("kana", "kanaNear"):
                continue
            if why and more:
                found[number] = [why, more]
        return found

    def address(self, said: str) -> Hits:
        town, rest = parted(said)
        found = {}
        for number, card in self.patients.items():
            there, behind = parted(card["patient"].get("address") or "")
            if town not in there or not (behind + "-").startswith(rest + "-" if rest else ""):
                continue
            found[number] = ["address" if there.endswith(town) and behind == rest else "addressPart"]
        return found


def spelt(kana: str) -> list[str]:
    """A name's parts in katakana without small ones."""
    text = unicodedata.normalize("NFKC", kana)
    text = "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in text)
    return text.translate(SMALL).split()


def bare(part: str) -> str:
    """Without marks and long vowels."""
    kept = ""
    for sign in unicodedata.normalize("NFD", part):
        vowel = VOWEL.get(kept[-1:], "")
        if sign in "\u3099\u309aー" or sign == vowel or (sign, vowel) in (("イ", "エ"), ("ウ", "オ")):
            continue
        kept += sign
    return kept


def drawn(part: str) -> str:
    """With every long vowel written as one."""
    kept, vowel = "", ""
    for sign in part:
        if sign == vowel or (sign, vowel) in (("イ", "エ"), ("ウ", "オ")):
            kept += "ー"
        else:
            kept += sign
            vowel = vowel if sign == "ー" else VOWEL.get(unicodedata.normalize("NFD", sign)[0], "")
    return kept


def named(said: str, registered: str) -> str:
    """How a name fits: the word for it, or nothing."""
    one, two = spelt(said), spelt(registered)
    if not two:
        return ""
    orders = [two, two[::-1]]
    whole = "".join(one)
    if any(whole == "".join(order) or drawn(whole) == drawn("".join(order)) for order in orders):
        return "kana"
    folded = "".join(map(bare, one))
    if any(folded == "".join(map(bare, order)) or len(one) == 1 and folded == bare("".join(order)) for order in orders):
        return "kanaNear"
    if len(one) == 1:
        for part, word in zip(two, ("familyName", "givenName")):
            if folded == bare(part):
                return word
    if len(whole) > 2 and any(
        distance(whole, "".join(order)) == 1 or distance(folded, "".join(map(bare, order))) == 1 for order in orders
    ):
        return "kanaSlip"
    return "kanaSlip" if len(whole) > 2 and len(one) == 1 and any(distance(whole, part) == 1 for part in two) else ""


def distance(one: str, two: str) -> int:
    """Optimal string alignment: changes, with a swap of neighbours as one."""
    table = [[max(i, j) if 0 in (i, j) else 0 for j in range(len(two) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(two) + 1):
            cost = one[i - 1] != two[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and one[i - 1] == two[j - 2] and one[i - 2] == two[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def forms(born: date) -> set[str]:
    """A date as its digits, Western and by every era of its year."""
    rest = born.strftime("%m%d")
    eras = {f"{LETTERS[era]}{born.year - first:02}{rest}" for era, first in ERAS.items() if 0 < born.year - first <= ENDS[era] - first}
    return eras | {f"{born.year:04}{rest}"}


def is_slip(said: date, born: date) -> bool:
    """One sign another, or two neighbours swapped."""

    def one(left: str, right: str) -> bool:
        wrong = [i for i in range(len(left)) if left[i] != right[i]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and left[wrong[0]] == right[wrong[1]] and left[wrong[1]] == right[wrong[0]]
        return len(wrong) == 1 or swapped

    return said != born and any(
        left[0].isalpha() == right[0].isalpha() and one(left, right) for left in forms(said) for right in forms(born)
    )


def parted(address: str) -> tuple[str, str]:
    """Town and numbers; the seeds write numbers with hyphens, and the checks in other ways."""
    text = "".join(unicodedata.normalize("NFKC", address).split()).translate(VARIANTS)
    text = re.sub(r"^(静岡県)", "", text)
    text = re.sub(r"(?<=\d)(丁目|番地の?|番|号|の)(?=\d)", "-", text)
    text = re.sub(r"(?<=\d)(丁目|番地|番|号)$", "", text)
    found = re.search(r"\d", text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def known(judge: Judge, *fields: str) -> list[dict]:
    return [card["patient"] for card in judge.patients.values() if all(card["patient"].get(field) for field in fields)]


def telephones(judge: Judge) -> list[tuple[dict, Hits]]:
    numbers = {re.sub(r"\D", "", text) for card in judge.patients.values() for text in card["patient"].get("telephones") or []}
    numbers |= {re.sub(r"\D", "", member["telephone"]) for card in judge.patients.values() for member in card.get("family") or []}
    numbers |= {re.sub(r"\D", "", card["visitingNurse"]["telephone"]) for card in judge.patients.values() if card.get("visitingNurse")}
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    writings = [str, lambda text: "+81-" + text[1:], lambda text: text.translate(wide), lambda text: f"{text[:3]} {text[3:6]}-{text[6:]}"]
    return [({"telephone": writings[n % 4](text)}, judge.telephone(text)) for n, text in enumerate(sorted(numbers))]


def born(patient: dict) -> date:
    return date.fromisoformat(patient["birthDate"])


def spoken(day: date, chance: random.Random) -> str:
    """A day in one of the ways in which it is said."""
    eras = [era for era, first in ERAS.items() if 0 < day.year - first <= ENDS[era] - first]
    era = chance.choice(eras)
    year = day.year - ERAS[era]
    return chance.choice(
        [
            day.isoformat(),
            f"{era}{'元' if year == 1 else year}年{day.month}月{day.day}日",
            f"{LETTERS[era]}{year}.{day.month}.{day.day}",
            f"{day.year}年{day.month}月{day.day}日生まれ",
        ]
    )


def written(kana: str, chance: random.Random) -> str:
    """A name in one of the ways in which it is typed."""
    hiragana = "".join(chr(ord(sign) - 0x60) if "ァ" <= sign <= "ヶ" else sign for sign in kana)
    ways = [kana, hiragana, hiragana.replace("　", ""), " ".join(reversed(kana.split())), kana.replace("　", "・")]
    return chance.choice(ways)


def by_birth(judge: Judge, name: str, day: date) -> Hits:
    def fits(patient: dict) -> str:
        if not patient.get("birthDate"):
            return ""
        return "birthDate" if born(patient) == day else "birthDateSlip" if is_slip(day, born(patient)) else ""

    return judge.name(name.replace("・", " "), fits)


def births(judge: Judge, chance: random.Random) -> list[tuple[dict, Hits]]:
    questions = []
    for patient in known(judge, "kana", "birthDate"):
        family, *given = patient["kana"].split("　")
        for name in (written(patient["kana"], chance), chance.choice([family, *given])):
            questions.append(({"kana": name, "birthDate": spoken(born(patient), chance)}, by_birth(judge, name, born(patient))))
    return questions


def slips(judge: Judge, chance: random.Random) -> list[tuple[dict, Hits]]:
    questions = []
    for patient in known(judge, "kana", "birthDate"):
        signs = list(patient["kana"])
        place = chance.choice([i for i, sign in enumerate(signs) if sign != "　"])
        change = chance.randrange(3)
        signs[place : place + 1] = [[chance.choice("アカサタナハマヤラワン")], [signs[place], chance.choice("イキシチニ")], []][change]
        name = "".join(signs).strip("　")
        if name:
            questions.append(({"kana": name, "birthDate": patient["birthDate"]}, by_birth(judge, name, born(patient))))
    return questions


def dates(judge: Judge, chance: random.Random) -> list[tuple[dict, Hits]]:
    questions = []
    for patient in known(judge, "kana", "birthDate"):
        day = born(patient)
        other = chance.choice([day.replace(year=day.year + 5), day.replace(day=day.day % 28 + 1), day.replace(year=day.year + 14)])
        name = written(patient["kana"], chance)
        questions.append(({"kana": name, "birthDate": other.isoformat()}, by_birth(judge, name, other)))
    return questions


def parts(judge: Judge, chance: random.Random) -> list[tuple[dict, Hits]]:
    questions = []
    for patient in known(judge, "kana", "birthDate"):
        day = born(patient)
        month = chance.random() < 0.5
        text = f"{day.year}年{day.month}月" if month else f"{day.year}年"
        fits = lambda other: "birthDatePart" if other.get("birthDate", "").startswith(day.strftime("%Y-%m") if month else str(day.year)) else ""
        questions.append(({"kana": patient["kana"], "birthDate": text}, judge.name(patient["kana"], fits)))
    return questions


def areas(judge: Judge, chance: random.Random) -> list[tuple[dict, Hits]]:
    questions = []
    for patient in known(judge, "kana", "area"):
        name, area = written(patient["kana"], chance), patient["area"]
        same = [other for other, called in judge.areas.items() if called == judge.areas[area]]
        fits = lambda other: "area" if other.get("area") in same else ""
        questions.append(({"kana": name, "area": judge.areas[area]}, judge.name(name.replace("・", " "), fits)))
    return questions


def addresses(judge: Judge, chance: random.Random) -> list[tuple[dict, Hits]]:
    questions = []
    for patient in known(judge, "address"):
        town, rest = parted(patient["address"])
        quarter = re.split("[市区町村]", town.rstrip("町"))[-1] or town
        numbers = rest.split("-")
        said = [patient["address"], "静岡県" + town + "の".join(numbers), quarter[:1], quarter[:2], town + numbers[0] + "丁目"]
        questions += [({"address": text}, judge.address(text)) for text in said]
    return questions


def strange(refusing: Refusing, client: Client, key: str) -> None:
    """Words that cannot be, and words that do not belong together."""
    for words, fields in (
        ({}, ["telephone", "kana", "address"]),
        ({"kana": "サノ"}, ["birthDate", "area"]),
        ({"area": "aoi"}, ["kana"]),
        ({"telephone": "054-000-0001", "kana": "サノ"}, ["kana"]),
        ({"telephone": "119"}, ["telephone"]),
        ({"kana": "佐野", "area": "aoi"}, ["kana"]),
        ({"kana": "サノ", "birthDate": "13年2月11日"}, ["birthDate"]),
        ({"kana": "サノ", "area": "東武"}, ["area"]),
        ({"address": "3-12-5"}, ["address"]),
        ({"address": "葵", "number": "1"}, ["number"]),
        ({"telephone": 7}, ["telephone"]),
    ):
        TYPED.update(str(word) for word in words.values() if isinstance(word, str) and len(word) > 3 and word != "aoi")
        refusing.check(f"a search by {'+'.join(words) or 'nothing'}", client.post(SEARCH, key, words), 422, "invalid-fields", fields)
