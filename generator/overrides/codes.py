"""What can be wrong with an override. Their spans lead into the file that holds the overrides, not into a page."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

OVERRIDE_UNMATCHED = Code(
    id="override-unmatched",
    severity=Severity.WARNING,
    summary="An override corrects something that the docs do not have.",
    explanation="""\
The docs have no type, member, request or example of this name: it was misspelled, or the docs changed since.

Bad: `["microsoft.graph.user.brithday"]`

Good: `["microsoft.graph.user.birthday"]`, or no override when the property is gone.
""",
)
OVERRIDE_SETTLED = Code(
    id="override-settled",
    severity=Severity.WARNING,
    summary="An override says what the docs say themselves.",
    explanation="""\
The docs were corrected. Left in place, the override would hide their next change.

Bad: `type = "Date"` for a property whose row says Date.

Good: remove it.
""",
)
OVERRIDE_UNUSABLE = Code(
    id="override-unusable",
    severity=Severity.ERROR,
    summary="An override cannot be applied to what it names.",
    explanation="""\
The key does not fit the thing (an enum has no base), or the value cannot be used (a type that nothing declares).

Bad: `type = "Collection(usr)"`

Good: `type = "Collection(microsoft.graph.user)"`
""",
)

CODES = (OVERRIDE_UNMATCHED, OVERRIDE_SETTLED, OVERRIDE_UNUSABLE)
