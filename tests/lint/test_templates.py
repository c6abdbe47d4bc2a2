"""A table that many pages have was made of one template: it has one finding, and a few such pages have one each."""

from __future__ import annotations

import pytest

from tests.lint.judging import judged

PAGE = """# Create user

## HTTP request

```http
POST /users
```

## Request headers

|Header|Value|
|:---|:---|
|Authorization|Bearer {token}. Required.|
|Accept|application/json|

## Request body

In the request body, supply a JSON representation of the [user](../resources/user.md) object.
"""


@pytest.mark.parametrize(("pages", "findings"), [(1, 1), (19, 19), (20, 1), (45, 1)])
def test_findings_of_a_template(pages: int, findings: int) -> None:
    found = judged("header-missing-content-type", {f"api/page{at:02}.md": PAGE for at in range(pages)})

    assert [each.span and each.span.path for each in found] == [f"api/page{at:02}.md" for at in range(findings)]


def test_another_table_is_not_of_the_template() -> None:
    pages = {f"api/page{at}.md": PAGE for at in range(30)} | {"api/other.md": PAGE.replace("{token}", "TOKEN")}

    found = judged("header-missing-content-type", pages)

    assert [each.span and each.span.path for each in found] == ["api/other.md", "api/page0.md"]
