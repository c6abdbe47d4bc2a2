"""A property that may be written now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_property
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.ADDITIVE)
def became_writable(pairs: Pairs) -> Iterator[Difference]:
    """A property that was described as read-only no longer is.

    Nothing breaks: updates of the SDK may send it now.

    Before: "The score. Read-only." After: "The score."
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if old.markers.read_only and not new.markers.read_only:
                message = f"{short(owner)}.{name} is no longer read-only"
                yield of_property(owner, (old, new), message, {"readOnly": True}, {"readOnly": False})
