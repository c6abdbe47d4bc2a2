"""One page to facts: the public entry of the reader.

A page's facts depend on its text and the profile alone. Whatever the text, the result is facts and findings: nothing
here raises, and nothing of the page is left out in silence.
"""

from __future__ import annotations

import msgspec

from generator.diagnostics import Diagnostic, sort_key
from generator.dialect.profile import Profile
from generator.extract.classify import classify
from generator.extract.included import included_tables
from generator.extract.intro import Intro, read_intro, read_notes
from generator.extract.leftovers import account_leftovers
from generator.extract.members import read_page_enum, read_section_enums
from generator.extract.operation import operation
from generator.extract.outline import read_headings, read_includes, read_links
from generator.extract.permissions import permission_tables
from generator.extract.reading import Reading
from generator.extract.regions import Regions, find_regions
from generator.extract.types import read_type_facts
from generator.facts.page import (
    EnumFacts,
    IncludedTable,
    OperationFacts,
    PageFacts,
    PageKind,
    PermissionTableFacts,
    TypeFacts,
)
from generator.markdown.parser import parse_page
from generator.text import SourceFile


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says, and what is wrong with it: the unit that is cached."""

    facts: PageFacts
    diagnostics: tuple[Diagnostic, ...]


class _Declared(msgspec.Struct, frozen=True, kw_only=True):
    """What a page of some kind declares."""

    types: tuple[TypeFacts, ...] = ()
    enums: tuple[EnumFacts, ...] = ()
    operation: OperationFacts | None = None
    permissions: tuple[PermissionTableFacts, ...] = ()
    tables: tuple[IncludedTable, ...] = ()


def read_page(source: SourceFile, profile: Profile) -> Extracted:
    """The facts of one page and every finding about it, in the order of their places."""
    parsed = parse_page(source)
    found: list[Diagnostic] = list(parsed.diagnostics)
    reading = Reading.of(parsed.page, profile, found.append)
    regions = find_regions(reading)
    kind = classify(reading, regions)
    intro = read_intro(reading, regions, kind)
    declared = _READERS[kind](reading, regions, intro)
    links = read_links(reading, regions)
    account_leftovers(kind, reading, regions)
    fields = parsed.page.front_matter
    facts = PageFacts(
        path=source.path,
        kind=kind,
        title=intro.title,
        stated_title=next((field.value for field in fields if field.key.lower() == "title"), ""),
        stated=tuple(field.key.lower() for field in fields if field.value.strip()),
        namespace=intro.namespace,
        summary=intro.summary,
        notes=read_notes(regions),
        deprecation=intro.deprecation,
        types=declared.types,
        enums=declared.enums,
        operation=declared.operation,
        permissions=declared.permissions,
        tables=declared.tables,
        includes=read_includes(reading, regions),
        headings=read_headings(regions),
        links=links,
        ledger=reading.account.close(found.append),
    )
    return Extracted(facts=facts, diagnostics=tuple(sorted(found, key=sort_key)))


def _api(reading: Reading, regions: Regions, _intro: Intro) -> _Declared:
    return _Declared(operation=operation(reading), enums=read_section_enums(reading, regions))


def _resource(reading: Reading, regions: Regions, intro: Intro) -> _Declared:
    return _Declared(types=(read_type_facts(reading, regions, intro),), enums=read_section_enums(reading, regions))


def _enum(reading: Reading, regions: Regions, intro: Intro) -> _Declared:
    """One enum, or a collection of them; a page may call its enum a resource and annotate it as one, too."""
    own = read_page_enum(reading, regions, intro)
    sections = read_section_enums(reading, regions)
    return _Declared(enums=(own, *sections) if own is not None else sections)


def _include(reading: Reading, regions: Regions, _intro: Intro) -> _Declared:
    permissions = permission_tables(reading.page.root, reading)
    return _Declared(permissions=permissions, tables=included_tables(reading, regions))


def _nothing(reading: Reading, regions: Regions, _intro: Intro) -> _Declared:
    """Concepts declare no type, but their pages may list the values of an enum."""
    return _Declared(enums=read_section_enums(reading, regions))


_READERS = {
    PageKind.API: _api,
    PageKind.RESOURCE: _resource,
    PageKind.ENUM: _enum,
    PageKind.INCLUDE: _include,
    PageKind.CONCEPTUAL: _nothing,
}
