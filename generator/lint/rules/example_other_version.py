"""Rule `example-other-version`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.operations import HttpRequest


@rule(Severity.WARNING, hint="write the version that these pages document")
def example_other_version(docs: Docs) -> Iterator[Finding]:
    """An example calls another version of the API than the rest of the docs.

    **What it finds.** A request URL on the host that most examples use, whose first path segment names another
    version than most examples name.

    **Why it matters.** The page documents one version and shows another, where the call may not exist.

    Bad:

    ````md api/user-get.md
    # Get user

    ## Example

    ```http
    GET https://graph.microsoft.com/v1.0/users/1
    ```
    ````

    ````md api/user-list.md
    # List users

    ## Examples

    ```http
    GET https://graph.microsoft.com/beta/users
    ```

    ```http
    GET https://graph.microsoft.com/beta/users?$top=5
    ```
    ````

    Good:

    ````md api/user-get.md
    # Get user

    ## Example

    ```http
    GET https://graph.microsoft.com/beta/users/1
    ```
    ````

    ````md api/user-list.md
    # List users

    ## Examples

    ```http
    GET https://graph.microsoft.com/beta/users
    ```
    ````
    """
    roots = [(request, found) for request in _requests(docs) if (found := _ROOT.match(request.url))]
    if not roots:
        return
    counts = Counter((found["host"].lower(), found["version"]) for _, found in roots)
    (host, usual), _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
    for request, found in roots:
        if found["host"].lower() == host and found["version"] != usual:
            message = f"the example calls {quote(found['version'])}, most examples call {quote(usual)}"
            yield Finding(span=first_line(request.span), message=message, hint=f"write https://{host}/{usual}/...")


_ROOT = re.compile(r"https?://(?P<host>[^/]+)/(?P<version>beta|alpha|preview|v\d[\w.]*)(?=[/?]|\Z)", re.IGNORECASE)


def _requests(docs: Docs) -> Iterator[HttpRequest]:
    for page in docs.pages:
        for example in page.operation.examples if page.operation is not None else ():
            if example.request is not None:
                yield example.request
