"""An enum whose values combine now, or no longer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_flags(pairs: Pairs) -> Iterator[Difference]:
    """The values of an enum can be combined now, or no longer can.

    Code that handles one value breaks: properties of the enum hold sets of values where they held one, or the reverse.

    Before: a Members table. After: the same, with a sentence that the values can be combined.
    """
    for name, old, new in pairs.enums.kept():
        if old.flags != new.flags:
            message = f"values of {short(name)} {'combine now' if new.flags else 'no longer combine'}"
            yield of_type(old, new, message, {"flags": old.flags}, {"flags": new.flags})
