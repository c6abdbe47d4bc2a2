"""The account of pages: a row that is taken up is in the facts, and what is reported has a finding on its line."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Severity
from generator.dialect.profile import load_profile
from generator.extract import Extracted, read_page
from generator.facts.ledger import ItemKind, Ledger, Tally
from generator.lint.coverage import coverage
from generator.text import SourceFile, Span

PROFILE = load_profile("graph")
RESOURCE = """\
# lamp resource type

Namespace: microsoft.graph

A light.

## {section}
|{header}|
|:--|:--|:--|
{rows}
"""
SECTIONS = {
    "Properties": ("Property|Type|Description", "|{name}|String|Words.|"),
    "Relationships": ("Relationship|Type|Description", "|{name}|[lamp](lamp.md) collection|Words.|"),
    "Methods": ("Method|Return type|Description", "|[{name}](../api/{name}.md)|[lamp](lamp.md)|Words.|"),
    "kind values": ("Member|Value|Description", "|{name}|{number}|Words.|"),
}
API = """\
# Get lamp

Namespace: microsoft.graph

## HTTP request
```http
GET /lamps/{{id}}
```

## {section}
|{header}|
|:--|:--|:--|
{rows}
"""
PARAMETERS = {
    "Request headers": ("Name|Type|Description", "|{name}|String|Words.|"),
    "Function parameters": ("Parameter|Type|Description", "|{name}|String|Words.|"),
    "Path parameters": ("Parameter|Type|Description", "|{name}|String|Words.|"),
    "Request body": ("Parameter|Type|Description", "|{name}|String|Words.|"),
}
NAMES = st.lists(st.from_regex(r"[a-z]{3}[A-Z][a-z]{4,9}", fullmatch=True), min_size=1, max_size=8, unique=True)


def read(path: str, template: str, section: str, form: tuple[str, str], names: list[str]) -> Extracted:
    header, row = form
    rows = "\n".join(row.format(name=name, number=number) for number, name in enumerate(names))
    text = template.format(section=section, header=header, rows=rows)
    return read_page(SourceFile(path=path, text=text), PROFILE)


def assert_kept(page: Extracted, names: list[str]) -> None:
    """Every name stands in the facts; nothing is only counted as used."""
    held = msgspec.json.encode(msgspec.structs.replace(page.facts, headings=(), links=())).decode()

    assert [name for name in names if f'"{name}"' not in held] == []
    (rows,) = (each for each in page.facts.ledger.tallies if each.kind is ItemKind.ROW)
    assert (rows.used, rows.total) == (len(names), len(names))


@given(st.sampled_from(sorted(SECTIONS)), NAMES)
def test_no_row_of_a_resource_page_is_lost(section: str, names: list[str]) -> None:
    assert_kept(read("resources/lamp.md", RESOURCE, section, SECTIONS[section], names), names)


@given(st.sampled_from(sorted(PARAMETERS)), NAMES)
def test_no_row_of_an_api_page_is_lost(section: str, names: list[str]) -> None:
    assert_kept(read("api/lamp-get.md", API, section, PARAMETERS[section], names), names)


def test_what_counts_as_reported_and_has_no_finding_is_unaccounted() -> None:
    page = read("resources/lamp.md", RESOURCE, "Properties", SECTIONS["Properties"], ["one"]).facts
    tally = Tally(kind=ItemKind.ROW, total=3, used=1, ignored=(), reported=(10, 11))
    page = msgspec.structs.replace(page, ledger=Ledger(tallies=(tally,)))
    finding = Code(id="x", severity=Severity.NOTE, summary="", explanation="").at(Span.at(page.path, 10), "")

    found = coverage([page], [finding])

    assert found.unaccounted == (Span.at(page.path, 11),)
    assert [(each.kind, each.total, each.reported) for each in found.kinds] == [(ItemKind.ROW, 3, 2)]
