"""Documented headers as they are sent."""

from __future__ import annotations

import pytest
from sample_sdk._runtime.preferences import add_headers, headers_of


@pytest.mark.parametrize(
    ("documented", "sent"),
    [
        ({}, {}),
        ({"If-Match": 'W/"1"'}, {"If-Match": 'W/"1"'}),
        ({"If-Match": None}, {"If-Match": None}),
        ({"Prefer: outlook.timezone": None}, {"Prefer": None}),
        ({"Prefer: outlook.timezone": "Pacific Standard Time"}, {"Prefer": 'outlook.timezone="Pacific Standard Time"'}),
        ({"Prefer: a": 'x"y\\'}, {"Prefer": 'a="x\\"y\\\\"'}),
        ({"Prefer: odata.maxpagesize": 0}, {"Prefer": "odata.maxpagesize=0"}),
        ({"Prefer: respond-async": True}, {"Prefer": "respond-async"}),
        ({"Prefer: respond-async": False}, {"Prefer": None}),
        (
            {"Prefer": "return=minimal", "Prefer: a": "x", "Prefer: b": None, "Prefer: c": 2},
            {"Prefer": 'return=minimal, a="x", c=2'},
        ),
    ],
)  # fmt: skip
def test_headers(documented: dict[str, str | int | None], sent: dict[str, str | None]) -> None:
    assert headers_of(documented) == sent


@pytest.mark.parametrize(
    ("before", "more", "sent"),
    [
        ("", "respond-async", "respond-async"),
        ('IdType="ImmutableId"', 'outlook.timezone="UTC"', 'IdType="ImmutableId", outlook.timezone="UTC"'),
        ('outlook.timezone="A, B", wait=5', 'Outlook.Timezone="C"', 'wait=5, Outlook.Timezone="C"'),
        ("a; b=1, c", "a", "c, a"),
    ],
)
def test_preferences_of_client_and_call_go_together(before: str, more: str, sent: str) -> None:
    headers = {"prefer": before} if before else {}
    add_headers(headers, {"Prefer": more, "X-Left-Out": None, "X-One": "1"})

    assert headers == {"prefer": sent, "x-one": "1"}
