"""Makes households: who lives together and where, who cares for them, who their relatives are."""

from dataclasses import dataclass
from datetime import date, timedelta

import make_texts as texts
from make_people import generator

TODAY = date(2026, 11, 23)  # the day around which all dates are laid
OLDEST = {"SZ0005": "1926-12-27", "SZ0011": "1926-05-08"}  # born in the first week of Showa, and in Taisho


@dataclass
class Household:
    """What those who live together share."""

    kind: str
    area: str
    postal_code: str
    address: str
    telephone: str
    door_notes: str
    attending: str
    deputy: str | None
    nurse: dict | None


class HouseholdMaker:
    """Makes the households of one association out of the pools that both associations share."""

    def __init__(self, association, prefix, area_weights, physicians, pools):
        self._prefix, self._area_weights, self._physicians = prefix, area_weights, physicians
        self._names, self._telephones, self._addresses = pools
        self._random = generator(f"households:{association}")
        self._nurses = [
            {"name": name, "telephone": self._telephones.landline()} for name in texts.NURSE_STATIONS[association]
        ]
        self._patients = 0

    def household(self, kind):
        area = "suruga" if kind == "careHome" else "aoi" if kind == "orphaned" else self._weighted_area()
        code, address = self._addresses.draw(area)
        notes = texts.DOOR_NOTES
        if kind == "careHome":
            address, notes = f"{address}\u3000{texts.CARE_HOME}", [""]
        elif kind == "single" and self._random.random() < 0.12:
            address, notes = f"{address}\u3000{self._random.choice(texts.BUILDINGS)}", texts.BUILDING_DOOR_NOTES
        attending, deputy, nurse = self._carers(kind, area)
        return Household(
            kind, area, code, address, self._telephones.landline(), self._random.choice(notes), attending, deputy, nurse
        )

    def _weighted_area(self):
        areas, weights = zip(*self._area_weights.items())
        return self._random.choices(areas, weights)[0]

    def _carers(self, kind, area):
        """Attending and deputy physician and visiting nurse; both physicians of the `orphaned` card have left since."""
        if kind == "orphaned":
            return *(p["id"] for p in self._physicians if p["activeTo"]), None
        able = [
            p["id"] for p in self._physicians if p["telephone"] and not p["activeTo"] and area in p["areas"].split()
        ]
        attending, deputy = self._random.sample(able, 2)
        nurse = self._random.choice(self._nurses) if kind == "careHome" or self._random.random() < 0.65 else None
        return attending, deputy if self._random.random() < 0.5 else None, nurse

    def patient(self, household, member):
        """`(patient, family)` of somebody who is the only patient of that family."""
        sex = self._random.choices(["female", "male"], [6, 4])[0]
        if member == "training":
            name = ("訓練\u3000花子", "クンレン\u3000ハナコ")
            return self._person_entry(household, *name, "female", 86), [
                self._relative(("訓練", "クンレン"), relationship="長男")
            ]
        family_name = self._names.family_name()
        age = self._age()
        generation = "elder" if age >= 70 else "younger"
        name, kana = self._names.person(sex, generation, family_name)
        patient = self._person_entry(household, name, kana, sex, age)
        if household.kind == "careHome":
            room = 201 + self._patients % 8
            patient["doorNotes"] = f"正面玄関は夜間施錠。インターホンで夜勤者を呼ぶ。居室は2階{room}号室。"
        if self._random.random() < 0.3:
            patient["telephones"] += [self._telephones.mobile()]
        return patient, self._family(family_name, sex, generation)

    def couple(self, household):
        family_name = self._names.family_name()
        age = self._random.randint(77, 93)
        child = self._relative(family_name, self._random.choice(["female", "male"]))
        couple = []
        for sex, years in (("male", age), ("female", age - self._random.randint(0, 5))):
            name, kana = self._names.person(sex, "elder", family_name)
            couple.append(self._person_entry(household, name, kana, sex, years))
        return [(patient, [self._spouse(other), child]) for patient, other in zip(couple, reversed(couple))]

    def _spouse(self, patient):
        relationship = "夫" if patient["sex"] == "male" else "妻"
        return {"name": patient["name"], "relationship": relationship, "telephone": patient["telephones"][0]}

    def _person_entry(self, household, name, kana, sex, age):
        self._patients += 1
        identifier = f"{self._prefix}{self._patients:04}"
        return {
            "id": identifier,
            "name": name,
            "kana": kana,
            "birthDate": OLDEST.get(identifier) or self._birth_date(age),
            "sex": sex,
            "postalCode": household.postal_code,
            "address": household.address,
            "area": household.area,
            "doorNotes": household.door_notes,
            "telephones": [household.telephone],
        }

    def _age(self):
        """Mostly 70 to 98, a few younger."""
        spans = [(52, 69), (70, 79), (80, 98)]
        return self._random.randint(*self._random.choices(spans, [6, 28, 66])[0])

    def _birth_date(self, age):
        last = date(TODAY.year - age, TODAY.month, TODAY.day)
        return (last - timedelta(self._random.randint(0, 364))).isoformat()

    def _family(self, family_name, sex, generation):
        """One to three relatives; a spouse or children who keep the name, or daughters who have another."""
        kinds = [
            ("夫" if sex == "female" else "妻", 3),
            ("長男", 5),
            ("長女", 5),
            ("次男", 2),
            ("次女", 3),
            ("長男の妻", 2),
            ("姪", 1),
        ]
        chosen = {self._random.choices(*zip(*kinds))[0] for _ in range(self._random.choice([1, 2, 2, 3]))}
        return [
            self._relative(family_name, generation=generation, relationship=kind) for kind, _ in kinds if kind in chosen
        ]

    def _relative(self, family_name, sex=None, relationship=None, generation="elder"):
        relationship = relationship or ("長男" if sex == "male" else "長女")
        sex = "male" if relationship in {"夫", "長男", "次男"} else "female"
        married = relationship in {"長女", "次女", "姪"} and self._random.random() < 0.6
        generation = generation if relationship in {"夫", "妻"} else "younger"
        name, _ = self._names.person(sex, generation, None if married else family_name)
        return {"name": name, "relationship": relationship, "telephone": self._telephones.mobile()}
