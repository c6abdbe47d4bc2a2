"""Pass: bases that only examples tell: an object marked as one type stands where another is declared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from generator.diagnostics import Report
from generator.facts.written import WrittenName
from generator.link.draft import Draft
from generator.link.inherit import report_overruled, stated_base
from generator.link.names import Names, Place
from generator.model.declarations import Inference, short
from generator.model.indexes.hierarchy import Hierarchy, hierarchy_of
from generator.model.operations import BodyKind, HttpRequest, HttpResponse, Operation, ParameterPlace
from generator.model.types import Named, TypeRef, item_of

_TYPE = "@odata.type"
_LAST_WORD = re.compile(r"[A-Za-z][a-z0-9]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What values are read by."""

    names: Names
    hierarchy: Hierarchy
    members: dict[str, dict[str, TypeRef]]


def infer_shown_bases(draft: Draft, report: Report) -> Draft:
    """Give a type without a base the one that examples show it in place of, if the two fit."""
    known = _known(draft)
    votes: dict[str, Counter[str]] = {}
    for operation in draft.operations:
        for derived, base in _pairs(known, draft, operation):
            if _fits(draft, known, derived, base):
                votes.setdefault(derived, Counter())[base] += 1
    types = dict(draft.types)
    for name in sorted(votes):
        base = min(votes[name], key=lambda each: (-votes[name][each], each))
        if name not in known.hierarchy.lineage(base):
            if (stated := stated_base(draft, name, lambda _: None)) is not None:
                report_overruled(name, stated, base, "examples show that", report)
            reason = f"examples show it where {base} is declared"
            inferred = (*types[name].inferences, Inference(rule="shown-base", reason=reason))
            types[name] = msgspec.structs.replace(types[name], base=base, inferences=inferred)
    return replace(draft, types=types)


def _known(draft: Draft) -> _Known:
    hierarchy = hierarchy_of(draft.types.values())
    members = {name: {prop.name: prop.type for _, prop in hierarchy.properties(name)} for name in draft.types}
    return _Known(names=draft.names, hierarchy=hierarchy, members=members)


def _pairs(known: _Known, draft: Draft, operation: Operation) -> Iterator[tuple[str, str]]:
    facts = draft.described[operation.id].facts
    parameters = {each.name: each.type for each in operation.parameters if each.place is ParameterPlace.BODY}
    for example in facts.examples:
        if (sent := _decoded(example.request)) is not None:
            if operation.body.kind is BodyKind.PARAMETERS and isinstance(sent, dict):
                for key, value in sent.items():
                    yield from _inside(known, value, parameters.get(key))
            else:
                yield from _inside(known, sent, operation.body.type)
        for response in example.responses:
            if (got := _decoded(response.message)) is not None:
                inner = got.get("value") if isinstance(got, dict) else None
                yield from _inside(known, inner if isinstance(inner, list | dict) else got, operation.response.type)


def _decoded(message: HttpRequest | HttpResponse | None) -> Any:
    if message is None or not message.json or not message.body or _TYPE not in message.body:
        return None
    return msgspec.json.decode(message.body)


def _inside(known: _Known, value: Any, declared: TypeRef | None) -> Iterator[tuple[str, str]]:
    """(type marked, type declared) for every object below a value."""
    if isinstance(value, list):
        for each in value:
            yield from _inside(known, each, declared)
    if not isinstance(value, dict):
        return
    item = item_of(declared) if declared is not None else None
    base = item.name if isinstance(item, Named) else None
    marked = _marked(known, value.get(_TYPE))
    if base is not None and marked is not None and base != marked:
        yield marked, base
    members = known.members.get(marked or base or "", {})
    for key, each in value.items():
        if key in members:
            yield from _inside(known, each, members[key])


def _marked(known: _Known, text: Any) -> str | None:
    if not isinstance(text, str):
        return None
    item = known.names.item(WrittenName(name=text), Place(page="", namespace=known.names.conventions.namespace))
    return item.name if isinstance(item, Named) else None


def _fits(draft: Draft, known: _Known, derived: str, base: str) -> bool:
    """The derived type has all properties of the base; or none, a name that ends alike, and is no part of it."""
    root = draft.conventions.root_entity
    if derived not in draft.types or base not in draft.types or draft.types[derived].base not in (None, root):
        return False
    if base == root or derived in known.hierarchy.lineage(base) or base in known.hierarchy.lineage(derived):
        return False
    theirs = set(known.members[base]) - {draft.conventions.key}
    shared = theirs & set(known.members[derived])
    if shared == theirs and theirs:
        return True
    holds = any(str(item_of(ref)) == derived for ref in known.members[base].values())
    return not shared and not holds and _last_word(derived) == _last_word(base)


def _last_word(name: str) -> str:
    found = _LAST_WORD.search(short(name))
    return found[0].lower() if found else ""
