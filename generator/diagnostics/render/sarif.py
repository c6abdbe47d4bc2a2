"""SARIF 2.1.0, for code-scanning services."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from generator.diagnostics.model import Severity
from generator.diagnostics.render.shown import Shown

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(found: Sequence[Shown]) -> str:
    rules = sorted({each.found.code for each in found})
    run = {
        "tool": {"driver": {"name": "sdkwright", "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.found.code)) for each in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def _result(each: Shown, rule: int) -> dict[str, object]:
    found = each.found
    text = found.message if found.hint is None else f"{found.message} ({found.hint})"
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
        "partialFingerprints": {"sdkwright/v1": each.fingerprint},
    }
    if found.span is not None:
        region = {"startLine": found.span.line, "endLine": found.span.end_line}
        if found.span.column is not None:
            region["startColumn"] = found.span.column
        if found.span.end_column is not None:
            region["endColumn"] = found.span.end_column
        place = {"artifactLocation": {"uri": quote(each.path or "")}, "region": region}
        result["locations"] = [{"physicalLocation": place}]
    return result
