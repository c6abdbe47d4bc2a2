"""Rule `key-without-property`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text.nearest import did_you_mean


@rule(Severity.WARNING, hint='add the key to the table of properties, or correct "keyProperty"')
def key_without_property(docs: Docs) -> Iterator[Finding]:
    """The key of a type is none of its properties.

    **What it finds.** An annotation whose `keyProperty` names no property of the type or its bases.

    **Why it matters.** Items of a collection are addressed by the key: readers can not find where to get it.

    Bad:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.widget", "keyProperty": "code" } -->
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

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.widget", "keyProperty": "name" } -->
    ```json
    { "name": "String" }
    ```
    ````
    """
    for page in docs.pages:
        for facts in page.types:
            declared = docs.types_by_place.get(facts.span)
            members = docs.shapes.structures[declared.name].members if declared is not None else {}
            for block in facts.representations:
                if block.key and members and block.key not in members:
                    hint = did_you_mean(block.key, members)
                    yield Finding(
                        span=block.span, message=f"{facts.name} has no property {quote(block.key)}, its key", hint=hint
                    )
