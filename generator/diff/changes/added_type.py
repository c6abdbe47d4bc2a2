"""A type that only the new docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, type_facts
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_type(pairs: Pairs) -> Iterator[Difference]:
    """A page defines an entity or complex type that was not documented before.

    Nothing breaks. The properties are part of the type and are not listed again. A type is known by its qualified
    name, so moving or retitling its page changes nothing.

    Before: no page. After: a resource page with a Properties table or a JSON representation.
    """
    for name, each in pairs.types.added():
        if name not in pairs.enums.old:
            yield Difference(
                subject=Subject.TYPE,
                type=name,
                name=name,
                message=f"{short(name)} is new",
                new=type_facts(each),
                new_source=first(each.sources),
            )
