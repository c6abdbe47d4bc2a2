"""A call whose permissions are documented no longer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, page_source
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.permissions import rows
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.DOCS)
def undocumented_permissions(pairs: Pairs) -> Iterator[Difference]:
    """No table tells any more which permissions a call needs.

    A row, a heading or an include may have been lost on the page. The SDK and the export of permissions tell of none.

    Before: a section Permissions with a table. After: none, or one whose heading or include is not read as such.
    """
    for _, old, new in pairs.calls.kept():
        before, after = rows(old), rows(new)
        if before and not after:
            yield Difference(
                subject=Subject.PERMISSION,
                type=None,
                name=call_name(new),
                message=f"permissions are no longer documented for {call_name(new)}",
                old={"documented": True},
                new={"documented": False},
                old_source=before[0].span,
                new_source=page_source(new),
                part=Part(of="permissions are no longer documented for", item=call_name(new)),
            )
