"""What no judge measures of a whole reference: what falls back to any value, what matches, what is read, what is unaccounted for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.corpus.conftest import Generated, sdkwright

FEWEST_MATCHED = 97.5
FEWEST_READ = 99.5
MOST_OPAQUE = 8
"""Rows: unions of types, links to pages of several types, and types that no page has. The docs' own share of these is fixed."""


@pytest.fixture(scope="session")
def api(generated: Generated) -> dict[str, Any]:
    """The model of all pages, as `export model` writes it."""
    done = sdkwright("export", "model", "-o", "model.json", cwd=generated.project)
    assert done.returncode == 0, done.stderr
    return json.loads((generated.project / "model.json").read_text())["api"]


def test_type_cells_rarely_fall_back_to_any_value(api: dict[str, Any]) -> None:
    assert len(set(_opaque(api))) <= MOST_OPAQUE


def test_urls_of_examples_match_documented_paths(api: dict[str, Any]) -> None:
    matched = [
        each["route"] is not None
        for operation in api["operations"]
        for each in operation["examples"]
        if each["request"] and urlsplit(each["request"]["url"]).hostname in (None, "graph.microsoft.com")
    ]

    assert len(matched) > 5_000
    assert 100 * sum(matched) / len(matched) >= FEWEST_MATCHED


def test_json_of_examples_is_read(api: dict[str, Any]) -> None:
    read = [
        message["json"]
        for operation in api["operations"]
        for each in operation["examples"]
        for message in (each["request"], *each["responses"])
        if message and (message["body"] or "").lstrip()[:1] in ("{", "[")
    ]

    assert len(read) > 5_000
    assert 100 * sum(read) / len(read) >= FEWEST_READ


def test_every_item_of_every_page_is_accounted_for(generated: Generated) -> None:
    done = sdkwright("lint", "--coverage", cwd=generated.project)

    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1] == "unaccounted: 0"


def _opaque(api: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Rows of tables whose type nothing resolves."""
    members = [member for declared in api["types"] for member in declared["properties"]]
    members += [parameter for operation in api["operations"] for parameter in operation["parameters"]]
    for each in members:
        item = each["type"].get("item", each["type"])
        if item["type"] == "opaque" and each["inference"] is None:
            yield each["sources"][0]["path"], each["sources"][0]["line"]
