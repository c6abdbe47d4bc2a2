"""How values enter paths and queries."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from sample_sdk import Graph
from sample_sdk._runtime.urls import fill, query_text
from sample_sdk.enums import IntendedPurpose

NOON = dt.datetime(2021, 7, 7, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("template", "given", "path"),
    [
        ("/{}", ["ada@contoso.com"], "/ada@contoso.com"),
        ("/{}", ["a b#EXT#@c.com"], "/a%20b%23EXT%23@c.com"),
        ("/{}", ["$x@c.com"], "/%24x@c.com"),
        ("/{}", ["a/b?c%d"], "/a%2Fb%3Fc%25d"),
        ("/{}", ["O'Neil"], "/O%27Neil"),
        ("/{}", ["root:"], "/root%3A"),
        ("/{}", [7], "/7"),
        ("/{}", [UUID(int=1)], "/00000000-0000-0000-0000-000000000001"),
        ("/{}", [IntendedPurpose.VPN], "/vpn"),
        ("(appId='{}')", ["a'b/c"], "(appId='a''b%2Fc')"),
        ("(a='{}',b={})", ["x", 5], "(a='x',b=5)"),
        ("/f(x={},y={},z={})", [True, None, "it's"], "/f(x=true,y=null,z='it''s')"),
        ("/f(ids={})", [["a", "b"]], "/f(ids=%5B%22a%22,%22b%22%5D)"),
        ("/f(start={},on={})", [NOON, dt.date(2021, 7, 7)], "/f(start=2021-07-07T12:00:00Z,on=2021-07-07)"),
        ("/f(start='{}')", [NOON], "/f(start='2021-07-07T12:00:00Z')"),
        ("/f(e={})", [IntendedPurpose.VPN], "/f(e='vpn')"),
        (
            "/f(start={=},end={=})",
            [NOON, "2021-07-08T00:00:00Z"],
            "/f(start=2021-07-07T12:00:00Z,end=2021-07-08T00:00:00Z)",
        ),
        ("/f(start={=})", ["x',y=(1)/"], "/f(start=x%27%2Cy%3D%281%29%2F)"),
        (":/{+}:", ["docs/a b/é.txt"], ":/docs/a%20b/%C3%A9.txt:"),
        (":/{+}:", ["/docs/"], ":/docs:"),
        ("/{}:/{+}:", ["contoso.sharepoint.com", "sites/hr"], "/contoso.sharepoint.com:/sites/hr:"),
        ("/plain", [], "/plain"),
    ],
)
def test_fill(template: str, given: list[object], path: str) -> None:
    assert fill(template, *given) == path


@pytest.mark.parametrize(
    ("template", "value"),
    [("/{}", ""), ("/{}", " "), ("/{}", None), ("/{}", "."), ("/{}", ".."), ("('{}')", ""), ("('{}')", None), (":/{+}:", "a/../b"), (":/{+}:", "a//b"), (":/{+}:", "")],
)  # fmt: skip
def test_what_is_no_key(template: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"empty|not"):
        fill(template, value)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({}, ""),
        ({"$select": None}, ""),
        ({"$select": ["id", "displayName"], "$top": 5, "$count": True}, "?$select=id,displayName&$top=5&$count=true"),
        ({"$select": "id"}, "?$select=id"),
        (
            {"$filter": "startswith(displayName,'A&B') and x eq 1+1"},
            "?$filter=startswith(displayName,'A%26B')%20and%20x%20eq%201%2B1",
        ),
        ({"startDateTime": NOON, "p": IntendedPurpose.VPN}, "?startDateTime=2021-07-07T12:00:00Z&p=vpn"),
        ({"$search": '"displayName:é#"'}, "?$search=%22displayName:%C3%A9%23%22"),
        ({"a b": ""}, "?a%20b="),
    ],
)
def test_query(query: dict[str, object], text: str) -> None:
    assert query_text(query) == text


def test_several_keys_at_once_are_refused() -> None:
    graph = Graph("t")

    with pytest.raises(
        TypeError, match=r"the key of a path is one value, not a tuple: .* a call for each, or .* batch"
    ):
        graph.users["a", "b"]
    with pytest.raises(TypeError, match="a text in a path is one value, not a list"):
        graph.applications.by_app_id(["a"])
