"""A property of which the docs say now that it is read-only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_property
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.DOCS)
def described_read_only(pairs: Pairs) -> Iterator[Difference]:
    """A property of an entity is described as read-only, and no call was documented to take it.

    The page says now what held before: where a page has a call that makes or changes such an entity, its table and its
    examples leave the property out.

    Before: "The score." After: "The score. Read-only."
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if new.markers.read_only and not old.markers.read_only and not pairs.was_written(owner, name):
                message = f"{short(owner)}.{name} is described as read-only"
                yield of_property(owner, (old, new), message, {"readOnly": False}, {"readOnly": True})
