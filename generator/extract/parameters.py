"""Tables of parameters: headers, query, path and function parameters, and what a request body holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.dialect.kinds import Column
from generator.extract import codes
from generator.extract.columns import columns_of, whole
from generator.extract.ignore_rules import PROSE_TABLE
from generator.extract.reading import Reading
from generator.extract.rows import read_rows, report_other_type
from generator.facts.page import ParameterFacts, PropertyFacts
from generator.markdown.blocks import Block, Table
from generator.markdown.inline import plain
from generator.model.headers import names_header
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
            read = _headers(table, reading) if place is ParameterPlace.HEADER else table
            yield from read_rows(
                read, reading, identifiers=place not in _WHOLE_CELL, repeatable=place is ParameterPlace.HEADER
            )
        elif _lists_names(table, reading):
            message = "this table has no Type column as the one above it has, so its rows are no parameters"
            hint = "head the columns Parameter, Type and Description"
            reading.report(codes.TABLE_UNREAD.at(whole(table), message, hint=hint))
            reading.account.reported(*table.rows)
        else:
            for row in table.rows:
                reading.account.ignored(row, PROSE_TABLE)


def _headers(table: Table, reading: Reading) -> Table:
    """The table without rows that name no header."""
    at = columns_of(table, reading).places[Column.NAME]
    kept = []
    for row in table.rows:
        name = plain(row.cells[at].text) if at < len(row.cells) else ""
        if name and (not names_header(name) or reading.profile.account(name) is not None):
            hint = "write the name of the header alone, or move the row to the table that it is of"
            reading.report(codes.HEADER_UNREADABLE.at(row.cells[at].span, f"{name[:80]!r} is no header", hint=hint))
            reading.account.reported(row)
        else:
            kept.append(row)
    return msgspec.structs.replace(table, rows=tuple(kept))


def _has_types(table: Table, reading: Reading) -> bool:
    columns = columns_of(table, reading)
    return Column.TYPE in columns and columns.places[Column.TYPE] != columns.places[Column.NAME]


def _lists_names(table: Table, reading: Reading) -> bool:
    """Whether a table without types names things with a value or a text, in so many words."""
    columns = columns_of(table, reading)
    named = bool(table.header) and reading.profile.column(plain(table.header[0].text)) is Column.NAME
    return named and (Column.VALUE in columns or Column.DESCRIPTION in columns)
