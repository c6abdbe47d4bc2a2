"""A property that may no longer be written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_property
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def became_read_only(pairs: Pairs) -> Iterator[Difference]:
    """A property that a call was documented to take is described as read-only.

    Code that writes it breaks: the service refuses, and updates of the SDK no longer send it.

    Before: "The score." After: "The score. Read-only."
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if new.markers.read_only and not old.markers.read_only and pairs.was_written(owner, name):
                message = f"{short(owner)}.{name} is read-only now"
                yield of_property(owner, (old, new), message, {"readOnly": False}, {"readOnly": True})
