"""What no extractor asked for: the rules that leave it out, by the kind of page and the kind of section it stands in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.dialect.kinds import Column, SectionKind
from generator.extract import codes
from generator.extract.account import Item
from generator.extract.annotations import check_annotation, is_about_page, not_begun
from generator.extract.columns import columns_of
from generator.extract.columns import whole as whole_table
from generator.extract.ignore_rules import (
    CODE_TAB,
    CONCEPTUAL_PAGE,
    EMPTY_SECTION,
    ERROR_SECTION,
    IGNORED_BLOCK,
    INCLUDE_PAGE,
    PAGE_ANNOTATION,
    PERMISSIONS_ANNOTATION,
    PROSE_HEADING,
    PROSE_TABLE,
    SAMPLE_FENCE,
    IgnoreRule,
)
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.extract.unread_codes import UNREAD
from generator.facts.ledger import ItemKind
from generator.facts.page import PageKind
from generator.markdown.annotation import Annotation, read_annotation
from generator.markdown.blocks import Comment, Fence, Row, Table
from generator.text import Span

HTTP_TAB = "http"

_WHOLE_PAGES: dict[PageKind, IgnoreRule] = {
    PageKind.CONCEPTUAL: CONCEPTUAL_PAGE,
    PageKind.INCLUDE: INCLUDE_PAGE,
}
"""Pages that declare nothing beyond what was read."""

_ANNOTATIONS = {"ignored": IGNORED_BLOCK, "permissions": PERMISSIONS_ANNOTATION}

_PROSE: dict[SectionKind, tuple[IgnoreRule, IgnoreRule]] = {
    SectionKind.ERRORS: (ERROR_SECTION, ERROR_SECTION),
    SectionKind.REMARKS: (PROSE_TABLE, SAMPLE_FENCE),
    SectionKind.RELATED: (PROSE_TABLE, SAMPLE_FENCE),
    SectionKind.DERIVED_TYPES: (PROSE_TABLE, SAMPLE_FENCE),
    SectionKind.ANNOTATIONS: (PROSE_TABLE, SAMPLE_FENCE),
    SectionKind.VALUES: (PROSE_TABLE, SAMPLE_FENCE),
}
"""Sections for people: the rules for their rows and for their fences."""

_TYPED = frozenset({SectionKind.PROPERTIES, SectionKind.RELATIONSHIPS, SectionKind.METHODS, SectionKind.MEMBERS})
"""Sections of tables: code in them illustrates."""

_OF_TYPES = frozenset({SectionKind.PROPERTIES, SectionKind.RELATIONSHIPS})

_OPERATION = frozenset(
    {
        SectionKind.PERMISSIONS,
        SectionKind.HTTP_REQUEST,
        SectionKind.HEADERS,
        SectionKind.OPTIONS,
        SectionKind.FUNCTION_PARAMETERS,
        SectionKind.PATH_PARAMETERS,
        SectionKind.REQUEST_BODY,
        SectionKind.RESPONSE,
        SectionKind.REQUEST,
        SectionKind.EXAMPLES,
    }
)
"""Sections of operations: on the page of a type or an enum they are illustration."""


def account_leftovers(kind: PageKind, reading: Reading, regions: Regions) -> None:
    """Put every item that is still open under the rule that leaves it out, as far as there is one."""
    for region in regions.all:
        for block in region.blocks:
            if isinstance(block, Comment):
                if (annotation := read_annotation(block)) is not None:
                    check_annotation(annotation, reading)
                    _annotation(block, annotation, kind, reading)
                elif '"blockType"' in block.text or f'"{reading.profile.words.annotations.page}"' in block.text:
                    reading.report(not_begun(block))
        whole = _WHOLE_PAGES.get(kind)
        if whole is not None:
            _report_declaring(region, kind, reading)
            _ignore(region, (whole, whole), reading)
            _ignore_heading(region, whole, reading)
            continue
        _ignore_fences(region, CODE_TAB, reading, tabs_only=True)
        rules = _rules(region, kind)
        if rules is not None:
            _ignore(region, rules, reading)
        elif region.kind in _TYPED:
            _ignore_fences(region, SAMPLE_FENCE, reading)
        _heading(region, reading)


def _rules(region: Region, kind: PageKind) -> tuple[IgnoreRule, IgnoreRule] | None:
    if region.kind is None:
        return (PROSE_TABLE, SAMPLE_FENCE) if region.title else None
    if region.kind in _OPERATION and kind is not PageKind.API:
        return PROSE_TABLE, SAMPLE_FENCE
    return _PROSE.get(region.kind)


def _ignore(region: Region, rules: tuple[IgnoreRule, IgnoreRule], reading: Reading) -> None:
    for item in _items(region, reading):
        reading.account.ignored(item, rules[0] if isinstance(item, Row) else rules[1])


def _items(region: Region, reading: Reading) -> Iterator[Item]:
    for block in region.blocks:
        if isinstance(block, Table):
            yield from block.rows
        elif isinstance(block, Fence):
            yield block
            yield from reading.account.request_lines(block)


def _ignore_fences(region: Region, rule: IgnoreRule, reading: Reading, *, tabs_only: bool = False) -> None:
    for block in region.blocks:
        if isinstance(block, Fence) and not (tabs_only and block.tab in (None, HTTP_TAB)):
            reading.account.ignored(block, rule)
            for line in reading.account.request_lines(block):
                reading.account.ignored(line, rule)


def _annotation(comment: Comment, annotation: Annotation, kind: PageKind, reading: Reading) -> None:
    if not reading.account.is_open(comment):
        return
    if kind in _WHOLE_PAGES:
        reading.account.ignored(comment, _WHOLE_PAGES[kind])
    elif is_about_page(annotation):
        reading.account.ignored(comment, PAGE_ANNOTATION)
    elif not annotation.kind:
        reading.account.reported(comment)
    elif annotation.kind in _ANNOTATIONS:
        reading.account.ignored(comment, _ANNOTATIONS[annotation.kind])
    elif kind is not PageKind.API:
        reading.account.ignored(comment, SAMPLE_FENCE)


def _heading(region: Region, reading: Reading) -> None:
    """A heading the profile knows is used; one over prose is left out; one over tables or code is reported."""
    heading = region.heading
    if heading is None or not reading.account.is_open(heading):
        return
    left = [item for item in _items(region, reading) if reading.account.is_open(item)]
    if region.own:
        empty = not region.blocks and not region.section.children
        if empty:
            reading.account.ignored(heading, EMPTY_SECTION)
        else:
            reading.account.used(heading)
    elif region.kind is None and left:
        message = f"the section {heading.text[:80]!r} is of no known kind, so its tables and code are not read"
        hint = "give it the heading its content has on other pages"
        end = max((item if isinstance(item, Span) else item.span).end_line for item in left)
        span = msgspec.structs.replace(heading.span, end_line=end, end_column=None)
        reading.report(codes.SECTION_UNKNOWN.at(span, message, hint=hint))
        reading.account.reported(heading, *left)
    else:
        reading.account.ignored(heading, PROSE_HEADING)


def _report_declaring(region: Region, kind: PageKind, reading: Reading) -> None:
    """What declares something on a page that declares nothing."""
    if kind is PageKind.INCLUDE:
        _report_unread(region, reading)
    elif region.kind in _OF_TYPES:
        _report_ownerless(region, reading)


def _report_unread(region: Region, reading: Reading) -> None:
    """What declares something and stands in a page for others to include, of which only some tables are read."""
    hint = "write it on the page itself"
    for block in region.blocks:
        if isinstance(block, Table) and (left := [row for row in block.rows if reading.account.is_open(row)]):
            if Column.TYPE in columns_of(block, reading) or region.kind in _TYPED:
                read = "tables of permissions, properties, parameters and members"
                message = f"of files for other pages to include, only {read} are read"
                reading.report(codes.TABLE_UNREAD.at(whole_table(block), message, hint=hint))
                reading.account.reported(*left)
        elif isinstance(block, Fence) and block.tab is None and (lines := reading.account.request_lines(block)):
            message = "no request is read from a file for other pages to include"
            reading.report(UNREAD[ItemKind.FENCE].at(block.span, message, hint=hint))
            reading.account.reported(block, *lines)


def _report_ownerless(region: Region, reading: Reading) -> None:
    """Typed tables of properties on a page that is about no type."""
    for block in region.blocks:
        if isinstance(block, Table) and Column.TYPE in columns_of(block, reading):
            message = "nothing says of which type these are the properties"
            hint = "call the page after its type, with `resource type` behind the name"
            reading.report(codes.TABLE_UNREAD.at(whole_table(block), message, hint=hint))
            reading.account.reported(*block.rows)


def _ignore_heading(region: Region, rule: IgnoreRule, reading: Reading) -> None:
    if region.heading is not None:
        reading.account.ignored(region.heading, rule)
