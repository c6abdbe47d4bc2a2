"""Pass: what follows from being an entity: the common base, keys, and which properties navigate."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.link.draft import Draft
from generator.link.type_codes import RELATIONSHIP_TO_COMPLEX
from generator.model.declarations import Inference, Property, StructuredType, StructureKind
from generator.model.indexes.hierarchy import Hierarchy, hierarchy_of
from generator.model.types import Named, Opaque, item_of


def complete_entities(draft: Draft, report: Report) -> Draft:
    """Give entities the root entity as base where they have its key and no other base; then keys and navigation."""
    types = {name: _rooted(each, draft) for name, each in draft.types.items()}
    known = hierarchy_of(types.values())
    types = {name: _keyed(each, draft, known) for name, each in types.items()}
    return replace(draft, types={name: _navigating(each, types, report) for name, each in types.items()})


def _rooted(each: StructuredType, draft: Draft) -> StructuredType:
    root = draft.conventions.root_entity
    if each.kind is not StructureKind.ENTITY or each.base is not None or each.name == root or root not in draft.types:
        return each
    if _stated_key(each, draft) not in (None, draft.conventions.key):
        return each
    if draft.conventions.key not in {prop.name for prop in each.properties}:
        return each
    reason = f"an entity with the key {draft.conventions.key!r} and no documented base"
    return msgspec.structs.replace(
        each,
        base=root,
        properties=tuple(prop for prop in each.properties if prop.name != draft.conventions.key),
        inferences=(*each.inferences, Inference(rule="root-entity", reason=reason)),
    )


def _stated_key(each: StructuredType, draft: Draft) -> str | None:
    """The key by annotation, in the spelling of the table; else the row described as the key."""
    by_lower = {prop.name.lower(): prop.name for prop in each.properties}
    for part in draft.defining.get(each.name, ()):
        for block in part.facts.representations:
            if block.key:
                return by_lower.get(block.key.lower(), block.key)
    return next((prop.name for prop in each.properties if prop.markers.key), None)


def _keyed(each: StructuredType, draft: Draft, known: Hierarchy) -> StructuredType:
    if each.kind is not StructureKind.ENTITY:
        return each
    names = {prop.name for _, prop in known.properties(each.name)}
    key = _stated_key(each, draft)
    if key not in names:
        key = draft.conventions.key if draft.conventions.key in names else None
    return msgspec.structs.replace(each, keys=(key,) if key else ())


def _navigating(each: StructuredType, types: dict[str, StructuredType], report: Report) -> StructuredType:
    return msgspec.structs.replace(
        each, properties=tuple(_navigation(each, prop, types, report) for prop in each.properties)
    )


def _navigation(each: StructuredType, prop: Property, types: dict[str, StructuredType], report: Report) -> Property:
    """A property of an entity type navigates, any other does not, whichever table lists it."""
    item = item_of(prop.type)
    if isinstance(item, Opaque):
        return prop
    target = types.get(item.name) if isinstance(item, Named) else None
    navigates = target is not None and target.kind is StructureKind.ENTITY
    if prop.navigation and not navigates and prop.sources:
        report(
            RELATIONSHIP_TO_COMPLEX.at(
                prop.sources[0], f"{each.name}.{prop.name} is listed as a relationship, but {prop.type} is no entity"
            )
        )
    return msgspec.structs.replace(prop, navigation=navigates)
