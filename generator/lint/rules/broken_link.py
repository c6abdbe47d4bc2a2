"""Rule `broken-link`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text.nearest import nearest


@rule(Severity.WARNING, hint="link a page that is there, or write plain text")
def broken_link(docs: Docs) -> Iterator[Finding]:
    """A link leads to a page that is not there.

    **What it finds.** A relative link into a folder of the docs that has no such page.

    **Why it matters.** Readers get an error. The page was renamed, or never written.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|See [usr](usr.md).|
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
    paths = [page.path for page in docs.pages]
    folders: dict[str, set[str]] = {}
    for page in docs.pages:
        folders.setdefault(posixpath.dirname(page.path), set()).add(posixpath.basename(page.path))
    for page in docs.pages:
        for link in page.links:
            folder, name = posixpath.split(link.page)
            outside = link.page.startswith("../")
            if link.page.lower() not in docs.by_path and not outside and name.endswith(".md"):
                near = nearest(name, folders[folder]) if folder in folders else nearest(link.page, paths)
                hint = None if near is None else f'did you mean "{near}"?'
                yield Finding(span=link.span, message=f"there is no page {quote(link.page)}", hint=hint)
