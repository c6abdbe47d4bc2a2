"""A type that only the old docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_type(pairs: Pairs) -> Iterator[Difference]:
    """An entity or complex type that is no longer documented: code that imports its class breaks."""
    for name, each in pairs.types.removed():
        yield Difference(
            subject=Subject.TYPE,
            type=name,
            name=name,
            message=f"{short(name)} is gone",
            old={"kind": each.kind.value, "base": each.base, "properties": [p.name for p in each.properties]},
            old_source=first(each.sources),
        )
