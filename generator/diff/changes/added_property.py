"""A property that only the new version of a type has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, property_facts, subject_of
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_property(pairs: Pairs) -> Iterator[Difference]:
    """A type has a new property or navigation property.

    Nothing breaks. One that the type inherited before is not new to it, and one that moved to a base is new there.

    Before: no such row. After: a row in the Properties or Relationships table.
    """
    for owner, properties in pairs.properties():
        inherited = pairs.inherited_before(owner)
        for name, each in properties.added():
            if name not in inherited:
                yield Difference(
                    subject=subject_of(each),
                    type=owner,
                    name=name,
                    message=f"{short(owner)}.{name} is new",
                    new=property_facts(each),
                    new_source=first(each.sources),
                )
