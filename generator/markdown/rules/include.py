"""`[!INCLUDE [label](target)]` on a line of its own. Such a line is a block: `---` below it is no heading underline."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

INCLUDE = re.compile(r"\[!include[ \t]*\[([^\]\n]*)\][ \t]*\([ \t]*([^()\n]*?)[ \t]*\)[ \t]*\]", re.IGNORECASE)
"""One directive; groups: label, target."""


def include(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if state.src[first : first + 2] != "[!" or state.is_code_block(start):
        return False
    limit = state.eMarks[start]
    found = INCLUDE.match(state.src, first, limit)
    if not found or state.src[found.end() : limit].strip():
        return False
    if silent:
        return True
    token = state.push("include", "", 0)
    token.meta = {"label": found[1], "target": found[2]}
    token.map = [start, start + 1]
    state.line = start + 1
    return True
