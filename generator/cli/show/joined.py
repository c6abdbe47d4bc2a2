"""What several SDKs over the same docs say of one thing, said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.cli.show.layout import Fact, Sheet

_PYTHON = "python"
"""The label of how a thing is written with an SDK: all that differs between packages that are made of the same docs."""


def joined(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The sheets; those that differ only in how packages write the thing are one, with the ways of all."""
    alike: dict[Sheet, list[Sheet]] = {}
    for each in sheets:
        rest = tuple(fact for fact in each.facts if fact.label != _PYTHON)
        alike.setdefault(msgspec.structs.replace(each, facts=rest), []).append(each)
    return tuple(msgspec.structs.replace(some[0], facts=tuple(_facts(some))) for some in alike.values())


def _facts(sheets: Sequence[Sheet]) -> Iterator[Fact]:
    ways = dict.fromkeys(fact for each in sheets for fact in each.facts if fact.label == _PYTHON)
    for fact in sheets[0].facts:
        if fact.label != _PYTHON:
            yield fact
        else:
            yield from ways
            ways = {}
