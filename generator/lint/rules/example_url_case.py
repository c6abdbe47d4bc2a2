"""Rule `example-url-case`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.lines import first_line
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.paths import Call, Name, Path


@rule(Severity.WARNING, hint="write it as in the documented path")
def example_url_case(docs: Docs) -> Iterator[Finding]:
    """An example's URL differs from the documented path in letter case.

    **What it finds.** A request URL that is one of the page's paths if letter case is left out of account, and not
    otherwise.

    **Why it matters.** Paths are case-sensitive for many clients, proxies and tests; one of the two spellings was
    not copied from the service.

    Bad:

    ````md api/user-list-mailfolders.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}/mailFolders
    ```

    ## Example

    ```http
    GET https://graph.microsoft.com/beta/users/1/mailfolders
    ```

    ```http
    HTTP/1.1 200 OK

    { "value": [] }
    ```
    ````

    Good:

    ````md api/user-list-mailfolders.md
    # Get user

    ## HTTP request

    ```http
    GET /users/{id}/mailFolders
    ```

    ## Example

    ```http
    GET https://graph.microsoft.com/beta/users/1/mailFolders
    ```

    ```http
    HTTP/1.1 200 OK

    { "value": [] }
    ```
    ````
    """
    for operation in docs.api.operations:
        for example in operation.examples:
            if example.request is None or example.route is None:
                continue
            route = operation.routes[example.route]
            for written, documented in _differing(example.request.url, route.path):
                labels = (Label(span=route.span, message="documented here"),)
                message = f"the URL has {quote(written)}, the documented path {quote(documented)}"
                yield Finding(span=first_line(example.request.span), message=message, labels=labels)


def _differing(url: str, path: Path) -> Iterator[tuple[str, str]]:
    """Names of the path that the URL spells in other letters, with the URL's spelling. Values are not compared."""
    parts = [part.partition("(")[0] for part in url.partition("?")[0].split("/")]
    by_lower = {part.lower(): part for part in parts}
    for segment in path.segments:
        match segment:
            case Name(text=name) | Call(name=name):
                written = by_lower.get(name.lower())
                if written is not None and written != name and name not in parts:
                    yield written, name
            case _:
                continue
