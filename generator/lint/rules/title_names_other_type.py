"""Rule `title-names-other-type`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.declarations import short


@rule(Severity.WARNING, hint="name the type in the H1 as its annotation does")
def title_names_other_type(docs: Docs) -> Iterator[Finding]:
    """A page is headed with another name than that of its type.

    **What it finds.** A resource page whose heading names something else than the annotation of its JSON
    representation. Letter case does not count.

    **Why it matters.** Readers learn a name that the service does not know.

    Bad:

    ````md resources/widget.md
    # gadget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.widget" } -->
    ```json
    { "name": "String" }
    ```
    ````

    Good:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    ## JSON representation

    <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.widget" } -->
    ```json
    { "name": "String" }
    ```
    ````
    """
    for page in docs.pages:
        first = next((each for each in page.headings if each.level == 1), None)
        named = _NAMED.match(first.text.strip()) if first is not None else None
        names = {short(facts.name) for facts in page.types}
        if first is None or named is None or len(names) != 1 or not any(facts.representations for facts in page.types):
            continue
        (name,) = names
        if short(named[1]).lower() != name.lower():
            yield Finding(
                span=first.span, message=f"the page is headed {quote(named[1])}, and its type is {quote(name)}"
            )


_NAMED = re.compile(r"([A-Za-z][\w.]*) (?:resource|complex|entity) type\b", re.IGNORECASE)
