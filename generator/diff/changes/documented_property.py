"""A property that a table has from now on."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.diff.facts import of_property
from generator.diff.model import Difference, Happening, Judgement, Part
from generator.diff.pairs import Pairs, shown_alone
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.DOCS)
def documented_property(pairs: Pairs) -> Iterator[Difference]:
    """A table has a row for a property that the JSON representation alone showed.

    The SDK had the property already; now it has its description.

    Before: `"score": "Int32"` in the JSON representation. After: a row for `score` too.
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if shown_alone(old) and not shown_alone(new):
                message = f"{short(owner)}.{name} is in a table now, no longer shown by the JSON representation alone"
                found = of_property(owner, (old, new), message, {"documented": False}, {"documented": True})
                part = Part(
                    of=f"in a table of {short(owner)} now, no longer shown by the JSON representation alone", item=name
                )
                yield msgspec.structs.replace(found, part=part)
