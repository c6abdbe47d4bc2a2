"""The SARIF of every kind of finding, against what the standard says of the properties that are used.

`SCHEMA` is written by hand from SARIF 2.1.0 for these properties alone, and takes no others: a misspelt one fails.
"""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from generator.cli.registry import CODES
from generator.diagnostics import Code, Diagnostic, Label
from generator.diagnostics.render import FORMATS, show_all
from generator.text import SourceFile, Span

PAGE = SourceFile(path="api/a b.md", text="# x\n\n\tjobtitle\n")


def closed(*required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


TEXT = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}
MESSAGE = closed("text", text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
PLACE = closed(
    "artifactLocation",
    artifactLocation=closed("uri", uri={"type": "string", "pattern": r"^[^\s\\]+$"}),
    region=closed("startLine", startLine=LINE, endLine=LINE, startColumn=LINE, endColumn=LINE),
)
SCHEMA = closed(
    "version",
    "runs",
    **{"$schema": {"type": "string"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "items": closed(
            "tool",
            tool=closed(
                "driver",
                driver=closed(
                    "name",
                    name=TEXT,
                    version=TEXT,
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": closed(
                            "id",
                            "shortDescription",
                            "fullDescription",
                            "help",
                            "defaultConfiguration",
                            id=TEXT,
                            shortDescription=MESSAGE,
                            fullDescription=MESSAGE,
                            help=closed("text", text=TEXT, markdown=TEXT),
                            defaultConfiguration=closed(level=LEVEL),
                        ),
                    },
                ),
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results={
                "type": "array",
                "items": closed(
                    "message",
                    ruleId=TEXT,
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=MESSAGE,
                    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
                    locations={"type": "array", "items": closed(physicalLocation=PLACE)},
                    relatedLocations={"type": "array", "items": closed(physicalLocation=PLACE, message=MESSAGE)},
                ),
            },
        ),
    },
)


def run_of(*found: Diagnostic) -> dict[str, Any]:
    shown = show_all(found, CODES, {PAGE.path: PAGE}, "docs/")
    document = json.loads(FORMATS["sarif"](shown))
    jsonschema.validate(document, SCHEMA)
    (run,) = document["runs"]
    return dict(run)


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)
def test_every_rule_brings_its_manual_page(code: Code) -> None:
    run = run_of(code.at(Span.at(PAGE.path, 3, 2, 10), "m"))

    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == code.id
    assert rule["shortDescription"]["text"] == code.summary
    assert rule["help"]["markdown"] == code.explanation
    assert rule["defaultConfiguration"]["level"] == code.severity.value
    assert "**" not in rule["fullDescription"]["text"].partition(" ")[0]


def test_results_name_rule_place_and_fingerprint() -> None:
    unreadable, linked = CODES["not-utf8"], CODES["broken-link"]
    label = Label(span=Span.at("resources/user.md", 64), message="declared here")
    found = (
        unreadable.at(None, "whole"),
        linked.at(Span.at(PAGE.path, 3, 2, 10), "m", hint="h", labels=(label,)),
        linked.at(Span.at(PAGE.path, 1), "line"),
    )

    run = run_of(*found)

    whole, placed, line = run["results"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[each["ruleIndex"]] for each in (whole, placed, line)] == ["not-utf8", "broken-link", "broken-link"]
    assert "locations" not in whole
    assert placed["message"] == {"text": "m (h)"}
    assert placed["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/api/a%20b.md"},
        "region": {"startLine": 3, "endLine": 3, "startColumn": 2, "endColumn": 10},
    }
    assert placed["relatedLocations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "docs/resources/user.md"},
                "region": {"startLine": 64, "endLine": 64},
            },
            "message": {"text": "declared here"},
        }
    ]
    assert line["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "endLine": 1}


def test_a_run_without_findings() -> None:
    run = run_of()

    assert run["results"] == run["tool"]["driver"]["rules"] == []
