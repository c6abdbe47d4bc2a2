"""Rule `example-unknown-property`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="take it out of the example, or document it on the page of the type")
def example_unknown_property(docs: Docs) -> Iterator[Finding]:
    """An example shows a property that its type does not have.

    **What it finds.** A key in the JSON of a request or response that is no property of the documented type or of
    its bases. The type is that of `@odata.type`, where the object states one. Annotations (keys with `@` or
    beginning with `#`) and types that pages call open are left alone.

    **Why it matters.** Readers copy examples. A misspelt or dropped property is refused by the service, or silently
    ignored.

    Bad:

    ```json response user
    { "displayname": "Megan" }
    ```

    Good:

    ```json response user
    { "displayName": "Megan" }
    ```
    """
    yield from docs.example_findings(faults.UNKNOWN_PROPERTY)
