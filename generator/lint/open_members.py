"""Members of a JSON value that no page lists, and that open types let through all the same."""

from __future__ import annotations

from typing import Any

from generator.lint.shapes import Shape, Shapes
from generator.model.types import Collection, Named, TypeRef


def open_members(body: Any, expected: TypeRef, known: Shapes) -> frozenset[str]:
    """Their names, wherever they stand in a body that holds `expected`, wrapped in `value` or not."""
    item = expected.item if isinstance(expected, Collection) else expected
    wrapped = body.get("value") if isinstance(body, dict) else None
    work: list[tuple[Any, TypeRef]] = [(body, item), (wrapped, item)]
    found: set[str] = set()
    while work:
        value, ref = work.pop()
        if isinstance(value, list):
            work.extend((each, ref) for each in value)
            continue
        shape = _shape(value, ref, known)
        for key, each in value.items() if shape is not None else ():
            member = shape.members.get(key) if shape is not None else None
            if member is not None:
                work.append((each, member.type.item if isinstance(member.type, Collection) else member.type))
            elif shape is not None and shape.open and "@" not in key:  # annotations are no members
                found.add(key)
    return frozenset(found)


def _shape(value: Any, ref: TypeRef, known: Shapes) -> Shape | None:
    """The shape of an object: of the type that it names, if that is a kind of the expected one."""
    if not isinstance(value, dict) or not isinstance(ref, Named):
        return None
    named = str(value.get("@odata.type", "")).removeprefix("#")
    derived = named in known.structures and known.hierarchy.is_kind_of(named, ref.name)
    return known.structures.get(named if derived else ref.name)
