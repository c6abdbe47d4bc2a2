"""Rule `example-missing-response`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.rule import rule
from generator.model.operations import Example, Operation


@rule(Severity.WARNING)
def example_missing_response(docs: Docs) -> Iterator[Finding]:
    """An example request has no response.

    **What it finds.** A documented request that no response follows, neither directly nor after further requests of the same
    example.

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
    for page in docs.pages:
        examples = page.operation.examples if page.operation is not None else ()
        own = {each.span for operation in docs.operations.get(page.path, ()) for each in _matched(operation)}
        for at, example in enumerate(examples):
            request = example.request
            answered = any(each.responses for each in examples[at:] if each.title == example.title)
            if request is not None and example.span in own and not answered:
                yield Finding(span=first_line(request.span), message="no response follows this request")


def _matched(operation: Operation) -> Iterator[Example]:
    """Examples of the operation itself: what pages show of other services need not be whole."""
    return (each for each in operation.examples if each.route is not None)
