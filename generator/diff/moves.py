"""Declarations that changed their namespace and nothing else of their name. Knows names only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.api import Api
from generator.model.declarations import short


def moves(before: Api, after: Api) -> Mapping[str, str]:
    """New name by old name: a short name that one namespace lost and one other gained, among types or among enums."""
    types = _moved([each.name for each in before.types], [each.name for each in after.types])
    return types | _moved([each.name for each in before.enums], [each.name for each in after.enums])


def _moved(before: Iterable[str], after: Iterable[str]) -> dict[str, str]:
    lost, gained = sorted(set(before) - set(after)), sorted(set(after) - set(before))
    came: dict[str, list[str]] = {}
    for name in gained:
        came.setdefault(short(name), []).append(name)
    went: dict[str, list[str]] = {}
    for name in lost:
        went.setdefault(short(name), []).append(name)
    return {names[0]: came[key][0] for key, names in went.items() if len(names) == 1 and len(came.get(key, ())) == 1}
