"""A declaration of one name that is another kind of thing now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import Known, declared_kind, kind, of_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_type_kind(pairs: Pairs) -> Iterator[Difference]:
    """An entity became a complex type, an enum became a type, or the reverse.

    Code that treats it as what it was breaks: entities have a key and are addressed by path, complex types live inside
    others, enums are texts. Counted only where the pages themselves say what it is; what follows from other pages
    (a path that leads to it) is no change of this type.

    Before: the page of `color` has a Members table. After: it has a Properties table.
    """
    for name, old, new in _kept(pairs):
        was, now = kind(old), kind(new)
        if was != now and (declared_kind(old) or declared_kind(new)):
            yield of_type(old, new, f"{short(name)} is of kind {now}, no longer {was}", {"kind": was}, {"kind": now})


def _kept(pairs: Pairs) -> Iterator[tuple[str, Known, Known]]:
    yield from pairs.types.kept()
    for name, each in pairs.types.added():
        if name in pairs.enums.old:
            yield name, pairs.enums.old[name], each
    for name, one in pairs.enums.added():
        if name in pairs.types.old:
            yield name, pairs.types.old[name], one
