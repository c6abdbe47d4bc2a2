"""Findings as text, one file per format. Pure: what is shown is given, and nothing of a page reaches a terminal raw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType

from generator.diagnostics.render.concise import concise
from generator.diagnostics.render.full import full
from generator.diagnostics.render.github import github
from generator.diagnostics.render.json import as_json
from generator.diagnostics.render.junit import junit
from generator.diagnostics.render.sarif import sarif
from generator.diagnostics.render.shown import Shown, show_all

Renderer = Callable[[Sequence[Shown]], str]

FORMATS = MappingProxyType[str, Renderer](
    {"full": full, "concise": concise, "json": as_json, "github": github, "sarif": sarif, "junit": junit}
)

__all__ = ["FORMATS", "Renderer", "Shown", "show_all"]
