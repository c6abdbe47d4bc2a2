"""Rule `example-missing-body`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.model.operations import BodyKind, HttpResponse, Operation, OperationKind, ParameterPlace, ResponseKind


@rule(Severity.WARNING, hint="show the body, or say that there is none")
def example_missing_body(docs: Docs) -> Iterator[Finding]:
    """An example has no body where the page says there is one.

    **What it finds.** A successful response (200 or 201) without a body, although the page says what it returns; a
    request without one, although it must carry an object or a required parameter.

    **Why it matters.** The example can not show the one thing that readers look for, and can not be tested.

    Bad:

    ```json response user

    ```

    Good:

    ```json response user
    { "id": "1" }
    ```
    """
    for operation in docs.api.operations:
        for example in (each for each in operation.examples if each.request is None or each.route is not None):
            if example.request is not None and example.request.body is None and _needs_body(operation):
                yield Finding(
                    span=example.request.span, message="the request shows no body, and the page says what it carries"
                )
            for response in example.responses:
                if _lacks_body(response) and operation.response.kind in _RETURNING:
                    message = f"the response shows no body, and the page says that it returns {operation.response.type}"
                    yield Finding(span=response.span, message=message)


_WITH_BODY = (200, 201)
_RETURNING = (ResponseKind.VALUE, ResponseKind.COLLECTION)


def _lacks_body(response: HttpResponse) -> bool:
    """Bytes and plain text (`$value`, `$count`) can not always be shown."""
    kinds = [value for name, value in response.headers if name.lower() == "content-type"]
    return response.body is None and response.status in _WITH_BODY and all("json" in each.lower() for each in kinds)


def _needs_body(operation: Operation) -> bool:
    if operation.body.kind is BodyKind.PARAMETERS:
        inputs = (each for each in operation.parameters if each.place is ParameterPlace.BODY)
        return any(each.markers.required for each in inputs)
    writes = operation.kind in (OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE)
    return writes and operation.body.kind is BodyKind.ENTITY
