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
    """A type has a new property, or a new navigation property.

    One that the type inherited before is not new to it; one that moved to a base is still there.
    """
    for owner, properties in pairs.properties():
        inherited = {p.name for _, p in pairs.old_lines.properties(owner)}
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
