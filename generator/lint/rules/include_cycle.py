"""Rule `include-cycle`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule


@rule(Severity.WARNING, hint="take one of the includes away")
def include_cycle(docs: Docs) -> Iterator[Finding]:
    """A file includes itself.

    **What it finds.** An include that leads back to the file it stands in, at once or through the files it includes.

    **Why it matters.** Such a text has no end, so publishing tools stop, or leave the include out.

    Bad:

    ```md includes/note.md
    Widgets are rare.

    [!INCLUDE [note](note.md)]
    ```

    Good:

    ```md includes/note.md
    Widgets are rare.
    ```
    """
    included = {path: [each.target.lower() for each in page.includes] for path, page in docs.by_path.items()}
    for page in docs.pages:
        for each in page.includes:
            if page.path.lower() in _reached(each.target.lower(), included):
                yield Finding(span=each.span, message=f"{quote(each.target)} includes this file in turn")


def _reached(start: str, included: dict[str, list[str]]) -> set[str]:
    """Every file that a file brings along, itself among them."""
    reached = {start}
    left = [start]
    while left:
        for each in included.get(left.pop(), ()):
            if each not in reached:
                reached.add(each)
                left.append(each)
    return reached
