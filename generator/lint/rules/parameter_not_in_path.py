"""Rule `parameter-not-in-path`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.operations import ParameterPlace
from generator.model.paths import Call, Path


@rule(Severity.WARNING, hint="correct the name, or add the parameter to the path")
def parameter_not_in_path(docs: Docs) -> Iterator[Finding]:
    """A table describes a parameter that no path has.

    **What it finds.** A row of a table of function or path parameters whose name is no argument and no placeholder
    of the page's request lines.

    **Why it matters.** The path shown can not be called, or the row was left behind.

    Bad:

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
    |end|String|When to end.|
    ````

    Good:

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
    |end|String|When to end.|
    ````
    """
    for page in docs.pages:
        if page.operation is None or not page.operation.routes:
            continue
        known = {_folded(name) for route in page.operation.routes for name in _names(route.path)}
        for each in page.operation.parameters:
            if each.place in _IN_PATHS and _folded(each.row.name) not in known:
                labels = (Label(span=page.operation.routes[0].span, message="the path"),)
                yield Finding(span=each.row.span, message=f"no path has {quote(each.row.name)}", labels=labels)


_IN_PATHS = (ParameterPlace.PATH, ParameterPlace.FUNCTION)


def _names(path: Path) -> Iterator[str]:
    yield from path.placeholders
    for argument in path.query:
        yield argument.name
    for segment in path.segments:
        if isinstance(segment, Call):
            yield from (each.name for each in segment.arguments)


def _folded(name: str) -> str:
    """`{drive-item-id}`, `driveItemId` and `drive_item_id` are one name."""
    return "".join(each for each in name.lower() if each.isalnum())
