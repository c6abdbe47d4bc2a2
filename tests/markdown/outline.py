"""A parsed page as short lines, so that expectations in case files are easy to read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markdown import Parsed
from generator.markdown.blocks import (
    Block,
    Callout,
    Comment,
    Fence,
    Heading,
    Include,
    Page,
    Paragraph,
    Section,
    Table,
)
from generator.text import Span


def outline(page: Page) -> str:
    """Front matter, blocks in their sections, reference definitions: `line kind content` each."""
    lines = [f"{where(each.span)} field {each.key} = {each.value!r}" for each in page.front_matter]
    lines += _section(page.root, 0)
    lines += [f"{where(each.span)} [{each.label}]: {each.target}" for each in page.definitions]
    return "".join(f"{line}\n" for line in lines)


def findings(parsed: Parsed) -> str:
    """Place and code of every finding."""
    return "".join(f"{where(each.span)} {each.code}\n" for each in parsed.diagnostics if each.span is not None)


def where(span: Span) -> str:
    last = "" if span.end_line == span.line else f"-{span.end_line}"
    columns = "" if span.column is None else f":{span.column}-{span.end_column}"
    return f"{span.line}{last}{columns}"


def _section(section: Section, depth: int) -> Iterator[str]:
    if section.heading is not None:
        yield "  " * depth + _heading(section.heading)
        depth += 1
    for block in section.blocks:
        yield from ("  " * depth + line for line in _block(block))
    for child in section.children:
        yield from _section(child, depth)


def _heading(heading: Heading) -> str:
    return f"{where(heading.span)} {'#' * heading.level} {heading.text!r} #{heading.anchor}"


def _block(block: Block) -> Iterator[str]:
    place = where(block.span)
    match block:
        case Paragraph():
            yield f"{place} {'item' if block.item else 'paragraph'} {block.text!r}"
        case Callout():
            yield f"{place} callout {block.kind or '-'} {block.text!r}"
        case Table():
            yield f"{place} table {' | '.join(cell.text for cell in block.header)}"
            for row in block.rows:
                yield f"  {where(row.span)} row " + " | ".join(cell.text for cell in row.cells)
        case Fence():
            tab = f" tab={block.tab}" if block.tab else ""
            yield f"{place} fence {block.info or '-'}{tab} from {block.first_line} {block.text!r}"
        case Comment():
            yield f"{place} comment {block.text!r}"
        case Include():
            tab = f" tab={block.tab}" if block.tab else ""
            yield f"{place} include{tab} {block.label!r} -> {block.target}"
        case Heading():
            yield _heading(block)
