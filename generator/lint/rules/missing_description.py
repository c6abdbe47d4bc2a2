"""Rule `missing-description`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="say in a sentence what it holds")
def missing_description(docs: Docs) -> Iterator[Finding]:
    """A property has no description.

    **What it finds.** A row of a Properties or Relationships table whose description is empty, or only says that it
    is still to be written.

    **Why it matters.** The name is all that readers and users of the SDK get.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Not yet documented|
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
        for facts in page.types:
            for row in (*facts.properties, *facts.relationships):
                if not row.description.strip() and not row.values and row.inherited_from is None:
                    yield Finding(span=row.span, message=f"nothing says what {quote(row.name)} is")
