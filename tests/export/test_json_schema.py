"""JSON Schema: it is one, and every documented body is what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from generator.model.api import Api
from generator.model.types import Collection, Named, TypeRef, item_of
from tests.export.conftest import exported, specs


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported("json-schema"))
    return found


def bodies(api: Api) -> Iterator[tuple[str, TypeRef, Any]]:
    """Place, declared type and JSON of every response that an example shows, and of every request for an entity."""
    for operation in api.operations:
        for example in operation.examples:
            sent = example.request
            if sent is not None and sent.json and sent.body and operation.body.type is not None:
                yield str(sent.span), operation.body.type, json.loads(sent.body)
            for got in example.responses:
                if got.json and got.body and got.type is not None and not got.expects_error:
                    yield str(got.span), got.type, json.loads(got.body)


BODIES = {place: (ref, body) for place, ref, body in bodies(specs()) if isinstance(item_of(ref), Named)}


def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_there_are_examples_of_both_kinds() -> None:
    kinds = {isinstance(ref, Collection) for ref, _ in BODIES.values()}

    assert kinds == {True, False}


@pytest.mark.parametrize("place", BODIES)
def test_a_documented_body_is_what_the_schema_says(schema: dict[str, Any], place: str) -> None:
    ref, body = BODIES[place]
    items = body["value"] if "value" in body and isinstance(ref, Collection) else [body]
    for each in items:
        name = str(each.get("@odata.type", item_of(ref))).removeprefix("#")
        validator = jsonschema.Draft202012Validator(
            {**schema, "$ref": f"#/$defs/{name}"}, format_checker=jsonschema.FormatChecker()
        )

        assert [error.message for error in validator.iter_errors(each)] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("microsoft.graph.user", {"accountEnabled": "yes"}),
        ("microsoft.graph.user", {"businessPhones": "one"}),
        ("microsoft.graph.user", {"createdDateTime": 7}),
        ("microsoft.graph.user", {"id": None}),
        ("microsoft.graph.ageGroup", 3),
    ],
)
def test_another_body_is_not(schema: dict[str, Any], name: str, value: object) -> None:
    validator = jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"})

    assert not validator.is_valid(value)
