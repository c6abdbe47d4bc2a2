"""An enum that only the new docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import enum_facts, first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_enum(pairs: Pairs) -> Iterator[Difference]:
    """A page defines an enum that was not documented before.

    Nothing breaks. The members are part of the enum and are not listed again.

    Before: no such enum. After: a page or section with its members, or a property that lists its possible values.
    """
    for name, each in pairs.enums.added():
        if name not in pairs.types.old:
            yield Difference(
                subject=Subject.ENUM,
                type=name,
                name=name,
                message=f"{short(name)} is new",
                new=enum_facts(each),
                new_source=first(each.sources),
            )
