"""What the docs call headers, as HTTP sends them."""

from __future__ import annotations

import pytest

from generator.model.headers import header_wire
from generator.python.headers import header_annotation


@pytest.mark.parametrize(
    ("written", "wire", "annotation"),
    [
        ("If-Match", "If-Match", "str | None"),
        ("If-match: {etag}", "If-match", "str | None"),
        ("Prefer", "Prefer", "str | None"),
        ("Prefer: outlook.timezone", "Prefer: outlook.timezone", "str | None"),
        ("Prefer:outlook.timezone=", "Prefer: outlook.timezone", "str | None"),
        ("Prefer: wait={seconds}", "Prefer: wait", "int | None"),
        ("Prefer: respond-async", "Prefer: respond-async", "bool | None"),
        ("odata.maxpagesize", "Prefer: odata.maxpagesize", "int | None"),
        ("OData-Version", "OData-Version", "str | None"),
    ],
)
def test_headers(written: str, wire: str, annotation: str) -> None:
    assert (header_wire(written), header_annotation(wire)) == (wire, annotation)


@pytest.mark.parametrize(
    "written", ["Delegated (personal Microsoft account", "Bearer {token}", "", "Prefer: a b", "X\r\nY"]
)
def test_what_is_no_header(written: str) -> None:
    assert header_wire(written) is None
