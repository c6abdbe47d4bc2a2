"""Rule `example-status-mismatch`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.rule import rule
from generator.model.operations import Example


@rule(Severity.WARNING, hint="correct the status of the example, or document this one in the Response section")
def example_status_mismatch(docs: Docs) -> Iterator[Finding]:
    """An example shows another status code than the page documents.

    **What it finds.** A response whose status is none of those that the Response section names. Errors are not
    judged.

    **Why it matters.** Clients decide by the code whether a body follows. One of the two places is wrong.

    Bad:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.

    ## Example

    ```http
    HTTP/1.1 201 Created

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

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.

    ## Example

    ```http
    HTTP/1.1 200 OK

    { "id": "1" }
    ```
    ````
    """
    for operation in docs.api.operations:
        stated = operation.response
        if not stated.statuses:
            continue
        for response in (each for example in operation.examples if _is_own(example) for each in example.responses):
            if response.status < _ERRORS and response.status not in stated.statuses:
                codes = " or ".join(map(str, stated.statuses))
                labels = () if stated.span is None else (Label(span=stated.span, message="documented here"),)
                message = f"the example shows {response.status}, the page documents {codes}"
                yield Finding(span=first_line(response.span), message=message, labels=labels)


_ERRORS = 400


def _is_own(example: Example) -> bool:
    return example.request is None or example.route is not None
