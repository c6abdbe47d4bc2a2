"""An enum that only the old docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import enum_facts, first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_enum(pairs: Pairs) -> Iterator[Difference]:
    """No page defines an enum any more.

    Code that imports its class breaks. The members go with it and are not listed again.

    Before: a page or section with its members. After: none.
    """
    for name, each in pairs.enums.removed():
        if name not in pairs.types.new:
            yield Difference(
                subject=Subject.ENUM,
                type=name,
                name=name,
                message=f"{short(name)} is gone",
                old=enum_facts(each),
                old_source=first(each.sources),
            )
