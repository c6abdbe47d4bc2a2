"""A place in a page. Every declared fact carries one, to the end: code, manifest and findings name it."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Lines (and, where known, columns) of one page, counted from 1, both ends included.

    `path` is relative to the docs root and uses `/`. `column` is None when the whole line is meant;
    `end_column` is the column after the last character, so `end_column - column` is a width.
    """

    path: str
    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None

    @classmethod
    def at(cls, path: str, line: int, column: int | None = None, end_column: int | None = None) -> Span:
        """One line, or a part of it."""
        return cls(path=path, line=line, end_line=line, column=column, end_column=end_column)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.column is None else f"{self.path}:{self.line}:{self.column}"
