"""A property whose type changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, subject_of
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_property_type(pairs: Pairs) -> Iterator[Difference]:
    """A property has another type, or became a collection or single: code that reads or sets it breaks."""
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if old.type != new.type:
                yield Difference(
                    subject=subject_of(new),
                    type=owner,
                    name=name,
                    message=f"{short(owner)}.{name} is {new.type}, no longer {old.type}",
                    old={"type": str(old.type)},
                    new={"type": str(new.type)},
                    old_source=first(old.sources),
                    new_source=first(new.sources),
                )
