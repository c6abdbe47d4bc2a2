"""Findings in every format: what is printed, that it is well formed, and that nothing of a page can do anything."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator
from generator.diagnostics import Code, Diagnostic, Label, Severity
from generator.diagnostics.render import FORMATS, Shown, show_all
from generator.diagnostics.render.printable import printable
from generator.text import SourceFile, Span

WRONG = Code(id="wrong", severity=Severity.WARNING, summary="Wrong.", explanation="")
PAGE = SourceFile(path="api/x.md", text='# x\n\n{\n\t"jobtitle": "Auditor",\n}\n')


def show(*found: Diagnostic, page: SourceFile = PAGE) -> tuple[Shown, ...]:
    return show_all(found, {WRONG.id: WRONG}, {page.path: page}, "docs/")


def check(name: str, found: Diagnostic, expected: str, page: SourceFile = PAGE) -> None:
    assert click.unstyle(FORMATS[name](show(found, page=page))) == expected


def test_full_points_at_the_place() -> None:
    span = Span.at("api/x.md", 4, 2, 12)
    label = Label(span=Span.at("resources/user.md", 64), message="it is declared here")
    check(
        "full",
        WRONG.at(span, '"jobtitle" is no property', hint='did you mean "jobTitle"?', labels=(label,)),
        """\
docs/api/x.md:4:2: wrong "jobtitle" is no property
  |
4 |     "jobtitle": "Auditor",
  |     ^^^^^^^^^^ did you mean "jobTitle"?
  = see docs/resources/user.md:64: it is declared here
  = warning: sdkwright explain wrong
""",
    )


def test_full_without_a_column_shows_the_line() -> None:
    check(
        "full",
        WRONG.at(Span.at("api/x.md", 1), "no title", hint="add one"),
        """\
docs/api/x.md:1: wrong no title
  |
1 | # x
  = hint: add one
  = warning: sdkwright explain wrong
""",
    )


def test_full_for_a_whole_run_or_an_unknown_page() -> None:
    check("full", WRONG.at(None, "nothing"), "wrong nothing\n  = warning: sdkwright explain wrong\n")
    check(
        "full",
        WRONG.at(Span.at("gone.md", 9), "gone"),
        "docs/gone.md:9: wrong gone\n  = warning: sdkwright explain wrong\n",
    )


def test_full_shows_the_part_of_a_long_line_that_matters() -> None:
    page = SourceFile(path="api/x.md", text="a" * 500 + "HERE" + "b" * 500)

    text = click.unstyle(FORMATS["full"](show(WRONG.at(Span.at("api/x.md", 1, 501, 505), "m"), page=page)))

    _, _, source, caret, _ = text.splitlines()
    assert source[caret.index("^") :].startswith("HERE")
    assert caret.count("^") == 4
    assert len(source) < 160


def test_the_caret_stands_below_wide_and_escaped_characters() -> None:
    page = SourceFile(path="api/x.md", text="日本\x1b[31m\tHERE")

    text = click.unstyle(FORMATS["full"](show(WRONG.at(Span.at("api/x.md", 1, 9, 13), "m"), page=page)))

    _, _, source, caret, _ = text.splitlines()
    assert source == r"1 | 日本\x1b[31m    HERE"
    assert caret == "  | " + " " * (4 + 8 + 4) + "^^^^"


def test_concise() -> None:
    check("concise", WRONG.at(Span.at("api/x.md", 4, 2), "m"), "docs/api/x.md:4:2: wrong m [warning]\n")


def test_github_escapes_what_its_commands_are_made_of() -> None:
    check(
        "github",
        WRONG.at(Span.at("api/a,b:c%.md", 4, 2, 3), "100%\n::error::x"),
        r"::warning title=wrong,file=docs/api/a%2Cb%3Ac%25.md,line=4,endLine=4,col=2,endColumn=3::100%25\n::error::x"
        "\n",
    )


def test_json_keeps_its_promise() -> None:
    found = show(WRONG.at(Span.at("api/x.md", 4, 2, 12), "m", hint="h"), WRONG.at(None, "whole"))
    schema = json.loads((Path(generator.__file__).parent / "schemas" / "findings.schema.json").read_text())

    document = json.loads(FORMATS["json"](found))

    jsonschema.validate(document, schema)
    assert document["findings"][0] == {
        "code": "wrong",
        "severity": "warning",
        "message": "m",
        "hint": "h",
        "path": "docs/api/x.md",
        "line": 4,
        "column": 2,
        "end_line": 4,
        "end_column": 12,
        "fingerprint": found[0].fingerprint,
    }
    jsonschema.validate(json.loads(FORMATS["json"](())), schema)


def test_a_fingerprint_survives_other_edits_of_the_page() -> None:
    (before,) = show(WRONG.at(Span.at("api/x.md", 4, 2), "m"))
    moved = SourceFile(path="api/x.md", text="new\n" + PAGE.text)
    (after,) = show(WRONG.at(Span.at("api/x.md", 5, 2), "m"), page=moved)
    first, second = show(*[WRONG.at(Span.at("api/x.md", 4, 2), "m")] * 2)

    assert before.fingerprint == after.fingerprint == first.fingerprint != second.fingerprint
    assert len(before.fingerprint) == 12


def test_junit_counts_what_it_holds() -> None:
    note = msgspec.structs.replace(WRONG, severity=Severity.NOTE).at(Span.at("api/x.md", 1), "n")

    root = ET.fromstring(FORMATS["junit"](show(note, WRONG.at(Span.at("api/x.md", 4), "m\x00"), WRONG.at(None, "<&>"))))

    assert (root.attrib["tests"], root.attrib["failures"], root.attrib["skipped"]) == ("3", "2", "1")
    assert [suite.attrib["name"] for suite in root] == ["docs/api/x.md", "sdkwright"]
    assert [case[0].tag for suite in root for case in suite] == ["skipped", "failure", "failure"]
    assert ET.fromstring(FORMATS["junit"](())).attrib["failures"] == "0"


@given(st.text())
def test_printable_text_can_do_nothing(text: str) -> None:
    shown = printable(text)

    assert shown.replace("\u00a0", "").replace("\u202f", "").replace("\u3000", "").isprintable()
    assert printable(shown) == shown
    shown.encode()


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.text(st.characters(codec=None, exclude_categories=()), max_size=40))
def test_no_format_lets_a_page_steer_the_terminal(name: str, text: str) -> None:
    page = SourceFile(path="api/x.md", text=text)
    found = WRONG.at(
        Span.at("api/x.md", 1, 1, 3), text, hint=text, labels=(Label(span=Span.at("y.md", 1), message=text),)
    )

    shown = click.unstyle(FORMATS[name](show(found, page=page)))

    assert all(
        line.replace("\u00a0", "").replace("\u202f", "").replace("\u3000", "").isprintable()
        for line in shown.split("\n")
    )
    shown.encode()
