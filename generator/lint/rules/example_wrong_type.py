"""Rule `example-wrong-type`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="show a value of the documented type, or correct the table")
def example_wrong_type(docs: Docs) -> Iterator[Finding]:
    """An example shows a value of another kind than the documented type.

    **What it finds.** Text where a number or a truth value belongs, a number where text belongs, a scalar where an
    object belongs, and names of types that stand in for values (`"Boolean"`).

    **Why it matters.** A typed client can not read it. Whoever copies it into a request gets an error.

    Bad:

    ```json response user
    { "accountEnabled": "true" }
    ```

    Good:

    ```json response user
    { "accountEnabled": true }
    ```
    """
    yield from docs.example_findings(faults.WRONG_TYPE)
