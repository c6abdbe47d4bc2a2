"""When the configuration is told that the docs call another service."""

from __future__ import annotations

import pytest

from generator.python.roots import other_root
from tests.python.lowering import linked

_PAGE = """# Get lamp

## HTTP request
```http
GET /lamps/{id}
```

## Response
If successful, this method returns a `200 OK` response code.

## Example
```http
GET %s
```
"""


def _told(base_url: str, *urls: str) -> list[str]:
    pages = {f"api/lamp-{at}.md": _PAGE % url for at, url in enumerate(urls)}
    return [each.message for each in other_root(linked(pages), base_url)]


@pytest.mark.parametrize(
    ("base_url", "urls"),
    [
        ("https://graph.microsoft.com/beta", ["https://graph.microsoft.com/beta/lamps/1"]),
        ("https://graph.microsoft.com/beta", ["https://GRAPH.microsoft.com/Beta/lamps/1"]),
        ("https://api.example.com", ["https://api.example.com/lamps/1"]),
        ("https://api.example.com", ["/lamps/1"]),
        # half of them is no usual place
        ("https://graph.microsoft.com/beta", ["https://graph.microsoft.com/v1.0/lamps/1", "https://x.example/lamps/1"]),
    ],
)
def test_a_service_that_the_docs_call_is_not_told(base_url: str, urls: list[str]) -> None:
    assert _told(base_url, *urls) == []


@pytest.mark.parametrize(
    ("base_url", "usual"),
    [
        ("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/beta"),
        ("https://gateway.example.com/beta", "https://graph.microsoft.com/beta"),
        ("https://gateway.example.com", "https://api.example.com"),
    ],
)
def test_another_service_is_told(base_url: str, usual: str) -> None:
    assert _told(base_url, *[f"{usual}/lamps/{at}" for at in range(3)], "https://x.example/lamps/1", "/lamps/1") == [
        f"base_url is {base_url}, but 3 of 4 documented requests go to {usual}"
    ]
