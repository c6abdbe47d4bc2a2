"""Rule `method-return-differs`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.model.operations import Operation, Response, ResponseKind
from generator.model.types import Collection, Named, TypeRef, item_of


@rule(Severity.WARNING, hint="correct the Return type column, or the Response section of the page")
def method_return_differs(docs: Docs) -> Iterator[Finding]:
    """A Methods table names another return type than the method's page.

    **What it finds.** A row whose Return type column names a type that is neither the one in the Response section
    of the linked page, nor related to it by inheritance; or one where the page says many.

    **Why it matters.** Readers of the resource page expect something else than they get.

    Bad:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.
    ````

    ```md resources/team.md
    # team resource type

    ## Methods

    |Method|Return type|Description|
    |:---|:---|:---|
    |[Get user](../api/user-get.md)|[group](group.md)|Read a user.|
    ```

    Good:

    ````md api/user-get.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object.
    ````

    ```md resources/team.md
    # team resource type

    ## Methods

    |Method|Return type|Description|
    |:---|:---|:---|
    |[Get user](../api/user-get.md)|[user](user.md)|Read a user.|
    ```
    """
    for page in docs.pages:
        for row in (row for facts in page.types for row in facts.methods):
            if row.returns is None or row.page is None or row.page not in docs.by_path:
                continue
            operations = docs.operations.get(docs.by_path[row.page].path, ())
            returned = [each.response for each in operations if each.response.kind in _KNOWN]
            said = docs.written.read(row.returns.type, page)
            if said is None or not returned or len(returned) < len(operations) or _is_shared(operations):
                continue
            if not any(_agree(said, each, docs) for each in returned):
                labels = tuple(Label(span=each.span, message="documented here") for each in returned[:1] if each.span)
                shown = f"says {returned[0].type}" if returned[0].type else "says that nothing comes back"
                message = f"the table says {said}, the page of the method {shown}"
                yield Finding(span=row.returns.span, message=message, labels=labels)


_KNOWN = (ResponseKind.VALUE, ResponseKind.COLLECTION, ResponseKind.NONE)


def _is_shared(operations: Sequence[Operation]) -> bool:
    """The page documents the same of several types: a row of each may name its own."""
    ends = {route.steps[-1].type for each in operations for route in each.routes if route.steps}
    return len({str(item_of(ref)) for ref in ends if ref is not None}) > 1


def _agree(said: TypeRef, response: Response, docs: Docs) -> bool:
    if response.kind is ResponseKind.NONE or response.type is None:
        return response.kind is not ResponseKind.NONE
    one, other = item_of(said), item_of(response.type)
    told = response.inference is None
    if told and isinstance(said, Collection) is not isinstance(response.type, Collection):
        return False
    if isinstance(one, Named) and isinstance(other, Named):
        lines = docs.hierarchy
        if response.span is not None and one.name in docs.mentioned(response.span):
            return True
        return lines.is_kind_of(one.name, other.name) or lines.is_kind_of(other.name, one.name)
    return one == other
