"""Makes the cards of an association: which kinds there are, and each with texts and dates that fit one another."""

from datetime import date, timedelta

import make_texts as texts
from make_households import TODAY
from make_people import generator

SUSPENDED_SINCE = [date(2026, 11, 17), date(2026, 11, 4), date(2026, 10, 12), date(2026, 11, 21)]
DRAFTS = {"draft", "incomplete"}
ENDED = {"withdrawn", "deceased", "moved", "superseded"}

# How many households of which kind, and the cards in each: (number, [(kind, colour), …]).
SHIZUOKA = [
    (45, [("active", "green")]),
    (26, [("active", "yellow")]),
    (2, [("active", "green"), ("active", "green")]),
    (2, [("active", "green"), ("active", "yellow")]),
    (1, [("active", "yellow"), ("active", "yellow")]),
    (1, [("active", "green")] * 3 + [("active", "yellow")]),
    (1, [("orphaned", "green")]),
    (1, [("training", "green")]),
    (4, [("expired", "green")]),
    (2, [("expired", "yellow")]),
    (3, [("unconfirmed", "green")]),
    (3, [("unconfirmed", "yellow")]),
    (2, [("suspended", "green")]),
    (2, [("suspended", "yellow")]),
    (2, [("draft", "green")]),
    (1, [("incomplete", "yellow")]),
    (2, [("withdrawn", "green")]),
    (2, [("withdrawn", "yellow")]),
    (2, [("deceased", "green")]),
    (1, [("moved", "green")]),
    (1, [("moved", "yellow")]),
    (1, [("superseded", "green"), ("active", "green")]),
    (1, [("superseded", "yellow"), ("active", "yellow")]),
    (1, [("superseded", "yellow"), ("active", "green")]),
]
SHIMIZU = [
    (6, [("active", "green")]),
    (3, [("active", "yellow")]),
    (1, [("expired", "green")]),
    (1, [("unconfirmed", "yellow")]),
    (1, [("withdrawn", "green")]),
]


class CardNumbers:
    """Eight digits, the last two ISO 7064 MOD 97-10; no two within two digit changes of each other."""

    def __init__(self):
        self._random = generator("numbers")
        self._drawn = []

    def draw(self):
        while True:
            head = self._random.randrange(100000, 1000000)
            number = f"{head}{98 - head * 100 % 97:02}"
            if all(sum(a != b for a, b in zip(number, other)) > 2 for other in self._drawn):
                self._drawn.append(number)
                return f"{number[:4]}-{number[4:]}"


class CardMaker:
    """Makes the cards of one association; `hospitals` are those near each area, `numbers` are unique over all."""

    def __init__(self, association, households, hospitals, numbers):
        self._association, self._households, self._hospitals, self._numbers = (
            association,
            households,
            hospitals,
            numbers,
        )
        self._random = generator(f"cards:{association}")
        self._wishes = set()
        self._suspended = iter(SUSPENDED_SINCE)

    def cards(self, kinds):
        """All cards, household by household, the households shuffled."""
        groups = [members for number, members in kinds for _ in range(number)]
        self._random.shuffle(groups)
        return [card for members in groups for card in self._household_cards(members)]

    def _household_cards(self, members):
        if members[0][0] == "superseded":
            return self._reissued(members)
        kind = {1: "single", 2: "couple", 4: "careHome"}[len(members)]
        household = self._households.household("orphaned" if members[0][0] == "orphaned" else kind)
        if kind == "couple":
            patients = self._households.couple(household)
        else:
            patients = [self._households.patient(household, member) for member, _ in members]
        return [self._card(household, *patient, member, colour) for patient, (member, colour) in zip(patients, members)]

    def _reissued(self, members):
        """A card and the one that took its place: same patient, the old one ends on the day the new one is issued."""
        household = self._households.household("single")
        patient, family = self._households.patient(household, "active")
        colours = {colour for _, colour in members}
        ended = self._day(date(2026, 7, 1), date(2026, 11, 10))
        issued = self._day(ended - timedelta(300), ended - timedelta(40))
        old = self._card(household, patient, family, *members[0], issued, colours) | {"endedOn": ended.isoformat()}
        new = self._card(household, patient, family, *members[1], ended, colours)
        new["clinical"] = old["clinical"] | {"lastVisitOn": new["clinical"]["lastVisitOn"]}
        if len(colours) == 1:
            new["hospitals"], new["wish"]["text"] = old["hospitals"], old["wish"]["text"]
        return [old, new]

    def _card(self, household, patient, family, member, colour, issued=None, colours=None):
        issued = issued or self._issued(member, colour)
        confirmed = issued - timedelta(self._random.randint(0, 10))
        hospitals = self._agreements_with_hospitals(household, confirmed) if colour == "yellow" else []
        participants = self._participants(household, family)
        clinical, by_family = self._clinical(patient, colours or {colour}, issued)
        card = self._head(member, issued) | {
            "association": self._association,
            "colour": colour,
            "patient": patient,
            "family": family,
            "attendingPhysician": household.attending,
            "deputyPhysician": household.deputy,
            "visitingNurse": household.nurse,
            "wish": self._wish(household, colour, hospitals, confirmed, participants),
            "clinical": clinical,
            "hospitals": hospitals,
            "consent": self._consent(family, by_family, colour, confirmed),
            "validUntil": None if member in DRAFTS else self._a_year_from(issued),
            "training": member == "training",
        }
        if member == "incomplete":
            card |= {"family": [], "wish": None, "consent": None, "hospitals": []}
        return card

    def _head(self, member, issued):
        """Number, state and what belongs to the state."""
        head = {"number": self._numbers.draw(), "state": "ended" if member in ENDED else "active"}
        if member in DRAFTS:
            return head | {"state": "draft"}
        head["issuedOn"] = issued.isoformat()
        if member in ENDED:
            head |= {"endedReason": member, "endedOn": self._day(date(2026, 9, 1), date(2026, 11, 20)).isoformat()}
        if member == "suspended":
            head |= {"state": "suspended", "suspendedSince": next(self._suspended).isoformat()}
        if member == "unconfirmed":
            head["confirmed"] = None
        return head

    def _issued(self, member, colour):
        """A day that suits the state; yellow cards are mostly younger than their review of three months."""
        spans = {
            "expired": ("2025-07-01", "2025-11-10"),
            "unconfirmed": ("2026-10-20", "2026-11-20"),
            "suspended": ("2026-03-01", "2026-10-05"),
            "orphaned": ("2026-02-16", "2026-02-20"),
            "withdrawn": ("2026-01-05", "2026-08-20"),
            "deceased": ("2026-01-05", "2026-08-20"),
            "moved": ("2026-01-05", "2026-08-20"),
        }
        recent = colour == "yellow" and self._random.random() < 0.7
        span = spans.get(member, ("2026-08-26" if recent else "2026-02-16", "2026-11-15"))
        return self._day(*map(date.fromisoformat, span))

    def _day(self, first, last):
        return first + timedelta(self._random.randint(0, (last - first).days))

    def _a_year_from(self, day):
        return (day.replace(year=day.year + 1) - timedelta(1)).isoformat()

    def _agreements_with_hospitals(self, household, confirmed):
        chosen = self._random.sample(self._hospitals[household.area], self._random.choice([1, 2]))
        return [
            {
                "hospital": hospital["id"],
                "agreedOn": (confirmed - timedelta(self._random.randint(0, 20))).isoformat(),
                "patientNumber": str(self._random.randrange(10**7, 10**8)) if self._random.random() < 0.6 else None,
            }
            for hospital in chosen
        ]

    def _participants(self, household, family):
        others = ["訪問看護師" if household.nurse else "薬剤師", "ケアマネジャー"]
        return [
            "本人",
            *(one["relationship"] for one in family),
            *self._random.sample(others, self._random.choice([0, 0, 1])),
        ]

    def _wish(self, household, colour, hospitals, confirmed, participants):
        text = self._wish_text(household, colour, hospitals)
        agreements = texts.GREEN_AGREEMENTS if colour == "green" else texts.YELLOW_AGREEMENTS
        return {
            "text": text,
            "confirmedOn": confirmed.isoformat(),
            "confirmedBy": household.attending,
            "participants": participants,
            "agreements": self._suitable(household, agreements),
        }

    def _suitable(self, household, choices):
        """One of them; what speaks of a visiting nurse only where there is one."""
        return self._random.choice([text for text in choices if household.nurse or "訪問看護" not in text])

    def _wish_text(self, household, colour, hospitals):
        """Three sentences that no other card has in this combination."""
        parts = (texts.GREEN_WISHES, texts.GREEN_MANNERS, texts.GREEN_CLOSINGS)
        if colour == "yellow":
            parts = (texts.YELLOW_WISHES, texts.YELLOW_MANNERS, texts.YELLOW_CLOSINGS)
        elif household.kind == "careHome":
            parts = (texts.CARE_HOME_WISHES, *parts[1:])
        while True:
            text = "".join(self._suitable(household, part) for part in parts)
            if text not in self._wishes:
                self._wishes.add(text)
                return text.replace("{hospital}", self._hospital_name(hospitals))

    def _hospital_name(self, hospitals):
        if not hospitals:
            return ""
        return next(h["name"] for near in self._hospitals.values() for h in near if h["id"] == hospitals[0]["hospital"])

    def _clinical(self, patient, colours, issued):
        """`(clinical, whether the family decides for the patient)`."""
        age = TODAY.year - int(patient["birthDate"][:4])
        fitting = [p for p in texts.CLINICAL_PICTURES if p["fits"] == "both" or {p["fits"]} == colours]
        fitting = [
            p
            for p in fitting
            if p.get("from_age", 0) <= age <= p.get("oldest", 120) and p.get("sex", patient["sex"]) == patient["sex"]
        ]
        picture = self._random.choice(fitting)
        fields = ["diagnosis", "expectedCourse", "foreseenSigns", "medication", "drugsKeptAt", "devices"]
        clinical = {name: picture[name] for name in fields}
        clinical["lastVisitOn"] = (issued - timedelta(self._random.randint(0, 14))).isoformat()
        clinical["allergies"] = picture.get("allergies") or self._random.choice(texts.ALLERGIES)
        clinical["infections"] = picture.get("infections") or self._random.choice(texts.INFECTIONS)
        return clinical, picture.get("decides") == "family" or self._random.random() < 0.15

    def _consent(self, family, by_family, colour, confirmed):
        giver = family[0] if by_family else {"name": "本人", "relationship": "本人"}
        shared = ["fire", "dutyPhysician"] + (["hospital"] if colour == "yellow" else [])
        return {
            "givenBy": giver["name"],
            "relationship": giver["relationship"],
            "givenOn": confirmed.isoformat(),
            "sharedWith": shared,
        }
