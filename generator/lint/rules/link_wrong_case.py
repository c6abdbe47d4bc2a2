"""Rule `link-wrong-case`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.NOTE, hint="write the file name in the case it has")
def link_wrong_case(docs: Docs) -> Iterator[Finding]:
    """A link spells its page in other letter case than the file.

    **What it finds.** A relative link whose target exists only if letter case is left out of account.

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
    for page in docs.pages:
        for link in page.links:
            target = docs.by_path.get(link.page.lower())
            if target is not None and target.path != link.page:
                yield Finding(
                    span=link.span, message=f"the page is called {quote(target.path)}, the link says {quote(link.page)}"
                )
