"""SARIF 2.1.0, for code-scanning services."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from generator import __version__
from generator.diagnostics.model import Code, Severity
from generator.diagnostics.render.shown import Shown
from generator.text import Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(found: Sequence[Shown]) -> str:
    codes = sorted({each.kind.id: each.kind for each in found}.items())
    places = {name: at for at, (name, _) in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "sdkwright", "version": __version__, "rules": [_rule(code) for _, code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, places[each.found.code]) for each in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(code: Code) -> dict[str, object]:
    """What a service shows of a rule beside its results: the manual page, in parts."""
    first, _, _ = code.explanation.strip().partition("\n\n")
    finds = " ".join(first.replace("**What it finds.**", "").split())
    return {
        "id": code.id,
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": finds or code.summary},
        "help": {"text": code.explanation or code.summary, "markdown": code.explanation or code.summary},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


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
        result["locations"] = [{"physicalLocation": _place(found.span, each.prefix)}]
    if found.labels:
        result["relatedLocations"] = [
            {"physicalLocation": _place(label.span, each.prefix), "message": {"text": label.message}}
            for label in found.labels
        ]
    return result


def _place(span: Span, prefix: str) -> dict[str, object]:
    region = {"startLine": span.line, "endLine": span.end_line}
    if span.column is not None:
        region["startColumn"] = span.column
    if span.end_column is not None:
        region["endColumn"] = span.end_column
    return {"artifactLocation": {"uri": quote(prefix + span.path)}, "region": region}
