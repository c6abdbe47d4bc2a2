"""Fenced blocks. A fence that meets another fence's opening line was never closed: it ends there, or where prose began."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from generator.markdown import codes
from generator.markdown.place import place_of

_OPEN = re.compile(r"(`{3,})([^`\n]*)|(~{3,})([^\n]*)")
_OTHER = re.compile(r"```[ \t]*[A-Za-z]")
_PROSE = re.compile(r"#{1,6} |<!-- *(?:\{|$)")


def fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if state.src[first : first + 3] not in ("```", "~~~") or state.is_code_block(start):
        return False
    found = _OPEN.fullmatch(state.src, first, state.eMarks[start])
    if not found:
        return False
    if silent:
        return True
    marker = found[1] or found[3]
    last, closed = _end(state, start, end, marker)
    token = state.push("fence", "code", 0)
    token.info = (found[2] or found[4] or "").strip()
    token.content = state.getLines(start + 1, last, state.sCount[start], keepLastLF=True)
    state.line = last + 1 if closed else last
    token.map = [start, max(state.line, start + 1)]
    state.line = token.map[1]
    if not closed:
        place = place_of(state)
        message = "this code fence is never closed"
        hint = f"put a line {marker} after the code"
        place.report(codes.FENCE_OPEN.at(place.span(start, start), message, hint=hint))
    return True


def _end(state: StateBlock, start: int, end: int, marker: str) -> tuple[int, bool]:
    """The line after the content, and whether it is a closing line."""
    prose: int | None = None
    for line in range(start + 1, end):
        first, limit = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if first >= limit:
            continue
        if state.sCount[line] < state.blkIndent:
            return line, False
        if state.src[first] == marker[0] and state.src.startswith(marker, first):
            rest = state.src[first:limit].rstrip()
            if not rest.strip(marker[0]):
                return line, True
            if _OTHER.match(rest):
                return line if prose is None else prose, False
        elif prose is None and state.src[first] in "#<" and _PROSE.match(state.src, first, limit):
            prose = line
    return end, False
