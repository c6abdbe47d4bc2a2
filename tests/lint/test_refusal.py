"""What the SDK refuses, judged by what the method for the call declares: cases as a table."""

from __future__ import annotations

import pytest

from generator.lint.declared import declared_by
from generator.lint.refusal import refused
from generator.model.indexes.calls import calls
from tests.lint.judging import docs_of

_PAGE = "# Page\n\n## HTTP request\n\n```http\n{line}\n```\n\n{sections}## Example\n\n{example}"
_USER = "[user](../resources/user.md)"
_ONE = f"## Response\n\nIf successful, this method returns a `200 OK` response code and a {_USER} object.\n\n"
_MANY = f"## Response\n\nIf successful, this method returns a `200 OK` response code and a collection of {_USER} objects.\n\n"
_SUPPLY = f"## Request body\n\nIn the request body, supply a JSON representation of the {_USER} object.\n\n"
_MEMBERS = (
    "## Request body\n\nIn the request body, provide a JSON object with the following parameters.\n\n"
    "|Parameter|Type|Description|\n|:---|:---|:---|\n"
    "|keepLogins|Boolean|Whether to stay signed in.|\n|name|String|Required. The name.|\n|day|Date|When.|\n\n"
)
GET = ("GET /users/{id}", _ONE, "GET https://graph.microsoft.com/beta/users/1")
LIST = ("GET /users", _MANY, "GET https://graph.microsoft.com/beta/users")
UPDATE = ("PATCH /users/{id}", _SUPPLY + _ONE, "PATCH https://graph.microsoft.com/beta/users/1")
ACTION = ("POST /users/{id}/rename", _MEMBERS, "POST https://graph.microsoft.com/beta/users/1/rename")


def _message(start: str, body: str | None) -> str:
    return (
        f"```http\n{start}\nContent-type: application/json\n\n{body}\n```\n\n" if body else f"```http\n{start}\n```\n\n"
    )


def judged(page: tuple[str, str, str], request: str | None, response: str | None) -> str | None:
    """The code of the refusal, if there is one."""
    line, sections, url = page
    example = _message(url, request) + _message("HTTP/1.1 200 OK" if response else "HTTP/1.1 204 No Content", response)
    docs = docs_of({"api/page.md": _PAGE.format(line=line, sections=sections, example=example)})
    (operation,) = docs.operations["api/page.md"]
    call = next(each for each in calls(docs.api) if any(doc.operation is operation for doc in each.documents))
    found = refused(operation.examples[0], declared_by(call, docs.shapes), docs.shapes)
    worst = found.request or found.response
    return None if worst is None else worst.code


@pytest.mark.parametrize(
    ("page", "request_body", "response_body", "code"),
    [
        (GET, None, '{ "displayName": "Megan" }', None),
        (GET, None, '{ "displayname": "Megan" }', "example-unknown-property"),
        (GET, None, '{ "displayName": 7 }', "example-wrong-type"),
        (GET, None, '{ "createdDateTime": "1/31/2021" }', "example-wrong-format"),
        (GET, None, '{ "signInCount": 3000000000 }', None),  # Python's integers have no bounds
        (GET, None, '{ "@odata.type": "#microsoft.graph.group" }', "example-unrelated-type"),
        (GET, None, '{ "@odata.type": "#microsoft.graph.lost", "lost": 1 }', "example-unknown-type"),
        (GET, None, '{ "value": { "displayName": 7 } }', "example-wrong-type"),
        (
            GET,
            None,
            '{ "value": [{ "displayName": 7 }] }',
            "example-unknown-property",
        ),  # a member `value` that no page lists
        (LIST, None, '{ "value": [{ "userType": "Guest" }] }', "example-unknown-enum-member"),
        (LIST, None, '{ "id": "1" }', "example-collection-mismatch"),
        (LIST, None, "plain text", "example-wrong-type"),
        (UPDATE, '{ "displayName": "Megan" }', None, None),
        (UPDATE, '{ "accountEnabled": "true" }', None, "example-wrong-type"),
        (UPDATE, None, None, "example-missing-body"),
        (ACTION, '{ "name": "Megan", "day": "tomorrow" }', None, None),  # a date is passed on as it stands
        (ACTION, '{ "name": "Megan", "keepLogins": "no" }', None, "example-wrong-type"),
        (ACTION, '{ "keepLogins": true }', None, "example-missing-required"),
        (ACTION, '{ "Name": "Megan", "name": "Megan" }', None, "example-unknown-parameter"),
    ],
)
def test_refused(
    page: tuple[str, str, str], request_body: str | None, response_body: str | None, code: str | None
) -> None:
    assert judged(page, request_body, response_body) == code
