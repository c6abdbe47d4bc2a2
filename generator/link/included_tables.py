"""Pass: tables of include pages, joined to the types, enumerations and requests whose pages include them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from generator.diagnostics import Report
from generator.dialect.kinds import SectionKind
from generator.extract.rows import name_repeated
from generator.facts.page import EnumFacts, IncludedTable, IncludeRef, PageFacts, ParameterFacts, PropertyFacts
from generator.link.draft import Draft
from generator.link.include_codes import INCLUDED_TABLE_MISSING, INCLUDED_TABLE_UNUSED
from generator.link.includes import includes_of
from generator.model.operations import ParameterPlace
from generator.text import Span

_PLACES = {
    SectionKind.PATH_PARAMETERS.value: ParameterPlace.PATH,
    SectionKind.FUNCTION_PARAMETERS.value: ParameterPlace.FUNCTION,
    SectionKind.REQUEST_BODY.value: ParameterPlace.BODY,
}
_OF_ENUMS = SectionKind.MEMBERS.value
_OF_TYPES = (SectionKind.PROPERTIES.value, SectionKind.RELATIONSHIPS.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brought:
    """A table that a page includes, and the kind of section whose it is: by its own heading, else by the page's."""

    table: IncludedTable
    section: str


def join_included_tables(draft: Draft, report: Report) -> Draft:
    """Pages as if the tables they include stood on them, behind their own. What no page can use is reported.

    An enumeration that is left without members is none.
    """
    by_path = {each.path.lower(): each for each in draft.pages}
    joined: set[Span] = set()
    pages: list[PageFacts] = []
    for page in draft.pages:
        brought = [each for each in _brought(page, by_path) if _has_place(page, each.section)]
        joined.update(each.table.span for each in brought)
        _report_missing(page, brought, report)
        pages.append(_without_empty(_with(page, brought, report) if brought else page))
    _report_unused(draft.pages, joined, report)
    return replace(draft, pages=tuple(pages))


def _brought(page: PageFacts, by_path: Mapping[str, PageFacts]) -> Iterator[_Brought]:
    for include, own in includes_of(page, by_path):
        target = by_path.get(include.target.lower())
        for table in target.tables if target is not None else ():
            yield _Brought(table=table, section=table.section or include.section or own.section or "")


def _has_place(page: PageFacts, section: str) -> bool:
    if section == _OF_ENUMS:
        return any(each.anchor is None for each in page.enums)
    return (section in _OF_TYPES and bool(page.types)) or (section in _PLACES and page.operation is not None)


def _with(page: PageFacts, brought: Sequence[_Brought], report: Report) -> PageFacts:
    rows: dict[str, list[PropertyFacts]] = {}
    for each in brought:
        rows.setdefault(each.section, []).extend(each.table.rows)
    properties, relationships = (tuple(rows.get(section, ())) for section in _OF_TYPES)
    types = page.types
    if properties or relationships:
        first = page.types[0]
        first = msgspec.structs.replace(
            first,
            properties=(*first.properties, *properties),
            relationships=(*first.relationships, *relationships),
            has_property_table=first.has_property_table or bool(properties),
        )
        types = (first, *page.types[1:])
    operation = page.operation
    if operation is not None:
        known = {(each.place, each.row.name.lower()) for each in operation.parameters}
        added = {(place, row.name.lower()): row for name, place in _PLACES.items() for row in rows.get(name, ())}
        further = [ParameterFacts(place=key[0], row=row) for key, row in added.items() if key not in known]
        operation = msgspec.structs.replace(operation, parameters=(*operation.parameters, *further))
    members = [each.table for each in brought if each.section == _OF_ENUMS]
    enums = tuple(_enum_with(each, members, report) if each.anchor is None else each for each in page.enums)
    return msgspec.structs.replace(page, types=types, operation=operation, enums=enums)


def _enum_with(enum: EnumFacts, tables: Sequence[IncludedTable], report: Report) -> EnumFacts:
    members = {each.name: each for each in enum.members}
    for each in (each for table in tables for each in table.members):
        first = members.setdefault(each.name, each)
        if first is not each:
            report(name_repeated(each, first, "enumeration"))
    flags = enum.flags or any(each.flags for each in tables)
    return msgspec.structs.replace(enum, members=tuple(members.values()), flags=flags)


def _without_empty(page: PageFacts) -> PageFacts:
    if all(each.members for each in page.enums):
        return page
    return msgspec.structs.replace(page, enums=tuple(each for each in page.enums if each.members))


def _report_missing(page: PageFacts, brought: Iterable[_Brought], report: Report) -> None:
    """Sections of a type or enumeration that leave their table to includes, none of which brings one."""
    found = {each.section for each in brought}
    first: dict[str, IncludeRef] = {}
    for each in page.includes:
        declaring = page.enums if each.section == _OF_ENUMS else page.types
        if each.awaited and declaring and each.section is not None and each.section not in found:
            first.setdefault(each.section, each)
    for include in first.values():
        message = f"the section {include.heading!r} has no table of its own, and includes none that is there"
        report(INCLUDED_TABLE_MISSING.at(include.span, message))


def _report_unused(pages: Iterable[PageFacts], joined: set[Span], report: Report) -> None:
    for page in pages:
        for table in page.tables:
            if table.span not in joined:
                message = "no page includes this table where it lists properties, parameters or members"
                report(INCLUDED_TABLE_UNUSED.at(table.span, message))
