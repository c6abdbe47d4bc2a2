"""Rule `example-unexpected-body`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint import faults
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.rule import rule
from generator.model.operations import BodyKind, Operation
from generator.text import Span


@rule(Severity.WARNING, hint="remove the body, or say what the request carries")
def example_unexpected_body(docs: Docs) -> Iterator[Finding]:
    """An example has a body where the page says there is none.

    **What it finds.** JSON in a request whose page says that no body is supplied (or in a GET), and in a response
    whose page says that nothing is returned.

    **Why it matters.** Either the sentence or the example is wrong; the generated method believes the sentence.

    Bad:

    ```json nothing
    { "id": "1" }
    ```

    Good:

    ```json response user
    { "id": "1" }
    ```
    """
    yield from docs.example_findings(faults.UNEXPECTED_BODY)
    for page in docs.pages:
        stated = page.operation.body if page.operation is not None else None
        if stated is not None and stated.kind is BodyKind.NONE:
            for body in _believed(docs.operations.get(page.path, ())):
                labels = (Label(span=stated.span, message="said here"),)
                message = "the example sends a body, and the page says that this request has none"
                yield Finding(span=first_line(body), message=message, labels=labels)


def _believed(operations: tuple[Operation, ...]) -> Iterator[Span]:
    """Bodies that the linker took for parameters of an action, against the text of the page."""
    for operation in operations:
        if operation.body.kind is BodyKind.PARAMETERS and operation.body.inference is not None:
            requests = (each.request for each in operation.examples if each.route is not None)
            yield from (each.body_span for each in requests if each is not None and each.json and each.body_span)
