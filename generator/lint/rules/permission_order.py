"""Rule `permission-order`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="put the least privileged permission first")
def permission_order(docs: Docs) -> Iterator[Finding]:
    """A permission that only reads stands behind one that also writes.

    **What it finds.** In a list from least to most privileged, `X.Read` behind `X.ReadWrite`, or a scope without
    `.All` behind the same scope with it.

    **Why it matters.** Whoever asks for the first of the list asks for more than is needed. The order is often
    right and the column's header wrong.

    Bad:

    ````md api/user-get.md
    # Get user

    ## Permissions

    |Permission type|Permissions (from least to most privileged)|
    |:---|:---|
    |Delegated (work or school account)|User.ReadWrite.All, User.Read.All|

    ## HTTP request

    ```http
    GET /users/{id}
    ```
    ````

    Good:

    ````md api/user-get.md
    # Get user

    ## Permissions

    |Permission type|Permissions (from least to most privileged)|
    |:---|:---|
    |Delegated (work or school account)|User.Read.All, User.ReadWrite.All|

    ## HTTP request

    ```http
    GET /users/{id}
    ```
    ````
    """
    for page in docs.pages:
        own = page.operation.permissions if page.operation is not None else ()
        for each in (each for table in (*own, *page.permissions) for each in table.permissions):
            for first, second in _swapped(each.scopes):
                message = f"{quote(second)} allows less than {quote(first)}, and the table says the reverse"
                yield Finding(
                    span=each.span,
                    message=message,
                    hint="list the least privileged first, or correct the header of the column",
                )
                break


def _swapped(scopes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    places = {scope: at for at, scope in reversed(list(enumerate(scopes)))}
    for scope, at in places.items():
        for less in (scope.replace(".ReadWrite", ".Read"), scope.removesuffix(".All")):
            if less != scope and places.get(less, -1) > at:
                yield scope, less
