"""Findings as one JSON document; `generator/schemas/findings.schema.json` is the promise."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.diagnostics.render.shown import Shown


def as_json(found: Sequence[Shown]) -> str:
    return json.dumps({"version": 1, "findings": [finding(each) for each in found]}, indent=1) + "\n"


def finding(each: Shown) -> dict[str, object]:
    """One finding; everything about a place is null where it concerns the whole run, columns where it is whole lines."""
    span = each.found.span
    return {
        "code": each.found.code,
        "severity": each.found.severity.value,
        "message": each.found.message,
        "hint": each.found.hint,
        "path": each.path,
        "line": span and span.line,
        "column": span and span.column,
        "end_line": span and span.end_line,
        "end_column": span and span.end_column,
        "fingerprint": each.fingerprint,
    }
