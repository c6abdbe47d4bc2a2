"""Rule `example-path-differs`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.link.example_shapes import request_path
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="show the same path in both places")
def example_path_differs(docs: Docs) -> Iterator[Finding]:
    """An example's URL is not quite the documented path.

    **What it finds.** A request URL that resembles a path of its page, but leaves out or adds a part (`$ref`, a
    function's parameter), so that no page documents the request.

    **Why it matters.** One of the two is wrong, and the call that readers copy may do something else: without
    `$ref`, a request deletes the object itself and not the link to it.

    Bad:

    ````md api/user-delete-manager.md
    # Remove manager

    ## HTTP request

    ```http
    DELETE /users/{id}/manager/$ref
    ```

    ## Example

    ```http
    DELETE https://graph.microsoft.com/beta/users/1/manager
    ```
    ````

    Good:

    ````md api/user-delete-manager.md
    # Remove manager

    ## HTTP request

    ```http
    DELETE /users/{id}/manager/$ref
    ```

    ## Example

    ```http
    DELETE https://graph.microsoft.com/beta/users/1/manager/$ref
    ```
    ````
    """
    for operation in docs.api.operations:
        for example in operation.examples:
            path = request_path(example.request, docs.conventions).path
            if path is None or example.request is None or example.route is None:
                continue
            if docs.matcher.find(example.request.verb, path) is None:
                route = operation.routes[example.route]
                message = f"no page documents {example.request.verb} {quote(str(path))}"
                labels = (Label(span=route.span, message=f"the page documents {route.path}"),)
                yield Finding(span=first_line(example.request.span), message=message, labels=labels)
