"""A call whose permissions changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.permissions import granted, rows
from generator.diff.rule import change


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_permission(pairs: Pairs) -> Iterator[Difference]:
    """One more permission allows a call.

    Nothing breaks. What each kind of account may use is compared as a set; their order is another kind of change, and
    a page that gains its first table contradicts nothing.

    Before: `| Application | User.Read.All |`. After: `| Application | User.Read.All, User.ReadWrite.All |`.
    """
    for _, old, new in pairs.calls.kept():
        if not rows(old) or not rows(new):
            continue
        found, other = granted(new), granted(old)
        for (account, scope), span in found.items():
            if (account, scope) not in other:
                yield Difference(
                    subject=Subject.PERMISSION,
                    type=None,
                    name=f"{call_name(new)} {account} {scope}",
                    message=f"{call_name(new)} allows {scope} ({account})",
                    new={"account": account, "scope": scope},
                    new_source=span,
                    part=Part(of=f"{call_name(new)} allows ({account})", item=scope),
                )
