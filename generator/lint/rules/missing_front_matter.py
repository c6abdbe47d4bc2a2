"""Rule `missing-front-matter`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.facts.page import PageKind
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.text import Span
from generator.text.series import series


@rule(Severity.WARNING, hint="add it between the two lines of `---`")
def missing_front_matter(docs: Docs) -> Iterator[Finding]:
    """The front matter of a page lacks a key.

    **What it finds.** A page whose front matter does not give `title`, `description` and `doc_type`, or gives one
    of them empty. Include pages need none.

    **Why it matters.** Publishing tools take the title and the kind of the page from there.

    Bad:

    ```md resources/widget.md
    ---
    title: widget resource type
    doc_type: resourcePageType
    ---

    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    ```

    Good:

    ```md resources/widget.md
    ---
    title: widget resource type
    description: A thing.
    doc_type: resourcePageType
    ---

    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|
    ```
    """
    for page in docs.pages:
        missing = [key for key in _KEYS if key not in page.stated]
        if missing and page.kind is not PageKind.INCLUDE:
            yield Finding(span=Span.at(page.path, 1), message=f"the front matter does not give {series(missing)}")


_KEYS = ("title", "description", "doc_type")
