"""Rule `dead-anchor`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text.nearest import nearest


@rule(Severity.WARNING, hint="link a heading of that page, in lower case with dashes for blanks")
def dead_anchor(docs: Docs) -> Iterator[Finding]:
    """A link names a heading that its page does not have.

    **What it finds.** A link with `#anchor` to a page of the docs without a heading of that anchor.

    **Why it matters.** Readers land at the top of the page, and do not find what they were sent to.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|See [user](user.md#propertys).|
    ```

    Good:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|See [user](user.md#properties).|
    ```
    """
    anchors: dict[str, set[str]] = {}
    for page in docs.pages:
        anchors[page.path.lower()] = {each.anchor.lower() for each in page.headings}
    for page in docs.pages:
        for link in page.links:
            known = anchors.get(link.page.lower())
            anchor = link.anchor
            if known is None or not anchor or anchor.startswith("tab/") or anchor.lower() in known:
                continue
            near = nearest(anchor, known)
            hint = None if near is None else f'did you mean "#{near}"?'
            message = f"{quote(link.page)} has no heading {quote('#' + anchor)}"
            yield Finding(span=link.span, message=message, hint=hint)
