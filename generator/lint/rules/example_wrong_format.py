"""Rule `example-wrong-format`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="show a value in the format of the type")
def example_wrong_format(docs: Docs) -> Iterator[Finding]:
    """An example shows text that is not of its type's form.

    **What it finds.** Timestamps, dates, times of day, durations, GUIDs and binary values that are not written as
    OData writes them. A timestamp needs its offset (`Z` or `+01:00`), a duration days and a time (`P1DT2H`),
    neither months nor years.

    **Why it matters.** A typed client can not read it.

    Bad:

    ```json response user
    { "createdDateTime": "1/31/2021" }
    ```

    Good:

    ```json response user
    { "createdDateTime": "2021-01-31T08:30:00Z" }
    ```
    """
    yield from docs.example_findings(faults.WRONG_FORMAT)
