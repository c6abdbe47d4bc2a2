"""Types as overrides write them: Edm names with or without `Edm.`, declared names, `Collection(...)` of either."""

from __future__ import annotations

import difflib
import re

from generator.model.declarations import short
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, ItemType, Named, Primitive, TypeRef
from generator.overrides.codes import OVERRIDE_UNUSABLE
from generator.overrides.draft import Draft, Fault

_COLLECTION = re.compile(r"Collection\((.+)\)", re.IGNORECASE)
_PRIMITIVES = {each.value.removeprefix("Edm.").lower(): each for each in PrimitiveName}


def read_type(text: str, draft: Draft) -> TypeRef | Fault:
    """The type that `text` names; a short name is enough where only one namespace has it."""
    many = _COLLECTION.fullmatch(text.strip())
    item = _item((many[1] if many else text).strip(), draft)
    return Collection(item=item) if many and not isinstance(item, Fault) else item


def _item(text: str, draft: Draft) -> ItemType | Fault:
    if (primitive := _PRIMITIVES.get(text.lower().removeprefix("edm."))) is not None:
        return Primitive(name=primitive)
    if draft.declared(text) is not None:
        return Named(name=text)
    names = [*draft.types, *draft.enums]
    found = [name for name in names if short(name) == text]
    if len(found) == 1:
        return Named(name=found[0])
    near = found or difflib.get_close_matches(text, [*names, *map(short, names), *_PRIMITIVES], n=3)
    what = f"several types are named {text!r}" if found else f"nothing declares the type {text!r}"
    return Fault(code=OVERRIDE_UNUSABLE, message=what, hint=f"did you mean {', '.join(near)}?" if near else None)
