"""The page's headings, includes and links, as they stand: for whoever joins pages or checks their form."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.dialect.kinds import SectionKind
from generator.extract import row_codes
from generator.extract.emptiness import awaits_table
from generator.extract.http_request import TABS
from generator.extract.ignore_rules import CODE_TAB
from generator.extract.links import resolve_in
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.facts.page import Heading, IncludeRef, LinkFacts
from generator.markdown.blocks import Block, Callout, Include, Paragraph, Table
from generator.markdown.inline import find_links, undefined_references
from generator.text import Span


def read_headings(regions: Regions) -> tuple[Heading, ...]:
    """Every heading with the kind of section it is taken for by its own words."""
    return tuple(
        Heading(
            level=each.heading.level,
            text=each.heading.text,
            anchor=each.heading.anchor,
            section=each.kind.value if each.own and each.kind is not None else None,
            span=each.heading.span,
        )
        for each in regions.all
        if each.heading is not None
    )


def read_includes(reading: Reading, regions: Regions) -> tuple[IncludeRef, ...]:
    """Every include but those of language tabs, which are code of clients."""
    awaited = {kind for kind in _AWAITING if awaits_table(regions.of(kind), reading)}
    found: list[IncludeRef] = []
    for region in regions.all:
        for block in region.blocks:
            if isinstance(block, Include) and block.tab in TABS:
                reading.account.used(block)
                found.append(_include(block, region, reading, awaited=region.kind in awaited))
            elif isinstance(block, Include):
                reading.account.ignored(block, CODE_TAB)
    return tuple(found)


def _include(block: Include, region: Region, reading: Reading, *, awaited: bool) -> IncludeRef:
    return IncludeRef(
        label=block.label,
        target=_inside(block.target, reading),
        heading=None if region.heading is None else region.heading.text,
        span=block.span,
        section=None if region.kind is None else region.kind.value,
        awaited=awaited,
    )


_AWAITING = (SectionKind.PROPERTIES, SectionKind.RELATIONSHIPS, SectionKind.MEMBERS)


def read_links(reading: Reading, regions: Regions) -> tuple[LinkFacts, ...]:
    """Every link to a page of the tree, or to a heading of this page."""
    return tuple(link for region in regions.all for link in _links_of(region, reading))


def _links_of(region: Region, reading: Reading) -> Iterator[LinkFacts]:
    for block in region.blocks:
        for text, span in _texts(block):
            if "](" in text or "][" in text or (reading.definitions and "[" in text):
                yield from _links_in(text, span, reading)


def _texts(block: Block) -> Iterator[tuple[str, Span]]:
    match block:
        case Paragraph() | Callout():
            yield block.text, block.span
        case Table():
            yield from ((cell.text, cell.span) for cell in block.header)
            yield from ((cell.text, cell.span) for row in block.rows for cell in row.cells)
        case _:
            return


def _links_in(text: str, span: Span, reading: Reading) -> Iterator[LinkFacts]:
    for link in undefined_references(text, reading.definitions):
        hint = f"add the line '[{link.target}]: ' and where it leads"
        found = row_codes.LINK_UNDEFINED.at(
            _part(span, link.start, link.end), f"nothing defines {link.target!r}", hint=hint
        )
        reading.report(found)
    for link in find_links(text, reading.definitions):
        if "\\" in link.target:
            hint = f"write {link.target.replace(chr(92), '/')!r}"
            reading.report(row_codes.LINK_BACKSLASH.at(span, f"the link {link.target!r} uses backslashes", hint=hint))
        target = resolve_in(reading, link.target)
        if target is not None and not target.page.startswith(".."):
            yield LinkFacts(
                page=target.page or reading.page.path, anchor=target.anchor, span=_part(span, link.start, link.end)
            )


def _part(span: Span, start: int, end: int) -> Span:
    """A part of a text: exact in a cell, the line in prose, whose lines may stand in quotes and lists."""
    if span.column is None or span.end_line != span.line:
        return span
    return Span.at(span.path, span.line, span.column + start, span.column + end)


def _inside(target: str, reading: Reading) -> str:
    """An include's target from the docs root, if it is below it."""
    path = target.partition("?")[0].replace("\\", "/")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(reading.page.path), path.removeprefix("~/")))
    return target if path.startswith(("/", "~")) or joined.startswith("..") or ":" in path else joined
