"""A call whose permissions changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.permissions import granted, rows
from generator.diff.rule import change


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_permission(pairs: Pairs) -> Iterator[Difference]:
    """A permission no longer allows a call.

    Callers who were granted that one alone are refused. What each kind of account may use is compared as a set; the order
    of privilege is another kind of change. A table in which none is left allows nobody.

    Before: `| Application | User.Read.All, User.ReadWrite.All |`. After: `| Application | User.Read.All |`.
    """
    for _, old, new in pairs.calls.kept():
        if not rows(old) or not rows(new):
            continue
        found, other = granted(old), granted(new)
        for (account, scope), span in found.items():
            if (account, scope) not in other:
                yield Difference(
                    subject=Subject.PERMISSION,
                    type=None,
                    name=f"{call_name(new)} {account} {scope}",
                    message=f"{call_name(new)} no longer allows {scope} ({account})",
                    old={"account": account, "scope": scope},
                    old_source=span,
                    part=Part(of=f"{call_name(new)} no longer allows ({account})", item=scope),
                )
