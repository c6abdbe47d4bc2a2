"""One line a finding: `path:line:col: code message`, which editors and CI make into links."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.diagnostics.model import Severity
from generator.diagnostics.render.printable import printable
from generator.diagnostics.render.shown import Shown

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def headline(each: Shown) -> str:
    """The line that every text format begins with, styled."""
    place = "" if each.found.span is None else f"{printable(each.place(each.found.span))}: "
    code = click.style(each.found.code, fg=COLORS[each.found.severity], bold=True)
    return f"{click.style(place, bold=True)}{code} {printable(each.found.message)}"


def concise(found: Sequence[Shown]) -> str:
    return "".join(f"{headline(each)} [{each.found.severity}]\n" for each in found)
