"""Rule `example-out-of-range`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="show a value within the documented bounds")
def example_out_of_range(docs: Docs) -> Iterator[Finding]:
    """An example shows a number that its type does not hold.

    **What it finds.** A whole number beyond the range of the documented integer type.

    **Why it matters.** Clients with fixed-size integers overflow. Most often the type should be `Int64`.

    Bad:

    ```json response user
    { "signInCount": 3000000000 }
    ```

    Good:

    ```json response user
    { "signInCount": 3000 }
    ```
    """
    yield from docs.example_findings(faults.OUT_OF_RANGE)
