"""Rule `no-content-with-body`."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.model.operations import ResponseKind


@rule(Severity.WARNING)
def no_content_with_body(docs: Docs) -> Iterator[Finding]:
    """A page promises content with a status that has none.

    **What it finds.** A Response section that names only `204 No Content` and says what is in the response body.

    **Why it matters.** A 204 response has no body: either the code or the sentence is wrong.

    Bad:

    ````md api/user-update.md
    # Update user

    ## HTTP request

    ```http
    PATCH /users/{id}
    ```

    ## Response

    If successful, this method returns a `204 No Content` response code and a [user](../resources/user.md) object.
    ````

    Good:

    ````md api/user-update.md
    # Update user

    ## HTTP request

    ```http
    PATCH /users/{id}
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.
    ````
    """
    for operation in docs.api.operations:
        stated = operation.response
        empty = stated.statuses == (HTTPStatus.NO_CONTENT,) and stated.inference is None
        if empty and stated.span is not None and stated.kind in (ResponseKind.VALUE, ResponseKind.COLLECTION):
            yield Finding(span=stated.span, message=f"204 No Content can not return {stated.type}")
