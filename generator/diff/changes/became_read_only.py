"""A property whose documentation changed on who may write it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, subject_of
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def became_read_only(pairs: Pairs) -> Iterator[Difference]:
    """A property that could be written is documented as read-only: updates no longer send it."""
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if new.markers.read_only and not old.markers.read_only:
                yield Difference(
                    subject=subject_of(new),
                    type=owner,
                    name=name,
                    message=f"{short(owner)}.{name} is read-only now",
                    old={"readOnly": old.markers.read_only},
                    new={"readOnly": new.markers.read_only},
                    old_source=first(old.sources),
                    new_source=first(new.sources),
                )
