"""Pass: what follows from being an entity: the common base, keys, and which properties navigate."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.link.draft import Draft
from generator.link.type_codes import RELATIONSHIP_TO_COMPLEX
from generator.model.declarations import Inference, Property, StructuredType, StructureKind
from generator.model.indexes.hierarchy import Hierarchy, hierarchy_of
from generator.model.steps import Role
from generator.model.types import Named, Opaque, item_of


def complete_entities(draft: Draft, report: Report) -> Draft:
    """Give entities without a base the root entity as base; then keys and navigation."""
    containers = _containers(draft)
    types = {name: each if name in containers else _rooted(each, draft) for name, each in draft.types.items()}
    known = hierarchy_of(types.values())
    types = {name: _keyed(each, draft, known) for name, each in types.items()}
    return replace(draft, types={name: _navigating(each, types, report) for name, each in types.items()})


def _containers(draft: Draft) -> set[str]:
    """Singletons without the key property: they hold parts of the service and need no key of their own."""
    found = set()
    for operation in draft.operations:
        for route in operation.routes:
            first = route.steps[0] if route.steps else None
            if first is not None and first.role is Role.SINGLETON and isinstance(first.type, Named):
                found.add(first.type.name)
    return {name for name in found if draft.conventions.key not in {prop.name for prop in draft.types[name].properties}}


def _rooted(each: StructuredType, draft: Draft) -> StructuredType:
    root = draft.conventions.root_entity
    if each.kind is not StructureKind.ENTITY or each.base is not None or each.name == root or root not in draft.types:
        return each
    inherited = {prop.name for prop in draft.types[root].properties}
    reason = "an entity with no documented base"
    return msgspec.structs.replace(
        each,
        base=root,
        properties=tuple(prop for prop in each.properties if prop.name not in inherited),
        inferences=(*each.inferences, Inference(rule="root-entity", reason=reason)),
    )


def _stated_key(each: StructuredType, draft: Draft, names: set[str]) -> str | None:
    """The key by annotation, in the spelling of the table; else the row described as the key."""
    by_lower = {name.lower(): name for name in names}
    for part in draft.defining.get(each.name, ()):
        for block in part.facts.representations:
            if block.key and block.key.lower() in by_lower:
                return by_lower[block.key.lower()]
    if draft.conventions.key in names:
        return draft.conventions.key
    return next((prop.name for prop in each.properties if prop.markers.key), None)


def _keyed(each: StructuredType, draft: Draft, known: Hierarchy) -> StructuredType:
    if each.kind is not StructureKind.ENTITY:
        return each
    key = _stated_key(each, draft, {prop.name for _, prop in known.properties(each.name)})
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
