"""The cards that are printed: plain ones and those that ask most of the paper."""

import copy

from entries import green, yellow

#: Forty letters, those among them that fonts and programs stumble over: outside JIS, outside the basic plane, and with a mark of its variant.
LONG = "㐂𠮷髙葛\U000e0100勅使河原五百旗頭小比類巻蓑輪　寿限無五劫のすりきれ海砂利水魚の水行末雲来"
WISH = "".join(f"{number}つめの願いは家で静かに過ごすことです。" for number in range(1, 200))[:2000]


def plain(number: int, colour: str = "green") -> dict:
    """An entry that is in force at once."""
    entry = copy.deepcopy(green(number) if colour == "green" else yellow(number))
    entry["training"] = False
    return entry


def longest(number: int, colour: str = "green") -> dict:
    """As long as it may be, all of it: a name of a hundred letters, too."""
    entry = plain(number, colour)
    entry["patient"]["name"] = (LONG * 3)[:100]
    entry["visitingNurse"]["name"] = "訪問看護ステーション" + "長" * 90
    entry["wish"]["text"] = WISH
    entry["wish"]["participants"] = ["検証の長い間柄の人" * 8] * 6
    return entry


def named(number: int, name: str, colour: str = "green") -> dict:
    entry = plain(number, colour)
    entry["patient"]["name"] = name
    return entry
