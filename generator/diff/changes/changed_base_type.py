"""A type whose base changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import declared_base, of_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_base_type(pairs: Pairs) -> Iterator[Difference]:
    """A type no longer inherits from its old base.

    Code that passes it where the base is asked for breaks. A new base that still inherits from the old one is
    `refined-base-type`.

    Before: "Inherits from [device](device.md)". After: "Inherits from [entity](entity.md)".
    """
    for name, old, new in pairs.types.kept():
        if old.base is None or pairs.name_now(old.base) in pairs.new_lines.ancestors(name):
            continue
        if declared_base(old) and declared_base(new):
            now = short(new.base) if new.base else "nothing"
            message = f"{short(name)} inherits from {now}, no longer from {short(old.base)}"
            yield of_type(old, new, message, {"base": old.base}, {"base": new.base})
