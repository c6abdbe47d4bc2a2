"""Rule `example-missing-request`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.rule import rule


@rule(Severity.WARNING)
def example_missing_request(docs: Docs) -> Iterator[Finding]:
    """An example response has no request.

    **What it finds.** A documented response that stands before any request of its page.

    **Why it matters.** Nobody can tell what it answers; the generated test has to invent the call.

    Bad:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Example

    ```http
    HTTP/1.1 200 OK

    { "id": "1" }
    ```
    ````

    Good:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Example

    ```http
    GET https://graph.microsoft.com/beta/users/1
    ```

    ```http
    HTTP/1.1 200 OK

    { "id": "1" }
    ```
    ````
    """
    for operation in docs.api.operations:
        for example in operation.examples:
            if example.request is None and example.responses:
                yield Finding(
                    span=first_line(example.responses[0].span), message="no request stands before this response"
                )
