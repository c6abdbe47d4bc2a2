"""A property that became a navigation property, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_property, subject_of
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_property_kind(pairs: Pairs) -> Iterator[Difference]:
    """A property became a navigation property, or the reverse.

    Code that reads it breaks: a navigation property comes only when it is expanded or read by its own path.

    Before: a row in the Properties table. After: a row in the Relationships table.
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if old.navigation != new.navigation:
                was, now = subject_of(old).value, subject_of(new).value
                article = "a navigation property" if new.navigation else "a property of its own"
                message = f"{short(owner)}.{name} is {article} now"
                yield of_property(owner, (old, new), message, {"kind": was}, {"kind": now})
