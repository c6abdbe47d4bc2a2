"""Rule `heading-spelling`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.facts.page import Heading, PageKind
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text.nearest import is_slip


@rule(Severity.NOTE, hint="write the heading as other pages do")
def heading_spelling(docs: Docs) -> Iterator[Finding]:
    """A heading is spelled otherwise than on other pages.

    **What it finds.** A section heading that few pages have, and that differs only in letter case or by one letter
    from one that many pages of its kind have.

    **Why it matters.** Tools look sections up by their text. A misspelt one may be passed over with all it says.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Propertes

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    ```

    ```md resources/*.md
    # gadget resource type

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
    """
    found: dict[tuple[PageKind, str], list[Heading]] = {}
    for page in docs.pages:
        for each in page.headings:
            if each.level > 1:
                found.setdefault((page.kind, each.text.strip()), []).append(each)
    frequent = [(kind, text, len(uses)) for (kind, text), uses in found.items() if len(uses) >= _TIMES]
    for (kind, text), those in found.items():
        often = {other: uses for same, other, uses in frequent if same is kind and uses >= _TIMES * len(those)}
        meant = min(
            (each for each in often if is_slip(text, each, _SHORTEST)),
            key=lambda each: (-often[each], each),
            default=None,
        )
        for heading in those if meant is not None else ():
            message = f"{quote(heading.text)} is not the usual spelling"
            yield Finding(span=heading.span, message=message, hint=f'did you mean "{meant}"?')


_SHORTEST = 6
"""Headings are few, so one letter tells of a slip in shorter ones, too."""
_TIMES = 20
"""How much oftener the right spelling is used than the wrong one, at least."""
