"""Checks as they are printed and counted."""


class Report:
    """A line for each check; a check that fails says what it saw."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def check(self, name: str, faults: object = ()) -> bool:
        """Passes where there are no faults: an empty list, or True. A list of faults is shortened when it is printed."""
        if faults is True or faults is False:
            faults = [] if faults else ["not so"]
        found = [str(fault) for fault in faults]
        if found:
            self.failed += 1
            more = f" (and {len(found) - 3} more)" if len(found) > 3 else ""
            print(f"FAIL  {name}: {' | '.join(fault[:400] for fault in found[:3])}{more}", flush=True)
        else:
            self.passed += 1
            print(f"ok    {name}", flush=True)
        return not found

    def compare(self, name: str, seen: object, wanted: object) -> bool:
        """Passes where both are equal."""
        return self.check(name, [] if seen == wanted else [f"{seen!r} instead of {wanted!r}"])

    def summary(self) -> int:
        """Prints the count and gives the exit code."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
