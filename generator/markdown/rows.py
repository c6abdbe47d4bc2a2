"""Lines of a table to cells with their columns: borders, escaped pipes, pipes in code, lines that continue a row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from generator.markdown import codes
from generator.markdown.blocks import Cell, Row, Table
from generator.markdown.bounds import bounded
from generator.markdown.inline import without_code
from generator.markdown.place import Place
from generator.text import Span

Line = tuple[int, int, int]
"""Index of a parsed line, and the offsets in the source where its text starts and ends."""

_PIPE = re.compile(r"(?<!\\)\|")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INVISIBLE = "\u200b"


def read_table(lines: Sequence[Line], source: str, place: Place) -> Table:
    """A table from its header line, separator line and body lines."""
    header = _cells([lines[0]], source, place)
    width = len(header)
    _check_separator(lines[1], width, source, place)
    rows = tuple(_row(each, width, source, place) for each in _joined(lines[2:], source, place))
    return Table(header=header, rows=rows, span=place.span(lines[0][0], lines[-1][0]))


def _check_separator(line: Line, width: int, source: str, place: Place) -> None:
    separator = source[line[1] : line[2]].strip()
    columns = separator.removeprefix("|").removesuffix("|").count("|") + 1
    if columns != width:
        message = f"the header has {width} columns and the line below it {columns}: viewers show no table"
        hint = "give both lines the same number of columns"
        place.report(codes.SEPARATOR_WIDTH.at(place.span(line[0], line[0]), message, hint=hint))


def _joined(lines: Sequence[Line], source: str, place: Place) -> Iterator[list[Line]]:
    """Rows as the lines they are written on: a line without `|` at its start continues a row left open above it."""
    row: list[Line] = []
    for line in lines:
        if row and not source.startswith("|", line[1]) and _is_open(row, source):
            span = place.span(line[0], line[0])
            hint = "write a table row on one line; break lines inside a cell with <br/>"
            place.report(codes.ROW_CONTINUED.at(span, "this line continues the table row above it", hint=hint))
            row.append(line)
            continue
        if row:
            yield row
        row = [line]
    if row:
        yield row


def _is_open(row: list[Line], source: str) -> bool:
    """Whether a row that began with a pipe still lacks its closing one."""
    return source.startswith("|", row[0][1]) and not source[row[-1][1] : row[-1][2]].rstrip().endswith("|")


def _row(lines: list[Line], width: int, source: str, place: Place) -> Row:
    cells = _cells(lines, source, place)
    span = place.span(lines[0][0], lines[-1][0])
    if len(cells) > width:
        cells = _narrowed(lines, cells, width, source, place)
    elif 1 < len(cells) < width:
        message = f"this row has {len(cells)} cells where the header has {width}"
        place.report(codes.ROW_SHORT.at(span, message, hint="add the missing cells, empty if need be"))
    return Row(cells=cells, span=span)


def _narrowed(lines: list[Line], cells: tuple[Cell, ...], width: int, source: str, place: Place) -> tuple[Cell, ...]:
    """A row with surplus cells: pipes inside code are text; if that is not it, the surplus belongs to the last column."""
    coded = _cells(lines, source, place, mask_code=True)
    if len(coded) == width:
        cells = coded
    else:
        surplus = cells[width - 1 :]
        last = surplus[-1].span
        text = " | ".join(each.text for each in surplus).rstrip(" |")
        first = surplus[0].span
        span = Span(
            path=first.path, line=first.line, end_line=last.end_line, column=first.column, end_column=last.end_column
        )
        cells = (*cells[: width - 1], Cell(text=bounded(text, span, place.report), span=span))
    message = f"this row has more cells than the header's {width}; the surplus is read as part of a cell"
    place.report(codes.ROW_LONG.at(cells[-1].span, message, hint=r"write a pipe inside a cell as \|"))
    return cells


def _cells(lines: list[Line], source: str, place: Place, *, mask_code: bool = False) -> tuple[Cell, ...]:
    if len(lines) == 1:
        index, start, end = lines[0]
        text = source[start:end]
        base = start - source.rfind("\n", 0, start)
        number = place.numbers[index]
        path = place.path
        return tuple(
            _cell(
                text[first:last],
                Span(path=path, line=number, end_line=number, column=base + first, end_column=base + last),
                place,
            )
            for first, last in _bounds(text, mask_code=mask_code)
        )
    text = "\n".join(source[start:end] for _, start, end in lines)
    return tuple(
        _cell(text[first:last].replace("\n", " "), _span_in(lines, text, first, last, place), place)
        for first, last in _bounds(text, mask_code=mask_code)
    )


def _cell(text: str, span: Span, place: Place) -> Cell:
    return Cell(text=bounded(_clean(text), span, place.report), span=span)


def _bounds(text: str, *, mask_code: bool) -> Iterator[tuple[int, int]]:
    """Where each cell's trimmed text starts and ends; the borders of the row bound no cell."""
    shown = _COMMENT.sub(_masked, text) if "<!--" in text else text
    if mask_code:
        shown = without_code(shown)
    pipes = [found.start() for found in _PIPE.finditer(shown)] if "\\" in shown else _plain_pipes(shown)
    edges = [-1, *pipes, len(text)]
    if pipes and not shown[: pipes[0]].strip():
        edges.pop(0)
    if len(edges) > 2 and not shown[edges[-2] + 1 :].strip():
        edges.pop()
    for left, right in itertools.pairwise(edges):
        cell = text[left + 1 : right]
        first = left + 1 + len(cell) - len(cell.lstrip())
        yield first, max(first, left + 1 + len(cell.rstrip()))


def _plain_pipes(text: str) -> list[int]:
    found: list[int] = []
    at = text.find("|")
    while at >= 0:
        found.append(at)
        at = text.find("|", at + 1)
    return found


def _masked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _clean(text: str) -> str:
    if "\\|" in text:
        text = text.replace("\\|", "|")
    if "<!--" in text:
        text = _COMMENT.sub("", text).strip()
    return text.replace(_INVISIBLE, "") if _INVISIBLE in text else text


def _span_in(lines: list[Line], text: str, first: int, last: int, place: Place) -> Span:
    """Line and column of a part of joined lines; columns are given where the part stays on the row's first line."""
    top, bottom = text.count("\n", 0, first), text.count("\n", 0, last)
    span = place.span(lines[top][0], lines[bottom][0])
    if bottom > 0:
        return span
    return Span(path=span.path, line=span.line, end_line=span.end_line, column=first + 1, end_column=last + 1)
