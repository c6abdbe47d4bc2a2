"""A type that got a base, or a nearer one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.ADDITIVE)
def refined_base_type(pairs: Pairs) -> Iterator[Difference]:
    """A type that got a base, or whose new base inherits from the old one: everything it was, it still is."""
    for name, old, new in pairs.types.kept():
        if new.base is None or new.base == old.base:
            continue
        if old.base is None or old.base in pairs.new_lines.ancestors(name):
            yield Difference(
                subject=Subject.TYPE,
                type=name,
                name=name,
                message=f"{short(name)} now inherits from {short(new.base)}",
                old={"base": old.base},
                new={"base": new.base},
                old_source=first(old.sources),
                new_source=first(new.sources),
            )
