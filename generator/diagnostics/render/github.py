"""Workflow commands of GitHub Actions: findings become annotations on the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics.model import Severity
from generator.diagnostics.render.printable import printable
from generator.diagnostics.render.shown import Shown

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(found: Sequence[Shown]) -> str:
    return "".join(map(_command, found))


def _command(each: Shown) -> str:
    found, span = each.found, each.found.span
    fields = {"title": found.code}
    if span is not None:
        fields |= {"file": each.prefix + span.path, "line": str(span.line), "endLine": str(span.end_line)}
        if span.column is not None:
            fields["col"] = str(span.column)
        if span.end_column is not None:
            fields["endColumn"] = str(span.end_column)
    written = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    message = found.message if found.hint is None else f"{found.message} ({found.hint})"
    return f"::{_COMMANDS[found.severity]} {written}::{_data(message)}\n"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
