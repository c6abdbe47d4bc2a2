"""Rule `section-order`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.diagnostics import Severity
from generator.dialect.kinds import SectionKind as S
from generator.facts.page import Heading, PageFacts, PageKind
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="put the sections in the order of other pages")
def section_order(docs: Docs) -> Iterator[Finding]:
    """A section stands before one that comes first on other pages.

    **What it finds.** Sections of the second level in another order than permissions, HTTP request, headers, body,
    response, examples; for types, methods, properties, relationships, JSON representation.

    **Why it matters.** Readers look for a section where other pages have it. A `## Response` behind the examples is
    often the answer of the example, one level too high.

    Bad:

    ````md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## JSON representation

    ```json
    { "name": "String" }
    ```

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
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

    ```json
    { "name": "String" }
    ```
    ````
    """
    for page in docs.pages:
        for before, each in pairwise(_sections(page)):
            if _place(each, page) < _place(before, page):
                yield Finding(span=each.span, message=f"{quote(each.text)} stands behind {quote(before.text)}")
                break


_ORDER: Mapping[PageKind, Sequence[S]] = {
    PageKind.API: (S.PERMISSIONS, S.HTTP_REQUEST, S.HEADERS, S.REQUEST_BODY, S.RESPONSE, S.EXAMPLES),
    PageKind.RESOURCE: (S.METHODS, S.PROPERTIES, S.RELATIONSHIPS, S.REPRESENTATION),
}


def _sections(page: PageFacts) -> list[Heading]:
    order = _ORDER.get(page.kind, ())
    return [each for each in page.headings if each.level == 2 and each.section in order]


def _place(heading: Heading, page: PageFacts) -> int:
    return next(at for at, kind in enumerate(_ORDER[page.kind]) if kind == heading.section)
