"""Rule `example-annotation-mismatch`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.example_check import succeeds
from generator.lint.expected import asks_for_raw
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.operations import Example, Operation
from generator.model.types import ItemType, Named, Opaque, item_of


@rule(Severity.WARNING, hint="correct the annotation, or the type that the Response section names")
def example_annotation_mismatch(docs: Docs) -> Iterator[Finding]:
    """The annotation of a response names another type than the page.

    **What it finds.** A response whose annotation declares a type that is neither the documented one, nor derived
    from it, nor its base; or one that no page defines.

    **Why it matters.** Publishing tools check the example against the annotation, readers and clients go by the
    text.

    Bad:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.

    ## Example

    <!-- { "blockType": "response", "@odata.type": "microsoft.graph.group" } -->
    ```http
    HTTP/1.1 200 OK

    { "id": "1" }
    ```
    ````

    Good:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.

    ## Example

    <!-- { "blockType": "response", "@odata.type": "microsoft.graph.user" } -->
    ```http
    HTTP/1.1 200 OK

    { "id": "1" }
    ```
    ````
    """
    for operation in docs.api.operations:
        yield from _unknown(operation, docs)
        stated = operation.response
        if stated.type is None or stated.inference is not None:
            continue
        whole = item_of(stated.type)
        shown = (each for each in operation.examples if _is_of_page(each, whole, operation, docs))
        answers = (each for example in shown for each in example.responses)
        for response in (each for each in answers if succeeds(each)):
            part = item_of(response.type) if response.type is not None else None
            said = docs.mentioned(docs.section(stated.span)) if stated.span is not None else frozenset()
            if part is not None and _contradicts(whole, part, docs) and str(part) not in said:
                labels = () if stated.span is None else (Label(span=stated.span, message="documented here"),)
                message = f"the annotation says {part}, the page says {whole}"
                yield Finding(span=first_line(response.span), message=message, labels=labels)


def _unknown(operation: Operation, docs: Docs) -> Iterator[Finding]:
    for response in (each for example in operation.examples for each in example.responses):
        part = item_of(response.type) if response.type is not None else None
        if isinstance(part, Opaque) and part.text:
            near = docs.shapes.nearest_type(part.text.removeprefix("#"))
            hint = None if near is None else f'did you mean "{near}"?'
            message = f"the annotation says {quote(part.text)}, and no page defines that"
            yield Finding(span=first_line(response.span), message=message, hint=hint)


def _is_of_page(example: Example, whole: ItemType, operation: Operation, docs: Docs) -> bool:
    """The call that the text speaks of, and not one beside it, below it (`$value`) or at a path to something else."""
    if example.request is None:
        return True
    if example.route is None or example.shown is not None or asks_for_raw(example):
        return False
    ends = [route.steps[-1].type if route.steps else None for route in operation.routes]
    suits = [end is not None and not _contradicts(whole, item_of(end), docs) for end in ends]
    return suits[example.route] or not any(suits)


def _contradicts(whole: ItemType, part: ItemType, docs: Docs) -> bool:
    if isinstance(whole, Named) and isinstance(part, Named):
        lines = docs.hierarchy
        return not (lines.is_kind_of(part.name, whole.name) or lines.is_kind_of(whole.name, part.name))
    return whole != part and not isinstance(whole, Opaque) and not isinstance(part, Opaque)
