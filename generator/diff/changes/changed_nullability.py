"""A property of which the docs say otherwise whether it may be null."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.diff.facts import of_property
from generator.diff.model import Difference, Happening, Judgement, Part
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short

_WORDS = {True: "nullable", False: "not nullable"}


@change(Happening.CHANGED, Judgement.DOCS)
def changed_nullability(pairs: Pairs) -> Iterator[Difference]:
    """The description of a property says otherwise whether it may be null.

    The SDK has each property as one that a response may lack, so nothing breaks.

    Before: "The score." After: "The score. Not nullable."
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            was, now = old.markers.nullable, new.markers.nullable
            if was is now:
                continue
            says = f"described as {_WORDS[now]}" if now is not None else f"no longer described as {_WORDS[was is True]}"
            message = f"{short(owner)}.{name} is {says}"
            found = of_property(owner, (old, new), message, {"nullable": was}, {"nullable": now})
            yield msgspec.structs.replace(found, part=Part(of=f"{says} in {short(owner)}", item=name))
