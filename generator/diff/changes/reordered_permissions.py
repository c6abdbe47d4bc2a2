"""A call whose permissions are ranked otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.permissions import rows
from generator.diff.rule import change
from generator.model.indexes.calls import Call
from generator.model.operations import Permission
from generator.model.wording import Account


@change(Happening.CHANGED, Judgement.DOCS)
def reordered_permissions(pairs: Pairs) -> Iterator[Difference]:
    """The permissions that a kind of account may use were put in another order of privilege.

    The same permissions allow the call. Where another one is the least privileged now, that is what callers should ask for.

    Before: `| Application | User.Read.All, Directory.Read.All |`. After: `| Application | Directory.Read.All, User.Read.All |`.
    """
    for _, old, new in pairs.calls.kept():
        before, after = rows(old), rows(new)
        if before != after:
            for account in Account:
                pair = _reordered(_of(before, account), _of(after, account))
                if pair is not None:
                    yield _difference(new, *pair)


def _of(found: Sequence[Permission], account: Account) -> dict[tuple[str, ...], Permission]:
    return {each.scopes: each for each in reversed(found) if each.account is account}


def _reordered(
    before: dict[tuple[str, ...], Permission], after: dict[tuple[str, ...], Permission]
) -> tuple[Permission, Permission] | None:
    """A row that is gone with one that is new and has what they share in another order."""
    gone = [each for scopes, each in before.items() if scopes not in after]
    come = [each for scopes, each in after.items() if scopes not in before]
    return next(((old, new) for old, new in product(gone, come) if _shared(old, new) != _shared(new, old)), None)


def _shared(one: Permission, other: Permission) -> list[str]:
    return [each for each in one.scopes if each in other.scopes]


def _difference(call: Call, old: Permission, new: Permission) -> Difference:
    account, name = new.account.value, call_name(call)
    least, was = new.scopes[0], old.scopes[0]
    if _shared(old, new)[0] == _shared(new, old)[0]:
        said = f"{name} ranks its permissions otherwise"
    else:
        said = f"the least privileged permission of {name} is now {least} (was {was})"
    return Difference(
        subject=Subject.PERMISSION,
        type=None,
        name=f"{name} {account}",
        message=f"{said} ({account})",
        old={"account": account, "scopes": list(old.scopes)},
        new={"account": account, "scopes": list(new.scopes)},
        old_source=old.span,
        new_source=new.span,
        part=Part(of=said, item=account),
    )
