"""What the ledger reports of items that no extractor spoke for. One code per kind, so that each can be configured."""

from __future__ import annotations

from generator.diagnostics import Code, Severity
from generator.facts.ledger import ItemKind


def _code(kind: ItemKind, what: str, bad: str, good: str) -> Code:
    return Code(
        id=f"unread-{kind.value}",
        severity=Severity.NOTE,
        summary=f"{what} is in no fact and under no rule.",
        explanation=f"""\
**What it finds.** {what} that the reader came across and that neither became a fact, nor falls under a rule that
leaves it out, nor has a finding of its own.

**Why it matters.** What it says is missing from the model. Usually it stands in a place where nothing of its kind is
expected.

Bad: {bad} Good: {good}
""",
    )


UNREAD: dict[ItemKind, Code] = {
    ItemKind.HEADING: _code(
        ItemKind.HEADING, "A heading", "`### Table 2` under `## Permissions`.", "`### Permissions for chat`."
    ),
    ItemKind.ROW: _code(
        ItemKind.ROW, "A table row", "a table of properties under `## See also`.", "under `## Properties`."
    ),
    ItemKind.REQUEST_LINE: _code(
        ItemKind.REQUEST_LINE,
        "A request line",
        "`GET /me` in a code block of the introduction.",
        "under `## HTTP request`.",
    ),
    ItemKind.FENCE: _code(ItemKind.FENCE, "A code block", "JSON under `## Permissions`.", "JSON under `## Example`."),
    ItemKind.ANNOTATION: _code(
        ItemKind.ANNOTATION,
        "A JSON annotation",
        "`<!-- { } -->` with no code below it.",
        "the annotation above its code.",
    ),
}

CODES = tuple(UNREAD.values())
