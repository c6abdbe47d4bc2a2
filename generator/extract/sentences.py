"""Prose to sentences, good enough for the set phrases of reference pages: no abbreviations, no nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.markdown.inline import plain

_BREAK = re.compile(r"</?(?:br|li|ul|ol|p|div|table|tr|td)\b[^<>]*>", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?])[\"'*_)\]]*\s+|\s*[;\n]\s*")


def without_breaks(text: str) -> str:
    """Markup that breaks lines as line ends."""
    return _BREAK.sub("\n", text) if "<" in text else text


def sentences(text: str) -> Iterator[str]:
    """The sentences of a piece of Markdown, as plain text without the full stop."""
    for part in _END.split(without_breaks(text)):
        bare = plain(part).strip(" .")
        if bare:
            yield bare
