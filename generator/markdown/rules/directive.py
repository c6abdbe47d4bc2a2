"""`:::` lines (`:::zone pivot="..."`, `:::zone-end`, `:::image ...:::`): they group or decorate, and say nothing of an API."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock


def directive(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", first) or state.is_code_block(start):
        return False
    if silent:
        return True
    token = state.push("directive", "", 0)
    token.content = state.src[first : state.eMarks[start]]
    token.map = [start, start + 1]
    state.line = start + 1
    return True
