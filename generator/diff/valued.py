"""Text that is known as an enumeration's: the two are one on the wire, and in the SDK members are text."""

from __future__ import annotations

from generator.diff.pairs import Pairs
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, Named, Primitive, TypeRef, item_of

_TEXT = Primitive(name=PrimitiveName.STRING)


def is_valued(pairs: Pairs, old: TypeRef, new: TypeRef) -> bool:
    """Whether `new` is an enumeration where `old` was text, or one that has no value which the new one lacks."""
    item, was = item_of(new), item_of(old)
    if isinstance(old, Collection) is not isinstance(new, Collection) or not isinstance(item, Named):
        return False
    now = pairs.enums.new.get(item.name)
    if now is None or was == _TEXT:
        return now is not None
    before = pairs.enums.old.get(pairs.name_now(was.name)) if isinstance(was, Named) else None
    return before is not None and {each.name for each in before.members} <= {each.name for each in now.members}
