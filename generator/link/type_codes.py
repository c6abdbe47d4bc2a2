"""What can be wrong between the pages that declare types. Registered in `codes`."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

TYPE_NAME_CASE = Code(
    id="type-name-case",
    severity=Severity.WARNING,
    summary="Pages spell one type in different letter case.",
    hint="spell it as most pages do",
    explanation="""\
**What it finds.** Two pages that define one qualified name, with capitals in different places.

**Why it matters.** Names are case-sensitive on the wire, in `@odata.type`. The spelling of most pages is taken.

Bad: `microsoft.graph.Device` on one page, `microsoft.graph.device` on another. Good: one spelling everywhere.
""",
)

ENUM_AND_TYPE = Code(
    id="enum-and-type",
    severity=Severity.WARNING,
    summary="A name is documented as a type and as an enumeration.",
    explanation="""\
**What it finds.** A resource page and a members table that define the same qualified name.

**Why it matters.** Only one of the two can exist. A type with properties wins; a page without any gives way to the
members.

Bad: a `status` resource page beside a `### status values` section. Good: either of them.
""",
)

DUPLICATE_ENUM = Code(
    id="duplicate-enum",
    severity=Severity.WARNING,
    summary="An enumeration is defined twice, with different members.",
    hint="keep one definition, and link it from the other place",
    explanation="""\
**What it finds.** Two pages or sections that define one enumeration, whose members differ.

**Why it matters.** Readers of one page miss values. A page of its own is believed first, then a page of
enumerations, then a section of another page; between equals, the first.

Bad: two `### riskLevel values` sections with different tables. Good: one section that others link to.
""",
)

ENUM_VALUES_DIFFER = Code(
    id="enum-values-differ",
    severity=Severity.WARNING,
    summary="A property lists values that its enumeration does not have.",
    hint="make the list and the members agree",
    explanation="""\
**What it finds.** A list of possible values in a description, with values missing from the definition of the
enumeration that the Type cell names.

**Why it matters.** One of the two is out of date or misspelled; code made from the definition treats the value as
unknown.

Bad: `Possible values are: a, b, c.` for an enumeration of `a` and `b`. Good: the same values in both places.
""",
)

UNRESOLVED_TYPE = Code(
    id="unresolved-type",
    severity=Severity.ERROR,
    summary="A type is named that no page defines.",
    explanation="""\
**What it finds.** A Type cell, a sentence or a link that names neither a primitive nor a type or enumeration of the
docs.

**Why it matters.** Whatever uses the type is left untyped in the SDK.

Bad: `[usr](usr.md)` where the page is called `user.md`. Good: `[user](user.md)`.
""",
)

NAMESPACE_UNKNOWN = Code(
    id="namespace-unknown",
    severity=Severity.WARNING,
    summary="A name stands in a namespace that it is not in.",
    hint="write the namespace of the type's own page",
    explanation="""\
**What it finds.** A qualified name whose last word only one page defines, in another namespace; and the `Namespace:` line of
an API page with a namespace in which no page defines anything.

**Why it matters.** Tools that compare whole names find nothing. The type with that last word is taken.

Bad: `"@odata.type": "microsoft.grph.user"`. Good: `"@odata.type": "microsoft.graph.user"`.
""",
)

LINK_NAMES_OTHER = Code(
    id="link-names-other-type",
    severity=Severity.WARNING,
    summary="A link to a type is called otherwise than the type.",
    explanation="""\
**What it finds.** A link in a Type cell, or in a sentence on a base, a body or a response, whose text names one documented
type and whose target is the page of another; or whose text differs from its target's name by one letter or in the namespace.
And a link in a Type cell that is called like a primitive and leads to the page of a type.

**Why it matters.** Either the text or the target is wrong. The target is taken, but for a primitive.

Bad: `[user](group.md)`. Good: `[user](user.md)`.
""",
)

UNRESOLVED_BASE = Code(
    id="unresolved-base",
    severity=Severity.WARNING,
    summary="A base type is named that no page defines.",
    explanation="""\
**What it finds.** An `Inherits from` sentence or a `baseType` in an annotation that names no documented type.

**Why it matters.** The type loses what it inherits.

Bad: `Inherits from [entty](entty.md)`. Good: `Inherits from [entity](entity.md)`.
""",
)

BASE_CONFLICT = Code(
    id="base-conflict",
    severity=Severity.WARNING,
    summary="Different bases are named for one type.",
    explanation="""\
**What it finds.** An `Inherits from` sentence and a `baseType` that disagree on a type; and either of them naming the
root of all entities, where another page, rows marked as inherited or examples show a nearer base.

**Why it matters.** A reader of the page and a tool that reads its annotations see different types. The text is
believed; the nearer base is taken.

Bad: `Inherits from [outlookItem](outlookitem.md)` above `"baseType": "microsoft.graph.message"`. Good: one base in
both places.
""",
)

BASE_CYCLE = Code(
    id="base-cycle",
    severity=Severity.ERROR,
    summary="A type inherits from itself.",
    explanation="""\
**What it finds.** A chain of bases that returns to its start.

**Why it matters.** No language can express it. One link of the cycle is dropped.

Bad: `a` inherits from `b`, and `b` from `a`. Good: `a` inherits from `b`.
""",
)

PROPERTY_TYPE_CONFLICT = Code(
    id="property-type-conflict",
    severity=Severity.WARNING,
    summary="A type has one property with two types.",
    explanation="""\
**What it finds.** Two rows for one property of one type, on one page or on several that define it, with different
types.

**Why it matters.** At most one is right. The row on the type's own page is believed.

Bad: `keyValue.value` as String on one page and as Json on another. Good: the same type in both rows.
""",
)

INHERITED_TYPE_CONFLICT = Code(
    id="inherited-type-conflict",
    severity=Severity.WARNING,
    summary="A derived type repeats a property of its base with another type.",
    hint="give both tables the same type",
    explanation="""\
**What it finds.** A row on a derived type's page for a property that a base declares, with a different type.

**Why it matters.** A property is declared once and inherited. The base's row is believed.

Bad: `body` as String on `reply`, and as itemBody on its base `post`. Good: the same type, marked `Inherited from`.
""",
)

PROPERTY_ONLY_IN_JSON = Code(
    id="property-only-in-json",
    severity=Severity.NOTE,
    summary="A property stands in the JSON representation and in no table.",
    hint="add a row to the table of properties",
    explanation="""\
**What it finds.** A member of a resource's JSON that neither the type's tables nor its bases' list.

**Why it matters.** It has no description and no stated type. Its type is taken from the sample value.

Bad: `"score": 1024` in the JSON without a `score` row. Good: a row for every member.
""",
)

RELATIONSHIP_TO_COMPLEX = Code(
    id="relationship-to-complex",
    severity=Severity.NOTE,
    summary="A relationship leads to a type that is no entity.",
    hint="list it under Properties, or document the key of its type",
    explanation="""\
**What it finds.** A row of a Relationships table whose type is primitive, an enumeration or a complex type.

**Why it matters.** Only entities can be navigated to; the property is treated as a structural one.

Bad: `settings` as a relationship to a type without key. Good: the row in the Properties table.
""",
)

PROPERTY_NAME = Code(
    id="property-name",
    severity=Severity.WARNING,
    summary="A row names something that can be no property.",
    hint="write the name of the property as it is on the wire",
    explanation="""\
**What it finds.** A row of a Properties or Relationships table whose first cell is not a single name.

**Why it matters.** The row is left out of the type.

Bad: `One-time`. Good: `oneTime`.
""",
)

PROPERTY_NAME_CASE = Code(
    id="property-name-case",
    severity=Severity.WARNING,
    summary="A property is spelled with other capitals than on the wire.",
    hint="spell it as the type that declares it does",
    explanation="""\
**What it finds.** A row whose name differs in capitals from the JSON representation, or begins with a capital letter
where the service never does.

**Why it matters.** Names are case-sensitive on the wire. The spelling that begins with a small letter is taken; where
both do, the one of the JSON.

Bad: `UserName` in the table, `userName` in the JSON. Good: `userName` in both.
""",
)
