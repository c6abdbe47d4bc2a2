"""A property that only the old version of a type has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, property_facts, subject_of
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_property(pairs: Pairs) -> Iterator[Difference]:
    """A property or navigation property is gone.

    Code that reads or sets it breaks. One that a base declares now is still there and is not listed.

    Before: a row in the Properties or Relationships table. After: no such row.
    """
    for owner, properties in pairs.properties():
        inherited = {prop.name for _, prop in pairs.new_lines.properties(owner)}
        for name, each in properties.removed():
            if name not in inherited:
                yield Difference(
                    subject=subject_of(each),
                    type=owner,
                    name=name,
                    message=f"{short(owner)}.{name} is gone",
                    old=property_facts(each),
                    old_source=first(each.sources),
                )
