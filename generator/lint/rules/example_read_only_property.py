"""Rule `example-read-only-property`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.NOTE, hint='leave it out of the request, or take "Read-only" out of the table')
def example_read_only_property(docs: Docs) -> Iterator[Finding]:
    """An example sends a property that its description calls read-only.

    **What it finds.** A request that creates or changes something, with a property in its JSON whose description
    says "Read-only".

    **Why it matters.** The service refuses or ignores it. Either the example or the description is wrong.

    Bad:

    ```json update user
    { "createdDateTime": "2021-01-31T08:30:00Z" }
    ```

    Good:

    ```json update user
    { "displayName": "Megan" }
    ```
    """
    yield from docs.example_findings(faults.READ_ONLY)
