"""Tables of enum members: on a page about one enum, or under a heading that names the enum."""

from __future__ import annotations

import re

from generator.dialect.kinds import Column, SectionKind
from generator.dialect.phrases import folded
from generator.extract import row_codes
from generator.extract.answers import deprecated_by_column
from generator.extract.columns import Columns, columns_of, report_unread, whole
from generator.extract.emptiness import awaits_table, report_missing_table
from generator.extract.ignore_rules import GROUP_ROW
from generator.extract.intro import Intro, subject_words
from generator.extract.markers import read_deprecation
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.extract.representation import read_representations
from generator.extract.rows import is_group, name_repeated, report_words
from generator.facts.page import EnumFacts, IncludedTable, MemberFacts
from generator.markdown.blocks import Cell, Include, Paragraph, Row, Table
from generator.markdown.inline import plain
from generator.model.declarations import short
from generator.text import Span

_INTEGER = re.compile(r"[+-]?\d{1,18}")
_NAME = re.compile(r"[A-Za-z_]\w*")
_NOTED = re.compile(r"([A-Za-z_]\w*)[ \t]*([,;/|(].*)", re.DOTALL)
_READ = (Column.NAME, Column.VALUE, Column.DESCRIPTION, Column.DEPRECATED)


def read_page_enum(reading: Reading, regions: Regions, intro: Intro) -> EnumFacts | None:
    """The enum that the page is about; None if it has no table of members, and no include that may bring one."""
    sections = regions.of(SectionKind.MEMBERS) or regions.intro
    tables = [block for each in sections for block in each.blocks if isinstance(block, Table)]
    heading = regions.title
    if not tables:
        if not awaits_table(regions.of(SectionKind.MEMBERS), reading):
            report_missing_table(regions.of(SectionKind.MEMBERS), reading)
        if not any(isinstance(block, Include) for each in regions.all for block in each.blocks):
            return None
    shown = next((each.type_name for each in read_representations(reading, regions) if each.type_name), None)
    stated = f"{intro.namespace.text}.{subject_words(intro.title)}" if intro.namespace is not None else None
    qualified = shown if shown is not None and "." in shown else stated
    members = _members(tables, reading)
    prose = " ".join(
        block.text for each in (*regions.intro, *sections) for block in each.blocks if isinstance(block, Paragraph)
    )
    return EnumFacts(
        name=short(qualified) if qualified is not None else subject_words(intro.title),
        qualified=qualified,
        anchor=None,
        members=members,
        flags=_is_flags(members, f"{intro.title} {prose}", reading),
        summary=intro.summary.text if intro.summary is not None else "",
        deprecation=intro.deprecation,
        summary_span=intro.summary.span if intro.summary is not None else None,
        span=heading.span if heading is not None else Span.at(reading.page.path, 1),
    )


def read_section_enums(reading: Reading, regions: Regions) -> tuple[EnumFacts, ...]:
    """The enums under headings such as `riskLevel values`, anywhere on the page."""
    found = (_section_enum(each, reading) for each in regions.of(SectionKind.VALUES) if each.own)
    return tuple(each for each in found if each is not None)


def included_members(table: Table, region: Region, reading: Reading) -> IncludedTable | None:
    """A table of members in a page for others to include: below such a heading, or below none and itself headed so."""
    kind = region.kind or reading.profile.section(plain(table.header[0].text))
    if kind is not SectionKind.MEMBERS:
        return None
    members = _members([table], reading)
    prose = " ".join(block.text for block in region.blocks if isinstance(block, Paragraph))
    flags = _is_flags(members, prose, reading)
    return IncludedTable(section=kind.value, rows=(), span=whole(table), members=members, flags=flags)


def _section_enum(region: Region, reading: Reading) -> EnumFacts | None:
    heading = region.heading
    tables = [block for block in region.blocks if isinstance(block, Table)]
    name = _named(heading.text, reading) if heading is not None else None
    if heading is None or name is None or not tables:
        return None
    members = _members(tables, reading)
    prose = [block for block in region.blocks if isinstance(block, Paragraph)]
    summary = " ".join(each.text for each in prose[:1])
    deprecations = (read_deprecation(each.text, each.span, reading.profile) for each in prose)
    reading.account.used(heading)
    return EnumFacts(
        name=name.rpartition(".")[2],
        qualified=name if "." in name else None,
        anchor=heading.anchor,
        members=members,
        flags=_is_flags(members, f"{heading.text} {summary}", reading),
        summary=summary,
        deprecation=next((each for each in deprecations if each is not None), None),
        summary_span=prose[0].span if prose else None,
        span=heading.span,
    )


def _named(text: str, reading: Reading) -> str | None:
    """The enum in a heading: what stands where the profile's pattern has its `*`; None unless that is one name."""
    lower = folded(text)
    suffixes = sorted(
        (each.removeprefix("*") for each in reading.profile.words.sections["values"]), key=len, reverse=True
    )
    for suffix in suffixes:
        if lower.endswith(suffix):
            name = text.strip()[: len(lower) - len(suffix)].strip()
            return name if _NAME.fullmatch(name.replace(".", "_")) else None
    return None


def _members(tables: list[Table], reading: Reading) -> tuple[MemberFacts, ...]:
    members: dict[str, MemberFacts] = {}
    evolvable = reading.profile.words.values.evolvable
    for table in tables:
        columns = columns_of(table, reading)
        report_unread(table, columns, _READ, reading)
        for row in table.rows:
            facts = _member(row, columns, reading, behind=evolvable in members)
            if facts is None:
                continue
            if facts.name in members:
                reading.report(name_repeated(facts, members[facts.name], "table"))
                reading.account.reported(row)
            else:
                members[facts.name] = facts
    return tuple(members.values())


def _member(row: Row, columns: Columns, reading: Reading, *, behind: bool) -> MemberFacts | None:
    cell = row.cells[0]
    name, note = _named_alone(plain(cell.text))
    if is_group(row) and len(set(columns.places.values())) > 1:
        reading.account.ignored(row, GROUP_ROW)
        return None
    if not name:
        reading.report(row_codes.NAME_MISSING.at(cell.span, "this row names no member", hint="write its name first"))
        reading.account.reported(row)
        return None
    reading.account.used(row)
    description = columns.cell(row, Column.DESCRIPTION)
    text = description.text if description is not None else ""
    # A description that only says the name again ("deprecated": "Deprecated.") deprecates nothing.
    said = None if folded(text).rstrip(".") == name.lower() else read_deprecation(text, cell.span, reading.profile)
    noted = read_deprecation(note, cell.span, reading.profile)
    if note and noted is None:
        report_words(note, name, cell.span, reading)
    return MemberFacts(
        name=name,
        value=_value(columns.cell(row, Column.VALUE), cell, reading),
        description="" if folded(text).rstrip(".") in reading.profile.words.pages.placeholder_texts else text,
        span=cell.span,
        preferred_only=behind,
        deprecation=said or noted or deprecated_by_column(row, columns, reading.profile),
    )


def _named_alone(text: str) -> tuple[str, str]:
    """The name of a member and what stands behind it: in brackets, or behind a sign that separates."""
    found = _NOTED.fullmatch(text)
    return (found[1], found[2]) if found is not None else (text, "")


def _value(cell: Cell | None, name: Cell, reading: Reading) -> int | None:
    if cell is None or cell is name or not cell.text:
        return None
    text = plain(cell.text)
    if _INTEGER.fullmatch(text):
        return int(text)
    hint = "give the number that stands for the member"
    reading.report(row_codes.MEMBER_VALUE.at(cell.span, f"{text[:60]!r} is no integer", hint=hint))
    return None


def _is_flags(members: tuple[MemberFacts, ...], prose: str, reading: Reading) -> bool:
    """Said in prose, or at least three members are bits, and the only other number is all of them together."""
    words = reading.profile.words.values
    if any(phrase in prose.lower() for phrase in words.flags_phrases):
        return True
    numbers = {each.value for each in members if each.value and each.name != words.evolvable}
    bits = {number for number in numbers if number > 0 and number & (number - 1) == 0}
    return len(bits) >= 3 and numbers <= {*bits, sum(bits)}
