"""Rule `permissions-missing`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.dialect.kinds import SectionKind
from generator.facts.page import PageFacts
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.text import Span


@rule(Severity.WARNING, hint="give it a table of permission types and scopes")
def permissions_missing(docs: Docs) -> Iterator[Finding]:
    """An API page tells of no permissions.

    **What it finds.** A page with requests whose Permissions section is missing, or holds neither a table nor an include
    that may bring one, and which includes no table of permissions elsewhere.

    **Why it matters.** The documentation of the method, and the message for a `403`, have nothing to say.

    Bad:

    ````md api/user-get.md
    # Get user

    ## Permissions

    Ask the administrator.

    ## HTTP request

    ```http
    GET /users/{id}
    ```
    ````

    Good:

    ````md api/user-get.md
    # Get user

    ## Permissions

    |Permission type|Permissions|
    |:---|:---|
    |Delegated (work or school account)|User.Read|

    ## HTTP request

    ```http
    GET /users/{id}
    ```
    ````
    """
    for page in docs.pages:
        if page.operation is not None and not page.operation.permissions and not _includes_any(page, docs):
            title = next((each.span for each in page.headings if each.level == 1), None)
            yield Finding(span=title or Span.at(page.path, 1), message="this page has no table of permissions")


def _includes_any(page: PageFacts, docs: Docs) -> bool:
    """Whether an include stands where permissions are told, or brings some from wherever it stands."""
    if any(each.section == SectionKind.PERMISSIONS.value for each in page.includes):
        return True
    return any(part.permissions for part in docs.parts(page))
