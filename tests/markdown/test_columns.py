"""A cell's span is where its text stands in the page: cut out by line and column, it is that text again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.markdown import parse_page
from generator.markdown.blocks import Cell, Table
from generator.text import SourceFile

WORDS = st.text("abcXYZ_. é中-()`*", max_size=12).map(str.strip)
BLANKS = st.sampled_from(["", " ", "  ", "\t"])
PREFIXES = st.sampled_from(["", "> ", "  ", "- a\n\n  "])


@given(st.lists(st.lists(st.tuples(BLANKS, WORDS, BLANKS), min_size=2, max_size=2), min_size=1, max_size=4), PREFIXES)
def test_cells_stand_where_their_spans_say(rows: list[list[tuple[str, str, str]]], prefix: str) -> None:
    lines = ["|name|type|", "|---|---|"]
    lines += ["|" + "|".join("".join(parts) for parts in row) + "|" for row in rows]
    indent = prefix.rpartition("\n")[2]
    text = prefix + f"\n{indent if indent == '> ' else ' ' * len(indent)}".join(lines) + "\n"

    page = parse_page(SourceFile(path="a.md", text=text)).page

    [table] = [block for block in page.root.blocks if isinstance(block, Table)]
    cells = [cell for row in table.rows for cell in row.cells]
    assert [cell.text for cell in cells] == [word for row in rows for _, word, _ in row]
    assert [cut(text, cell) for cell in cells] == [cell.text for cell in cells]


def cut(text: str, cell: Cell) -> str:
    span = cell.span
    assert span.column is not None
    assert span.end_column is not None
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
