"""What can be wrong with the Markdown of a page, whatever it says. `CODES` is the registry."""

from __future__ import annotations

from generator.diagnostics import Code, Severity
from generator.markdown import comment_codes

FRONT_MATTER_OPEN = Code(
    id="front-matter-open",
    severity=Severity.ERROR,
    summary="The front matter has no closing line.",
    explanation="""\
**What it finds.** A page that begins with `---` and has no second `---` before its text.

**Why it matters.** Everything up to the end of the page may be taken for metadata; viewers show an empty page.
The reader takes the lines that look like `key: value` and goes on with the rest.

Bad: `---` `title: "x"` `# x`. Good: `---` `title: "x"` `---` `# x`.
""",
)

FRONT_MATTER_LINE = Code(
    id="front-matter-line",
    severity=Severity.WARNING,
    summary="A line of the front matter is no `key: value`.",
    explanation="""\
**What it finds.** A line between the two `---` that is neither `key: value` nor a list item or continuation below one, and
a value with a quote at its start and none at its end.

**Why it matters.** A YAML parser would reject the whole page. The reader leaves out the line, or reads the value as it stands.

Bad: `title "Get user"`, `title: "Get user`. Good: `title: "Get user"`.
""",
)

CONFLICT_MARKER = Code(
    id="conflict-marker",
    severity=Severity.WARNING,
    summary="A merge conflict was committed unresolved.",
    explanation="""\
**What it finds.** Lines `<<<<<<<`, `=======`, `>>>>>>>` that git leaves where two changes collide.

**Why it matters.** Both versions are published, one below the other. The reader takes the first side; a marker without
its counterparts is dropped and the lines around it are kept.

Bad: both sides with markers. Good: one side, no markers.
""",
)

TABS_OPEN = Code(
    id="tabs-open",
    severity=Severity.WARNING,
    summary="A group of tabs is never closed.",
    explanation="""\
**What it finds.** Tabs (`# [HTTP](#tab/http)`) that a heading or the end of the page follows, without a line `---`.

**Why it matters.** What comes next is shown inside the last tab, or not at all. The reader takes the heading for the end.

Bad: the tabs and then `### Response`. Good: the tabs, `---`, and then `### Response`.
""",
)

TAB_REPEATED = Code(
    id="tab-repeated",
    severity=Severity.WARNING,
    summary="A group of tabs has one tab twice.",
    explanation="""\
**What it finds.** Two tabs with one id before the line `---` that closes their group.

**Why it matters.** Viewers show one of the two. Often the line `---` of the first group was forgotten.

Bad: `# [HTTP](#tab/http)` twice. Good: `---` between the two.
""",
)

NUL_CHARACTER = Code(
    id="nul-character",
    severity=Severity.WARNING,
    summary="The page holds NUL characters.",
    explanation="""\
**What it finds.** A NUL, usually because the page was saved as UTF-16 or is no text at all.

**Why it matters.** Viewers drop or replace it. The reader reads it as U+FFFD.

Bad: a page in UTF-16. Good: the same page in UTF-8.
""",
)

FENCE_OPEN = Code(
    id="fence-open",
    severity=Severity.WARNING,
    summary="A code fence is never closed.",
    explanation="""\
**What it finds.** A ```` ``` ```` without a closing line, recognised by the opening line of another fence, or by the end
of the page.

**Why it matters.** Viewers show the headings and prose below as code. The reader ends the code at the first heading or
annotation, else at the next opening line.

Bad: ```` ```http ````, `GET /me`, `### Response`. Good: the same with ```` ``` ```` before the heading.
""",
)

DIRECTIVE_UNKNOWN = Code(
    id="directive-unknown",
    severity=Severity.WARNING,
    summary="A directive has a name that no tool knows.",
    explanation="""\
**What it finds.** `[!NAME` where the name is nearly that of a directive: of an include, or of a note.

**Why it matters.** Readers see the brackets. What an include brings along, permissions among it, is missing.

Bad: `[!INCLDUE [permissions](../includes/permissions/user-get-permissions.md)]`. Good: `[!INCLUDE [permissions](…)]`.
""",
)

SEPARATOR_WIDTH = Code(
    id="separator-width",
    severity=Severity.WARNING,
    summary="A table's separator line has another number of columns than its header.",
    explanation="""\
**What it finds.** A header row and a line of dashes that disagree on the number of columns.

**Why it matters.** Markdown sees no table there. The reader goes by the header.

Bad: `|Name|Type|` above `|---|`. Good: `|Name|Type|` above `|---|---|`.
""",
)

ROW_CONTINUED = Code(
    id="row-continued",
    severity=Severity.WARNING,
    summary="A table row goes on in the next line.",
    explanation="""\
**What it finds.** A line inside a table that does not begin with `|`, below a row that lacks its closing `|`.

**Why it matters.** Viewers show it as a row of its own, with the text in the first column. The reader appends it to the
last cell of the row above.

Bad: `|a|String|One` above `two|`. Good: `|a|String|One<br/>two|`.
""",
)

TEXT_BELOW_TABLE = Code(
    id="text-below-table",
    severity=Severity.WARNING,
    summary="Text stands right below a table.",
    explanation="""\
**What it finds.** A line without any `|` directly below the rows of a table.

**Why it matters.** Without a blank line between them, viewers show the text as one more row. The reader takes it for
prose.

Bad: a row, then `*Required.`. Good: a row, a blank line, `*Required.`.
""",
)

ROW_SHORT = Code(
    id="row-short",
    severity=Severity.WARNING,
    summary="A table row has fewer cells than the header.",
    explanation="""\
**What it finds.** A row with at least two cells, but fewer than there are columns. A row of one cell is a sub-heading.

**Why it matters.** It is open which cells are missing; they are taken to be the last ones.

Bad: `|Accept|application/json|` under three columns. Good: `|Accept|String|application/json|`.
""",
)

ROW_LONG = Code(
    id="row-long",
    severity=Severity.WARNING,
    summary="A table row has more cells than the header.",
    explanation=r"""
**What it finds.** A row with surplus cells, most often because a `|` in the text was not escaped.

**Why it matters.** Viewers drop the surplus. The reader takes pipes inside code as text, else joins the surplus to the
last cell.

Bad: `|kind|a|b|` under two columns. Good: `|kind|a\|b|`.
""",
)

ROWS_WITHOUT_HEADER = Code(
    id="rows-without-header",
    severity=Severity.ERROR,
    summary="Table rows stand without a header.",
    explanation="""\
**What it finds.** Lines that begin with `|` and belong to no table: a blank line cuts the table in two, or its header or
separator row is missing.

**Why it matters.** Viewers show them as text, and nothing tells which cell is the name and which the type. They are not
read.

Bad: a table, a blank line, more rows. Good: the table without the blank line.
""",
)

HEADING_GLUED = Code(
    id="heading-glued",
    severity=Severity.WARNING,
    summary="A heading lacks the blank after its `#`.",
    explanation="""\
**What it finds.** A line such as `##Properties`.

**Why it matters.** It is prose to Markdown: the section below it belongs to the heading before.

Bad: `##Properties`. Good: `## Properties`.
""",
)

NESTED_TOO_DEEPLY = Code(
    id="nested-too-deeply",
    severity=Severity.WARNING,
    summary="Lists and quotes are nested too deeply.",
    explanation="""\
**What it finds.** Text inside some twenty lists and quotes.

**Why it matters.** Parsers give up there; the text is not read.

Bad: `> > > > > > > > > > > > > > > > > > > > > text`. Good: `> text`.
""",
)

TEXT_TOO_LONG = Code(
    id="text-too-long",
    severity=Severity.WARNING,
    summary="A cell, heading or paragraph is longer than 10,000 characters.",
    explanation="""\
**What it finds.** One piece of prose that is many times longer than any that people write: data pasted into a table, or
lines that lost their breaks.

**Why it matters.** It would become the documentation of a class or a method. The reader takes its first 10,000
characters and leaves out the rest.

Bad: a certificate as text inside a `Description` cell. Good: a sentence, and the certificate in a fence.
""",
)

CODES = (
    FRONT_MATTER_OPEN,
    FRONT_MATTER_LINE,
    CONFLICT_MARKER,
    TABS_OPEN,
    TAB_REPEATED,
    NUL_CHARACTER,
    FENCE_OPEN,
    *comment_codes.CODES,
    DIRECTIVE_UNKNOWN,
    SEPARATOR_WIDTH,
    ROW_CONTINUED,
    TEXT_BELOW_TABLE,
    ROW_SHORT,
    ROW_LONG,
    ROWS_WITHOUT_HEADER,
    HEADING_GLUED,
    NESTED_TOO_DEEPLY,
    TEXT_TOO_LONG,
)
