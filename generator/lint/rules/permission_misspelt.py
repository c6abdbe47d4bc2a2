"""Rule `permission-misspelt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized

from generator.diagnostics import Severity
from generator.facts.page import PermissionFacts
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text.nearest import is_slip


@rule(Severity.WARNING, hint="correct the name of the permission")
def permission_misspelt(docs: Docs) -> Iterator[Finding]:
    """A permission is spelled almost like one that many pages name.

    **What it finds.** A scope that few pages name, and that differs from one that many pages name only in letter
    case or in one letter.

    **Why it matters.** Nobody can grant a permission that does not exist.

    Bad:

    ````md api/user-get.md
    # Get user

    ## Permissions

    |Permission type|Permissions (from least to most privileged)|
    |:---|:---|
    |Delegated (work or school account)|User.Raed.All|

    ## HTTP request

    ```http
    GET /users/{id}
    ```
    ````

    ````md api/*.md
    # Get user

    ## Permissions

    |Permission type|Permissions (from least to most privileged)|
    |:---|:---|
    |Delegated (work or school account)|User.Read.All|

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
    |Delegated (work or school account)|User.Read.All|

    ## HTTP request

    ```http
    GET /users/{id}
    ```
    ````
    """
    uses: dict[str, list[PermissionFacts]] = {}
    for page in docs.pages:
        own = page.operation.permissions if page.operation is not None else ()
        for each in (each for table in (*own, *page.permissions) for each in table.permissions):
            for scope in each.scopes:
                uses.setdefault(scope, []).append(each)
    for rare, those in uses.items():
        meant = _meant(rare, uses)
        for each in those if meant is not None else ():
            yield Finding(
                span=each.span, message=f"{quote(rare)} is not the usual spelling", hint=f'did you mean "{meant}"?'
            )


_TIMES = 10
"""How much oftener the right spelling is used than the wrong one, at least."""


def _meant(rare: str, uses: Mapping[str, Sized]) -> str | None:
    often = _TIMES * len(uses[rare])
    close = (each for each in uses if len(uses[each]) >= often and is_slip(rare, each))
    return min(close, key=lambda each: (-len(uses[each]), each), default=None)
