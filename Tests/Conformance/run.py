#!/usr/bin/env python3
"""Runs the conformance suite against a built card-dispatch.

    python3 Tests/Conformance/run.py --binary .build/debug/card-dispatch

Judges that share no code with the program: validators of OpenAPI and JSON Schema, schemathesis, tables of holidays, and readers of the seed
files written here from Seeds/README.md alone. Prints a line for each check and the count; exit code 1 where one failed. Needs Python 3.11 and,
the first time, a package index: it keeps a virtual environment in the temporary folder.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from judges import environment

HERE = Path(__file__).resolve().parent
#: When every run begins: the seeds' sheets are of the months around that day, and it is a night with somebody on duty.
BEGINNING = datetime(2026, 11, 27, 6, 0, tzinfo=timezone(timedelta(hours=9)))


def moved_clock(folder: Path) -> dict[str, str]:
    """The environment in which it is BEGINNING now, for the judges and for the program that they start."""
    source, library = HERE / "clock.c", folder / "clock.so"
    if not library.exists() or library.stat().st_mtime < source.stat().st_mtime:
        compiler = next(filter(shutil.which, ("clang", "gcc", "cc")), None)
        if compiler is None:
            sys.exit("run.py needs clang or gcc")
        flags = ["-std=gnu11", "-O1", "-Wall", "-Werror", "-shared", "-fPIC"]
        subprocess.run([compiler, *flags, source, "-o", library, "-ldl"], check=True)
    return {"LD_PRELOAD": str(library), "CLOCK_SECONDS": str(round(BEGINNING.timestamp() - time.time()))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, type=Path, help="the built card-dispatch")
    parser.add_argument("--document", type=Path, help="judge by this OpenAPI document instead of the one that is served")
    parser.add_argument("--only", default="", help="only these parts, such as abf; all of them unless set")
    parser.add_argument("--keep", type=Path, help="keep databases and logs in this folder")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.inside:
        python = environment("conformance", HERE / "requirements.txt")
        arguments = [str(python), "-B", str(HERE / "run.py"), "--inside", *sys.argv[1:]]
        os.execve(python, arguments, os.environ | moved_clock(python.parent.parent))
    from suite import run

    sys.exit(run(options))


if __name__ == "__main__":
    main()
