"""Rule `example-unknown-parameter`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="take it out of the example, or add it to the table of parameters")
def example_unknown_parameter(docs: Docs) -> Iterator[Finding]:
    """An example sends a parameter that the action does not document.

    **What it finds.** A key in the JSON of a request that the table of the action's parameters does not list.

    **Why it matters.** Either the table is incomplete, and the generated method can not send the parameter, or the
    example is wrong.

    Bad:

    ```json action user
    { "keepLogin": true }
    ```

    Good:

    ```json action user
    { "keepLogins": true }
    ```
    """
    yield from docs.example_findings(faults.UNKNOWN_PARAMETER)
