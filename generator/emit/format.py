"""Which parts of a finished file black has to spell, and the file put together again. black itself is slow, and elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

import msgspec

LINE_LENGTH = 110


class Part(msgspec.Struct, frozen=True, array_like=True):
    """Source that stands for itself: how black spells it depends on nothing else."""

    text: str
    stub: bool

    @property
    def key(self) -> bytes:
        return hashlib.blake2b(self.text.encode(), digest_size=16, salt=b"stub" if self.stub else b"").digest()


def parts(path: str, text: str, *, settled: bool) -> Iterator[str | Part]:
    """A file in pieces: those that are as they should be, and those that black has to see.

    `settled` text was laid out as black would have done it, except where a line is too long: black sees only the top-level
    statements that have such lines. What is no Python stays as it is.
    """
    if not path.endswith((".py", ".pyi")):
        yield text
        return
    stub = path.endswith(".pyi")
    if not settled:
        yield Part(text, stub)
        return
    if not _overlong(text):
        yield text
        return
    for each in _STATEMENTS.split(text.removesuffix("\n")):
        yield Part(each + "\n", stub) if _overlong(each) else each
    yield "\n"


def joined(pieces: list[str | Part], spelled: Mapping[bytes, str]) -> str:
    """The finished text, with every part as black spelled it."""
    if len(pieces) == 1:
        only = pieces[0]
        return only if isinstance(only, str) else spelled[only.key]
    return "".join(each if isinstance(each, str) else spelled[each.key][:-1] for each in pieces)


def _overlong(text: str) -> bool:
    """Whether any line is too long, but for those that black finds nothing to break in."""
    return any(len(line) > LINE_LENGTH and not _WHOLE.fullmatch(line) for line in text.split("\n"))


_STATEMENTS = re.compile(r"(\n\n+(?=[^\s]))")
"""Blank lines before a top-level statement: what stands between them does not depend on its neighbours."""
_WHOLE = re.compile(r' *(?:"""[^"]*"""|"[^"\\]*": "[^"\\]*",|\w+ as \w+,|https?://\S+)')
"""A docstring of one line, a row of a table of texts, an imported name, an address in a docstring."""
