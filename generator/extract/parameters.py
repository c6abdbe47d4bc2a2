"""Tables of parameters: headers, query, path and function parameters, and what a request body holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.dialect.kinds import Column
from generator.extract import codes
from generator.extract.columns import columns_of
from generator.extract.ignore_rules import PROSE_TABLE
from generator.extract.reading import Reading
from generator.extract.rows import read_rows, report_other_type
from generator.facts.page import ParameterFacts, PropertyFacts
from generator.markdown.blocks import Block, Table
from generator.markdown.inline import plain
from generator.model.operations import ParameterPlace

_WHOLE_CELL = frozenset({ParameterPlace.HEADER, ParameterPlace.QUERY})
"""Places whose names are no identifiers: `Prefer: outlook.timezone`, `$filter`."""


def table_parameters(blocks: Iterable[Block], place: ParameterPlace, reading: Reading) -> Iterator[ParameterFacts]:
    """The rows of the tables that list parameters, each name once over all tables."""
    seen: dict[str, PropertyFacts] = {}
    for row in _rows(blocks, place, reading):
        first = seen.setdefault(row.name.lower(), row)
        if first is row:
            yield ParameterFacts(place=place, row=row)
        else:
            report_other_type(first, row, reading)


def _rows(blocks: Iterable[Block], place: ParameterPlace, reading: Reading) -> Iterator[PropertyFacts]:
    typed = False
    for table in blocks:
        if not isinstance(table, Table):
            continue
        has_types = _has_types(table, reading)
        if has_types or (not typed and _lists_names(table, reading)):
            typed = typed or has_types
            yield from read_rows(
                table, reading, identifiers=place not in _WHOLE_CELL, repeatable=place is ParameterPlace.HEADER
            )
        elif _lists_names(table, reading):
            message = "this table has no Type column as the one above it has, so its rows are no parameters"
            hint = "head the columns Parameter, Type and Description"
            reading.report(codes.TABLE_UNREAD.at(table.header[0].span, message, hint=hint))
            reading.account.reported(*table.rows)
        else:
            for row in table.rows:
                reading.account.ignored(row, PROSE_TABLE)


def _has_types(table: Table, reading: Reading) -> bool:
    columns = columns_of(table, reading)
    return Column.TYPE in columns and columns.places[Column.TYPE] != columns.places[Column.NAME]


def _lists_names(table: Table, reading: Reading) -> bool:
    """Whether a table without types names things with a value or a text, in so many words."""
    columns = columns_of(table, reading)
    named = bool(table.header) and reading.profile.column(plain(table.header[0].text)) is Column.NAME
    return named and (Column.VALUE in columns or Column.DESCRIPTION in columns)
