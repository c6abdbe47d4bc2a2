"""Rule `unused-type`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="use it in a Type column or a response, or remove its page")
def unused_type(docs: Docs) -> Iterator[Finding]:
    """Nothing uses a type.

    **What it finds.** A documented type that no property, parameter, request or response has, that no operation is
    bound to and that nothing inherits from.

    **Why it matters.** Its page can not be reached by way of the API: a link to it is missing, or the page is left
    over.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    ```

    Good:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    ```

    ```md resources/gadget.md
    # gadget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |parts|[widget](widget.md) collection|Its parts.|
    ```

    ````md api/gadget-get.md
    # Get gadget

    ## HTTP request

    ```http
    GET /gadgets/{id}
    ```

    ## Response

    If successful, this method returns a `200 OK` response code and a [gadget](../resources/gadget.md) object.
    ````
    """
    uses = (docs.usage.by_properties, docs.usage.by_operations, docs.usage.by_bases)
    defined = {facts.span for page in docs.pages for facts in page.types}
    for each in docs.api.types:
        alone = each.base is None and not any(each.name in index for index in uses)
        if alone and each.sources[0] in defined:
            yield Finding(span=each.sources[0], message=f"nothing uses {each.name}")
