"""Rule `operation-unlisted`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.facts.page import PageKind
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text import Span


@rule(Severity.NOTE, hint="add a row that links it to the Methods table of the type it acts on")
def operation_unlisted(docs: Docs) -> Iterator[Finding]:
    """No page about a type lists an API page.

    **What it finds.** A page with requests that no Methods table links, nor anything else on a page that is not one of
    requests itself: some types list their methods in an overview.

    **Why it matters.** Readers who come from the resource do not find the method.

    Bad:

    ````md api/team-archive.md
    # team: archive

    ## HTTP request

    ```http
    POST /teams/{id}/archive
    ```
    ````

    Good:

    ````md api/team-archive.md
    # team: archive

    ## HTTP request

    ```http
    POST /teams/{id}/archive
    ```
    ````

    ```md resources/team.md
    # team resource type

    ## Methods

    |Method|Return type|Description|
    |:---|:---|:---|
    |[archive](../api/team-archive.md)|None|Archive a team.|
    ```
    """
    telling = (page for page in docs.pages if page.kind is not PageKind.API)
    listed = {link.page.lower() for page in telling for link in page.links}
    for path, operations in docs.operations.items():
        if path.lower() not in listed:
            yield Finding(span=Span.at(path, 1), message=f"no page of a type lists {quote(operations[0].title)}")
