"""A property whose values an enumeration lists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_property
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.diff.valued import is_valued
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.ADDITIVE)
def became_enum(pairs: Pairs) -> Iterator[Difference]:
    """A text property has the type of an enum, or that of one which has all the values of its enum before.

    Nothing breaks: members of enums are text, and enums of the SDK are open. Its Type cell names the enum now, or an enum
    is documented that has exactly the values which the row lists.

    Before: `| mood | String |`. After: `| mood | mood |`.
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if not pairs.same_type(old.type, new.type) and is_valued(pairs, old.type, new.type):
                was, now = str(old.type), str(new.type)
                message = f"{short(owner)}.{name} has the values of {now}"
                yield of_property(owner, (old, new), message, {"type": was}, {"type": now})
