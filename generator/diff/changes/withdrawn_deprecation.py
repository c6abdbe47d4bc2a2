"""Something that the new docs no longer advise against."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import (
    Facts,
    Known,
    call_deprecation,
    call_name,
    deprecation_of,
    of_call,
    of_member,
    of_property,
    of_type,
    page_source,
)
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short
from generator.model.wording import Deprecation


@change(Happening.CHANGED, Judgement.ADDITIVE)
def withdrawn_deprecation(pairs: Pairs) -> Iterator[Difference]:
    """A type, enum, member, property or operation is no longer documented as deprecated.

    Nothing breaks: it may be used again.

    Before: a caution that the API is deprecated. After: no such note.
    """
    yield from _declarations(pairs)
    for owner, properties in pairs.properties():
        for name, before, after in properties.kept():
            if (was := _withdrawn(before.deprecation, after.deprecation)) is not None:
                yield of_property(owner, (before, after), _message(f"{short(owner)}.{name}"), was, {})
    for enum, members in pairs.members():
        for name, one, other in members.kept():
            if (was := _withdrawn(one.deprecation, other.deprecation)) is not None:
                yield of_member(enum, (one, other), _message(f"{short(enum)}.{name}"), was, {})
    for _, called, call in pairs.calls.kept():
        if (was := _withdrawn(call_deprecation(called), call_deprecation(call))) is not None:
            places = (page_source(called), page_source(call))
            yield of_call(call, _message(call_name(call)), was, {}, places)


def _declarations(pairs: Pairs) -> Iterator[Difference]:
    kept: list[tuple[str, Known, Known]] = [*pairs.types.kept(), *pairs.enums.kept()]
    for name, old, new in kept:
        if (was := _withdrawn(old.deprecation, new.deprecation)) is not None:
            yield of_type(old, new, _message(short(name)), was, {})


def _withdrawn(old: Deprecation | None, new: Deprecation | None) -> Facts | None:
    return deprecation_of(old) if old is not None and new is None else None


def _message(label: str) -> str:
    return f"{label} is no longer deprecated"
