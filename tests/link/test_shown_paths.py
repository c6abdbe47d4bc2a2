"""The calls that examples document beyond request lines: cases as a table."""

from __future__ import annotations

import pytest

from generator.dialect.profile import load_profile
from generator.extract import read_page
from generator.link import link
from generator.model.indexes.calls import Call, calls
from generator.model.operations import OperationKind
from generator.text import SourceFile
from tests.model.test_indexes import operation, resource

STAGE = {
    "resources/entity.md": resource("entity", "|id|String|The key.|", key=True),
    "resources/item.md": resource("item", "|name|String|The name.|", key=True),
    "resources/user.md": resource(
        "user",
        "|mail|String|The mail.|",
        base="Inherits from [item](item.md).",
        relationships="|owned|[item](item.md) collection|What is owned.|",
    ),
    "api/user-get.md": operation("Get user", "GET /me\nGET /users/{id}", "a [user](../resources/user.md) object"),
}


def shown(
    template: str, url: str, response: str = "a collection of [item](../resources/item.md) objects"
) -> list[Call]:
    """The calls that a page with this request line and example documents beside its own."""
    page = operation("List", f"GET {template}", response)
    texts = {**STAGE, "api/page.md": f"{page}\n## Example\n```http\nGET https://graph.microsoft.com/beta{url}\n```\n"}
    profile = load_profile("graph")
    api = link(
        [read_page(SourceFile(path=path, text=text), profile).facts for path, text in texts.items()],
        profile.conventions,
    ).api
    stated = {route.path.shape for each in api.operations for route in each.routes}
    return [each for each in calls(api) if each.shape not in stated]


@pytest.mark.parametrize(
    ("template", "url", "path", "returns"),
    [
        ("/users", "/users/$count", "/users/$count", None),
        ("/users/{id}/owned", "/users/1/owned/microsoft.graph.user", "/users/{id}/owned/microsoft.graph.user", "user"),
        ("/users/{id}/owned", "/users/1/owned/Microsoft.Graph.User/$count", "/users/{id}/owned/microsoft.graph.user/$count", None),
        ("/users/{id}/owned", "/me/owned", "/me/owned", "item"),
        ("/me/owned", "/users/1/owned", "/users/{id}/owned", "item"),
        ("/me/owned/{ownedId}", "/users/1/owned/2/$value", "/users/{id}/owned/{ownedId}/$value", None),
    ],
)  # fmt: skip
def test_an_example_documents_a_call(template: str, url: str, path: str, returns: str | None) -> None:
    (found,) = shown(template, url)

    assert str(found.path) == path
    assert len(found.steps) == len(found.path.segments)
    if returns is None:
        assert found.kind in (OperationKind.COUNT, OperationKind.STREAM)
    else:
        assert str(found.response.type) == f"Collection(microsoft.graph.{returns})"


@pytest.mark.parametrize(
    ("template", "url"),
    [
        ("/users/{id}/owned", "/users/1/owned"),
        ("/users/{id}/owned", "/users/1/owned/microsoft.graph.lost"),
        ("/users/{id}/owned", "/users/1/owned/2"),
        ("/users/{id}/owned/$ref", "/users/1/owned"),
        ("/users/{id}/owned", "/people/1/owned"),
        ("/users/{id}/owned", "/users/1/owned/$count/more"),
    ],
)
def test_an_example_documents_no_further_call(template: str, url: str) -> None:
    assert shown(template, url) == []


REPORT = resource("report", "|content|Stream|The report itself.|", base="Inherits from [item](item.md).")


@pytest.mark.parametrize(("response", "found"), [("a [report](../resources/report.md) object", 1), ("a String", 0)])
def test_bytes_are_read_of_a_result_that_has_them(monkeypatch: pytest.MonkeyPatch, response: str, found: int) -> None:
    monkeypatch.setitem(STAGE, "resources/report.md", REPORT)

    calls_found = shown("/users/getReport(period='{period}')", "/users/getReport(period='D7')/content", response)

    assert [str(each.path) for each in calls_found] == ["/users/getReport(period='{period}')/content"] * found
    assert all(each.kind is OperationKind.STREAM for each in calls_found)
