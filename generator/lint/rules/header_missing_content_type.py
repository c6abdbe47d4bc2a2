"""Rule `header-missing-content-type`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.facts.page import PageFacts
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.headers import header_rows, header_tables, names_span
from generator.lint.rule import rule
from generator.model.operations import BodyKind


@rule(Severity.NOTE, hint="add the row `Content-Type` | `application/json. Required.`")
def header_missing_content_type(docs: Docs) -> Iterator[Finding]:
    """The header table of a page with a JSON body does not list Content-Type.

    **What it finds.** A page whose request carries an object or parameters, with a table of request headers, none
    of which is `Content-Type`. Many pages with the very same table were made of one template: they have one finding.

    **Why it matters.** The service refuses a body whose type it is not told; readers take the table for complete.

    Bad:

    ````md api/user-post.md
    # Create user

    ## HTTP request

    ```http
    POST /users
    ```

    ## Request headers

    |Header|Value|
    |:---|:---|
    |Authorization|Bearer {token}|

    ## Request body

    In the request body, supply a JSON representation of the [user](../resources/user.md) object.
    ````

    Good:

    ````md api/user-post.md
    # Create user

    ## HTTP request

    ```http
    POST /users
    ```

    ## Request headers

    |Header|Value|
    |:---|:---|
    |Authorization|Bearer {token}|
    |Content-Type|application/json|

    ## Request body

    In the request body, supply a JSON representation of the [user](../resources/user.md) object.
    ````
    """
    alike: dict[tuple[tuple[str, str], ...], list[PageFacts]] = {}
    for page, names in header_tables(docs):
        bodies = {each.body.kind for each in docs.operations.get(page.path, ())}
        if "content-type" not in names and bodies and bodies <= {BodyKind.ENTITY, BodyKind.PARAMETERS}:
            alike.setdefault(header_rows(page), []).append(page)
    message = "the headers do not list Content-Type, and the request has a JSON body"
    for pages in alike.values():
        if len(pages) < _TEMPLATE:
            yield from (Finding(span=names_span(page), message=message) for page in pages)
        else:
            hint = f"add it to the template of the {len(pages):,} pages that have this very table"
            yield Finding(span=names_span(pages[0]), message=message, hint=hint)


_TEMPLATE = 20
"""Pages with the same table, at least: so many were made of one template, and are mended there."""
