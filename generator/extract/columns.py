"""Which column of a table holds what, from its header. The first column is the name, whatever it is called."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from generator.dialect.kinds import Column
from generator.extract import row_codes
from generator.extract.reading import Reading
from generator.markdown.blocks import Cell, Row, Table
from generator.markdown.inline import plain
from generator.text import Span
from generator.text.nearest import did_you_mean


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Positions by meaning; a table may lack any but the name."""

    places: dict[Column, int]
    """The first column of each meaning, `NAME` always 0 unless the header says otherwise."""

    def __contains__(self, column: object) -> bool:
        return column in self.places

    def cell(self, row: Row, column: Column) -> Cell | None:
        """A row's cell of that meaning; None where the table or the row has none."""
        at = self.places.get(column)
        return row.cells[at] if at is not None and at < len(row.cells) else None

    def text(self, row: Row, column: Column) -> str:
        """The Markdown of that cell, "" where there is none."""
        cell = self.cell(row, column)
        return "" if cell is None else cell.text


def columns_of(table: Table, reading: Reading) -> Columns:
    """The meaning of each column, by the words of the profile."""
    places: dict[Column, int] = {}
    for at, cell in enumerate(table.header):
        column = reading.profile.column(plain(cell.text))
        if column is not None:
            places.setdefault(column, at)
    # `Type|Description`, `Value|Description`: the first column names the row and keeps its own meaning, too.
    places.setdefault(Column.NAME, 0)
    return Columns(places=places)


def whole(table: Table) -> Span:
    """From the first cell of the header to the last row: where a finding about all rows stands."""
    return msgspec.structs.replace(table.header[0].span, end_line=table.span.end_line, end_column=None)


def report_unread(table: Table, columns: Columns, read: Collection[Column], reading: Reading) -> None:
    """Report the columns that hold something and are none of those that are `read`."""
    heard = {at for column, at in columns.places.items() if column in read}
    for at, cell in enumerate(table.header):
        if at not in heard and any(at < len(row.cells) and row.cells[at].text for row in table.rows):
            text = plain(cell.text)
            words = [word for word, column in reading.profile.column_names.items() if column in read]
            twice = reading.profile.column(text) in read
            hint = "join it with the first of its kind" if twice else did_you_mean(text, words)
            found = row_codes.COLUMN_UNREAD.at(cell.span, f"nothing reads the column {text[:60]!r}", hint=hint)
            reading.report(found)
