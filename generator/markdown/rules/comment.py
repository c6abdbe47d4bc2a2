"""HTML comments at the start of a line. What a comment hides is never read as Markdown."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from generator.markdown import comment_codes
from generator.markdown.place import place_of

_NO_CLOSE = "comment_without_close"
"""Environment key: from this offset on, no `-->` follows. It keeps many unclosed comments from costing quadratic time."""
_ANNOTATION = re.compile(r"<!--\s*\{")


def comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<!--", first) or state.is_code_block(start):
        return False
    if silent:
        return True
    limit = state.eMarks[end - 1]
    close = _close(state, first, limit)
    last = start
    if close is None:
        last = _first_break(state, start, end) - 1
        place = place_of(state)
        hint = "end it with -->; it is taken to end at the next blank line"
        place.report(comment_codes.COMMENT_OPEN.at(place.span(start, start), "this comment is never closed", hint=hint))
        close = state.eMarks[last]
    else:
        while state.eMarks[last] < close:
            last += 1
    token = state.push("comment", "", 0)
    token.content = state.src[first + 4 : close]
    token.map = [start, last + 1]
    state.line = last + 1
    _rest(state, close + 3, last)
    return True


def _close(state: StateBlock, first: int, limit: int) -> int | None:
    """The offset of `-->`, or None. An annotation that runs into the next comment was not closed either."""
    if first >= state.env.get(_NO_CLOSE, len(state.src) + 1):
        return None
    close = state.src.find("-->", first + 4)
    if close < 0:
        state.env[_NO_CLOSE] = first
        return None
    if close > limit:
        return None
    nested = state.src.find("\n<!--", first + 4, close)
    return None if nested >= 0 and _ANNOTATION.match(state.src, first) else close


def _first_break(state: StateBlock, start: int, end: int) -> int:
    """The first line after `start` that is blank or opens a fence or another comment."""
    for line in range(start + 1, end):
        first = state.bMarks[line] + state.tShift[line]
        if first >= state.eMarks[line] or state.src.startswith(("```", "<!--"), first):
            return line
    return end


def _rest(state: StateBlock, offset: int, line: int) -> None:
    """Text on the line where a comment ends stands outside it."""
    text = state.src[offset : state.eMarks[line]].strip()
    if text:
        token = state.push("inline", "", 0)
        token.content = text
        token.map = [line, line + 1]
        token.children = []
