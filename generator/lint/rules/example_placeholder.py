"""Rule `example-placeholder`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="show a value that the service may send")
def example_placeholder(docs: Docs) -> Iterator[Finding]:
    """An example names a value instead of showing one.

    **What it finds.** Words such as `String (timestamp)`, `size-value` or `<size>`, and values cut short with `...`,
    where a number, a truth value, a member of an enumeration or text of a fixed form belongs. Where any text fits, a
    placeholder is a value like others.

    **Why it matters.** Readers do not see what such a value looks like, and a client that reads the example fails.

    Bad:

    ```json response user
    { "createdDateTime": "String (timestamp)" }
    ```

    Good:

    ```json response user
    { "createdDateTime": "2021-01-31T08:30:00Z" }
    ```
    """
    yield from docs.example_findings(faults.PLACEHOLDER)
