"""Laws of the Markdown reader: it is total, it loses no word, its spans lie inside the page, and its time is linear."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.markdown import Parsed, parse_page
from generator.markdown.blocks import Callout, Comment, Fence, Heading, Include, Paragraph, Section, Table
from generator.text import SourceFile, decode

PIECES = st.sampled_from(
    [
        *"\n\n\n |`>-*#:[]()<!\\\t0aé\0\u00a0\u200b",
        "# ", "## Properties\n", "|a|b|\n|---|---|\n", "|x|y|\n", "|x", "```", "```json\n", "<!--", "-->", "<!-- {\n", "---\n",
        "[!INCLUDE [a](b.md)]\n", "# [HTTP](#tab/http)\n", "[a]: b.md\n", ':::zone pivot="a"\n', "<<<<<<< HEAD\n", "=======\n",
        ">>>>>>> main\n", "> **Note:** a\n", "- item\n", "    code\n", "title: x\n", "===\n", "1. one\n", "~~~\n",
    ]
)  # fmt: skip
PAGES = st.lists(PIECES, max_size=60).map("".join)


def parsed(text: str) -> Parsed:
    return parse_page(SourceFile(path="a.md", text=text))


@given(PAGES)
@example("a\n\n| b | c\n--|--\nd\n")
def test_every_text_is_a_page_and_spans_lie_in_it(text: str) -> None:
    result = parsed(text)

    last = text.count("\n") + 1
    assert result.page.line_count == last
    for span in spans(result):
        assert 1 <= span.line <= span.end_line <= last
        assert span.column is None or span.end_column is None or 1 <= span.column <= span.end_column


@given(st.binary(max_size=200))
def test_every_bytes_are_a_page(raw: bytes) -> None:
    text, _ = decode(raw)

    parsed(text)


@given(st.lists(st.tuples(st.integers(0, 10**6), PIECES), max_size=40))
def test_no_word_is_lost(parts: list[tuple[int, str]]) -> None:
    """Each numbered word stands in a block, a definition or the front matter, or a finding speaks of its line."""
    text = "".join(f"w{number:07d}{piece}" for number, piece in parts)
    result = parsed(text)

    read = "\n".join(texts(result))
    told = {line for each in result.diagnostics if each.span for line in range(each.span.line, each.span.end_line + 1)}
    for line, content in enumerate(text.split("\n"), 1):
        for word in re.findall(r"w\d{7}", content):
            assert word in read or line in told or content.lstrip(" >-*").startswith(":::")


def texts(result: Parsed) -> Iterator[str]:
    page = result.page
    yield from (f"{each.key} {each.value}" for each in page.front_matter)
    yield from (f"{each.label} {each.target}" for each in page.definitions)
    yield from section_texts(page.root)


def section_texts(section: Section) -> Iterator[str]:
    if section.heading is not None:
        yield section.heading.text
    for block in section.blocks:
        match block:
            case Heading() | Paragraph() | Comment():
                yield block.text
            case Callout():
                yield f"{block.kind} {block.text}"
            case Fence():
                yield f"{block.info} {block.text} {block.tab}"
            case Include():
                yield f"{block.label} {block.target}"
            case Table():
                yield from (cell.text for cell in block.header)
                yield from (cell.text for row in block.rows for cell in row.cells)
    for child in section.children:
        yield from section_texts(child)


def spans(result: Parsed) -> Iterator:
    yield from (each.span for each in result.diagnostics if each.span is not None)
    stack = [result.page.root]
    while stack:
        section = stack.pop()
        stack += section.children
        for block in section.blocks:
            yield block.span
            if isinstance(block, Table):
                yield from (cell.span for row in block.rows for cell in row.cells)


MONSTERS = {
    "a cell of 2 MB": "|a|b|\n|---|---|\n|" + "x" * 2_000_000 + "|y|\n",
    "a cell of brackets": "|a|b|\n|---|---|\n|" + "[" * 500_000 + "|y|\n",
    "a cell of back-ticks": "|a|b|\n|---|---|\n|" + "`a" * 300_000 + "|y|z|\n",
    "many pipes": "|a|b|\n|---|---|\n" + "|" * 500_000 + "\n",
    "many comments that never end": "<!-- {\n\n" * 100_000,
    "many fences that never end": "```http\n\n" * 100_000,
    "deep quotes": ">" * 100_000 + " a\n",
    "deep lists": "".join(" " * depth + "- a\n" for depth in range(400)),
    "a long separator": "|a|\n" + "-|" * 300_000 + "x\n",
    "many rows without a pipe": "|a|b|\n|---|---|\n" + "x\n" * 100_000,
    "many conflicts": "<<<<<<< HEAD\n" * 100_000,
    "many definitions": "".join(f"[a{number}]: b\n" for number in range(100_000)),
    "many links": "[a](b.md) " * 100_000,
    "front matter without end": "---\n" + "a: b\n" * 100_000,
    "one long line of blanks": " " * 2_000_000 + "a\n",
}


@pytest.mark.parametrize("name", MONSTERS)
def test_time_is_linear(name: str) -> None:
    text = MONSTERS[name]

    started = time.process_time()
    parsed(text)
    seconds = time.process_time() - started

    assert seconds < 0.5 + len(text) * 8e-6
