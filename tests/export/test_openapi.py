"""OpenAPI: judged by a validator that is not ours, and by what every page says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.model.api import Api
from generator.model.indexes.calls import calls
from tests.export.conftest import exported

VERBS = {"get", "post", "patch", "put", "delete"}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported("openapi"))
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        yield from ((path, verb, each) for verb, each in item.items() if verb in VERBS)


def test_it_is_valid(document: dict[str, Any]) -> None:
    assert [each.message for each in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_every_documented_call_is_there_once(document: dict[str, Any], api: Api) -> None:
    assert len(list(operations(document))) == len(calls(api))


def test_operation_ids_are_unique(document: dict[str, Any]) -> None:
    ids = [each["operationId"] for _, _, each in operations(document)]

    assert len(ids) == len(set(ids))


def test_paths_declare_their_parameters(document: dict[str, Any]) -> None:
    for path, _, each in operations(document):
        declared = {found["name"] for found in each.get("parameters", ()) if found["in"] == "path"}

        assert declared == {part.partition("}")[0] for part in path.split("{")[1:]}, path


def test_one_scope_is_enough(document: dict[str, Any]) -> None:
    """Scopes of one requirement must all be granted; the docs' are alternatives."""
    update = document["paths"]["/groups/{id}"]["patch"]

    assert {"application": ["Group.ReadWrite.All"]} in update["security"]
    assert all(len(scopes) == 1 for each in update["security"] for scopes in each.values())


def test_a_page_is_read_as_it_stands(document: dict[str, Any]) -> None:
    update = document["paths"]["/groups/{id}"]["patch"]

    assert update["summary"] == "Update group"
    assert update["requestBody"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/microsoft.graph.group"
    }
    assert list(update["responses"]) == ["204", "default"]
    assert update["x-source"][0]["path"] == "api/group-update.md"
