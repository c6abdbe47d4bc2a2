"""Tables of permissions: who may call, with which scopes, least privileged first.

Reads rows by account, columns by account, sub-rows, columns for whom one acts on, and columns by privilege. The tables
of include pages go through here, too; which operation they belong to is the linker's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.dialect.phrases import folded
from generator.extract import permission_codes as codes
from generator.extract import row_codes
from generator.extract.reading import Reading
from generator.extract.scopes import Granted, read_scopes
from generator.facts.page import PermissionFacts, PermissionTableFacts
from generator.markdown.blocks import Block, Cell, Heading, Row, Section, Table
from generator.markdown.inline import plain
from generator.model.wording import Account
from generator.text import Span

_ACCOUNT_HINT = '"Delegated (work or school account)", "Delegated (personal Microsoft account)" or "Application"'


class _Entry(msgspec.Struct, frozen=True):
    """One cell read: who may call, for what, with which scopes."""

    label: str | None
    account: Account
    scopes: tuple[str, ...]
    span: Span


def permission_tables(section: Section, reading: Reading) -> tuple[PermissionTableFacts, ...]:
    """The tables of a section and of the sections in it, whatever their headings: for pages that others include.

    Such pages hold other tables as well. Those of a page whose path does not speak of permissions need not be any.
    """
    blocks = section.blocks
    if "permission" not in reading.page.path.lower():
        blocks = tuple(each for each in blocks if isinstance(each, Table) and _states_accounts(each, reading))
    found = list(blocks_permissions(blocks, section.heading, reading))
    for child in section.children:
        found.extend(permission_tables(child, reading))
    return tuple(found)


def blocks_permissions(
    blocks: Iterable[Block], heading: Heading | None, reading: Reading
) -> Iterator[PermissionTableFacts]:
    """The tables among the blocks under a heading, labelled by it where it says more than "Permissions"."""
    label = None
    if heading is not None and heading.level > 1 and folded(heading.text) not in reading.profile.section_names:
        label = heading.text
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_table(block, label, reading)


def names_accounts(table: Table, reading: Reading) -> bool:
    """Whether the rows of a table are kinds of account."""
    return sum(reading.profile.account(plain(row.cells[0].text)) is not None for row in table.rows if row.cells) > 1


def _states_accounts(table: Table, reading: Reading) -> bool:
    return any(_accounts(table, reading))


def _accounts(table: Table, reading: Reading) -> Iterator[Account | None]:
    """Of the columns, then of the rows."""
    yield from (reading.profile.account(plain(cell.text)) for cell in table.header[1:])
    yield from (reading.profile.account(plain(row.cells[0].text)) for row in table.rows if row.cells)


def _of_table(table: Table, heading: str | None, reading: Reading) -> Iterator[PermissionTableFacts]:
    accounts = [reading.profile.account(plain(cell.text)) for cell in table.header[1:]]
    rows = [reading.profile.account(plain(row.cells[0].text)) for row in table.rows if row.cells]
    if any(accounts):
        entries = list(_by_column(table, accounts, reading))
    elif any(rows):
        entries = list(_by_row(table, reading))
    else:
        reading.report(
            codes.PERMISSION_TABLE_UNREAD.at(table.span, "no row or column of this table is a kind of account")
        )
        reading.account.reported(*table.rows)
        return
    labelled: dict[str | None, list[_Entry]] = {}
    for each in entries:
        labelled.setdefault(each.label, []).append(each)
    for label, found in labelled.items():
        whole = ", ".join(each for each in (heading, label) if each)
        yield PermissionTableFacts(label=whole or None, permissions=_merged(found, reading), span=table.span)


def _merged(entries: Sequence[_Entry], reading: Reading) -> tuple[PermissionFacts, ...]:
    """One entry for each account, in the order of the accounts' first rows."""
    found: dict[Account, PermissionFacts] = {}
    for each in entries:
        first = found.get(each.account)
        if first is None:
            found[each.account] = PermissionFacts(account=each.account, scopes=each.scopes, span=each.span)
            continue
        hint = f"line {first.span.line} is for the same kind of account"
        reading.report(codes.PERMISSION_REPEATED.at(each.span, "this kind of account has a row already", hint=hint))
        scopes = tuple(dict.fromkeys((*first.scopes, *each.scopes)))
        found[each.account] = msgspec.structs.replace(first, scopes=scopes)
    return tuple(found.values())


def _by_column(table: Table, accounts: Sequence[Account | None], reading: Reading) -> Iterator[_Entry]:
    """`Supported resource|Delegated (work or school account)|…|Application`: a row for each thing that is called."""
    for at, account in enumerate(accounts, 1):
        if account is None and any(at < len(row.cells) and row.cells[at].text for row in table.rows):
            header = table.header[at]
            message = f"{plain(header.text)[:60]!r} is no kind of account, so nothing reads this column"
            reading.report(row_codes.COLUMN_UNREAD.at(header.span, message, hint=f"head it {_ACCOUNT_HINT}"))
    for row in table.rows:
        label = plain(row.cells[0].text) or None
        for account, cell in zip(accounts, row.cells[1:], strict=False):
            if account is not None:
                yield from _entries(cell, label, account, reading)
        reading.account.used(row)


def _by_row(table: Table, reading: Reading) -> Iterator[_Entry]:
    """`Permission type|Permissions`: a row for each account, sub-rows for what it does, columns for whom or how much."""
    columns = _columns(table, reading)
    account: Account | None = None
    for at, row in enumerate(table.rows):
        named = reading.profile.account(plain(row.cells[0].text))
        label = None
        if named is not None:
            account = named
        elif account is not None and _is_sub_row(row):
            label = plain(row.cells[0].text)
        else:
            _report_row(row, reading)
            continue
        reading.account.used(row)
        if label is None and _has_sub_rows(table, at):
            continue
        yield from _of_row(row, label, account, columns, reading)


class _Column(msgspec.Struct, frozen=True):
    """A column of scopes: what it is for, and whether the most privileged stands first in it."""

    label: str | None
    descending: bool
    continues: bool
    """Holds the scopes beyond those of the column before."""


def _columns(table: Table, reading: Reading) -> list[_Column]:
    words = reading.profile.words.permissions
    headers = [folded(plain(cell.text)) for cell in table.header[1:]]
    single = len(headers) < 2
    found = []
    for header in headers:
        least, higher = any(each in header for each in words.least), any(each in header for each in words.higher)
        label = header.partition("(")[0].removeprefix("permissions").removeprefix("permission").strip()
        found.append(
            _Column(
                label=None if single or least or higher else label or None,
                descending=any(each in header for each in words.descending),
                continues=higher,
            )
        )
    return found


def _of_row(
    row: Row, label: str | None, account: Account, columns: Sequence[_Column], reading: Reading
) -> Iterator[_Entry]:
    entries: list[_Entry] = []
    for column, cell in zip(columns, row.cells[1:], strict=False):
        whole = ", ".join(each for each in (label, column.label) if each) or None
        for entry in _entries(cell, whole, account, reading):
            scopes = tuple(reversed(entry.scopes)) if column.descending else entry.scopes
            if entries and column.continues and entries[-1].label == entry.label:
                scopes = tuple(dict.fromkeys((*entries.pop().scopes, *scopes)))
            entries.append(msgspec.structs.replace(entry, scopes=scopes))
    yield from entries


def _entries(cell: Cell, label: str | None, account: Account, reading: Reading) -> Iterator[_Entry]:
    granted = read_scopes(cell.text, reading.profile)
    if not granted:
        hint = 'list the scopes, least privileged first, or say "Not supported."'
        message = f"{cell.text[:60]!r} names no permission" if cell.text else "this cell is empty"
        reading.report(codes.PERMISSION_UNSTATED.at(cell.span, message, hint=hint))
    for each in granted:
        _report_words(each, cell.span, reading)
        whole = ", ".join(part for part in (label, each.label) if part) or None
        yield _Entry(whole, account, each.scopes, cell.span)


def _report_words(granted: Granted, span: Span, reading: Reading) -> None:
    if granted.together:
        reading.report(codes.PERMISSIONS_TOGETHER.at(span, "some of these permissions are needed together"))
    if granted.words:
        message = f"{' '.join(granted.words)[:60]!r} beside the permissions is not read"
        reading.report(codes.PERMISSION_WORDS.at(span, message))


def _is_sub_row(row: Row) -> bool:
    return row.cells[0].text.lstrip().startswith(("&nbsp;", "**", "__"))


def _has_sub_rows(table: Table, at: int) -> bool:
    """Whether a row without scopes of its own is followed by a sub-row."""
    empty = not any(plain(cell.text) for cell in table.rows[at].cells[1:])
    return empty and at + 1 < len(table.rows) and _is_sub_row(table.rows[at + 1])


def _report_row(row: Row, reading: Reading) -> None:
    text = plain(row.cells[0].text)[:60]
    hint = f"begin the row with {_ACCOUNT_HINT}"
    reading.report(codes.PERMISSION_ROW_UNREAD.at(row.cells[0].span, f"{text!r} is no kind of account", hint=hint))
    reading.account.reported(row)
