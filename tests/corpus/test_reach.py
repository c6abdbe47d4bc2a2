"""Every documented request can be made: each method of the built package is called, and what it asks for is compared
with the request lines of the pages as the judge reads them.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from tests.corpus.conftest import Generated

WALK = Path(__file__).with_name("walk.py")


def test_documented_requests_are_callable(generated: Generated, judge: Path) -> None:
    documented = json.loads(gzip.decompress((judge / "truth" / "requests-beta.json.gz").read_bytes()))["requests"]
    # Every method is called, those too that the docs advise against.
    warnings = ["-W", "error", "-W", "ignore::DeprecationWarning"]
    command = [sys.executable, *warnings, str(WALK), "graph_beta"]
    done = subprocess.run(
        command, cwd=generated.out, env={"PYTHONPATH": "."}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    asked = {_asked(line) for line in done.stdout.splitlines()}
    unwritten = {re.sub(r"\([^()]*\)$", "", each) for each in asked}

    lost = [
        each
        for each in documented
        if not any(form in asked or form in unwritten for form in _with_keys(_documented(each)))
    ]

    share = 1 - len(lost) / len(documented)
    print(f"{len(documented) - len(lost)} of {len(documented)} documented requests are callable, {share:.2%}")
    assert share >= 0.995, lost


def _asked(line: str) -> str:
    """A request as the walk prints it, in the judge's form: parameters of a function by name and sorted."""
    verb, _, path = line.partition(" ")
    names = re.sub(r"\(([^()]+)\)", lambda found: _names(found[1]), f"/{path}")
    return f"{verb} {_plain(names.replace('KEY', '{}'))}"


def _names(arguments: str) -> str:
    return f"({','.join(sorted(each.partition('=')[0] for each in arguments.split(',')))})"


def _documented(request: str) -> str:
    verb, _, path = request.partition(" ")
    return f"{verb} {_plain(path)}"


def _plain(path: str) -> str:
    """Without what pages leave to the reader: `...` for further levels, empty parentheses, the usual namespace."""
    text = path.lower().replace("/...", "").replace("()", "").replace("{}$", "{}/$")
    return text.replace("/microsoft.graph.", "/").rstrip(":")


def _with_keys(request: str) -> Iterator[str]:
    """The request, and with up to two of its names read as what they are in some pages: examples of keys."""
    yield request
    parts = request.split("/")
    for count in (1, 2):
        for places in combinations(range(2, len(parts)), count):
            yield "/".join("{}" if place in places else part for place, part in enumerate(parts))
