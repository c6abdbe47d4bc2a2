"""What can be wrong between a page and the tables that it includes. Registered in `codes`."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

INCLUDED_TABLE_MISSING = Code(
    id="included-table-missing",
    severity=Severity.WARNING,
    summary="A section leaves its table to an include that brings none.",
    hint="write the table on the page itself, or in a file among the docs",
    explanation="""\
**What it finds.** A Properties, Relationships or Members section that has includes and no table, where none of the included
files is there and has such a table.

**Why it matters.** Whatever the section lists is not in the model.

Bad: `[!INCLUDE [properties](../includes/widgt-properties.md)]`. Good: the include with its file.
""",
)

INCLUDED_TABLE_UNUSED = Code(
    id="included-table-unused",
    severity=Severity.WARNING,
    summary="A table in a file for other pages to include is part of none.",
    hint="include the file in such a section, or write the table on the page itself",
    explanation="""\
**What it finds.** A typed table, or one of enum members, in a file for other pages to include that no page includes where
it lists properties, relationships, parameters of its path or function, members of its request body or of its enumeration.

**Why it matters.** None of its rows is in the model.

Bad: the file under `## Example`. Good: the file under `## Properties`.
""",
)
