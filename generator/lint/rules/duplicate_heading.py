"""Rule `duplicate-heading`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.facts.page import Heading, PageKind
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="give each section a heading of its own, or join the two")
def duplicate_heading(docs: Docs) -> Iterator[Finding]:
    """A page has one section twice.

    **What it finds.** Two headings of the second level with the same text; on a page of several enumerations, two
    headings of any level.

    **Why it matters.** A link to the heading finds the first. Often the second was pasted, and contradicts it.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |size|Int32|Its size.|
    ```

    Good:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    ```
    """
    for page in docs.pages:
        first: dict[str, Heading] = {}
        for each in page.headings:
            if each.level == 2 or page.kind is PageKind.ENUM:
                other = first.setdefault(each.text.strip().lower(), each)
                if other is not each:
                    labels = (Label(span=other.span, message="the first one"),)
                    yield Finding(
                        span=each.span, message=f"the page has a heading {quote(each.text)} already", labels=labels
                    )
