"""Part c: schemathesis against the demonstration, once with each role's key."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from client import Client
from report import Report

HERE = Path(__file__).resolve().parent
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "as_promised",
]
EXAMPLES = {"fire": 30, "association": 40, "physician": 30, "hospital": 15, "admin": 10}
SEED = 119
#: Streams, which never end, and pages that answer more slowly the more is guessed.
ENDLESS = "/events$|^/n/"
#: 412 comes before a look at the body.
SETTINGS = """[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428]
"""
#: What the office's operations are let loose on; nothing that a card of the demonstration names.
OFFICE = {
    "months": ["2026-12", "2027-01", "2027-02"],
    "colleagues": ["P050", "P051"],
    "others": ["H05", "H06"],
    "slots": ["土曜", "検証"],
}


def check(report: Report, base: str, told: dict, known: dict, folder: Path, document: Path | None) -> None:
    """`known` holds identifiers by which requests get past the first gate: numbers, physicians, areas, hospitals."""
    for role, count in EXAMPLES.items():
        result = run(base, told["keys"][role], count, {**known, **OFFICE, "role": role}, folder, document)
        (folder / f"fuzz-{role}.txt").write_text(result.stdout + result.stderr)
        cases = re.search(r"(\d+) generated", result.stdout)
        report.check(f"c  schemathesis with the {role} key, {cases[1] if cases else 'no'} cases", findings(result))
    check_reach(report, Client(base))


def check_reach(report: Report, client: Client) -> None:
    """The requests were no mere noise: whatever can be read was also answered well, and so was entering and withdrawing."""
    counted = re.findall(
        r'card_dispatch_requests_total\{endpoint="([^"]+)",method="(\w+)",status="(\d+)"\} (\d+)', client.get("/metrics").text
    )
    well = {(endpoint, method) for endpoint, method, status, _ in counted if status.startswith("2")}
    paths = client.get("/openapi.json").json["paths"]
    # No feed's secret is known here, and of cards that the other requests have ended nothing is printed.
    left_out = ("/feeds/{secret}", "/api/v1/cards/{number}/print/{form}")
    reached = [path for path in paths if path not in left_out and not re.search(ENDLESS, path)]
    shown = [(path, "GET") for path in reached if "get" in paths[path]]
    for endpoint, method in (("/api/v1/cards", "POST"), ("/api/v1/cards/{number}/withdraw", "POST"), *shown):
        seen = {status: int(count) for place, verb, status, count in counted if (place, verb) == (endpoint, method)}
        report.check(f"c  {method} {endpoint} was answered well too: {seen}", (endpoint, method) in well)


def run(base: str, key: str, count: int, known: dict, folder: Path, document: Path | None) -> subprocess.CompletedProcess:
    (folder / "schemathesis.toml").write_text(SETTINGS)
    place = [str(document), "--url", base] if document else [f"{base}/openapi.json"]
    options = [
        "--header",
        f"Authorization: Bearer {key}",
        "--phases",
        "examples,coverage,fuzzing",
        "--max-examples",
        str(count),
        "--seed",
        str(SEED),
        "--checks",
        ",".join(CHECKS),
        "--exclude-path-regex",
        ENDLESS,
        "--continue-on-failure",
        "--generation-database",
        "none",
        "--no-color",
        "--output-truncate",
        "false",
        "--warnings",
        "off",
        "--suppress-health-check",
        "all",
    ]
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "fuzz_hooks",
        "CONFORMANCE_KNOWN": json.dumps(known),
        "PYTHONPATH": str(HERE),
    }
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    tool = Path(sys.executable).parent / "schemathesis"
    return subprocess.run(
        [tool, "run", *place, *options], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
    )


def findings(result: subprocess.CompletedProcess) -> list[str]:
    """What was found wrong, each in a line."""
    if result.returncode == 0 and re.search(r"\d+ generated, \d+ passed|No issues found", result.stdout):
        return []
    found = re.findall(r"_{3,} (.+?) _{3,}\n(.*?)(?=\n_{3,} |\n=+ )", result.stdout, re.S)
    return [f"{name}: {' '.join(text.split())[:600]}" for name, text in found] or [result.stdout[-1500:] + result.stderr[-500:]]
