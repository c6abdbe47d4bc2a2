"""Rule `example-unrelated-type`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="name the documented type or one that derives from it")
def example_unrelated_type(docs: Docs) -> Iterator[Finding]:
    """An example shows an object of a type that does not belong there.

    **What it finds.** An `@odata.type` that names a documented type which neither is the expected one nor inherits
    from it.

    **Why it matters.** Most often the example was copied from another page, or the page of the type does not say
    what it inherits from.

    Bad:

    ```json response group
    { "@odata.type": "#microsoft.graph.user", "id": "1" }
    ```

    Good:

    ```json response directoryObject
    { "@odata.type": "#microsoft.graph.user", "id": "1" }
    ```
    """
    yield from docs.example_findings(faults.UNRELATED_TYPE)
