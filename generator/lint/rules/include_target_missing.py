"""Rule `include-target-missing`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="include a file that is there")
def include_target_missing(docs: Docs) -> Iterator[Finding]:
    """A page includes a file that is not there.

    **What it finds.** An include whose target lies in a folder of the docs and does not exist.

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
    for page in docs.pages:
        for each in page.includes:
            folder = posixpath.dirname(each.target).lower()
            if each.target.lower() not in docs.by_path and folder in folders and "/permissions" not in folder:
                yield Finding(span=each.span, message=f"there is no file {quote(each.target)}")
