"""Links in Type cells and sentences whose label names another type than the page they lead to: two against one decide.

A page that defines a type beside another is often missing, and its links lead to the other's. The label alone is no proof:
it may be the property's name, or any word. The JSON that names the same type is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.facts.page import PropertyFacts, ResponseExample
from generator.facts.written import WrittenCollection, WrittenLink, WrittenType
from generator.link.draft import Defining
from generator.link.names import Names, Place
from generator.link.representation import shown_type
from generator.model.declarations import Inference
from generator.model.types import Collection, Named, TypeRef, item_of

_SHOWN = Inference(rule="labelled-type", reason="the label of the link and the JSON representation name it")
_NOTED = Inference(rule="labelled-type", reason="the label of the link and the annotation of the response name it")


def labelled(row: PropertyFacts, ref: TypeRef, part: Defining, names: Names) -> tuple[TypeRef, Inference] | None:
    """The type that the label and the JSON agree on, where `ref` is that of the page behind the link; else None."""
    named = None if row.type is None else _label(row.type.type, ref, part.place, names)
    if named is None or named not in _shown(row.name, part, names):
        return None
    return _instead(ref, named), _SHOWN


def labelled_response(
    written: WrittenType, ref: TypeRef, examples: Iterable[ResponseExample], place: Place, names: Names
) -> tuple[TypeRef, Inference] | None:
    """The same of a sentence on what comes back, where the annotation of a response names the type of the label."""
    named = _label(written, ref, place, names)
    noted = (names.type(each.type, place) for each in examples if named is not None and each.type is not None)
    if named is None or named not in map(item_of, noted):
        return None
    return _instead(ref, named), _NOTED


def _label(written: WrittenType, ref: TypeRef, place: Place, names: Names) -> Named | None:
    """The type that the label of a link names, where it is another than `ref`."""
    link = written.item if isinstance(written, WrittenCollection) else written
    if not isinstance(link, WrittenLink) or not isinstance(item_of(ref), Named):
        return None
    name = names.named(link.label.strip("`* "), place)
    return None if name is None or Named(name=name) == item_of(ref) else Named(name=name)


def _instead(ref: TypeRef, named: Named) -> TypeRef:
    return Collection(item=named) if isinstance(ref, Collection) else named


def _shown(name: str, part: Defining, names: Names) -> Iterator[TypeRef]:
    """The types that the page's representations give the property."""
    bodies = (msgspec.json.decode(each.body) for each in part.facts.representations if each.body)
    for body in bodies:
        if isinstance(body, dict) and name in body:
            yield item_of(shown_type(body[name], names, part.place))
