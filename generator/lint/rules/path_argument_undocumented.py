"""Rule `path-argument-undocumented`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.operations import OperationKind, ParameterPlace


@rule(Severity.WARNING, hint="add it to the table of function parameters")
def path_argument_undocumented(docs: Docs) -> Iterator[Finding]:
    """A function's parameter stands in its path and in no table.

    **What it finds.** An argument in the parentheses of a function's path that no row of a parameter table names.

    **Why it matters.** Neither its type nor its meaning is known: the generated method takes text.

    Bad:

    ````md api/user-reminders.md
    # user: reminders

    ## HTTP request

    ```http
    GET /users/{id}/reminders(start='{start}',end='{end}')
    ```

    ## Function parameters

    |Parameter|Type|Description|
    |:---|:---|:---|
    |start|String|When to begin.|
    ````

    Good:

    ````md api/user-reminders.md
    # user: reminders

    ## HTTP request

    ```http
    GET /users/{id}/reminders(start='{start}')
    ```

    ## Function parameters

    |Parameter|Type|Description|
    |:---|:---|:---|
    |start|String|When to begin.|
    ````
    """
    for operation in docs.api.operations:
        if operation.kind not in (OperationKind.FUNCTION, OperationKind.DELTA):
            continue
        for each in operation.parameters:
            inference = each.inference
            if each.place is ParameterPlace.FUNCTION and inference is not None and inference.rule == "path-argument":
                message = f"no table tells of {quote(each.name)}, which the path passes"
                yield Finding(span=each.sources[-1], message=message)
