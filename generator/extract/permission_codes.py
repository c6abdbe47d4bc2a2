"""What can be wrong with the permissions that a page tells. Registered in `api_codes`."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

PERMISSION_TABLE_UNREAD = Code(
    id="permission-table-unread",
    severity=Severity.NOTE,
    summary="A table among the permissions names no kind of account.",
    explanation="""\
**What it finds.** A table in a Permissions section where neither the rows nor the columns are kinds of account
(delegated, application).

**Why it matters.** It is not read as permissions. That is right for tables that explain roles or scenarios.

Bad: `|User type|Permissions|` `|Work|User.Read|`. Good: `|Permission type|Permissions|`
`|Delegated (work or school account)|User.Read|`.
""",
)

PERMISSION_ROW_UNREAD = Code(
    id="permission-row-unread",
    severity=Severity.WARNING,
    summary="A row of a permission table names no kind of account.",
    explanation="""\
**What it finds.** A row between rows for delegated and application permissions whose first cell is neither, nor a
sub-row of one.

**Why it matters.** Its scopes are not read, and a kind of account may be missing.

Bad: `|administrativeunit|User.Read.All|`. Good: `|Application|User.Read.All|`.
""",
)

PERMISSION_UNSTATED = Code(
    id="permission-unstated",
    severity=Severity.WARNING,
    summary="A permission cell names no scope and does not say that none will do.",
    explanation="""\
**What it finds.** A cell without a scope and without "Not supported", as a placeholder or a link to another page.

**Why it matters.** Nobody learns what to ask for; the account is left out of the table.

Bad: `|Application|TODO: determine scopes|`. Good: `|Application|User.Read.All|`, or `|Application|Not supported.|`.
""",
)

PERMISSION_WORDS = Code(
    id="permission-words",
    severity=Severity.NOTE,
    summary="A permission cell says more than scopes.",
    hint="list permissions only, separated by commas",
    explanation="""\
**What it finds.** Words beside the scopes of a cell that neither join scopes nor say what they are for.

**Why it matters.** The scopes are read and the words are not. A blank in the middle of a scope looks the same.

Bad: `|Application|Directory ReadWrite.All|`. Good: `|Application|Directory.ReadWrite.All|`.
""",
)

PERMISSIONS_TOGETHER = Code(
    id="permissions-together",
    severity=Severity.NOTE,
    summary="A permission cell asks for several scopes at once.",
    hint="list permissions in a row of their own where all of them are needed",
    explanation="""\
**What it finds.** Scopes joined by "and" or "plus".

**Why it matters.** The list of scopes means that any one will do, so the model names them all and does not say which
belong together. Read the page before asking for one of them alone.

Bad: `A.Read and B.Read, A.ReadWrite and B.Read` in one cell. Good: one row or table for each combination.
""",
)

PERMISSION_REPEATED = Code(
    id="permission-repeated",
    severity=Severity.WARNING,
    summary="A permission table has two rows for one kind of account.",
    explanation="""\
**What it finds.** A second row for an account that the table has already, usually the wrong label on a copied row.

**Why it matters.** Another account has no row then. The scopes of both rows are taken together.

Bad: `|Application|A.Read|` `|Application|B.Read|`. Good: one row for each kind of account.
""",
)

CODES = (
    PERMISSION_TABLE_UNREAD,
    PERMISSION_ROW_UNREAD,
    PERMISSION_UNSTATED,
    PERMISSION_WORDS,
    PERMISSIONS_TOGETHER,
    PERMISSION_REPEATED,
)
