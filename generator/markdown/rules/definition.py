"""Reference definitions, `[label]: target`, one per line. They stand at the end of a page or inside its sections."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_DEFINITION = re.compile(
    r"\[([^\[\]\n]+)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*"
)


def definition(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if state.src[first : first + 1] != "[" or state.is_code_block(start):
        return False
    found = _DEFINITION.fullmatch(state.src, first, state.eMarks[start])
    if not found or found[1].startswith("^"):
        return False
    if silent:
        return True
    token = state.push("definition", "", 0)
    token.meta = {"label": found[1], "target": found[2]}
    token.map = [start, start + 1]
    state.line = start + 1
    return True
