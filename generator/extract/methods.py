"""Methods tables: which pages document operations on a type."""

from __future__ import annotations

from generator.dialect.kinds import Column, SectionKind
from generator.extract import row_codes
from generator.extract.columns import Columns, columns_of, report_unread
from generator.extract.emptiness import report_missing_table
from generator.extract.ignore_rules import GROUP_ROW
from generator.extract.links import resolve_in
from generator.extract.reading import Reading
from generator.extract.regions import Regions
from generator.extract.rows import is_group
from generator.extract.type_text import written_type
from generator.facts.page import MethodFacts
from generator.facts.written import TypeCell, WrittenText
from generator.markdown.blocks import Row, Table
from generator.markdown.inline import find_links, plain

_READ = (Column.NAME, Column.RETURNS, Column.DESCRIPTION)


def read_methods(reading: Reading, regions: Regions) -> tuple[MethodFacts, ...]:
    """The rows of the page's Methods tables."""
    found: list[MethodFacts] = []
    sections = regions.of(SectionKind.METHODS)
    tables = [block for each in sections for block in each.blocks if isinstance(block, Table)]
    for table in tables:
        columns = columns_of(table, reading)
        report_unread(table, columns, _READ, reading)
        for row in table.rows:
            facts = _method(row, columns, reading)
            if facts is not None:
                found.append(facts)
    if not tables:
        report_missing_table(sections, reading)
    return tuple(found)


def _method(row: Row, columns: Columns, reading: Reading) -> MethodFacts | None:
    cell = row.cells[0]
    link = next(find_links(cell.text, reading.definitions), None)
    target = resolve_in(reading, link.target) if link is not None else None
    if target is None and (is_group(row) or not cell.text):
        reading.account.ignored(row, GROUP_ROW)
        return None
    title = plain(cell.text)
    if target is None:
        hint = "link the page that documents it"
        reading.report(row_codes.METHOD_UNLINKED.at(cell.span, f"{title[:80]!r} links no page", hint=hint))
    reading.account.used(row)
    return MethodFacts(
        title=title,
        page=target.page.lower() if target is not None else None,
        returns=_returns(row, columns, reading),
        description=columns.text(row, Column.DESCRIPTION),
        span=cell.span,
    )


def _returns(row: Row, columns: Columns, reading: Reading) -> TypeCell | None:
    """The return type; prose there stays text without a finding, since the operation's own page has the word."""
    cell = columns.cell(row, Column.RETURNS)
    if cell is None or not cell.text or reading.profile.empty.matches(plain(cell.text)):
        return None
    written = written_type(cell.text, reading)
    if isinstance(written, WrittenText) and "](" in written.text:
        message = f"{cell.text[:80]!r} has no link that could be read"
        reading.report(row_codes.TYPE_UNREADABLE.at(cell.span, message, hint="close the brackets of the link"))
    return TypeCell(type=written, text=cell.text, span=cell.span)
