"""Finished files."""

from __future__ import annotations

import msgspec

from generator.text import Span


class OutputFile(msgspec.Struct, frozen=True, kw_only=True):
    """A finished file: path below the output folder with `/`, text with LF, and the places it was made from."""

    path: str
    text: str
    origin: tuple[Span, ...] = ()
