"""A type that only the old docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, type_facts
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_type(pairs: Pairs) -> Iterator[Difference]:
    """No page defines an entity or complex type any more.

    Code that imports its class breaks. The properties go with it and are not listed again.

    Before: a resource page. After: none that defines a type of this qualified name.
    """
    for name, each in pairs.types.removed():
        if name not in pairs.enums.new:
            yield Difference(
                subject=Subject.TYPE,
                type=name,
                name=name,
                message=f"{short(name)} is gone",
                old=type_facts(each),
                old_source=first(each.sources),
            )
