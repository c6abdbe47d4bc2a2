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
    for facts in (facts for page in docs.pages for facts in page.types):
        for rows in (facts.properties, facts.relationships):
            own = [row for row in rows if row.inherited_from is None]
            bare = [row for row in own if not row.description.strip() and not row.values]
            if len(bare) > 1 and bare == own:
                message = f"nothing says what any of the {len(own)} rows is, from {quote(own[0].name)} on"
                yield Finding(span=own[0].span, message=message, hint="say in a sentence what each holds")
            else:
                yield from (Finding(span=row.span, message=f"nothing says what {quote(row.name)} is") for row in bare)
