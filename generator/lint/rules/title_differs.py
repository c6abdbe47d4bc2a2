"""Rule `title-differs`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="give the front matter and the H1 the same title")
def title_differs(docs: Docs) -> Iterator[Finding]:
    """The title of the front matter is not the H1.

    **What it finds.** A front matter `title` that differs from the first heading in more than letter case,
    punctuation and blanks.

    **Why it matters.** Search results and tables of contents call the page otherwise than the page itself: often
    one of them was copied.

    Bad:

    ```md resources/widget.md
    ---
    title: gadget resource type
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
    title: Widget resource type
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
        first = next((each for each in page.headings if each.level == 1), None)
        if page.stated_title and first is not None and _words(page.stated_title) != _words(first.text):
            message = f"the title is {quote(page.stated_title)}, the page is headed {quote(first.text)}"
            yield Finding(span=first.span, message=message)


_ASIDE = re.compile(r"\([^()]*\)|\s-\s.*|^[\w ]*:(?=\s*\w)")
_KIND = re.compile(r"\b(?:resource|complex|entity|enum)?\s*(?:type|resource|facet)$")
"""What one of the two may say more: that something is deprecated, whose site it is, on what a method is called."""
_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> str:
    told = _ASIDE.sub("", text.lower().replace("\\", "")).strip()
    return "".join(_WORD.findall(_KIND.sub("", told)))
