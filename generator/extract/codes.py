"""What can be wrong with what a page says of types and sections. `CODES` lists all that the reader reports."""

from __future__ import annotations

from generator.diagnostics import Code, Severity
from generator.extract import api_codes, row_codes, unread_codes

PAGE_EMPTY = Code(
    id="page-empty",
    severity=Severity.WARNING,
    summary="The page says nothing.",
    explanation="""\
**What it finds.** A page without a heading and without text.

**Why it matters.** It is counted as read, and nothing comes of it.

Bad: an empty file. Good: a page with a heading, or no page.
""",
)

TITLE_MISSING = Code(
    id="title-missing",
    severity=Severity.WARNING,
    summary="The page has no H1.",
    explanation="""\
**What it finds.** A page whose first heading is not a `# ` heading.

**Why it matters.** The H1 names the type or the operation. The title of the front matter is taken instead, then
the file name.

Bad: `## Properties` as the first heading. Good: `# user resource type` first.
""",
)

TITLE_REPEATED = Code(
    id="title-repeated",
    severity=Severity.WARNING,
    summary="The page has a second H1.",
    explanation="""\
**What it finds.** A heading with one `#` behind the first of its kind. Headings of tabs do not count.

**Why it matters.** A page is about what its H1 names. Sections below a second one are looked for in vain.

Bad: `# Properties`. Good: `## Properties`.
""",
)

DOC_TYPE_WRONG = Code(
    id="doc-type-wrong",
    severity=Severity.WARNING,
    summary="The front matter calls the page something it is not.",
    explanation="""\
**What it finds.** A `doc_type` that disagrees with what the page holds.

**Why it matters.** Publishing tools list the page in the wrong place. The reader goes by the content.

Bad: `doc_type: apiPageType` on a page with a Properties table and no request. Good: `doc_type:
resourcePageType`.
""",
)

NAMESPACE_MALFORMED = Code(
    id="namespace-malformed",
    severity=Severity.WARNING,
    summary="The namespace line holds no namespace.",
    explanation="""\
**What it finds.** A `Namespace:` line that names nothing, or something other than names joined by dots.

**Why it matters.** Types of this page may land in the wrong namespace; the annotation or the default is taken.

Bad: `Namespace: microsoft.graph.` Good: `Namespace: microsoft.graph`
""",
)

NAMESPACE_DIFFERS = Code(
    id="namespace-differs",
    severity=Severity.WARNING,
    summary="The namespace line and the annotation disagree.",
    explanation="""\
**What it finds.** A `Namespace:` line with another namespace than the type in the JSON annotation.

**Why it matters.** One of them is wrong. The annotation is taken, since publishing tools check it.

Bad: `Namespace: microsoft.graph.x` beside `microsoft.graph.y.thing`. Good: the same namespace in both.
""",
)

ANNOTATION_BROKEN = Code(
    id="annotation-broken",
    severity=Severity.WARNING,
    summary="A JSON annotation is not valid JSON.",
    explanation="""\
**What it finds.** A comment that begins with `{` and can not be read as JSON, even without trailing commas and
`//` notes; one that says what it is about and does not begin with `{`; and one that names a type by what is no name.

**Why it matters.** Only the pairs that stand out are read; other tools drop the annotation, and with it the
block below.

Bad: `<!-- { "blockType": "response" "truncated": true } -->` Good: `<!-- { "blockType": "response",
"truncated": true } -->`
""",
)

ANNOTATION_KEY_UNKNOWN = Code(
    id="annotation-key-unknown",
    severity=Severity.WARNING,
    summary="An annotation has a key that nothing reads.",
    explanation="""\
**What it finds.** A key of a JSON annotation that the dialect does not know; letter case counts.

**Why it matters.** What the key was to say goes unheard, here and by the tools that read annotations.

Bad: `<!-- { "blockType": "response", "truncatd": true } -->` Good: `<!-- { "blockType": "response", "truncated":
true } -->`
""",
)

ANNOTATION_KIND_UNKNOWN = Code(
    id="annotation-kind-unknown",
    severity=Severity.WARNING,
    summary="An annotation does not say what it is about.",
    explanation="""\
**What it finds.** A JSON annotation without a `blockType`, or with one that the dialect does not know.

**Why it matters.** Nothing else that it says is read.

Bad: `<!-- { "blockType": "respose" } -->` Good: `<!-- { "blockType": "response" } -->`
""",
)

SECTION_UNKNOWN = Code(
    id="section-unknown",
    severity=Severity.NOTE,
    summary="A section has a heading the dialect does not know.",
    explanation="""\
**What it finds.** A heading of a reference page that stands for no kind of section, over a table or code.

**Why it matters.** What it says is not in the model.

Bad: `## Propertys` Good: `## Properties`
""",
)

HEADER_UNREADABLE = Code(
    id="header-unreadable",
    severity=Severity.WARNING,
    summary="A row of a table of headers names no header.",
    explanation="""\
**What it finds.** A name that HTTP cannot send as the name of a header, or a kind of account, as in a row of a table of
permissions that slipped below the headers.

**Why it matters.** The row is left out: the SDK offers no such parameter. What it was to say is said to nobody.

Bad: `|Bearer {token}|Required.|` or `|Application|Not supported.|` under `## Request headers`.

Good: `|Authorization|Bearer {token}. Required.|`
""",
)
TABLE_UNREAD = Code(
    id="table-unread",
    severity=Severity.WARNING,
    summary="A table of a section could not be read.",
    explanation="""\
**What it finds.** A table where the section wants another: its header names no column that tells what its rows
are. And a typed table under Properties on a page that is about no type.

**Why it matters.** None of its rows is in the model.

Bad: `|Setting|Effect|` under `## Properties`. Good: `|Property|Type|Description|`
""",
)

SECTION_WITHOUT_TABLE = Code(
    id="section-without-table",
    severity=Severity.WARNING,
    summary="A section has no table where it should have one.",
    explanation="""\
**What it finds.** A Properties, Relationships, Methods or Members section that neither has a table nor says
"None".

**Why it matters.** Whatever it says is not in the model.

Bad: `## Properties` followed by prose. Good: `## Properties` followed by a table, or by "None."
""",
)

CODES = (
    PAGE_EMPTY,
    TITLE_MISSING,
    TITLE_REPEATED,
    DOC_TYPE_WRONG,
    NAMESPACE_MALFORMED,
    NAMESPACE_DIFFERS,
    ANNOTATION_BROKEN,
    ANNOTATION_KEY_UNKNOWN,
    ANNOTATION_KIND_UNKNOWN,
    SECTION_UNKNOWN,
    HEADER_UNREADABLE,
    TABLE_UNREAD,
    SECTION_WITHOUT_TABLE,
    *row_codes.CODES,
    *api_codes.CODES,
    *unread_codes.CODES,
)
