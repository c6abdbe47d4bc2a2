"""Pass: properties that only the JSON representation of a type shows, typed by the hints that stand as values there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.facts.page import RepresentationFacts
from generator.facts.written import WrittenName
from generator.link.draft import Defining, Draft
from generator.link.names import Names, Place
from generator.link.spelling import small_first
from generator.link.type_codes import PROPERTY_ONLY_IN_JSON
from generator.model.declarations import Inference, Property
from generator.model.indexes.hierarchy import hierarchy_of
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, ItemType, Opaque, Primitive, TypeRef, item_of
from generator.model.wording import Markers

_NAME = re.compile(r"[A-Za-z_]\w*\Z")
_HINTS: tuple[tuple[re.Pattern[str], PrimitiveName], ...] = (
    (re.compile(r"timestamp|date-?time", re.IGNORECASE), PrimitiveName.DATE_TIME_OFFSET),
    (re.compile(r"duration", re.IGNORECASE), PrimitiveName.DURATION),
    (re.compile(r"time of day", re.IGNORECASE), PrimitiveName.TIME_OF_DAY),
    (re.compile(r"date\Z", re.IGNORECASE), PrimitiveName.DATE),
    (re.compile(r"binary", re.IGNORECASE), PrimitiveName.BINARY),
    (re.compile(r"bool(ean)?\Z", re.IGNORECASE), PrimitiveName.BOOLEAN),
    (re.compile(r"int(eger|32)?\Z", re.IGNORECASE), PrimitiveName.INT32),
    (re.compile(r"int64\Z", re.IGNORECASE), PrimitiveName.INT64),
    (re.compile(r"double\Z", re.IGNORECASE), PrimitiveName.DOUBLE),
    (re.compile(r"guid\Z", re.IGNORECASE), PrimitiveName.GUID),
)
"""What the text of a sample value says about its type, first match first; any other text is a string."""


def declare_shown_properties(draft: Draft, report: Report) -> Draft:
    """Add the names that a representation has and no table of the type or its bases."""
    known = hierarchy_of(draft.types.values())
    types = dict(draft.types)
    for name, each in draft.types.items():
        named = {prop.name.lower() for _, prop in known.properties(name)}
        added: dict[str, Property] = {}
        for part, block in _blocks(draft.defining[name]):
            for key, value in _members(block):
                if key.lower() not in named and key.lower() not in added:
                    name_shown = small_first(key) if draft.conventions.small_members else key
                    added[key.lower()] = _shown(draft.names, part.place, name_shown, value, block)
        if any(part.facts.has_property_table for part in draft.defining[name]):
            _report_added(name, added, report)
        if added:
            types[name] = msgspec.structs.replace(each, properties=(*each.properties, *added.values()))
    return replace(draft, types=types)


def shown_type(value: object, names: Names, at: Place) -> TypeRef:
    """The type that a sample value hints at."""
    if isinstance(value, list):
        return Collection(item=item_of(shown_type(value[0], names, at))) if value else Collection(item=Opaque(text=""))
    return _item(value, names, at)


def _item(value: object, names: Names, at: Place) -> ItemType:
    match value:
        case bool():
            return Primitive(name=PrimitiveName.BOOLEAN)
        case int():
            return Primitive(name=PrimitiveName.INT32)
        case float():
            return Primitive(name=PrimitiveName.DOUBLE)
        case str():
            hint = value.strip()
            return Primitive(name=next((name for words, name in _HINTS if words.search(hint)), PrimitiveName.STRING))
        case dict() if isinstance(value.get("@odata.type"), str):
            return names.item(WrittenName(name=str(value["@odata.type"])), at)
        case _:
            return Opaque(text="")


def _blocks(parts: tuple[Defining, ...]) -> Iterator[tuple[Defining, RepresentationFacts]]:
    for part in parts:
        for block in part.facts.representations:
            yield part, block


def _members(block: RepresentationFacts) -> Iterator[tuple[str, object]]:
    shown = msgspec.json.decode(block.body) if block.body else None
    if isinstance(shown, dict):
        yield from ((key, value) for key, value in shown.items() if _NAME.match(key))


def _shown(names: Names, at: Place, key: str, value: object, block: RepresentationFacts) -> Property:
    return Property(
        name=key,
        type=shown_type(value, names, at),
        description="",
        navigation=False,
        markers=Markers(),
        deprecation=None,
        sources=(block.body_span or block.span,),
        inference=Inference(rule="shown-property", reason="the JSON representation has it, no table does"),
    )


def _report_added(name: str, added: dict[str, Property], report: Report) -> None:
    for each in added.values():
        report(
            PROPERTY_ONLY_IN_JSON.at(each.sources[0], f"{each.name!r} of {name!r} stands in the JSON, but in no table")
        )
