"""Rule `operation-only-shown`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="add the request line below HTTP request")
def operation_only_shown(docs: Docs) -> Iterator[Finding]:
    """An example shows a call that no page states.

    **What it finds.** A request that adds to a path of its page what services understand (`$count`, a cast, the caller
    by the other name), where no page has a request line for it.

    **Why it matters.** The SDK offers the call, as the example shows that it works. Readers of the page's request
    lines do not learn of it, and the exports of OpenAPI and permissions, which hold what is stated, leave it out.

    Bad:

    ````md api/user-list.md
    # List users

    ## HTTP request

    ```http
    GET /users
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a collection of [user](../resources/user.md) objects.

    ## Example

    ```http
    GET https://graph.microsoft.com/beta/users/$count
    ```

    ```http
    HTTP/1.1 200 OK
    Content-Type: text/plain

    3
    ```
    ````

    Good:

    ````md api/user-list.md
    # List users

    ## HTTP request

    ```http
    GET /users
    GET /users/$count
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a collection of [user](../resources/user.md) objects.

    ## Example

    ```http
    GET https://graph.microsoft.com/beta/users/$count
    ```

    ```http
    HTTP/1.1 200 OK
    Content-Type: text/plain

    3
    ```
    ````
    """
    for call in docs.calls:
        if call.stated:
            continue
        for each in call.documents:
            labels = (Label(span=each.operation.source, message="the request lines of the page"),)
            message = f"no request line states {call.verb} {quote(str(call.path))}"
            yield Finding(span=first_line(each.route.span), message=message, labels=labels)
