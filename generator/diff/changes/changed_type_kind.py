"""An entity that became a complex type, an enum that became a type, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_type_kind(pairs: Pairs) -> Iterator[Difference]:
    """A type that changed between entity and complex: it gained or lost its key, and with it how it is addressed."""
    for name, old, new in pairs.types.kept():
        if old.kind is not new.kind:
            yield Difference(
                subject=Subject.TYPE,
                type=name,
                name=name,
                message=f"{short(name)} is of kind {new.kind.value}, no longer {old.kind.value}",
                old={"kind": old.kind.value},
                new={"kind": new.kind.value},
                old_source=first(old.sources),
                new_source=first(new.sources),
            )
