"""A property of another type."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_property
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.diff.valued import is_valued
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_property_type(pairs: Pairs) -> Iterator[Difference]:
    """A property has another type, or became a collection or single.

    Code that reads or sets it breaks. A name that no page defined before and one defines now is the same name: only
    what the Type cell says counts. Text that is an enum's now is not listed here.

    Before: `| size | Int32 |`. After: `| size | Int64 |`.
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if not pairs.same_type(old.type, new.type) and not is_valued(pairs, old.type, new.type):
                was, now = str(old.type), str(new.type)
                message = f"{short(owner)}.{name} is {now}, no longer {was}"
                yield of_property(owner, (old, new), message, {"type": was}, {"type": now})
