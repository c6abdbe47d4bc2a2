"""Python source in the one spelling that black gives it."""

from __future__ import annotations

from functools import lru_cache

import black
from black.mode import TargetVersion
from black.report import NothingChanged

_LINE = 110


def formatted(path: str, text: str) -> str:
    """The text of a `.py` or `.pyi` file as black writes it; any other file as it is.

    Raises black.InvalidInput when a template made something that is not Python: a bug in the template, not in the docs.
    """
    if not path.endswith((".py", ".pyi")):
        return text
    try:
        return black.format_file_contents(text, fast=True, mode=_mode(path.endswith(".pyi")))
    except NothingChanged:
        return text


@lru_cache(maxsize=2)
def _mode(stub: bool) -> black.Mode:
    return black.Mode(target_versions={TargetVersion.PY311}, line_length=_LINE, is_pyi=stub)
