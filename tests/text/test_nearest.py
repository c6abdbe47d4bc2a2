"""The nearest name to a misspelt one: what `difflib` finds, letter case aside."""

from __future__ import annotations

import difflib

from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.nearest import did_you_mean, nearest

NAMES = st.text("abc-.", max_size=9)


@given(NAMES, st.lists(NAMES, max_size=12))
@example("abcd", ["abce", "abcf"])  # as near as each other
@example("usr.md", ["user.md", "users.md"])
def test_nearest_is_what_difflib_finds(name: str, known: list[str]) -> None:
    expected = [name] if name in known else difflib.get_close_matches(name, known, n=1, cutoff=0.75)

    assert nearest(name, known) == next(iter(expected), None)


def test_letter_case_comes_first() -> None:
    assert nearest("displayname", ["displayNames", "displayName"]) == "displayName"


def test_nothing_near_is_no_hint() -> None:
    assert did_you_mean("birthday", ["members", "owners"]) is None
