"""What holds for any two states: nothing changes by itself, what one way adds the other removes, names of changes are stable."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diff import Change, compare
from generator.diff.model import Happening
from generator.model.api import Api
from generator.model.declarations import short
from generator.text import Span
from tests.diff.states import NAMES, compared, state

STATES = st.builds(state, st.sampled_from(NAMES), st.sampled_from(["before", "after"]))


@given(STATES)
@settings(deadline=None)
def test_a_state_does_not_differ_from_itself(api: Api) -> None:
    assert compare(api, api).changes == ()


@given(STATES, STATES)
@settings(deadline=None)
def test_what_one_way_adds_the_other_way_removes(old: Api, new: Api) -> None:
    there, back = compare(old, new), compare(new, old)

    assert subjects(there.changes, Happening.ADDED) == subjects(back.changes, Happening.REMOVED)
    assert subjects(there.changes, Happening.REMOVED) == subjects(back.changes, Happening.ADDED)


def subjects(changes: tuple[Change, ...], happening: Happening) -> set[tuple[str, str, str]]:
    """By short names, and without those of placeholders: what moved, and a path, go by the new ones, whichever that is."""
    return {
        (each.kind, short(each.type or ""), short(each.name.lower()) if each.name == each.type else unnamed(each.name))
        for each in changes
        if each.change is happening
    }


def unnamed(text: str) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", text.lower())


@given(STATES, STATES)
@settings(deadline=None)
def test_a_change_is_listed_once(old: Api, new: Api) -> None:
    found = [each.fingerprint for each in compare(old, new).changes]

    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", NAMES)
def test_places_play_no_part(name: str) -> None:
    """The same facts on other pages and lines are no change, and changes keep their fingerprints."""
    before, after = state(name, "before"), state(name, "after")

    assert compare(before, moved(before)).changes == ()
    assert [each.fingerprint for each in compare(before, moved(after)).changes] == [
        each.fingerprint for each in compared(name).changes
    ]


def moved(api: Api) -> Api:
    """The same API, told one line further down."""
    found = shifted(msgspec.to_builtins(api))
    return msgspec.convert(found, Api)


def shifted(value: object) -> object:
    match value:
        case {"path": str(), "line": int(line), "end_line": int(end), **rest}:
            return {**value, **rest, "line": line + 1, "end_line": end + 1}
        case dict():
            return {key: shifted(each) for key, each in value.items()}
        case list() | tuple():
            return [shifted(each) for each in value]
        case _:
            return value


def test_spans_are_what_moves() -> None:
    assert shifted(msgspec.to_builtins(Span.at("a.md", 1))) == msgspec.to_builtins(Span.at("a.md", 2))
