"""Rule `example-status-text`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.NOTE)
def example_status_text(docs: Docs) -> Iterator[Finding]:
    """An example writes a status code with another code's text.

    **What it finds.** A status line whose words are not those that HTTP gives the code. Letter case does not count.

    **Why it matters.** Readers can not tell which of the two was meant.

    Bad:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Example

    ```http
    HTTP/1.1 200 Created

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
    HTTP/1.1 200 OK

    { "id": "1" }
    ```
    ````
    """
    for operation in docs.api.operations:
        for response in (each for example in operation.examples for each in example.responses):
            right = _REASONS.get(response.status)
            if right is not None and response.reason and response.reason.lower() not in right.lower().split("|"):
                message = f"{quote(response.reason)} is not the text of status {response.status}"
                hint = f"write {response.status} {right.partition('|')[0]}"
                yield Finding(span=first_line(response.span), message=message, hint=hint)


_REASONS = {
    200: "OK",
    201: "Created",
    202: "Accepted",
    204: "No Content",
    206: "Partial Content",
    207: "Multi-Status",
    301: "Moved Permanently",
    302: "Found",
    304: "Not Modified",
    307: "Temporary Redirect",
    308: "Permanent Redirect",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    409: "Conflict",
    410: "Gone",
    412: "Precondition Failed",
    415: "Unsupported Media Type",
    422: "Unprocessable Content|Unprocessable Entity",
    423: "Locked",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    507: "Insufficient Storage",
}
"""Reason phrases as RFC 9110 and its neighbours register them; older spellings behind a bar."""
