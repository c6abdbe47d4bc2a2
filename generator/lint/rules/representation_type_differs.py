"""Rule `representation-type-differs`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Label, Severity
from generator.facts.page import PropertyFacts, RepresentationFacts, TypeFacts
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.representation import contradiction, json_of, place_in
from generator.lint.rule import rule
from generator.model.declarations import StructuredType
from generator.model.types import TypeRef


@rule(Severity.WARNING, hint="correct the JSON representation, or the Type column")
def representation_type_differs(docs: Docs) -> Iterator[Finding]:
    """The JSON representation shows another type than the table.

    **What it finds.** A value of the JSON that can not stand for the type in the table: a list for a single value
    or the reverse, `true` for text, a number for a truth value, an object of another type.

    **Why it matters.** One of the two is wrong, and readers of the other write code that fails.

    Bad:

    ````md resources/device.md
    # device resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |enabled|Boolean|Whether it works.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.device" } -->
    ```json
    { "enabled": "String" }
    ```
    ````

    Good:

    ````md resources/device.md
    # device resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |enabled|Boolean|Whether it works.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.device" } -->
    ```json
    { "enabled": true }
    ```
    ````
    """
    for facts in (facts for page in docs.pages for facts in page.types):
        declared = docs.types_by_place.get(facts.span)
        if declared is not None:
            members = docs.shapes.structures[declared.name].members
            rows = {row.name: (row, members[row.name].type) for row in _rows(facts) if row.name in members}
            for block in facts.representations:
                yield from _differing(block, declared, rows, docs)


def _rows(facts: TypeFacts) -> Iterator[PropertyFacts]:
    yield from facts.properties
    yield from facts.relationships


def _differing(
    block: RepresentationFacts, declared: StructuredType, rows: Mapping[str, tuple[PropertyFacts, TypeRef]], docs: Docs
) -> Iterator[Finding]:
    body = json_of(block)
    stated = str(body.get("@odata.type", "")).removeprefix("#") if isinstance(body, dict) else ""
    if stated != declared.name and stated in docs.shapes.structures:
        message = f"the JSON is of {quote(stated)}, and the page defines {declared.name}"
        yield Finding(span=place_in(block, ("@odata.type",)), message=message)
    for key, value in body.items() if isinstance(body, dict) else ():
        if key not in rows:
            continue
        row, expected = rows[key]
        said = contradiction(value, expected, docs.shapes)
        if said is not None:
            labels = (Label(span=place_in(block, (key,)), message="shown here"),)
            message = f"{quote(key)} is {expected} in the table, and the JSON shows {said}"
            yield Finding(span=row.span, message=message, labels=labels)
