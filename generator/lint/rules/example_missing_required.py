"""Rule `example-missing-required`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.example_check import succeeds
from generator.lint.finding import Finding
from generator.lint.json_text import decode
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.operations import Example, OperationKind, Parameter, ParameterPlace


@rule(Severity.WARNING, hint='add it to the example, or take "Required" out of the table')
def example_missing_required(docs: Docs) -> Iterator[Finding]:
    """An example leaves out what the page calls required.

    **What it finds.** A request that creates something, or calls an action, without a property or parameter whose
    description says "Required".

    **Why it matters.** The service refuses the request. If it does not, the description is wrong.

    Bad:

    ```json create user
    { "accountEnabled": true }
    ```

    Good:

    ```json create user
    { "accountEnabled": true, "displayName": "Megan" }
    ```
    """
    for operation in docs.api.operations:
        if operation.kind in (OperationKind.CREATE, OperationKind.ACTION):
            required = [each for each in operation.parameters if _is_required(each)]
            for example in operation.examples if required else ():
                yield from _missing(example, required)


def _is_required(parameter: Parameter) -> bool:
    return parameter.place is ParameterPlace.BODY and parameter.markers.required


def _missing(example: Example, required: list[Parameter]) -> Iterator[Finding]:
    request = example.request
    if request is None or not request.json or request.body is None or not all(map(succeeds, example.responses)):
        return
    document = decode(request.body)
    if document is None or not isinstance(document.value, dict):
        return
    given = {key.partition("@")[0].lower() for key in document.value}
    for each in required:
        if each.name.lower() not in given:
            labels = tuple(Label(span=span, message="documented as required here") for span in each.sources[:1])
            message = f"{quote(each.name)} is required, and the example does not send it"
            yield Finding(span=request.body_span or request.span, message=message, labels=labels)
