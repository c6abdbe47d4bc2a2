"""Rule `unused-enum`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.model.api import Api
from generator.model.declarations import Property, short
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive, item_of


@rule(Severity.NOTE, hint="use it in a Type column, or remove its section")
def unused_enum(docs: Docs) -> Iterator[Finding]:
    """Nothing uses an enumeration.

    **What it finds.** A documented enumeration that is the type of no property, parameter or response.

    **Why it matters.** A property that should have it may be documented as text.

    Bad:

    ```md resources/colour.md
    # colour enum type

    ## Members

    |Member|Value|Description|
    |:---|:---|:---|
    |red|0|Red.|
    ```

    Good:

    ```md resources/colour.md
    # colour enum type

    ## Members

    |Member|Value|Description|
    |:---|:---|:---|
    |red|0|Red.|
    ```

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |colour|[colour](colour.md)|Its colour.|
    ```
    """
    texts = _texts(docs.api)
    for each in docs.api.enums:
        if not (each.name in docs.usage.by_properties or each.name in docs.usage.by_operations):
            near = texts.get(short(each.name).lower(), ())
            labels = tuple(
                Label(span=span, message="text here: is it meant?") for prop in near[:3] for span in prop.sources[:1]
            )
            yield Finding(span=each.sources[0], message=f"nothing has the type {each.name}", labels=labels)


def _texts(api: Api) -> Mapping[str, list[Property]]:
    """Properties that are text, by lower-case name."""
    text = Primitive(name=PrimitiveName.STRING)
    found: dict[str, list[Property]] = {}
    for prop in (prop for each in api.types for prop in each.properties if item_of(prop.type) == text):
        found.setdefault(prop.name.lower(), []).append(prop)
    return found
