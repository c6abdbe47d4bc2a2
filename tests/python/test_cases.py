"""Cases of the Python back end: pages as Markdown, generated files by path. `UPDATE_CASES=1` rewrites them for review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.indexes.indexed import Indexed
from generator.python import lower
from tests.casefile import Case, read_cases, rewrite
from tests.python.lowering import OPTIONS, files, linked

FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))
CASES = {case.name: case for path in FILES for case in read_cases(path)}


def found(case: Case) -> dict[str, str]:
    """The files the case asks for, and what was reported; "absent" for a file that is not made."""
    lowered = lower(Indexed(api=linked(case.pages)), OPTIONS)
    made = files(lowered)
    made["findings"] = "".join(f"{each.span}: {each.code}: {each.message}\n" for each in lowered.diagnostics)
    return {name: made.get(name, "absent\n") for name in case.expected}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]

    assert found(case) == case.expected


def test_update() -> None:
    """With `UPDATE_CASES` set, what is found becomes what is expected; the review decides."""
    if os.environ.get("UPDATE_CASES"):
        for path in FILES:
            rewrite(path, found)
