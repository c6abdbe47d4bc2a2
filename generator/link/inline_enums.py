"""Pass: enumerations that no page defines, known by their name in a Type cell and a list of values beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Label, Report
from generator.facts.page import PropertyFacts
from generator.facts.written import WrittenCollection, WrittenLink, WrittenName
from generator.link.declare_enums import declared_names, enum_members
from generator.link.draft import Draft, place_of
from generator.link.names import Declared, Place, names_of
from generator.link.type_codes import ENUM_VALUES_DIFFER
from generator.model.declarations import EnumType, Inference
from generator.model.types import Named, Opaque

_NAME = re.compile(r"[A-Za-z_]\w*\Z")


def declare_inline_enums(draft: Draft, report: Report) -> Draft:
    """Declare what a cell names and lists; where the name is known, compare the list with the declaration."""
    found: dict[str, list[PropertyFacts]] = {}
    for place, row in _rows_with_values(draft):
        written = row.type.type if row.type else None
        item = written.item if isinstance(written, WrittenCollection) else written
        if not isinstance(item, WrittenName | WrittenLink):
            continue
        known = draft.names.item(item, place)
        if isinstance(known, Opaque) and _NAME.match(known.text):
            found.setdefault(f"{place.namespace}.{known.text}", []).append(row)
        elif isinstance(known, Named) and known.name in draft.enums:
            _compare(draft.enums[known.name], row, report)
    enums = dict(draft.enums) | {name: _declared(name, rows) for name, rows in found.items()}
    if not found:
        return draft
    pages = {row.span.path: row.span.path for rows in found.values() for row in rows}
    added = [Declared(name=name, page=pages[rows[0].span.path] + "#", anchor=None) for name, rows in found.items()]
    return replace(draft, enums=enums, names=names_of([*declared_names(draft), *added], draft.conventions))


def _rows_with_values(draft: Draft) -> Iterator[tuple[Place, PropertyFacts]]:
    for page in draft.pages:
        place = place_of(page, draft.conventions)
        rows = [row for each in page.types for row in (*each.properties, *each.relationships)]
        if page.operation is not None:
            rows.extend(each.row for each in page.operation.parameters)
        yield from ((place, row) for row in rows if row.values)


def _declared(name: str, rows: list[PropertyFacts]) -> EnumType:
    longest = max(rows, key=lambda row: len(row.values))
    return EnumType(
        name=name,
        members=enum_members(longest.values),
        flags=False,
        summary="",
        deprecation=None,
        sources=tuple(row.span for row in rows),
        inferences=(
            Inference(rule="inline-enum", reason=f"the Type cell of {longest.name} names it and lists values"),
        ),
    )


def _compare(enum: EnumType, row: PropertyFacts, report: Report) -> None:
    """The list beside a property is a second opinion on the members: it may be older and shorter, not longer."""
    known = {each.name for each in enum.members}
    extra = [each.name for each in row.values if each.name not in known]
    if extra:
        listed = ", ".join(repr(each) for each in extra[:5])
        report(
            ENUM_VALUES_DIFFER.at(
                row.span,
                f"{row.name!r} lists values that {enum.name!r} does not have: {listed}",
                labels=(Label(span=enum.sources[0], message="its members stand here"),),
            )
        )
