"""Pass: members whose page spells them in other letters than the rows and the examples that use them: two against one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.link.draft import Draft
from generator.model.declarations import EnumType, Inference
from generator.model.types import Named, item_of

_Spelled = Mapping[str, str]
"""Members as a row writes them, by the way the enumeration's page does."""


def respell_shown_members(draft: Draft, _report: Report) -> Draft:
    """Where an example gives a property a value as the property's own row spells it, that is what goes over the wire."""
    candidates: dict[str, list[tuple[str, _Spelled]]] = {}
    for name, enum, spelled in _differing(draft):
        candidates.setdefault(name, []).append((enum, spelled))
    if not candidates:
        return draft
    enums = dict(draft.enums)
    for name, value, path in _shown(draft, frozenset(candidates)):
        for enum, spelled in candidates[name]:
            if value in spelled.values() and enums[enum] is draft.enums[enum]:
                enums[enum] = _respelled(enums[enum], spelled, f"the rows and the examples write them so, e.g. {path}")
    return replace(draft, enums=enums)


def _differing(draft: Draft) -> Iterator[tuple[str, str, _Spelled]]:
    """Properties whose rows spell members of their enumeration in other letters: name, enumeration, spellings."""
    for name, declared in draft.types.items():
        enums = {each.name: item_of(each.type) for each in declared.properties}
        for row in (row for part in draft.defining.get(name, ()) for row in part.facts.properties if row.values):
            item = enums.get(row.name)
            enum = draft.enums.get(item.name) if isinstance(item, Named) else None
            if enum is not None:
                members = {each.name for each in enum.members}
                lowered = {each.lower(): each for each in members}
                found = {each.name for each in row.values} - members
                spelled = {lowered[each.lower()]: each for each in sorted(found) if each.lower() in lowered}
                if spelled:
                    yield row.name, enum.name, spelled


def _shown(draft: Draft, names: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """What examples give these properties: name, value, and the page."""
    pattern = re.compile(rf'"({"|".join(map(re.escape, sorted(names)))})"\s*:\s*"(\w+)"')
    for page in draft.pages:
        for example in page.operation.examples if page.operation is not None else ():
            for message in (example.request, *(each.message for each in example.responses)):
                if message is not None and message.json and message.body is not None:
                    yield from ((name, value, page.path) for name, value in pattern.findall(message.body))


def _respelled(enum: EnumType, spelled: _Spelled, reason: str) -> EnumType:
    members = tuple(msgspec.structs.replace(each, name=spelled.get(each.name, each.name)) for each in enum.members)
    because = Inference(rule="shown-spelling", reason=reason)
    return msgspec.structs.replace(enum, members=members, inferences=(*enum.inferences, because))
