"""Links in Type cells whose label names another type than the page they lead to: two against one decide.

A page that defines a type beside another is often missing, and its links lead to the other's. The label alone is no proof:
it may be the property's name, or any word. The JSON representation that names the same type is.
"""

from __future__ import annotations

import msgspec

from generator.facts.page import PropertyFacts
from generator.facts.written import WrittenCollection, WrittenLink
from generator.link.draft import Defining
from generator.link.names import Names
from generator.link.representation import shown_type
from generator.model.declarations import Inference
from generator.model.types import Collection, Named, TypeRef, item_of

_SHOWN = Inference(rule="labelled-type", reason="the label of the link and the JSON representation name it")


def labelled(row: PropertyFacts, ref: TypeRef, part: Defining, names: Names) -> tuple[TypeRef, Inference] | None:
    """The type that the label and the JSON agree on, where `ref` is that of the page behind the link; else None."""
    written = row.type.type if row.type is not None else None
    link = written.item if isinstance(written, WrittenCollection) else written
    if not isinstance(link, WrittenLink) or not isinstance(item_of(ref), Named):
        return None
    named = names.named(link.label.strip("`* "), part.place)
    if named is None or Named(name=named) == item_of(ref) or Named(name=named) not in _shown(row.name, part, names):
        return None
    return (Collection(item=Named(name=named)) if isinstance(ref, Collection) else Named(name=named)), _SHOWN


def _shown(name: str, part: Defining, names: Names) -> tuple[TypeRef, ...]:
    """The types that the page's representations give the property."""
    bodies = (msgspec.json.decode(each.body) for each in part.facts.representations if each.body)
    return tuple(
        item_of(shown_type(body[name], names, part.place)) for body in bodies if isinstance(body, dict) and name in body
    )
