"""Every documented example, replayed by the package's own tests as a user runs them: how many there are and how many pass, in what time.

A half of an example is a test: its request, its response. The numbers in `examples.json` may not drop;
`UPDATE_EXAMPLES=1 python -m pytest tests/corpus/test_examples.py` writes them anew, for review.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.corpus.conftest import Generated

HELD = Path(__file__).parent / "examples.json"
_MEGABYTES, _SECONDS = 600, 90
"""The time is of one core, and half as much again as it should take, for machines that are slow or shared."""
_HALVES = ("request", "response")
_RUN = """
import pathlib, sys, pytest
code = pytest.main(sys.argv[2:])
status = pathlib.Path("/proc/self/status")
pathlib.Path(sys.argv[1]).write_text(status.read_text() if status.exists() else "")
sys.exit(code)
"""
"""Pytest as it comes, and what the process itself knows of its memory: what `wait4` tells begins with the parent's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """The package's tests after a run."""

    returncode: int
    output: str
    outcomes: Counter[tuple[str, str]]
    """Tests by half and outcome: passed, pytest.xfail, pytest.skip, failure, error."""
    seconds: float
    megabytes: float


@pytest.fixture(scope="module")
def replayed(generated: Generated) -> Replayed:
    """All examples, in one process with nothing compiled before: pytest as it comes, without plugins of ours."""
    output, report = generated.project / "examples.out", generated.project / "examples.xml"
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    status_file = generated.project / "examples.status"
    arguments = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--junitxml={report}"]
    command = [sys.executable, "-c", _RUN, str(status_file), *arguments]
    with output.open("wb") as written:
        process = subprocess.Popen(command, cwd=generated.out, env=plain, stdout=written, stderr=written)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Replayed(
        returncode=process.returncode,
        output=output.read_text("utf-8", "replace"),
        outcomes=Counter(_outcome(each) for each in ET.parse(report).iter("testcase")),
        seconds=usage.ru_utime + usage.ru_stime,
        megabytes=_peak(status_file.read_text()) or usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3),
    )


def test_every_example_passes_or_is_known_wrong(replayed: Replayed) -> None:
    assert replayed.returncode == 0, replayed.output[-8000:]
    assert {outcome for _, outcome in replayed.outcomes} <= {"passed", "pytest.xfail"}
    assert {half for half, _ in replayed.outcomes} == set(_HALVES)


def test_no_number_drops(replayed: Replayed) -> None:
    found = {half: _counts(replayed.outcomes, half) for half in _HALVES}
    if os.environ.get("UPDATE_EXAMPLES"):
        HELD.write_text(json.dumps(found, indent=1) + "\n")
    held = json.loads(HELD.read_text())

    dropped = {
        f"{half} {name}": f"{number} -> {found[half][name]}"
        for half, numbers in held.items()
        for name, number in numbers.items()
        if found[half][name] < number
    }

    print(found)
    assert dropped == {}


def test_the_run_is_quick_and_small(replayed: Replayed) -> None:
    print(f"{replayed.seconds:.1f} s of CPU, {replayed.megabytes:.0f} MB")
    assert replayed.seconds < _SECONDS
    assert replayed.megabytes < _MEGABYTES


def _peak(status: str) -> float | None:
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) / 1e3 if found else None


def _outcome(case: ET.Element) -> tuple[str, str]:
    half = case.get("name", "").rstrip("]").rpartition("-")[2]
    for child in case:
        if child.tag in ("failure", "error", "skipped"):
            return half, child.get("type") or child.tag
    return half, "passed"


def _counts(outcomes: Counter[tuple[str, str]], half: str) -> dict[str, int]:
    tests = sum(number for (of, _), number in outcomes.items() if of == half)
    return {"tests": tests, "passing": outcomes[half, "passed"]}
