"""The Properties and Relationships sections of a type."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from generator.dialect.kinds import Column, SectionKind
from generator.dialect.phrases import folded
from generator.extract import codes
from generator.extract.columns import columns_of, whole
from generator.extract.emptiness import awaits_table, report_missing_table
from generator.extract.ignore_rules import INSTANCE_ANNOTATION, PROSE_TABLE
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.extract.rows import read_rows, report_other_type
from generator.facts.page import PropertyFacts, RepresentationFacts
from generator.markdown.blocks import Table
from generator.markdown.inline import plain
from generator.text.nearest import nearest


class PropertyTables(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of a section's tables. `present`: there was a table to read."""

    rows: tuple[PropertyFacts, ...]
    present: bool


def read_properties(
    reading: Reading, regions: Regions, representations: tuple[RepresentationFacts, ...]
) -> PropertyTables:
    """The properties of the page's type: the typed tables right under a Properties heading, and others whose rows the JSON shows.

    A typed table under a heading of its own below that may describe parts of a value, unless the type's JSON has its names.
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
        elif not present or shown is None or region.own or _mostly(table, shown):
            present = True
            _add(rows, table, reading)
        else:
            _report_parts(region, table, reading)
    if not present and not awaits_table(sections, reading):
        report_missing_table(sections, reading)
    return PropertyTables(rows=tuple(rows.values()), present=present)


def _tables(regions: tuple[Region, ...]) -> Iterator[tuple[Region, Table]]:
    for region in regions:
        for block in region.blocks:
            if isinstance(block, Table):
                yield region, block


def _add(rows: dict[str, PropertyFacts], table: Table, reading: Reading) -> None:
    for facts in property_rows(table, reading):
        report_other_type(rows.setdefault(facts.name, facts), facts, reading)


def property_rows(table: Table, reading: Reading) -> tuple[PropertyFacts, ...]:
    """The rows of a table that are properties: all but those of instance annotations."""
    annotations = [
        row for row in table.rows if row.cells and row.cells[0].text.lstrip("*` ").startswith(("@", "odata."))
    ]
    for row in annotations:
        reading.account.ignored(row, INSTANCE_ANNOTATION)
    kept = tuple(row for row in table.rows if row not in annotations) if annotations else table.rows
    return read_rows(msgspec.structs.replace(table, rows=kept), reading)


def _report_parts(region: Region, table: Table, reading: Reading) -> None:
    """A table whose names the type's JSON does not show, under a heading that says neither that it lists properties."""
    heading = region.heading
    text = "" if heading is None else heading.text
    message = f"nothing says that what the section {text[:80]!r} lists are properties of this type"
    hint = "move the rows below the heading Properties if they are; leave them if they are parts of a value"
    span = table.header[0].span if heading is None else heading.span
    span = msgspec.structs.replace(span, end_line=table.span.end_line, end_column=None)
    reading.report(codes.SECTION_UNKNOWN.at(span, message, hint=hint))
    reading.account.reported(*table.rows)


def _untyped(region: Region, table: Table, reading: Reading, *, first: bool) -> None:
    """A table without a Type column: of use to people, unless it is a table the section is for."""
    described = first and Column.DESCRIPTION in columns_of(table, reading)
    if not (region.own and (described or _misspells_type(table, reading))):
        for row in table.rows:
            reading.account.ignored(row, PROSE_TABLE)
        return
    message = "this table has no Type column, so its rows are no properties"
    hint = "head the columns Property, Type and Description"
    reading.report(codes.TABLE_UNREAD.at(whole(table), message, hint=hint))
    reading.account.reported(*table.rows)


def _misspells_type(table: Table, reading: Reading) -> bool:
    """Whether a header cell nobody knows is nearly one over types."""
    known = reading.profile.column_names
    words = [word for word, column in known.items() if column is Column.TYPE]
    return any(
        (text := folded(plain(cell.text))) not in known and nearest(text, words) is not None
        for cell in table.header[1:]
    )


def _mostly(table: Table, shown: frozenset[str]) -> bool:
    """Whether at least half of a table's names are keys of the type's JSON."""
    names = [row.cells[0].text.strip(" *`").split(" ")[0] for row in table.rows if row.cells]
    return bool(names) and 2 * sum(name in shown for name in names) >= len(names)


def _keys(body: str | None) -> tuple[str, ...]:
    if body is None:
        return ()
    data = json.loads(body)
    return tuple(data) if isinstance(data, dict) else ()
