"""A type that only the new docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_type(pairs: Pairs) -> Iterator[Difference]:
    """An entity or complex type that was not documented before.

    Its properties are part of it and are not listed again. A type is known by its qualified name, so moving its
    page changes nothing.
    """
    for name, each in pairs.types.added():
        yield Difference(
            subject=Subject.TYPE,
            type=name,
            name=name,
            message=f"{short(name)} is new",
            new={"kind": each.kind.value, "base": each.base, "properties": [p.name for p in each.properties]},
            new_source=first(each.sources),
        )
