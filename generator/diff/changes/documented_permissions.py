"""A call whose permissions are documented now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, page_source
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.permissions import rows
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.DOCS)
def documented_permissions(pairs: Pairs) -> Iterator[Difference]:
    """A table tells now which permissions a call needs, where none did.

    Nothing was said to be allowed or refused before, so nothing breaks. The SDK tells of the permissions.

    Before: no section Permissions. After: one with a table.
    """
    for _, old, new in pairs.calls.kept():
        before, after = rows(old), rows(new)
        if after and not before:
            yield Difference(
                subject=Subject.PERMISSION,
                type=None,
                name=call_name(new),
                message=f"permissions are documented now for {call_name(new)}",
                old={"documented": False},
                new={"documented": True},
                old_source=page_source(old),
                new_source=after[0].span,
                part=Part(of="permissions are documented now for", item=call_name(new)),
            )
