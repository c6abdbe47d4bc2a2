"""What can be wrong with a row, a type cell or a sentence of a page."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

NAME_MISSING = Code(
    id="name-missing",
    severity=Severity.ERROR,
    summary="A row of a typed table has no name.",
    explanation="""\
**What it finds.** A row whose first cell is empty, or holds no identifier.

**Why it matters.** The row is left out: there is nothing to call it.

Bad: `||String|The name.|` Good: `|name|String|The name.|`
""",
)

NAME_REPEATED = Code(
    id="name-repeated",
    severity=Severity.WARNING,
    summary="A table names something twice.",
    explanation="""\
**What it finds.** Two rows of one table with the same name, or of two tables of one section with different types.

**Why it matters.** It is open which one holds; the first is taken, the second is left out.

Bad: `|id|String|…|` twice. Good: one row.
""",
)

NAME_WORDS = Code(
    id="name-words",
    severity=Severity.WARNING,
    summary="A name cell says more than a name.",
    hint="write the name alone, and what is to be said of it in the description",
    explanation="""\
**What it finds.** Words or signs behind the name of a row that neither deprecate it nor mark it as required, optional,
read-only, nullable or a key; and cells with several names.

**Why it matters.** The first name is taken; what follows it is not read.

Bad: `|first, last|String|The names.|` Good: a row for `first` and a row for `last`.
""",
)

COLUMN_UNREAD = Code(
    id="column-unread",
    severity=Severity.NOTE,
    summary="A table has a column that nothing reads.",
    hint="say it in the Description column",
    explanation="""\
**What it finds.** A column of a table of properties, parameters, members or methods whose header the dialect does not know,
or that stands twice; and a cell that should say yes or no and says something else.

**Why it matters.** What its cells say is not in the model.

Bad: `|Property|Tpe|Description|` Good: `|Property|Type|Description|`
""",
)

TYPE_MISSING = Code(
    id="type-missing",
    severity=Severity.WARNING,
    summary="A row of a typed table has no type.",
    explanation="""\
**What it finds.** An empty Type cell.

**Why it matters.** The property is typed as anything.

Bad: `|name||The name.|` Good: `|name|String|The name.|`
""",
)

TYPE_UNREADABLE = Code(
    id="type-unreadable",
    severity=Severity.WARNING,
    summary="A type cell follows no known form.",
    explanation="""\
**What it finds.** A Type cell that is neither a name nor a link, with or without "collection".

**Why it matters.** The property is typed as anything.

Bad: `[user](user.md` (the link is not closed). Good: `[user](user.md)`
""",
)

TYPE_UNION = Code(
    id="type-union",
    severity=Severity.NOTE,
    summary="A type cell names several types.",
    explanation="""\
**What it finds.** `x or y` in a Type column, be they types or primitives.

**Why it matters.** OData knows no unions; the property is typed as anything.

Bad: `[user](user.md) or [group](group.md)` Good: `[directoryObject](directoryobject.md)`
""",
)

VALUES_UNREADABLE = Code(
    id="values-unreadable",
    severity=Severity.NOTE,
    summary="A description announces values and lists none.",
    explanation="""\
**What it finds.** "Possible values are" without a list of back-ticked names behind it.

**Why it matters.** No enum can be made of it.

Bad: `Possible values are described below.` Good: ``Possible values are: `low`, `high`.``
""",
)

MEMBER_VALUE = Code(
    id="member-value",
    severity=Severity.WARNING,
    summary="An enum member's value is no integer.",
    explanation="""\
**What it finds.** A Value cell of a Members table that is not a whole number.

**Why it matters.** The member is taken without its value.

Bad: `|low|first|Low.|` Good: `|low|0|Low.|`
""",
)

BASE_UNREADABLE = Code(
    id="base-unreadable",
    severity=Severity.WARNING,
    summary="A sentence announces a base type and names none.",
    explanation="""\
**What it finds.** "Inherits from" without a link or a qualified name behind it, and words that are nearly those before a link.

**Why it matters.** The type is read without a base, so inherited properties are missing.

Bad: `Inherits from entity` Good: `Inherits from [entity](entity.md)`
""",
)

REPRESENTATION_INVALID = Code(
    id="representation-invalid",
    severity=Severity.WARNING,
    summary="A JSON representation is not valid JSON.",
    explanation="""\
**What it finds.** A `resource` block whose JSON can not be read, even without comments and trailing commas.

**Why it matters.** It can not be compared with the tables, and gives no hint of a base or key.

Bad: `{ "id": "String" "name": "String" }` Good: `{ "id": "String", "name": "String" }`
""",
)

METHOD_UNLINKED = Code(
    id="method-unlinked",
    severity=Severity.NOTE,
    summary="A row of a Methods table links no page.",
    explanation="""\
**What it finds.** A method without a link in its first cell.

**Why it matters.** The operation can not be tied to the type by this table.

Bad: `|Delete|None|` Good: `|[Delete](../api/user-delete.md)|None|`
""",
)

LINK_BACKSLASH = Code(
    id="link-backslash",
    severity=Severity.WARNING,
    summary="A link uses backslashes.",
    explanation="""\
**What it finds.** A relative link with `\\` in its target.

**Why it matters.** It works on one system only. The reader takes them as `/`.

Bad: `[user](..\\resources\\user.md)` Good: `[user](../resources/user.md)`
""",
)

LINK_UNDEFINED = Code(
    id="link-undefined",
    severity=Severity.WARNING,
    summary="A reference link has no definition.",
    explanation="""\
**What it finds.** `[text][name]` or `[name][]` on a page that has no line `[name]: target`.

**Why it matters.** Readers see the brackets, and no link. A type that is written so is known by its name alone.

Bad: `[user][]`. Good: `[user][]`, and `[user]: ../resources/user.md` at the end of the page.
""",
)

CODES = (
    NAME_MISSING,
    NAME_REPEATED,
    NAME_WORDS,
    COLUMN_UNREAD,
    TYPE_MISSING,
    TYPE_UNREADABLE,
    TYPE_UNION,
    VALUES_UNREADABLE,
    MEMBER_VALUE,
    BASE_UNREADABLE,
    REPRESENTATION_INVALID,
    METHOD_UNLINKED,
    LINK_BACKSLASH,
    LINK_UNDEFINED,
)
