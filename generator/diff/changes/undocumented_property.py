"""A property that no table has any more."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.diff.facts import first, of_property
from generator.diff.model import Difference, Happening, Judgement, Part
from generator.diff.pairs import Pairs, shown_alone
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.DOCS)
def undocumented_property(pairs: Pairs) -> Iterator[Difference]:
    """The row of a property was taken out of its table, and the JSON representation still shows the property.

    The SDK keeps it, without a description, and with the type that the JSON shows.

    Before: a row for `score`, and `"score": "Int32"` in the JSON representation. After: the JSON alone.
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if shown_alone(new) and not shown_alone(old):
                message = f"{short(owner)}.{name} is in no table any more: the JSON representation alone shows it"
                found = of_property(owner, (old, new), message, {"documented": True}, {"documented": False})
                part = Part(
                    of=f"in no table of {short(owner)} any more, shown by the JSON representation alone", item=name
                )
                yield msgspec.structs.replace(found, old_source=first(old.sources), new_source=None, part=part)
