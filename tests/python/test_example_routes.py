"""What the data of an example tells of its call: which parts of the path a caller chooses."""

from __future__ import annotations

import json

import pytest

from generator.model.indexes.indexed import Indexed
from generator.python import lower
from tests.python.lowering import OPTIONS, files, linked, specs_files

PAGE = """# {title}

Namespace: microsoft.graph

Text.

## HTTP request
<!-- {{ "blockType": "ignored" }} -->
```http
{request}
```

## Request body
Don't supply a request body for this method.

## Response
If successful, this method returns a `200 OK` response code.

## Example

### Request
<!-- {{ "blockType": "request", "name": "one" }} -->
```http
{example}
```

### Response
<!-- {{ "blockType": "response" }} -->
```http
HTTP/1.1 200 OK
Content-type: application/json

{{"value": 1}}
```
"""


@pytest.mark.parametrize(
    ("request_", "example", "route"),
    [
        ("GET /widgets/{id}", "GET https://graph.microsoft.com/beta/widgets/letters", "/widgets/{id}"),
        ("GET /widgets/{id}", "GET https://graph.microsoft.com/v1.0/widgets/7", "/widgets/{id}"),
        ("GET /widgets/{id}/parts", "GET https://graph.microsoft.com/beta/widgets/{id}/parts", None),
        ("GET /widgets", "GET https://graph.microsoft.com/beta/widgets?$top=1", None),
        (
            "GET /widgets/{id}/used(year={year})",
            "GET https://graph.microsoft.com/beta/widgets/7/used(year=2000)",
            "/widgets/{id}/used(year={year})",
        ),
        (
            "GET /me/drive/root:/{item-path}:/content",
            "GET https://graph.microsoft.com/beta/me/drive/root:/a/b.txt:/content",
            "/me/drive/root:/{item-path}:/content",
        ),
    ],
)
def test_the_route_of_an_example(request_: str, example: str, route: str | None) -> None:
    page = PAGE.format(title="Get widget", request=request_, example=example)
    made = files(lower(Indexed(api=linked({"api/widget-get.md": page})), OPTIONS))

    assert [each.get("route") for each in json.loads(made["tests/examples/widget-get.json"])] == [route]


def test_every_key_of_an_example_is_told() -> None:
    found = [
        each for path, text in specs_files().items() if path.startswith("tests/examples/") for each in json.loads(text)
    ]

    keys = [each for each in found if "[" in each["call"]]
    assert len(keys) > 50
    assert all("{" in each.get("route", each["request"]["path"]) for each in keys)
