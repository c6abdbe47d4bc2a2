"""One of what an English plural names, for comparing names; it is no spelling that anybody reads."""

from __future__ import annotations

import re

_PLURALS = ((re.compile(r"ies\Z"), "y"), (re.compile(r"(ss|x|ch|sh)es\Z"), r"\1"), (re.compile(r"s\Z"), ""))


def singular(text: str) -> str:
    """`policies` to `policy`: for comparison with names only."""
    for pattern, ending in _PLURALS:
        if pattern.search(text):
            return pattern.sub(ending, text)
    return text
