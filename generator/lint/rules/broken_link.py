"""Rule `broken-link`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text.nearest import nearest


@rule(Severity.WARNING, hint="link a page that is there, or write plain text")
def broken_link(docs: Docs) -> Iterator[Finding]:
    """A link leads to a page that is not there.

    **What it finds.** A relative link into a folder of the docs that has no such page, its ending misspelt among others.

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
            if link.page.lower() in docs.by_path or outside:
                continue
            if name.endswith(".md"):
                near = nearest(name, folders[folder]) if folder in folders else nearest(link.page, paths)
            elif (near := _meant(folder, name, folders)) is None:
                continue
            hint = None if near is None else f'did you mean "{near}"?'
            yield Finding(span=link.span, message=f"there is no page {quote(link.page)}", hint=hint)


_NEARLY_MD = re.compile(r"\.(?:|m|d|dm|m\w|\wd|\wmd|m\wd|md\w)", re.IGNORECASE)


def _meant(folder: str, name: str, folders: Mapping[str, set[str]]) -> str | None:
    """The page that a link without `.md` at its end is nearly to: other files may be there, and are not read."""
    stem, ending = posixpath.splitext(name)
    if ending and not _NEARLY_MD.fullmatch(ending):
        return None
    here = {each.lower(): each for each in folders.get(folder, ())}
    if ending:
        return nearest(name, folders.get(folder, ()))
    return here.get(f"{stem.lower()}.md") or here.get(f"{name.removesuffix('md').lower()}.md")
