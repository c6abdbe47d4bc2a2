"""Rule `deprecation-without-replacement`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.api import Api
from generator.model.wording import Deprecation


@rule(Severity.NOTE)
def deprecation_without_replacement(docs: Docs) -> Iterator[Finding]:
    """Something is deprecated, and nothing says what to use or when it ends.

    **What it finds.** A deprecated type, property, enumeration member or operation whose text names no replacement,
    links nothing and gives no date.

    **Why it matters.** Whoever uses it learns that they must change, and not how or by when.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Deprecated.|
    ```

    Good:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Deprecated. Use **displayName** instead.|
    ```
    """
    for what, deprecation in _deprecated(docs.api):
        if deprecation.instead is None and not _TELLS.search(deprecation.text):
            yield Finding(span=deprecation.span, message=f"{what} is deprecated, without a replacement or a date")


_TELLS = re.compile(
    r"\]\(|`|\*\*\w|\b(?:19|20)\d\d\b|\binstead\b|\breplace|\buse\b|\bv\d|\bmigrat|\bswitch\b|\bconsider\b",
    re.IGNORECASE,
)


def _deprecated(api: Api) -> Iterator[tuple[str, Deprecation]]:
    found: list[tuple[str, Deprecation | None]] = []
    for each in api.types:
        found.append((quote(each.name), each.deprecation))
        found.extend((quote(f"{each.name}.{prop.name}"), prop.deprecation) for prop in each.properties)
    for enum in api.enums:
        found.append((quote(enum.name), enum.deprecation))
        found.extend((quote(f"{enum.name}.{member.name}"), member.deprecation) for member in enum.members)
    found.extend((quote(each.title), each.deprecation) for each in api.operations)
    yield from ((what, each) for what, each in found if each is not None)
