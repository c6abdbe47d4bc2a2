"""Pass: properties that a derived type's page repeats without saying so. They are declared once, on the base."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from generator.diagnostics import Label, Report
from generator.link.draft import Draft
from generator.link.type_codes import INHERITED_TYPE_CONFLICT
from generator.model.declarations import Property, StructuredType
from generator.model.indexes.hierarchy import Hierarchy, hierarchy_of
from generator.model.types import Opaque


def join_redeclared(draft: Draft, report: Report) -> Draft:
    """Drop what a base declares too, and name the repeating row among the base property's sources."""
    known = hierarchy_of(draft.types.values())
    declared = {name: {prop.name: prop for prop in each.properties} for name, each in draft.types.items()}
    repeated: dict[tuple[str, str], list[Property]] = {}
    types = dict(draft.types)
    for name, each in draft.types.items():
        kept = []
        for prop in each.properties:
            owner = _declaring_base(name, prop, known, declared)
            if owner is None:
                kept.append(prop)
                continue
            repeated.setdefault((owner, prop.name), []).append(prop)
            _check_type(name, owner, prop, declared[owner][prop.name], report)
        types[name] = msgspec.structs.replace(each, properties=tuple(kept))
    for (owner, prop_name), found in repeated.items():
        types[owner] = _told_by(types[owner], prop_name, found)
    return replace(draft, types=types)


def _declaring_base(
    name: str, prop: Property, known: Hierarchy, declared: dict[str, dict[str, Property]]
) -> str | None:
    """The furthest base that declares it: the nearer ones give theirs up to it as well."""
    return next((each for each in reversed(known.ancestors(name)) if prop.name in declared.get(each, ())), None)


def _check_type(name: str, owner: str, prop: Property, base: Property, report: Report) -> None:
    if prop.type != base.type and not isinstance(prop.type, Opaque) and not isinstance(base.type, Opaque):
        report(
            INHERITED_TYPE_CONFLICT.at(
                prop.sources[0],
                f"{prop.name!r} of {name!r} is {prop.type} here and {base.type} on its base {owner!r}",
                labels=(Label(span=base.sources[0], message="the base's row is believed"),),
            )
        )


def _told_by(each: StructuredType, prop_name: str, found: list[Property]) -> StructuredType:
    properties = tuple(
        msgspec.structs.replace(
            prop,
            navigation=prop.navigation or any(other.navigation for other in found),
            sources=tuple(dict.fromkeys((*prop.sources, *(span for other in found for span in other.sources)))),
        )
        if prop.name == prop_name
        else prop
        for prop in each.properties
    )
    return msgspec.structs.replace(each, properties=properties)
