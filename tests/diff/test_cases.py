"""Each kind of change as two docs folders and what is told of them. `UPDATE_CASES=1` rewrites what is expected, for review."""

from __future__ import annotations

import os

import pytest

from generator.diff import CHANGES
from generator.diff.render import Section, render_text
from tests.diff.states import CASES, NAMES, compared

CODES = {rule.code for rule in CHANGES}
NO_CHANGE_OF_ITS_OWN = {"defined-later", "moved-to-base", "no-change", "paths-alone"}
"""Cases that show what is *not* listed."""


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str) -> None:
    told = render_text([Section(names=("api",), found=compared(name))], "before", "after")
    expected = CASES / name / "expected.txt"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(told, encoding="utf-8")

    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(CODES))
def test_a_kind_of_change_is_found_where_its_case_shows_it(name: str) -> None:
    assert name in {each.code for each in compared(name).changes}


def test_every_case_shows_something() -> None:
    assert set(NAMES) == CODES | NO_CHANGE_OF_ITS_OWN
