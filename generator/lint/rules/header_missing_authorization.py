"""Rule `header-missing-authorization`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.headers import header_tables, names_span
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="add the row `Authorization` | `Bearer {token}. Required.`")
def header_missing_authorization(docs: Docs) -> Iterator[Finding]:
    """The header table of a page does not list Authorization.

    **What it finds.** A page with a table of request headers, none of which is `Authorization`.

    **Why it matters.** Every call needs it; readers take the table for complete.

    Bad:

    ````md api/user-post.md
    # Create user

    ## HTTP request

    ```http
    POST /users
    ```

    ## Request headers

    |Header|Value|
    |:---|:---|
    |Content-Type|application/json|

    ## Request body

    In the request body, supply a JSON representation of the [user](../resources/user.md) object.
    ````

    Good:

    ````md api/user-post.md
    # Create user

    ## HTTP request

    ```http
    POST /users
    ```

    ## Request headers

    |Header|Value|
    |:---|:---|
    |Authorization|Bearer {token}|
    |Content-Type|application/json|

    ## Request body

    In the request body, supply a JSON representation of the [user](../resources/user.md) object.
    ````
    """
    for page, names in header_tables(docs):
        if "authorization" not in names:
            yield Finding(span=names_span(page), message="the headers do not list Authorization")
