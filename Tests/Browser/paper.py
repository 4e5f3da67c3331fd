"""Printed paper, as other programs see it."""

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

MILLIMETRE = 72 / 25.4
#: Browsers round a page up to whole device pixels.
ROUNDING = 0.6
CARD = (85.6, 54.0)
A4 = (210.0, 297.0)


@dataclass
class Paper:
    """A PDF file in a folder of its own."""

    file: Path

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page, in points."""
        shown = run("pdfinfo", "-l", "99", str(self.file))
        return [(float(width), float(height)) for width, height in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", shown)]

    def text(self, page: int = 0) -> str:
        """What is written, without white space and marks of variants; of all pages unless one is named."""
        pages = ["-f", str(page), "-l", str(page)] if page else []
        return plain(run("pdftotext", *pages, str(self.file), "-"))

    def outside(self) -> list[str]:
        """Words that lie outside their page."""
        found = []
        for page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', run("pdftotext", "-bbox", str(self.file), "-"), re.S):
            width, height = float(page[0]), float(page[1])
            for word in re.finditer(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page[2]):
                left, top, right, bottom = (float(word[index]) for index in range(1, 5))
                # A word's box is as high as its font's tallest sign: a third of it lies above what is seen, and a third below.
                rise = (bottom - top) / 3
                if left < 0 or right > width or top + rise < 0 or bottom - rise > height:
                    found.append(f"{word[5]} at {left:.0f},{top:.0f}–{right:.0f},{bottom:.0f} of {width:.0f}×{height:.0f}")
        return found

    def codes(self, page: int, resolution: int) -> list[str]:
        """What is read from the codes on a page rendered at so many dots to the inch."""
        picture = self.picture(page, resolution)
        shown = subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True, timeout=60)
        return shown.stdout.split()

    def picture(self, page: int, resolution: int, *more: str) -> Path:
        place = self.file.with_name(f"{self.file.stem}-{page}-{resolution}{''.join(more)}")
        run("pdftoppm", "-r", str(resolution), "-f", str(page), "-l", str(page), "-singlefile", "-png", *more, str(self.file), str(place))
        return place.with_name(place.name + ".png")


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def plain(text: str) -> str:
    """A text as it can be compared: what is left of it on paper."""
    kept = (sign for sign in text if not sign.isspace() and not 0xE0100 <= ord(sign) <= 0xE01EF and not unicodedata.combining(sign))
    return "".join(kept)


def is_size(page: tuple[float, float], wanted: tuple[float, float]) -> bool:
    return all(abs(seen - length * MILLIMETRE) <= ROUNDING for seen, length in zip(page, wanted))
