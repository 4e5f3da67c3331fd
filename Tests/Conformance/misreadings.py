"""Part d: numbers and times that are none, or lead nowhere."""

from client import Client, query, quoted
from refusing import Refusing
from seeds import Seeds

CARDS, DUTY = "/api/v1/cards", "/api/v1/duty"


def check(refusing: Refusing, client: Client, seeds: Seeds, number: str, keys: dict[str, str]) -> None:
    numbers(refusing, client, seeds, keys)
    unknown(refusing, client, seeds, keys)
    suggestions(refusing, client, seeds, keys)
    moments(refusing, client, number, keys["fire"])


def numbers(refusing: Refusing, client: Client, seeds: Seeds, keys: dict) -> None:
    bad = {
        "0-leading": "01000003",
        "of 7 digits": "1234567",
        "of 9 digits": "123456789",
        "of letters": "abcdefgh",
        "with a wrong check": "12345678",
        "of nothing but spaces": "%20%20",
        "with letters in it": "1234a5676",
        "%00": "%00",
        "not UTF-8": "%ff",
        "of 70 digits": "1" * 70,
        "with a digit far behind it": f"{seeds.cards[0]['number']}{quoted(' ' * 60)}7",
        "with a slash": "1234%2F5676",
        "with signs": "-+1234.5676",
    }
    for name, text in bad.items():
        answer = client.get(f"/api/v1/lookup/{text}", keys["fire"])
        refusing.check(f"a number {name}", answer, 422, "malformed-number", [])
        refusing.report.check(f"d  a number {name}: says what to do", guides(answer.json or {}))
        for role in ("shizuoka", "physician"):
            refusing.check(
                f"a number {name}, read by {role}", client.get(f"{CARDS}/{text}", keys[role]), 422, "malformed-number", []
            )
    answer = client.send("POST", f"{CARDS}/1/withdraw", keys["shizuoka"])
    refusing.check("a number that is none, withdrawn", answer, 422, "malformed-number", [])


def unknown(refusing: Refusing, client: Client, seeds: Seeds, keys: dict) -> None:
    """Well formed and never issued."""
    issued = {int(card["number"].replace("-", "")) for card in seeds.cards}
    free = [str(number) for number in range(20_000_000, 20_100_000) if number % 97 == 1 and number not in issued]
    for text in (free[0], free[-1]):
        answer = client.get(f"/api/v1/lookup/{text}", keys["fire"])
        refusing.check("a number never issued", answer, 404, "unknown-card", [])
        value = answer.json or {}
        refusing.report.check("d  a number never issued: nothing is suggested", guides(value) + value.get("didYouMean", []))
        refusing.check("a number never issued, read", client.get(f"{CARDS}/{text}", keys["shizuoka"]), 404, "unknown-card", [])
        answer = client.send("POST", f"{CARDS}/{text}/withdraw", keys["shizuoka"])
        refusing.check("a number never issued, withdrawn", answer, 404, "unknown-card", [])


def suggestions(refusing: Refusing, client: Client, seeds: Seeds, keys: dict) -> None:
    """A slip of the tongue or of the finger is guessed, for fire alone."""
    number = next(text for card in seeds.cards if (text := card["number"].replace("-", ""))[2] != text[3])
    meant, wrong = card_text(number), str((int(number[4]) + 1) % 10)
    slips = {
        "two digits swapped": number[:2] + number[3] + number[2] + number[4:],
        "a digit missing": number[:5] + number[6:],
        "a digit doubled": number[:3] + number[2:],
        "a wrong digit": number[:4] + wrong + number[5:],
    }
    for name, text in slips.items():
        answer = client.get(f"/api/v1/lookup/{text}", keys["fire"])
        refusing.check(f"a number with {name}", answer, 422, "malformed-number", [])
        suggested = [entry["number"] for entry in (answer.json or {}).get("didYouMean", [])]
        refusing.report.check(f"d  a number with {name}: the right one is suggested", meant in suggested)
        answer = client.get(f"/api/v1/lookup/{text}", keys["hospital"])
        refusing.report.check(
            f"d  a number with {name}: nothing is suggested to a hospital", (answer.json or {}).get("didYouMean") == []
        )


def card_text(number: str) -> str:
    return f"{number[:4]}-{number[4:]}"


def guides(value: dict) -> list[str]:
    """What is missing of what a dispatcher is told where a number leads nowhere."""
    return ([] if value.get("nextSearches") == ["telephone", "kana+birthDate", "kana+area", "address"] else ["next searches"]) + (
        [] if "通常の119番として対応してください" in value.get("sentence", "") else ["sentence"]
    )


def moments(refusing: Refusing, client: Client, number: str, key: str) -> None:
    calls = {"a look-up": f"/api/v1/lookup/{number}?", "the duty call": DUTY + query(association="shizuoka", area="aoi") + "&"}
    for call, path in calls.items():
        for text in ("2026-11-24T22:03:07", "2026-11-24T22:03:07.5", "2026-11-24T22:03"):
            refusing.check(f"{call} for {text}", client.get(f"{path}at={quoted(text)}", key), 422, "time-without-offset", ["at"])
        for text in (
            "",
            "now",
            "2026-11-24",
            "22:03",
            "2026-13-01T00:00:00Z",
            "2027-02-29T00:00:00Z",
            "2026-11-24T24:00:00Z",
            "2026-11-24T22:60:00Z",
            "2026-11-24T22:03:07+9",
            "2026-11-24T22:03:07+09:00x",
            "1764000000",
            "令和8年11月24日",
            "2026-11-24T22:03:07.Z",
            "9999-12-31T23:59:59-10:00",
        ):
            refusing.check(
                f"{call} for {text or 'an empty time'}",
                client.get(f"{path}at={quoted(text)}", key),
                422,
                "malformed-time",
                ["at"],
            )
