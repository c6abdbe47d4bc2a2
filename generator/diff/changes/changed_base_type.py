"""A type whose base changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_base_type(pairs: Pairs) -> Iterator[Difference]:
    """A type that no longer inherits from its old base: code that passes it where the base is asked for breaks.

    A new base that still inherits from the old one is `refined-base-type`.
    """
    for name, old, new in pairs.types.kept():
        if old.base is not None and old.base not in pairs.new_lines.ancestors(name):
            now = short(new.base) if new.base else "nothing"
            yield Difference(
                subject=Subject.TYPE,
                type=name,
                name=name,
                message=f"{short(name)} inherits from {now}, no longer from {short(old.base)}",
                old={"base": old.base},
                new={"base": new.base},
                old_source=first(old.sources),
                new_source=first(new.sources),
            )
