"""Rows of typed tables: properties, relationships, parameters and headers share one shape."""

from __future__ import annotations

import re

import msgspec

from generator.diagnostics import Diagnostic, Label
from generator.dialect.kinds import Column
from generator.dialect.phrases import folded, slot_values
from generator.dialect.profile import Profile
from generator.extract import row_codes
from generator.extract.answers import answer, deprecated_by_column
from generator.extract.columns import Columns, columns_of, report_unread
from generator.extract.ignore_rules import GROUP_ROW
from generator.extract.links import resolve_in
from generator.extract.markers import read_deprecation, read_markers
from generator.extract.reading import Reading
from generator.extract.type_text import read_type, written_type
from generator.extract.values import read_values
from generator.facts.page import MemberFacts, PropertyFacts
from generator.facts.written import TypeCell, WrittenCollection, WrittenLink
from generator.markdown.blocks import Cell, Row, Table
from generator.markdown.inline import find_links, plain
from generator.model.types import Primitive
from generator.model.wording import Deprecation, Markers
from generator.text import Span

_BRACKETED = re.compile(r"\(([^()\n]{1,60})\)")
_UNSAID = (None, False, ())
_IDENTIFIER = re.compile(r"[@#]?[A-Za-z_][\w.@/\-]*")
_SEVERAL = re.compile(r"[ \t]*(?:[,/|;&]|and\b|or\b)")
_READ = frozenset(set(Column) - {Column.RETURNS, Column.VALUE})
_FLAGS = (
    (Column.REQUIRED, "required", frozenset({"required", "mandatory"}), frozenset({"optional", "not required"})),
    (Column.NULLABLE, "nullable", frozenset({"nullable"}), frozenset({"not nullable", "non-nullable"})),
    (
        Column.READ_ONLY,
        "read_only",
        frozenset({"read-only", "readonly", "read only"}),
        frozenset({"read/write", "writable"}),
    ),
)
"""Columns that say yes or no, the markers they set, and the words that mean yes and no beside the usual ones."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A description, taken apart. `text` is what is left for people, without the sentence on inheritance."""

    text: str
    markers: Markers
    inherited_from: WrittenLink | None
    values: tuple[MemberFacts, ...]
    deprecation: Deprecation | None


def read_rows(
    table: Table, reading: Reading, *, identifiers: bool = True, repeatable: bool = False
) -> tuple[PropertyFacts, ...]:
    """Every row of a table that has a name, in order, each name once. Says of each row what became of it.

    `identifiers`: names are single words; else the whole cell is the name (`Prefer: outlook.timezone`). `repeatable`: a
    name in several rows is one that takes several values, as headers do, and their texts belong together.
    """
    columns = columns_of(table, reading)
    valued = Column.TYPE not in columns or Column.DESCRIPTION not in columns
    report_unread(table, columns, _READ | {Column.VALUE} if valued else _READ, reading)
    rows: dict[str, PropertyFacts] = {}
    for row in table.rows:
        facts = read_row(row, columns, reading, identifiers=identifiers)
        if facts is None:
            continue
        if facts.name in rows and repeatable:
            before = rows[facts.name]
            told = f"{before.description} {facts.description}".strip()
            rows[facts.name] = msgspec.structs.replace(before, description=told)
            continue
        if facts.name in rows:
            reading.report(name_repeated(facts, rows[facts.name], "table"))
            reading.account.reported(row)
            continue
        rows[facts.name] = facts
    return tuple(rows.values())


def name_repeated(again: PropertyFacts | MemberFacts, first: PropertyFacts | MemberFacts, where: str) -> Diagnostic:
    """The finding that something is named twice."""
    label = Label(span=first.span, message="this row is taken")
    message = f"this {where} names {again.name!r} twice"
    return row_codes.NAME_REPEATED.at(again.span, message, hint="keep one of the rows", labels=(label,))


def report_other_type(first: PropertyFacts, again: PropertyFacts, reading: Reading) -> None:
    """Report a row of a further table that says otherwise than the one that is taken; tables of variants repeat rows."""
    types = [None if each.type is None else each.type.type for each in (first, again)]
    if types[0] != types[1]:
        reading.report(name_repeated(again, first, "section"))


def read_row(row: Row, columns: Columns, reading: Reading, *, identifiers: bool = True) -> PropertyFacts | None:
    """One row; None, with the reason in the account, for a sub-heading or a row without a name."""
    cell = columns.cell(row, Column.NAME)
    if cell is None or not cell.text or is_group(row):
        _account_nameless(row, reading)
        return None
    name, note = _name(cell, identifiers=identifiers)
    if name is None:
        _account_nameless(row, reading)
        return None
    written = _type(row, columns, reading)
    described = columns.cell(row, Column.DESCRIPTION) or columns.cell(row, Column.VALUE)
    told = read_description(described, reading) if described is not None else _SILENT
    noted = _noted(note, told.text, cell.span, reading.profile)
    markers = _with_columns(told.markers, row, columns, reading)
    beside = (*_beside(written), *((note,) if noted is None and note else ()))
    markers = _with_beside(markers, beside, reading)
    if note and noted is None and not _states(note, reading):
        report_words(note, name, cell.span, reading)
    reading.account.used(row)
    return PropertyFacts(
        name=name,
        type=written,
        description=told.text,
        markers=markers,
        inherited_from=told.inherited_from,
        values=told.values,
        deprecation=told.deprecation or noted or deprecated_by_column(row, columns, reading.profile),
        span=cell.span,
        combined=any(phrase in told.text.lower() for phrase in reading.profile.words.values.flags_phrases),
    )


def _noted(note: str, text: str, span: Span, profile: Profile) -> Deprecation | None:
    """The deprecation that stands beside a name; what to use instead is said in the description."""
    noted = read_deprecation(note, span, profile)
    if noted is None or noted.instead is not None:
        return noted
    found = profile.instead_phrase.search(text)
    return msgspec.structs.replace(noted, instead=slot_values(found)[0]) if found else noted


def is_group(row: Row) -> bool:
    """A bold first cell with nothing beside it: a sub-heading inside the table."""
    first = row.cells[0].text
    alone = not any(cell.text.replace("&nbsp;", "").strip() for cell in row.cells[1:])
    return alone and (first.startswith(("**", "__")) or len(row.cells) == 1)


def read_description(cell: Cell, reading: Reading) -> Told:
    """The statements of a description cell, and its text."""
    profile = reading.profile
    if folded(cell.text).rstrip(".") in profile.words.pages.placeholder_texts:
        return _SILENT
    text, inherited = _without_inheritance(cell.text, reading)
    text = _without_stopgap(text, profile)
    values = read_values(text, cell.span, reading)
    return Told(
        text=text,
        markers=read_markers(text, profile),
        inherited_from=inherited,
        values=values,
        deprecation=read_deprecation(text, cell.span, profile),
    )


def _without_stopgap(text: str, profile: Profile) -> str:
    """Without words in place of a description that nobody wrote yet, before what else the cell says."""
    first, stop, rest = text.partition(". ")
    stopgap = plain(first).lower().rstrip(". ") in profile.words.pages.placeholder_texts
    return (rest.lstrip() if stop else "") if stopgap else text


def _without_inheritance(text: str, reading: Reading) -> tuple[str, WrittenLink | None]:
    """A description without `Inherited from [x](y)`, and that link."""
    found = reading.profile.row_base_phrase.search(text)
    if found is None:
        return text, None
    link = next(find_links(text[found.end() :], reading.definitions), None)
    if link is None or text[found.end() : found.end() + link.start].strip():
        return text, None
    target = resolve_in(reading, link.target)
    if target is None:
        return text, None
    before = text[: found.start()].rstrip()
    after = text[found.end() + link.end :].lstrip(". ")
    if after and before:
        before = before if before.endswith((".", "!", "?", ">", ":")) else f"{before}."
    joined = f"{before} {after}".strip()
    return joined, WrittenLink(label=plain(link.label), page=target.page.lower(), anchor=target.anchor)


def _name(cell: Cell, *, identifiers: bool) -> tuple[str | None, str]:
    """The name in a cell, and what else stands there (`(deprecated)`)."""
    text = plain(cell.text).strip(" *")
    if not identifiers:
        return text.rstrip(":") or None, ""
    found = _IDENTIFIER.match(text)
    if found is None:
        return None, ""
    return found[0].rstrip(".-/"), text[found.end() :].strip()


def _type(row: Row, columns: Columns, reading: Reading) -> TypeCell | None:
    cell = columns.cell(row, Column.TYPE)
    if cell is None:
        return _valued(columns.cell(row, Column.VALUE), reading)
    if not cell.text:
        hint = "name the type, or link the page that defines it"
        reading.report(row_codes.TYPE_MISSING.at(cell.span, "this row has no type", hint=hint))
    return read_type(cell, reading)


def _valued(cell: Cell | None, reading: Reading) -> TypeCell | None:
    """A Value column that says a type: a primitive, or a link to the page of a type. Other values are values."""
    if cell is None or not cell.text:
        return None
    written = written_type(cell.text, reading)
    item = written.item if isinstance(written, WrittenCollection) else written
    plain_type = isinstance(item, Primitive) or (isinstance(item, WrittenLink) and item.page is not None)
    return TypeCell(type=written, text=cell.text, span=cell.span) if plain_type else None


def report_words(note: str, name: str, span: Span, reading: Reading) -> None:
    """Report what stands behind a name and is not read."""
    if _SEVERAL.match(note):
        message, hint = f"this row names more than {name!r}, and only that is read", "give each name a row of its own"
    else:
        message, hint = f"{note[:60]!r} behind the name {name!r} is not read", None
    reading.report(row_codes.NAME_WORDS.at(span, message, hint=hint))


def _with_columns(markers: Markers, row: Row, columns: Columns, reading: Reading) -> Markers:
    """Markers that columns of their own state: `Required?`, `Default Value`."""
    changes: dict[str, object] = {}
    for column, field, yes, no in _FLAGS:
        cell = columns.cell(row, column)
        if cell is not None and cell.text:
            said = answer(cell.text, yes, no)
            changes[field] = said is True
            if said is None:
                message = f"{plain(cell.text)[:60]!r} is neither yes nor no"
                reading.report(row_codes.COLUMN_UNREAD.at(cell.span, message))
    for column, field in ((Column.DEFAULT, "default"), (Column.MINIMUM, "minimum"), (Column.MAXIMUM, "maximum")):
        value = plain(columns.text(row, column))
        if value:
            changes[field] = value
    return msgspec.structs.replace(markers, **changes) if changes else markers


def _beside(written: TypeCell | None) -> tuple[str, ...]:
    """What stands beside a type: in brackets, or behind a comma."""
    if written is None or not ("," in written.text or "(" in written.text):
        return ()
    bare = plain(written.text)
    return (*_BRACKETED.findall(bare), bare.partition(",")[2])


def _states(note: str, reading: Reading) -> bool:
    return read_markers(note, reading.profile) != _SILENT.markers


def _with_beside(markers: Markers, beside: tuple[str, ...], reading: Reading) -> Markers:
    """Markers with what stands beside a name or a type (`optional`, `maximum size 20`), where they say nothing of it yet."""
    changes: dict[str, object] = {}
    for text in beside:
        said = read_markers(text, reading.profile)
        for field in said.__struct_fields__:
            if getattr(markers, field) in _UNSAID and getattr(said, field) not in _UNSAID:
                changes[field] = getattr(said, field)
    if markers.required:
        changes.pop("optional", None)
    return msgspec.structs.replace(markers, **changes) if changes else markers


def _account_nameless(row: Row, reading: Reading) -> None:
    if is_group(row):
        reading.account.ignored(row, GROUP_ROW)
        return
    span: Span = row.cells[0].span
    hint = "write the name in the first column"
    reading.report(row_codes.NAME_MISSING.at(span, "this row names nothing", hint=hint))
    reading.account.reported(row)


_SILENT = Told(text="", markers=Markers(), inherited_from=None, values=(), deprecation=None)
