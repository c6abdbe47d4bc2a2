"""The Properties and Relationships sections of a type."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from generator.dialect.kinds import Column, SectionKind
from generator.extract import codes
from generator.extract.columns import columns_of
from generator.extract.emptiness import report_missing_table
from generator.extract.ignore_rules import DUPLICATE_TABLE, INSTANCE_ANNOTATION, PROSE_TABLE
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.extract.rows import read_rows
from generator.facts.page import PropertyFacts, RepresentationFacts
from generator.markdown.blocks import Table
from generator.markdown.inline import plain


class PropertyTables(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of a section's tables. `present`: there was a table to read."""

    rows: tuple[PropertyFacts, ...]
    present: bool


def read_properties(
    reading: Reading, regions: Regions, representations: tuple[RepresentationFacts, ...]
) -> PropertyTables:
    """The properties of the page's type: its first typed table, and further ones whose rows the JSON shows, too.

    Further typed tables of a Properties section describe parts of a value, unless the type's JSON has their names.
    """
    shown = frozenset(key for each in representations for key in _keys(each.body))
    sections = regions.of(SectionKind.PROPERTIES)
    if not any(Column.TYPE in columns_of(table, reading) for _, table in _tables(sections)):
        sections = (*sections, *(each for each in _elsewhere(regions) if _lists_properties(each, reading)))
    return _read(sections, reading, shown)


def read_relationships(reading: Reading, regions: Regions) -> PropertyTables:
    """The navigation properties of the page's type."""
    return _read(regions.of(SectionKind.RELATIONSHIPS), reading, None)


def _elsewhere(regions: Regions) -> tuple[Region, ...]:
    """Where pages without a table under Properties may have it."""
    return (*regions.of(SectionKind.REPRESENTATION), *regions.intro)


def _lists_properties(region: Region, reading: Reading) -> bool:
    """Whether a table of the section is headed as one of properties, in so many words."""
    for _, table in _tables((region,)):
        columns = columns_of(table, reading)
        named = reading.profile.column(plain(table.header[0].text)) is Column.NAME
        if named and Column.TYPE in columns and Column.DESCRIPTION in columns:
            return True
    return False


def _read(sections: tuple[Region, ...], reading: Reading, shown: frozenset[str] | None) -> PropertyTables:
    rows: dict[str, PropertyFacts] = {}
    present = False
    for region, table in _tables(sections):
        if Column.TYPE not in columns_of(table, reading):
            _untyped(region, table, reading, first=not present and region.kind is SectionKind.PROPERTIES)
        elif not present or shown is None or _mostly(table, shown):
            present = True
            _add(rows, table, reading)
        else:
            for row in table.rows:
                reading.account.ignored(row, DUPLICATE_TABLE)
    if not present:
        report_missing_table(sections, reading)
    return PropertyTables(rows=tuple(rows.values()), present=present)


def _tables(regions: tuple[Region, ...]) -> Iterator[tuple[Region, Table]]:
    for region in regions:
        for block in region.blocks:
            if isinstance(block, Table):
                yield region, block


def _add(rows: dict[str, PropertyFacts], table: Table, reading: Reading) -> None:
    annotations = [row for row in table.rows if row.cells and row.cells[0].text.lstrip("*` ").startswith("@")]
    for row in annotations:
        reading.account.ignored(row, INSTANCE_ANNOTATION)
    kept = tuple(row for row in table.rows if row not in annotations) if annotations else table.rows
    for facts in read_rows(msgspec.structs.replace(table, rows=kept), reading):
        rows.setdefault(facts.name, facts)


def _untyped(region: Region, table: Table, reading: Reading, *, first: bool) -> None:
    """A table without a Type column: of use to people, unless it is the very table the section is for."""
    if not (first and region.own and Column.DESCRIPTION in columns_of(table, reading)):
        for row in table.rows:
            reading.account.ignored(row, PROSE_TABLE)
        return
    message = "this table has no Type column, so its rows are no properties"
    hint = "head the columns Property, Type and Description"
    span = msgspec.structs.replace(table.header[0].span, end_line=table.span.end_line, end_column=None)
    reading.report(codes.TABLE_UNREAD.at(span, message, hint=hint))
    reading.account.reported(*table.rows)


def _mostly(table: Table, shown: frozenset[str]) -> bool:
    """Whether at least half of a table's names are keys of the type's JSON."""
    names = [row.cells[0].text.strip(" *`").split(" ")[0] for row in table.rows if row.cells]
    return bool(names) and 2 * sum(name in shown for name in names) >= len(names)


def _keys(body: str | None) -> tuple[str, ...]:
    if body is None:
        return ()
    data = json.loads(body)
    return tuple(data) if isinstance(data, dict) else ()
