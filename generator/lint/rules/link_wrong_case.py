"""Rule `link-wrong-case`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text import Span


@rule(Severity.NOTE, hint="write the file name in the case it has")
def link_wrong_case(docs: Docs) -> Iterator[Finding]:
    """A link spells its page in other letter case than the file.

    **What it finds.** A relative link whose target exists only if letter case is left out of account, once a page; and a file
    with capitals in its name that most links to it spell without.

    **Why it matters.** It works on some systems and fails on others.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|See [user](User.md).|
    ```

    Good:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|See [user](user.md).|
    ```
    """
    usual = _usual(docs)
    for path, (spelling, count) in usual.items():
        if spelling != path:
            message = f"this file is called {quote(path)}, and {count} links say {quote(spelling)}"
            yield Finding(span=Span.at(path, 1), message=message, hint="rename the file")
    for page in docs.pages:
        told: set[str] = set()
        for link in page.links:
            target = docs.by_path.get(link.page.lower())
            if target is not None and link.page not in (
                usual.get(target.path, (target.path, 0))[0],
                target.path,
                *told,
            ):
                told.add(link.page)
                yield Finding(
                    span=link.span, message=f"the page is called {quote(target.path)}, the link says {quote(link.page)}"
                )


_OFTEN = 3
"""As many links that agree are no slip."""


def _usual(docs: Docs) -> Mapping[str, tuple[str, int]]:
    """The spelling that most links to a page use, and how many do, where it has no capitals, and enough links agree."""
    found: dict[str, Counter[str]] = {}
    for page in docs.pages:
        for link in page.links:
            target = docs.by_path.get(link.page.lower())
            if target is not None and target.path != page.path:
                found.setdefault(target.path, Counter())[link.page] += 1
    most = {path: max(counts.items(), key=lambda each: (each[1], each[0] == path)) for path, counts in found.items()}
    return {path: each for path, each in most.items() if each[1] >= _OFTEN and each[0].islower()}
