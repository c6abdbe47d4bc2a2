"""Rule `include-target-missing`."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.facts.page import IncludeRef, PageKind
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.text.nearest import is_slip


@rule(Severity.WARNING, hint="include a file that is there")
def include_target_missing(docs: Docs) -> Iterator[Finding]:
    """A page includes a file that is not there.

    **What it finds.** An include whose target lies within the docs and is no file there; and one that leads out of the docs,
    where a file of that name lies within them, or to a folder that is nearly the one most of such includes lead to.

    **Why it matters.** The published page has a hole. Includes of permissions are reported as `missing-include`.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Its name.|

    [!INCLUDE [note](../includes/nte.md)]
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
    folders = {posixpath.dirname(page.path).lower() for page in docs.pages}
    files = {posixpath.basename(page.path).lower(): page.path for page in docs.pages if page.kind is PageKind.INCLUDE}
    beyond = Counter(_folder(each) for page in docs.pages for each in page.includes if _leads_out(each))
    usual = [folder for folder, count in beyond.items() if count >= _OFTEN]
    for page in docs.pages:
        for each in page.includes:
            if each.target.lower() in docs.by_path or (page.operation is not None and "/permissions" in _folder(each)):
                continue
            name = posixpath.basename(each.target).lower()
            hint = f'did you mean "{files[name]}"?' if name in files else None
            if not _leads_out(each):
                is_folder = each.target.lower() in folders
                message = f"{quote(each.target)} is a folder" if is_folder else f"there is no file {quote(each.target)}"
                yield Finding(span=each.span, message=message, hint=hint)
            elif name in files or (
                beyond[_folder(each)] < _OFTEN and any(_is_misspelt(_folder(each), one) for one in usual)
            ):
                message = f"{quote(each.target)} leads out of the docs, so nothing is known of that file"
                yield Finding(span=each.span, message=message, hint=hint)


_OFTEN = 3
"""As many includes that lead to one folder outside are no slip."""


def _is_misspelt(folder: str, usual: str) -> bool:
    return folder != usual and (is_slip(folder, usual, 1) or folder.replace("../", "") == usual.replace("../", ""))


def _leads_out(include: IncludeRef) -> bool:
    return include.target.startswith(("../", "/", "~")) or ":" in include.target


def _folder(include: IncludeRef) -> str:
    return posixpath.dirname(include.target).lower()
