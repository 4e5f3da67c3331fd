"""Fills the duty rota: which places a month has, and a fair turn for every physician."""

from collections import defaultdict
from datetime import timedelta

from make_people import generator


def days(first, last):
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def is_own_holiday(day, ranges):
    """Whether `day` lies in one of the yearly ranges (`12-29/01-03` goes over the new year)."""
    text = day.strftime("%m-%d")
    for begin, _, end in (entry.partition("/") for entry in ranges):
        inside = begin <= text <= end if begin <= end else text >= begin or text <= end
        if inside:
            return True
    return False


def day_type(day, national_holidays, own_holidays):
    """Holiday beats Saturday and Sunday."""
    if day in national_holidays or is_own_holiday(day, own_holidays):
        return "holiday"
    return {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday")


def places(first, last, association, slots, national_holidays):
    """Every `(day, slot name, area, call order)` from `first` to `last`, in the order of the sheet."""
    found = []
    for day in days(first, last):
        kind = day_type(day, national_holidays, association["ownHolidays"])
        for slot in (slot for slot in slots if kind in slot["dayTypes"].split()):
            for area in slot_areas(slot, association):
                found += [(day, slot["name"], area, order) for order in call_orders(slot)]
    return found


def slot_areas(slot, association):
    if slot["areas"] == "*":
        return [area["id"] for area in association["areas"]]
    return slot["areas"].split()


def call_orders(slot):
    return [order for order, needed in ((1, slot["first"]), (2, slot["second"])) if int(needed)]


def fill(wanted, physicians, subject):
    """A physician of that area for every place, a whole day between two duties, the least burdened first."""
    order = [physician["id"] for physician in physicians]
    generator(subject).shuffle(order)
    duties = defaultdict(list)
    holders = {}
    for place in wanted:
        day, _, area, _ = place
        able = [p["id"] for p in physicians if can_serve(p, area) and not is_tired(duties[p["id"]], day)]
        chosen = min(able, key=lambda one: (len(duties[one]), duties[one][-1:], order.index(one)))
        duties[chosen].append(day)
        holders[place] = chosen
    return holders


def can_serve(physician, area):
    if physician["activeTo"] or not physician["telephone"]:
        return False
    return area == "全域" or area in physician["areas"].split()


def is_tired(duties, day):
    return any(abs((day - duty).days) <= 1 for duty in duties)


def sheet(holders, form, association, physicians, holidays):
    """The rows of one month as an office writes them: `form` says how dates, areas and physicians are written."""
    date_form, area_form, physician_form = form
    people = {one["id"]: one for one in physicians}
    rows = {}
    for (day, slot, area, order), holder in holders.items():
        row = rows.setdefault(
            (day, slot, area),
            {
                "日付": date_form.format(day, day.year - 2018),
                "枠": slot,
                "第一当番": "",
                "第二当番": "",
                "地区": written_area(area, area_form, association, len(rows)),
                "備考": remark(day, slot, len(rows), holidays),
            },
        )
        text = holder if physician_form == "id" else written_name(people[holder]["name"], 2 * len(rows) + order)
        row["第一当番" if order == 1 else "第二当番"] = text
    return list(rows.values())


def written_area(area, form, association, row):
    names = {one["id"]: one["name"] for one in association["areas"]}
    by_name = form == "name" or (form == "mixed" and row % 5 < 3)
    return names.get(area, area) if by_name else area


def written_name(name, cell):
    """Mostly as in the register; some cells with a half-width space, with none, or with the everyday character."""
    if cell % 9 == 4:
        return name.replace("\u3000", "")
    if cell % 11 == 5:
        return name.replace("\u3000", " ")
    if cell % 3 == 0:
        return name.translate(str.maketrans("髙﨑", "高崎"))
    return name


def remark(day, slot, row, holidays):
    if row % 4 == 0 and "日勤" in slot:
        return holidays.get(day, "年末年始" if day.month in (12, 1) and day.weekday() < 5 else "")
    return (
        {17: "22時以降は当番携帯へ", 58: "医師会館で待機", 83: "交代済み（事務局確認）"}.get(row, "")
        if "夜" in slot
        else ""
    )
