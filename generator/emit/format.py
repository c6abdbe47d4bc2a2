"""Python source in the one spelling that black gives it."""

from __future__ import annotations

import re
from functools import lru_cache

import black
from black.mode import TargetVersion
from black.report import NothingChanged

_LINE = 110


def formatted(path: str, text: str, *, settled: bool = False) -> str:
    """The text of a `.py` or `.pyi` file as black writes it; any other file as it is.

    `settled` text was laid out as black would have done it, except where a line is too long: black, which is slow, sees
    only the top-level statements that have such lines. Raises black.InvalidInput when a template made something that is
    not Python: a bug in the template, not in the docs.
    """
    if not path.endswith((".py", ".pyi")):
        return text
    stub = path.endswith(".pyi")
    if not settled:
        return _black(text, stub=stub)
    if not _overlong(text):
        return text
    parts = _STATEMENTS.split(text.removesuffix("\n"))
    return "".join(_black(part + "\n", stub=stub)[:-1] if _overlong(part) else part for part in parts) + "\n"


def _black(text: str, *, stub: bool) -> str:
    try:
        return black.format_file_contents(text, fast=True, mode=_mode(stub))
    except NothingChanged:
        return text


def _overlong(text: str) -> bool:
    """Whether any line is too long, but for those that black finds nothing to break in."""
    return any(len(line) > _LINE and not _WHOLE.fullmatch(line) for line in text.split("\n"))


_STATEMENTS = re.compile(r"(\n\n+(?=[^\s]))")
"""Blank lines before a top-level statement: what stands between them does not depend on its neighbours."""
_WHOLE = re.compile(r' *(?:"""[^"]*"""|"[^"\\]*": "[^"\\]*",|\w+ as \w+,)')
"""A docstring of one line, a row of a table of texts, an imported name."""


@lru_cache(maxsize=2)
def _mode(stub: bool) -> black.Mode:
    return black.Mode(target_versions={TargetVersion.PY311}, line_length=_LINE, is_pyi=stub)
