"""Cases of the rules: one file a rule, named for its code. `UPDATE_CASES=1` rewrites what is expected, for review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.casefile import Case, read_cases, rewrite
from tests.lint.judging import BY_CODE, HERE, judged, told

FILES = sorted((HERE / "cases").glob("*.md"))
CASES = {case.name: (path.stem, case) for path in FILES for case in read_cases(path)}


def found(code: str, case: Case) -> dict[str, str]:
    return {"findings": told(judged(code, case.pages))}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    code, case = CASES[name]

    assert found(code, case) == case.expected


def test_every_rule_has_cases() -> None:
    assert {path.stem for path in FILES} == BY_CODE.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_are_bad_and_good(path: Path) -> None:
    told_by_case = [case.expected["findings"] for code, case in CASES.values() if code == path.stem]

    assert any(told_by_case)
    assert not all(told_by_case)


def test_update() -> None:
    """With `UPDATE_CASES` set, what is found becomes what is expected; the review decides."""
    if os.environ.get("UPDATE_CASES"):
        for path in FILES:
            rewrite(path, lambda case, path=path: found(path.stem, case))
