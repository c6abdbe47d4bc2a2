"""Pass: the properties of each type from its tables; rows marked as inherited go to the type that declares them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from generator.diagnostics import Label, Report
from generator.facts.page import PropertyFacts
from generator.link.choices import row_reference
from generator.link.draft import Defining, Draft
from generator.link.labelled import labelled
from generator.link.member_names import shown_names, wire_name
from generator.link.type_codes import INHERITED_TYPE_CONFLICT, PROPERTY_TYPE_CONFLICT
from generator.link.valued_enums import ValueSets, by_values, value_sets
from generator.model.declarations import Inference, Property
from generator.model.types import Opaque, TypeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A table row, on its way to the type that declares the property."""

    facts: PropertyFacts
    property: Property
    lent: bool
    """The row stands in a derived type's table."""


def declare_properties(draft: Draft, report: Report) -> Draft:
    """Tables to properties: a type's own rows in their order, then what only derived pages say of it."""
    rows: dict[str, dict[str, list[_Row]]] = {name: {} for name in draft.types}
    sets = value_sets(draft.enums.values(), draft.conventions)
    for name in draft.types:
        for part in draft.defining[name]:
            for owner, row in _rows(draft, name, part, sets, report):
                rows[owner].setdefault(row.property.name.lower(), []).append(row)
    types = {
        name: msgspec.structs.replace(
            each, properties=tuple(_merged(found, report) for found in _own_first(rows[name]))
        )
        for name, each in draft.types.items()
    }
    return replace(draft, types=types)


def _rows(draft: Draft, name: str, part: Defining, sets: ValueSets, report: Report) -> Iterator[tuple[str, _Row]]:
    """The rows of one page, each with the type that declares the property."""
    shown = shown_names(part)
    for facts, navigation in _table_rows(part):
        owner = _owner(draft, name, facts, part)
        wire = wire_name(facts, shown, draft.conventions, report)
        if wire is None:
            continue
        written, inferred = row_reference(draft, facts.type, part.place, report)
        written, inferred = labelled(facts, written, part, draft.names) or (written, inferred)
        ref = by_values(written, facts, sets, owner, draft.conventions)
        made = _property(facts, wire, ref, navigation=navigation)
        made = msgspec.structs.replace(made, inference=made.inference or inferred)
        yield owner, _Row(facts=facts, property=made, lent=owner != name)


def _table_rows(part: Defining) -> Iterator[tuple[PropertyFacts, bool]]:
    for row in part.facts.properties:
        yield row, False
    for row in part.facts.relationships:
        yield row, True


def _owner(draft: Draft, name: str, row: PropertyFacts, part: Defining) -> str:
    """The type that declares the row: the one it is marked with, if that is known and related."""
    if row.inherited_from is None:
        return name
    marked = draft.names.linked(row.inherited_from, part.place)
    return marked if marked is not None and marked in draft.types else name


def _property(row: PropertyFacts, name: str, ref: TypeRef, *, navigation: bool) -> Property:
    case = Inference(rule="name-case", reason=f"the table writes {row.name!r}") if name != row.name else None
    return Property(
        name=name,
        type=ref,
        description=row.description,
        navigation=navigation,
        markers=row.markers,
        deprecation=row.deprecation,
        sources=(row.span,),
        inference=case,
    )


def _own_first(found: dict[str, list[_Row]]) -> list[list[_Row]]:
    """Rows by property: those with a row of the type's own before those that only derived types show, the latter by name."""
    own = [each for each in found.values() if not all(row.lent for row in each)]
    lent = [each for _, each in sorted(found.items()) if all(row.lent for row in each)]
    return own + lent


def _merged(rows: list[_Row], report: Report) -> Property:
    """One property of all rows that tell of it. The own table has the word; another type said elsewhere is reported."""
    ordered = sorted(rows, key=lambda row: row.lent)
    main = next((row for row in ordered if not isinstance(row.property.type, Opaque)), ordered[0])
    for row in ordered:
        if row.property.type != main.property.type and not isinstance(row.property.type, Opaque):
            code = INHERITED_TYPE_CONFLICT if row.lent else PROPERTY_TYPE_CONFLICT
            where = "on the base" if row.lent and not main.lent else "elsewhere"
            report(
                code.at(
                    row.facts.span,
                    f"{row.facts.name!r} is {row.property.type} here and {main.property.type} {where}",
                    labels=(Label(span=main.facts.span, message="this row is believed"),),
                )
            )
    inference = main.property.inference
    if ordered[0].lent:
        reason = f"only derived types list it, e.g. {main.facts.span}"
        inference = Inference(rule="lent-property", reason=reason)
    return msgspec.structs.replace(
        main.property,
        navigation=any(row.property.navigation for row in ordered),
        description=main.property.description
        or next((r.facts.description for r in ordered if r.facts.description), ""),
        sources=tuple(dict.fromkeys(row.facts.span for row in (main, *ordered))),
        inference=inference,
    )
