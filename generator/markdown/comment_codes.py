"""What can be wrong with HTML comments. Registered in `codes`."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

COMMENT_OPEN = Code(
    id="comment-open",
    severity=Severity.WARNING,
    summary="An HTML comment is never closed.",
    explanation="""\
**What it finds.** `<!--` without `-->`, or an annotation that runs into the next comment.

**Why it matters.** Viewers hide everything up to the next `-->` or to the end of the page. The reader ends the comment
at the next blank line, code fence or comment.

Bad: `<!-- { "blockType": "ignored" }`. Good: `<!-- { "blockType": "ignored" } -->`.
""",
)

COMMENT_UNOPENED = Code(
    id="comment-unopened",
    severity=Severity.WARNING,
    summary="A comment ends that never began.",
    hint="write <!-- where the comment begins, or take --> away",
    explanation="""\
**What it finds.** `-->` in prose without a `<!--` before it.

**Why it matters.** Readers see what the comment was to hide. If it is an annotation, nothing that it says is read.

Bad: `{ "blockType": "response" } -->` Good: `<!-- { "blockType": "response" } -->`
""",
)

COMMENT_IN_TABLE = Code(
    id="comment-in-table",
    severity=Severity.WARNING,
    summary="A comment stands between the rows of a table.",
    explanation="""\
**What it finds.** A line with a comment inside a table.

**Why it matters.** Markdown ends the table there; the rows below are shown as text. The reader goes on with the table.

Bad: a row, `<!-- later -->`, a row. Good: both rows, the comment below the table.
""",
)

CODES = (COMMENT_OPEN, COMMENT_UNOPENED, COMMENT_IN_TABLE)
