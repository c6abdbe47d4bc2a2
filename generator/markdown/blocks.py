"""A page as blocks in document order and as a tree of sections. Values only; what a section means is not known here.

Blocks inside lists and quotes stand in the same flat order as the rest, so no reader has to descend. Text is raw
Markdown with NBSP, NNBSP mapped to a space and ZWSP dropped; columns still refer to the page as written.
"""

from __future__ import annotations

import msgspec

from generator.text import Span


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One `key: value` of the front matter, quotes stripped."""

    key: str
    value: str
    span: Span


class Heading(msgspec.Struct, frozen=True, kw_only=True, tag="heading"):
    """`text` has markup, closing hashes and trailing colon removed; `anchor` is the GitHub slug, made unique on the page."""

    level: int
    text: str
    anchor: str
    span: Span


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, tag="paragraph"):
    """Prose, lines joined by LF. `item` marks a list item's text."""

    text: str
    span: Span
    item: bool = False


class Callout(msgspec.Struct, frozen=True, kw_only=True, tag="callout"):
    """A quote; `kind` is its label in lower case (`note`, `important`, ...), "" for a quote without one."""

    kind: str
    text: str
    span: Span


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    r"""A table cell, trimmed, `\\|` unescaped."""

    text: str
    span: Span


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A body row. Continuation lines are joined and surplus cells merged into the last, each with a finding."""

    cells: tuple[Cell, ...]
    span: Span


class Table(msgspec.Struct, frozen=True, kw_only=True, tag="table"):
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    span: Span


class Fence(msgspec.Struct, frozen=True, kw_only=True, tag="fence"):
    """A fenced block. `info` is the first word of the info string, lower-case; `first_line` the line of the text's first line.

    `tab` is the id of the code tab it stands in (`http`, `csharp`), None outside tabs.
    """

    info: str
    text: str
    first_line: int
    span: Span
    tab: str | None = None


class Comment(msgspec.Struct, frozen=True, kw_only=True, tag="comment"):
    """An HTML comment's content."""

    text: str
    span: Span


class Include(msgspec.Struct, frozen=True, kw_only=True, tag="include"):
    """`[!INCLUDE [label](target)]`, target as written."""

    label: str
    target: str
    span: Span
    tab: str | None = None


Block = Heading | Paragraph | Callout | Table | Fence | Comment | Include


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading, the blocks up to the next heading, and the sections nested in it by level number.

    The root section has no heading and holds what stands before the H1. Tab headings (`# [HTTP](#tab/http)`) open no section.
    """

    heading: Heading | None
    blocks: tuple[Block, ...]
    children: tuple[Section, ...]


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    """A reference definition `[label]: target`; label lower-cased."""

    label: str
    target: str
    span: Span


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page, read but not understood."""

    path: str
    front_matter: tuple[Field, ...]
    root: Section
    definitions: tuple[Definition, ...]
    line_count: int
