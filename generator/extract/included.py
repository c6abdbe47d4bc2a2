"""Typed tables in pages for others to include. Of which type or request they are, only the linker can tell."""

from __future__ import annotations

from generator.dialect.kinds import Column, SectionKind
from generator.extract.columns import columns_of, whole
from generator.extract.properties import property_rows
from generator.extract.reading import Reading
from generator.extract.regions import Regions
from generator.facts.page import IncludedTable
from generator.markdown.blocks import Table

JOINED = (
    SectionKind.PROPERTIES,
    SectionKind.RELATIONSHIPS,
    SectionKind.PATH_PARAMETERS,
    SectionKind.FUNCTION_PARAMETERS,
    SectionKind.REQUEST_BODY,
)
"""Sections whose tables may be included."""


def included_tables(reading: Reading, regions: Regions) -> tuple[IncludedTable, ...]:
    """The typed tables that stand under no heading, or under one of such a section, and that nobody has read yet."""
    return tuple(
        IncludedTable(
            section=None if region.kind is None else region.kind.value,
            rows=property_rows(table, reading),
            span=whole(table),
        )
        for region in regions.all
        if region.kind is None or region.kind in JOINED
        for table in region.blocks
        if isinstance(table, Table) and Column.TYPE in columns_of(table, reading) and _is_open(table, reading)
    )


def _is_open(table: Table, reading: Reading) -> bool:
    return any(reading.account.is_open(row) for row in table.rows)
