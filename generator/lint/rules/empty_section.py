"""Rule `empty-section`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.WARNING, hint='fill the section, write "None", or remove it')
def empty_section(docs: Docs) -> Iterator[Finding]:
    """A section has nothing in it.

    **What it finds.** A heading directly followed by one of the same or a higher level.

    **Why it matters.** Readers can not tell whether there is nothing to say or something is missing. "None." says
    it.

    Bad:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    ## Relationships
    ## JSON representation

    ```json
    { "name": "String" }
    ```
    ````

    Good:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    ## Relationships

    None.

    ## JSON representation

    ```json
    { "name": "String" }
    ```
    ````
    """
    for page in docs.pages:
        for each, following in pairwise(page.headings):
            adjoining = following.span.line - each.span.end_line <= _NEXT
            if adjoining and following.level <= each.level:
                yield Finding(span=each.span, message=f"nothing stands under {quote(each.text)}", hint='say "None."')


_NEXT = 1
"""Headings on lines that follow each other; a line between them may be blank or text."""
