"""OpenAPI: judged by a validator that is not ours, and by what every page says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.export.formats import FORMATS
from generator.model.api import Api
from generator.model.indexes.calls import calls
from tests.export.conftest import ABOUT, exported
from tests.python.lowering import linked

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


def called(document: dict[str, Any], verb: str, path: str) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"][path][verb]
    return found


@pytest.mark.parametrize(
    ("path", "status", "content"),
    [
        ("/me/photo/$value", "200", {"image/jpeg": {}}),
        ("/users/{id-userPrincipalName}/photos/{size}/$value", "200", {"image/jpeg": {}}),
        ("/me/photo", "200", {"application/json": {"$ref": "#/components/schemas/microsoft.graph.profilePhoto"}}),
        ("/groups/{id}/members/$count", "200", {"text/plain": {"type": "integer", "format": "int32"}}),
        ("/reports/getMailboxUsageDetail(period='{period_value}')", "302", {}),
        ("/me/messages/{id}/$value", "200", {"text/plain": {}}),
    ],
)
def test_what_comes_back_is_of_the_type_that_the_path_gives(
    document: dict[str, Any], path: str, status: str, content: dict[str, Any]
) -> None:
    """Bytes, numbers and objects, whatever the page says of its other paths."""
    found = called(document, "get", path)["responses"][status].get("content", {})

    assert {media: each.get("schema", {}) for media, each in found.items()} == content


def listed(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/microsoft.graph.{name}"}}


@pytest.mark.parametrize(
    ("path", "item", "links"),
    [
        ("/groups/{id}/members", "directoryObject", {"@odata.nextLink"}),
        ("/groups/{id}/members/microsoft.graph.user", "user", {"@odata.nextLink"}),
        ("/users/delta", "user", {"@odata.nextLink", "@odata.deltaLink"}),
        ("/reports/getMailboxUsageDetail(period='{period_value}')", "mailboxUsageDetail", {"@odata.nextLink"}),
    ],
)
def test_a_list_holds_what_its_path_leads_to(document: dict[str, Any], path: str, item: str, links: set[str]) -> None:
    found = called(document, "get", path)["responses"]["200"]["content"]["application/json"]["schema"]["properties"]

    assert found.pop("value") == listed(item)
    assert {each for each in found if each.endswith("Link")} == links


@pytest.mark.parametrize(
    ("verb", "path", "media", "required"),
    [
        ("patch", "/groups/{id}", ["application/json"], True),
        ("put", "/me/photo/$value", ["image/jpeg"], True),
        ("put", "/me/drive/items/{item-id}/content", ["text/plain", "application/octet-stream"], True),
        ("post", "/me/sendMail", ["application/json", "text/plain"], True),
        ("post", "/me/messages/{id}/reply", ["application/json"], False),
        ("post", "/groups/{group-id}/members/$ref", ["application/json"], True),
    ],
)
def test_what_is_sent_is_of_the_types_that_the_page_names(
    document: dict[str, Any], verb: str, path: str, media: list[str], required: bool
) -> None:
    body = called(document, verb, path)["requestBody"]

    assert list(body["content"]) == media
    assert body.get("required", False) is required


def test_a_call_without_a_body_has_none(document: dict[str, Any]) -> None:
    assert "requestBody" not in called(document, "delete", "/groups/{group-id}/members/{directory-object-id}/$ref")


def test_a_message_in_its_own_format_is_an_example_of_it(document: dict[str, Any]) -> None:
    content = called(document, "post", "/me/sendMail")["requestBody"]["content"]

    assert all(isinstance(each["value"], str) for each in content["text/plain"]["examples"].values())
    assert all(isinstance(each["value"], dict) for each in content["application/json"]["examples"].values())


def test_an_argument_of_a_function_is_described(document: dict[str, Any]) -> None:
    """By its own name, which the placeholder need not have."""
    path = "/reports/getMailboxUsageDetail(period='{period_value}')"
    (period,) = [each for each in called(document, "get", path)["parameters"] if each["in"] == "path"]

    assert period["description"].startswith("How many days")


HEADERS = """# List lamps

## HTTP request
```http
GET /lamps
```

## Request headers
|Name|Description|
|:---|:---|
|Prefer: outlook.timezone|The time zone.|
|If-Match|The ETag. Required.|
|odata.maxpagesize|How many.|

## Response
If successful, this method returns a `200 OK` response code.
"""


def test_preferences_are_values_of_one_header() -> None:
    made = json.loads(FORMATS["openapi"](linked({"api/lamp-list.md": HEADERS}), ABOUT))
    found = called(made, "get", "/lamps")["parameters"]

    assert {each["name"]: (each["description"], each.get("required", False)) for each in found} == {
        "If-Match": ("The ETag. Required.", True),
        "Prefer": ("`odata.maxpagesize`: How many.\n\n`outlook.timezone`: The time zone.", False),
    }


def test_options_in_general_are_those_that_suit(document: dict[str, Any]) -> None:
    names = {
        each["name"]
        for _, _, call in operations(document)
        for each in call.get("parameters", ())
        if each["in"] == "query"
    }
    listed = {each["name"] for each in called(document, "get", "/users")["parameters"] if each["in"] == "query"}

    assert all(name.removeprefix("$").isidentifier() for name in names), names
    assert {"$select", "$filter", "$top", "$count"} <= listed
