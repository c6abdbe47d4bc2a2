"""Rule `example-unknown-enum-member`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="show a documented member, or document this one")
def example_unknown_enum_member(docs: Docs) -> Iterator[Finding]:
    """An example shows a value that its enumeration does not have.

    **What it finds.** Text in place of an enumeration's member that no page lists as one. Letter case counts, as it
    does for clients.

    **Why it matters.** The service refuses unknown members. If the value is right, the enumeration's table lacks
    it.

    Bad:

    ```json response user
    { "userType": "Guest" }
    ```

    Good:

    ```json response user
    { "userType": "guest" }
    ```
    """
    yield from docs.example_findings(faults.UNKNOWN_MEMBER)
