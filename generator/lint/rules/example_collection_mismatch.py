"""Rule `example-collection-mismatch`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.model.types import item_of


@rule(Severity.WARNING, hint="correct the example, or say in the text whether one or many are returned")
def example_collection_mismatch(docs: Docs) -> Iterator[Finding]:
    """An example shows one where the page says many, or many where it says one.

    **What it finds.** A list where the documented type is a single value, a single value where it is a collection,
    and a page whose sentence speaks of one object while its examples show a list.

    **Why it matters.** A typed client reads a list and one object by different code: the call fails, or the page
    misleads.

    Bad:

    ```json response user collection
    { "id": "1" }
    ```

    Good:

    ```json response user collection
    { "value": [{ "id": "1" }] }
    ```
    """
    yield from docs.example_findings(faults.COLLECTION)
    for operation in docs.api.operations:
        inference = operation.response.inference
        if inference is not None and inference.rule == "shown-collection":
            span = operation.response.span or operation.source
            item = operation.response.type and item_of(operation.response.type)
            yield Finding(span=span, message=f"the text speaks of one {item}, the example shows a list of them")
