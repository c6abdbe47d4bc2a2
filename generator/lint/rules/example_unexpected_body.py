"""Rule `example-unexpected-body`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING)
def example_unexpected_body(docs: Docs) -> Iterator[Finding]:
    """An example has a body where the page says there is none.

    **What it finds.** JSON in a request whose page says that no body is supplied (or in a GET), and in a response
    whose page says that nothing is returned.

    **Why it matters.** Either the sentence or the example is wrong; the generated method believes the sentence.

    Bad:

    ```json response nothing
    { "id": "1" }
    ```

    Good:

    ```json response user
    { "id": "1" }
    ```
    """
    yield from docs.example_findings(faults.UNEXPECTED_BODY)
