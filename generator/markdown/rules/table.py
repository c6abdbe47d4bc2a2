"""Tables. GFM's rule, made tolerant: any separator row will do, and a comment between rows does not end the table.

The rule only finds the lines; `generator.markdown.rows` makes cells of them.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from generator.markdown import codes, comment_codes
from generator.markdown.place import place_of
from generator.markdown.rules.comment import comment

_SEPARATOR = re.compile(r"(?!- )[|:\- \t]+")


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not _opens(state, start, end):
        return False
    if silent:
        return True
    token = state.push("table", "table", 0)
    lines = [start, start + 1]
    comments: list[int] = []
    line = start + 2
    open_row = False
    while line < end:
        if _is_row(state, line, end) and (open_row or _has_pipe(state, line)):
            open_row = _leaves_open(state, line, open_row)
            lines.append(line)
            line += 1
            continue
        after = _past_comment(state, line, end)
        if after is None:
            break
        comments.append(line)
        line = after
    token.meta = {"lines": [(at, state.bMarks[at] + state.tShift[at], state.eMarks[at]) for at in lines]}
    token.map = [start, line]
    _push_comments(state, comments, end)
    _report_prose(state, line, end)
    state.line = line
    return True


def _opens(state: StateBlock, start: int, end: int) -> bool:
    line = start + 1
    if line >= end or state.sCount[line] < state.blkIndent:
        return False
    first, limit = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if first >= limit or state.src[first] not in "|-:":
        return False
    if state.is_code_block(line) or state.is_code_block(start):
        return False
    if not _SEPARATOR.fullmatch(state.src, first, limit) or state.src.find("-", first, limit) < 0:
        return False
    header = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    # A lone `---` below prose that happens to hold a pipe is a rule or an underline.
    return "|" in header and ("|" in state.src[first:limit] or header.strip("|").count("|") == 0)


def _is_row(state: StateBlock, line: int, end: int) -> bool:
    first = state.bMarks[line] + state.tShift[line]
    if first >= state.eMarks[line] or state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return False
    if state.src[first] == "|":
        return True
    return not any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _has_pipe(state: StateBlock, line: int) -> bool:
    return state.src.find("|", state.bMarks[line], state.eMarks[line]) >= 0


def _leaves_open(state: StateBlock, line: int, open_row: bool) -> bool:
    """Whether a row begun with a pipe, here or above, still lacks its closing one: the next line may continue it."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
    return (open_row or text.startswith("|")) and not text.endswith("|")


def _report_prose(state: StateBlock, line: int, end: int) -> None:
    """Prose right below a table: viewers show it as a row."""
    if line < end and not state.isEmpty(line) and _is_row(state, line, end):
        place = place_of(state)
        message = "this text stands right below a table, so viewers show it as a row"
        place.report(codes.TEXT_BELOW_TABLE.at(place.span(line, line), message, hint="put a blank line above it"))


def _past_comment(state: StateBlock, line: int, end: int) -> int | None:
    """The first line after a comment at `line`, if a table row stands there; None: the table ends."""
    if state.sCount[line] < state.blkIndent or not comment(state, line, end, silent=True):
        return None
    close = state.src.find("-->", state.bMarks[line], state.eMarks[end - 1])
    if close < 0:
        return None
    after = line
    while state.eMarks[after] < close:
        after += 1
    after += 1
    if after >= end or not state.src.startswith("|", state.bMarks[after] + state.tShift[after]):
        return None
    return after


def _push_comments(state: StateBlock, comments: list[int], end: int) -> None:
    for line in comments:
        comment(state, line, end, silent=False)
        place = place_of(state)
        message = "a comment between table rows ends the table; the rows below it are shown as text"
        place.report(
            comment_codes.COMMENT_IN_TABLE.at(
                place.span(line, line), message, hint="move the comment above or below the table"
            )
        )
