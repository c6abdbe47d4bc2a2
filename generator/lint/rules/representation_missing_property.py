"""Rule `representation-missing-property`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Label, Severity
from generator.facts.page import PropertyFacts, TypeFacts
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.representation import json_of
from generator.lint.rule import rule
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive


@rule(Severity.WARNING, hint="add it to the JSON representation, as its table spells it")
def representation_missing_property(docs: Docs) -> Iterator[Finding]:
    """A property of the table is not in the JSON representation.

    **What it finds.** A row of the Properties table whose name the JSON of the page does not have, or has in
    another letter case. Inherited and deprecated
    properties and streams may be left out of the JSON.

    **Why it matters.** The two are meant to show the same object: one was changed and the other forgotten.

    Bad:

    ````md resources/device.md
    # device resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    |owner|String|Its owner.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.device" } -->
    ```json
    { "name": "String" }
    ```
    ````

    Good:

    ````md resources/device.md
    # device resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    |owner|String|Its owner.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.device" } -->
    ```json
    { "name": "String", "owner": "String" }
    ```
    ````
    """
    for page in docs.pages:
        for facts in page.types:
            shown = [body for each in facts.representations if isinstance(body := json_of(each), dict)]
            if shown:
                yield from _missing(facts.properties, {key for body in shown for key in body}, facts)


def _missing(rows: Iterable[PropertyFacts], keys: set[str], facts: TypeFacts) -> Iterator[Finding]:
    by_lower = {key.lower(): key for key in keys}
    block = facts.representations[0]
    labels = (Label(span=block.body_span or block.span, message="the JSON representation"),)
    for row in rows:
        if row.inherited_from is not None or row.name in keys or row.deprecation is not None or _is_stream(row):
            continue
        other = by_lower.get(row.name.lower())
        if other is not None:
            message = f"{quote(row.name)} is written {quote(other)} in the JSON representation"
        else:
            message = f"{quote(row.name)} is not in the JSON representation"
        yield Finding(span=row.span, message=message, labels=labels)


def _is_stream(row: PropertyFacts) -> bool:
    """Bytes that are fetched by a request of their own, which no JSON holds."""
    return row.type is not None and row.type.type == Primitive(name=PrimitiveName.STREAM)
