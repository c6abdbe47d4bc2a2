"""Rule `representation-unknown-type`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Severity
from generator.facts.page import RepresentationFacts
from generator.lint.control_names import meant_control
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.json_places import Pointer
from generator.lint.quoting import quote
from generator.lint.representation import json_of, names_primitive, place_in
from generator.lint.rule import rule


@rule(Severity.WARNING, hint='name a documented type in "@odata.type", or write the page of this one')
def representation_unknown_type(docs: Docs) -> Iterator[Finding]:
    """The JSON representation of a type names a type that no page defines.

    **What it finds.** An `@odata.type` in the JSON of a resource whose name is that of no documented type or
    enumeration, or differs in letter case; and a name that is nearly `@odata.type` or another of OData's annotations.

    **Why it matters.** Readers look in vain for what the member holds. The type was renamed, or its page never written.

    Bad:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|The name.|

    ## JSON representation

    ```json
    { "@odata.type": "#microsoft.graph.wigdet", "name": "String" }
    ```
    ````

    Good:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|The name.|

    ## JSON representation

    ```json
    { "@odata.type": "#microsoft.graph.widget", "name": "String" }
    ```
    ````
    """
    for block in (block for page in docs.pages for facts in page.types for block in facts.representations):
        yield from _unknown(block, docs)


_COLLECTION = re.compile(r"collection\((.*)\)", re.IGNORECASE)


def _unknown(block: RepresentationFacts, docs: Docs) -> Iterator[Finding]:
    shown = json_of(block)
    for pointer, meant in _misspelt(shown, ()):
        message = f"{quote(pointer[-1])} is no annotation of OData"
        yield Finding(span=place_in(block, pointer), message=message, hint=f'did you mean "{meant}"?')
    for pointer, written in _named(shown, ()):
        stated = written.strip().removeprefix("#")
        inner = _COLLECTION.fullmatch(stated)
        name = inner[1] if inner else stated
        if name in docs.shapes.structures or name in docs.shapes.enums or names_primitive(name):
            continue
        near = docs.shapes.nearest_type(name)
        hint = None if near is None else f'did you mean "{near}"?'
        yield Finding(span=place_in(block, pointer), message=f"no page defines a type {quote(name)}", hint=hint)


def _misspelt(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every name that is nearly one of OData's annotations, with what it is meant to be."""
    if isinstance(value, dict):
        for key, each in value.items():
            if "@" in key and (meant := meant_control(key)) is not None:
                yield (*at, key), meant
            yield from _misspelt(each, (*at, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _misspelt(each, (*at, index))


def _named(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every `@odata.type` that is text, with its place."""
    if isinstance(value, dict):
        if isinstance(stated := value.get("@odata.type"), str):
            yield (*at, "@odata.type"), stated
        for key, each in value.items():
            yield from _named(each, (*at, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _named(each, (*at, index))
