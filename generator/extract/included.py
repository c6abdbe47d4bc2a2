"""Tables of fields and members in pages for others to include. Of which type or request they are, only the linker can tell."""

from __future__ import annotations

from generator.dialect.kinds import Column, SectionKind
from generator.extract.columns import columns_of, whole
from generator.extract.members import included_members
from generator.extract.properties import property_rows
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.facts.page import IncludedTable
from generator.markdown.blocks import Table

JOINED = (
    SectionKind.PROPERTIES,
    SectionKind.RELATIONSHIPS,
    SectionKind.PATH_PARAMETERS,
    SectionKind.FUNCTION_PARAMETERS,
    SectionKind.REQUEST_BODY,
)
"""Sections whose typed tables may be included."""


def included_tables(reading: Reading, regions: Regions) -> tuple[IncludedTable, ...]:
    """The tables that stand under no heading, or under one of such a section, and that nobody has read yet."""
    found = (
        _included(table, region, reading)
        for region in regions.all
        for table in region.blocks
        if isinstance(table, Table) and _is_open(table, reading)
    )
    return tuple(each for each in found if each is not None)


def _included(table: Table, region: Region, reading: Reading) -> IncludedTable | None:
    if Column.TYPE not in columns_of(table, reading):
        return included_members(table, region, reading)
    if region.kind is not None and region.kind not in JOINED:
        return None
    section = None if region.kind is None else region.kind.value
    return IncludedTable(section=section, rows=property_rows(table, reading), span=whole(table))


def _is_open(table: Table, reading: Reading) -> bool:
    return any(reading.account.is_open(row) for row in table.rows)
