"""Enumerations known by their values: a text property that lists exactly the members of a declared enumeration has its type.

Text and enumeration are one on the wire, so nothing is lost where the docs meant plain text after all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.dialect.conventions import Conventions
from generator.facts.page import PropertyFacts
from generator.model.declarations import EnumType, namespace, short
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, Named, Primitive, TypeRef, item_of

ValueSets = Mapping[frozenset[str], tuple[str, ...]]
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_STRING = Primitive(name=PrimitiveName.STRING)


def value_sets(enums: Iterable[EnumType], conventions: Conventions) -> ValueSets:
    """Enumerations by their members, the evolvable mark left out."""
    found: dict[frozenset[str], list[str]] = {}
    for each in enums:
        members = frozenset(member.name for member in each.members) - {conventions.evolvable}
        if len(members) > 1:
            found.setdefault(members, []).append(each.name)
    return {members: tuple(sorted(names)) for members, names in found.items()}


def by_values(ref: TypeRef, row: PropertyFacts, sets: ValueSets, owner: str, conventions: Conventions) -> TypeRef:
    """The enumeration in place of text, if the row lists its members; `owner` is the qualified name of what has the row."""
    if item_of(ref) != _STRING or len(row.values) < 2:
        return ref
    listed = frozenset(each.name for each in row.values) - {conventions.evolvable}
    found = [name for name in sets.get(listed, ()) if namespace(name) == namespace(owner)]
    if len(found) > 1:
        found = _most_alike(found, f"{short(owner)}{row.name[:1].upper()}{row.name[1:]}")
    if len(found) != 1:
        return ref
    named = Named(name=found[0])
    return Collection(item=named) if isinstance(ref, Collection) else named


def _most_alike(names: list[str], wanted: str) -> list[str]:
    words = _words(wanted)
    scores = {name: len(words & _words(short(name))) for name in names}
    best = max(scores.values())
    return [name for name, score in scores.items() if score == best and best > 0]


def _words(text: str) -> frozenset[str]:
    return frozenset(each.lower() for each in _WORD.findall(text))
