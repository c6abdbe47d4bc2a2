"""Rule `missing-section`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.facts.page import PageFacts, PageKind
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.text import Span
from generator.text.series import series


@rule(Severity.WARNING, hint="add it, if only to say that there is nothing to supply")
def missing_section(docs: Docs) -> Iterator[Finding]:
    """A page lacks a section that pages of its kind have.

    **What it finds.** An API page without HTTP request, Request headers, Request body, Response or Example section;
    a resource page with neither Properties nor Relationships nor Methods; an enumeration page without Members. A file that
    the page includes may bring the section.

    **Why it matters.** Readers and tools look for the section by its heading.

    Bad:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```
    ````

    Good:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Request headers

    |Header|Value|
    |:---|:---|
    |Authorization|Bearer {token}|

    ## Request body

    Do not supply a request body for this method.

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.

    ## Example

    ```http
    GET https://graph.microsoft.com/beta/users/1
    ```
    ````
    """
    for page in docs.pages:
        sections = {each.section for part in docs.parts(page) for each in part.headings}
        missing = [name for name, kinds in _NEEDED.get(page.kind, ()) if not sections & kinds]
        if missing and _declares(page):
            message = f"the page has no section{'s' if len(missing) > 1 else ''} {series(missing)}"
            yield Finding(span=Span.at(page.path, 1), message=message)


_NEEDED: dict[PageKind, tuple[tuple[str, set[str]], ...]] = {
    PageKind.API: (
        ("HTTP request", {"http-request"}),
        ("Request headers", {"headers"}),
        ("Request body", {"request-body"}),
        ("Response", {"response"}),
        ("Example", {"examples", "request"}),
    ),
    PageKind.RESOURCE: (("Properties", {"properties", "relationships", "methods"}),),
    PageKind.ENUM: (("Members", {"members", "values"}),),
}


def _declares(page: PageFacts) -> bool:
    """An API page with requests, or a page that defines something: others are not what their folder says."""
    return bool(page.types or page.enums or (page.operation is not None and page.operation.routes))
