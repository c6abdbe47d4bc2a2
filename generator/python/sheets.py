"""Rows of the output plan: which view goes through which template to which path. Python decides, templates place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from generator.text import Span


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One file to be made of a template. `context` holds finished views, by the names the template uses."""

    template: str
    path: str
    context: Mapping[str, Any]
    origin: tuple[Span, ...] = ()
    settled: bool = False
    """Its views are laid out as black lays code out, so that only lines that are too long call for black."""


class Verbatim(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is finished already: data, or the runtime's own source."""

    path: str
    text: str
    origin: tuple[Span, ...] = ()
