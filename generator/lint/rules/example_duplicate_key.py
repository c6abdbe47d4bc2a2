"""Rule `example-duplicate-key`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="keep one of the two")
def example_duplicate_key(docs: Docs) -> Iterator[Finding]:
    """An example gives one key twice.

    **What it finds.** An object with two members of one name.

    **Why it matters.** JSON readers keep one of them, and not all the same one.

    Bad:

    ```json response user
    { "displayName": "Megan", "displayName": "Adele" }
    ```

    Good:

    ```json response user
    { "displayName": "Megan" }
    ```
    """
    yield from docs.example_findings(faults.DUPLICATE_KEY)
