"""Rule `parameter-not-in-path`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.diagnostics import Label, Severity
from generator.facts.page import PropertyFacts, RouteFacts
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.operations import ParameterPlace
from generator.model.paths import Argument, Call, Name, Path
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive


@rule(Severity.WARNING, hint="correct the name, or add the parameter to the path")
def parameter_not_in_path(docs: Docs) -> Iterator[Finding]:
    """A table describes a parameter that no path has.

    **What it finds.** A row of a table of function or path parameters whose name is no argument and no placeholder
    of the page's request lines. Optional ones may be left out of the path.

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
        known = {_folded(name) for route in page.operation.routes for name in _names(route)}
        rows = (each for each in page.operation.parameters if _folded(each.row.name) not in known)
        missing = [each for each in rows if each.place in _IN_PATHS and not each.row.markers.optional]
        first = page.operation.routes[0]
        for place, found in groupby(missing, key=lambda each: each.place):
            each, *others = [parameter.row for parameter in found]
            names = " and ".join(quote(row.name) for row in (each, *others))
            labels = (Label(span=first.span, message="the path"),)
            hint = _call(first.path, (each, *others)) if place is ParameterPlace.FUNCTION else None
            yield Finding(span=each.span, message=f"no path has {names}", hint=hint, labels=labels)


_IN_PATHS = (ParameterPlace.PATH, ParameterPlace.FUNCTION)


_BRACED = re.compile(r"\{([^{}]+)\}")


def _call(path: Path, rows: Sequence[PropertyFacts]) -> str | None:
    """How a path that ends with the function's bare name hands it its parameters."""
    last = path.segments[-1] if path.segments else None
    if not isinstance(last, Name):
        return None
    given = (Argument(name=row.name, placeholder=row.name, quoted=_is_quoted(row)) for row in rows)
    return f"end the path with {Call(name=last.text, arguments=tuple(given))}"


def _is_quoted(row: PropertyFacts) -> bool:
    return row.type is None or not isinstance(row.type.type, Primitive) or row.type.type.name is PrimitiveName.STRING


def _names(route: RouteFacts) -> Iterator[str]:
    yield from _BRACED.findall(route.text)
    for argument in route.path.query:
        yield argument.name
    for segment in route.path.segments:
        if isinstance(segment, Call):
            yield from (each.name for each in segment.arguments)


def _folded(name: str) -> str:
    """`{drive-item-id}`, `driveItemId` and `drive_item_id` are one name."""
    return "".join(each for each in name.lower() if each.isalnum())
