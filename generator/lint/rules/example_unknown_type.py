"""Rule `example-unknown-type`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint='name a documented type in "@odata.type", or write the page of this one')
def example_unknown_type(docs: Docs) -> Iterator[Finding]:
    """An example names a type that no page defines.

    **What it finds.** An `@odata.type` whose name is that of no documented type, or differs in letter case.

    **Why it matters.** The service refuses an object of a type it does not know; a client that reads one can not
    tell its properties.

    Bad:

    ```json response user
    { "@odata.type": "#microsoft.graph.usr", "id": "1" }
    ```

    Good:

    ```json response user
    { "@odata.type": "#microsoft.graph.user", "id": "1" }
    ```
    """
    yield from docs.example_findings(faults.UNKNOWN_TYPE)
