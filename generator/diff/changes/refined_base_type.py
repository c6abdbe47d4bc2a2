"""A type that got a base, or a nearer one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import declared_base, of_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.ADDITIVE)
def refined_base_type(pairs: Pairs) -> Iterator[Difference]:
    """A type got a base, or its new base inherits from the old one.

    Nothing breaks: everything it was, it still is.

    Before: no sentence about a base. After: "Inherits from [entity](entity.md)".
    """
    for name, old, new in pairs.types.kept():
        was = None if old.base is None else pairs.name_now(old.base)
        if new.base is None or new.base == was or not (declared_base(old) and declared_base(new)):
            continue
        if was is None or was in pairs.new_lines.ancestors(name):
            message = f"{short(name)} now inherits from {short(new.base)}"
            yield of_type(old, new, message, {"base": old.base}, {"base": new.base})
