"""Rule `duplicate-request-name`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.operations import HttpRequest


@rule(Severity.WARNING, hint="name every request of the docs differently")
def duplicate_request_name(docs: Docs) -> Iterator[Finding]:
    """Two example requests have one name.

    **What it finds.** Requests of one docs tree whose annotations give them the same `name`.

    **Why it matters.** Code snippets are stored by that name: one page shows the code of the other.

    Bad:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Examples

    <!-- { "blockType": "request", "name": "get_user" } -->
    ```http
    GET https://graph.microsoft.com/beta/users/1
    ```

    <!-- { "blockType": "request", "name": "get_user" } -->
    ```http
    GET https://graph.microsoft.com/beta/users/2
    ```
    ````

    Good:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Examples

    <!-- { "blockType": "request", "name": "get_user_1" } -->
    ```http
    GET https://graph.microsoft.com/beta/users/1
    ```

    <!-- { "blockType": "request", "name": "get_user_2" } -->
    ```http
    GET https://graph.microsoft.com/beta/users/2
    ```
    ````
    """
    first: dict[str, HttpRequest] = {}
    for page in docs.pages:
        for example in page.operation.examples if page.operation is not None else ():
            request = example.request
            if request is None or request.name is None:
                continue
            other = first.setdefault(request.name, request)
            if other is not request:
                labels = (Label(span=first_line(other.span), message="the name is used here first"),)
                message = f"the request name {quote(request.name)} is taken"
                yield Finding(span=first_line(request.span), message=message, labels=labels)
