#!/usr/bin/env python3
"""Runs the fault tests against a built card-dispatch: kills, stalled and full disks, tampering.

    python3 Tests/Faults/run.py --binary .build/debug/card-dispatch [--only WORD] [--kills N] [--seed N]

Everything happens in temporary folders and on 127.0.0.1. Scenarios that need strace or a mount are skipped, with a reason,
where that is not permitted. Exit code 1 where a scenario fails.
"""

import argparse
import os
import pathlib
import random
import sys
import time
import traceback

sys.dont_write_bytecode = True

import archiving
import calls
import commanding
import desk
import filling
import freezing
import killing
import modes
import nightfile
import receivers
import stalling
import stopping
import tampering
import withdrawing
from installation import Bench
from scenario import SCENARIOS, Failed, Skipped


def main():
    """Runs the scenarios chosen and prints a line for each."""
    options = parse()
    os.umask(0o022)
    print(f"seed {options.seed}", flush=True)
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for sentence, function in SCENARIOS:
        if options.only in sentence:
            bench = Bench(options.binary.resolve(), options.seeds, random.Random(options.seed), options.kills)
            counts[run(sentence, function, bench)] += 1
    if counts["skipped"]:
        print(f"{counts['skipped']} skipped")
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.exit(1 if counts["failed"] else 0)


def parse():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True, help="the card-dispatch to test")
    parser.add_argument("--seeds", type=pathlib.Path, default=root / "Seeds", help="where the data comes from")
    parser.add_argument("--only", default="", help="run only scenarios whose sentence contains this")
    parser.add_argument("--kills", type=int, default=50, help="how often the daemon is killed under load")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="for the random moments")
    return parser.parse_args()


def run(sentence, function, bench):
    """Runs one scenario, prints its line and says how it went."""
    began = time.monotonic()
    try:
        outcome, more = "passed", function(bench)
    except Skipped as reason:
        outcome, more = "skipped", str(reason)
    except Failed as failure:
        outcome, more = "failed", str(failure)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        outcome, more = "failed", f"{type(error).__name__} in {place.name}, {place.filename}:{place.lineno}: {error}"
    figures = f" ({more})" if more else ""
    print(f"{outcome:8}{time.monotonic() - began:6.1f} s  {sentence}{figures}", flush=True)
    return outcome


if __name__ == "__main__":
    main()
