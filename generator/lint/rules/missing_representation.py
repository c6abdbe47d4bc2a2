"""Rule `missing-representation`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="add `## JSON representation` with a sample object")
def missing_representation(docs: Docs) -> Iterator[Finding]:
    """A resource page has properties and no JSON representation.

    **What it finds.** A page that lists properties of a type and shows no JSON of it.

    **Why it matters.** The JSON shows the shape at a glance, and tells tools the qualified name, the key and the
    base.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    ```

    Good:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.widget" } -->
    ```json
    { "name": "String" }
    ```
    ````
    """
    for page in docs.pages:
        for facts in page.types:
            if facts.has_property_table and facts.properties and not facts.representations:
                yield Finding(span=facts.span, message=f"the page shows no JSON representation of {quote(facts.name)}")
