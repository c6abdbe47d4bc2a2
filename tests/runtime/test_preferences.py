"""Documented headers as they are sent."""

from __future__ import annotations

import pytest
from sample_sdk._runtime.preferences import headers_of


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
