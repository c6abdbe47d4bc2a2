"""Rule `example-missing-response`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.rule import rule


@rule(Severity.WARNING)
def example_missing_response(docs: Docs) -> Iterator[Finding]:
    """An example request has no response.

    **What it finds.** A documented request that no response follows before the next request.

    **Why it matters.** Half of the example is missing. It is tested as far as the request goes.

    Bad:

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
            if example.request is not None and not example.responses:
                yield Finding(span=first_line(example.request.span), message="no response follows this request")
