"""The prose of a section as statements: sentences with their links, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from generator.extract.sentences import without_breaks
from generator.markdown.blocks import Block, Callout, Paragraph
from generator.text import Span

_END = re.compile(r"(?<=[.!?:])[\"'*_)]*\s+(?=[A-Z`\[*_$\"'(>{@])|(?<=>)\s*\n+|\n\s*\n")
_FENCED = re.compile(r"`{2,}([^`\n]+)`{2,}")


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: `text` as Markdown on one line, `words` in lower case without emphasis, for comparing."""

    text: str
    words: str
    span: Span


def statements(blocks: Iterable[Block], *, callouts: bool = False) -> Iterator[Statement]:
    """The sentences of the paragraphs, and of the callouts if they are asked for, in order."""
    for block in blocks:
        if isinstance(block, Paragraph) or (callouts and isinstance(block, Callout)):
            for part in _END.split(without_breaks(_FENCED.sub(r"`\1`", block.text))):
                text = " ".join(part.split())
                if text:
                    words = text.lower().replace("*", "").replace("\u2019", "'")
                    yield Statement(text=text, words=words, span=block.span)
