"""The stage after linking: a model and corrections in; out come the corrected model and what each correction came to."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from generator.diagnostics import Diagnostic
from generator.dialect.conventions import Conventions
from generator.model.api import Api
from generator.model.declarations import StructuredType
from generator.model.operations import Operation
from generator.overrides.codes import OVERRIDE_UNMATCHED
from generator.overrides.declarations import edit_declaration
from generator.overrides.draft import Draft, Edited, Fault, Outcome, begin
from generator.overrides.members import edit_member
from generator.overrides.model import Applied, Key, Overridden, Override
from generator.overrides.operations import drop_example, edit_operations
from generator.overrides.paths import read_path
from generator.overrides.properties import edit_property

_REQUEST = re.compile(r"(GET|POST|PATCH|PUT|DELETE) (/.*)")
_EXAMPLE = re.compile(r"(.+/.+)#(\d+)")
_ORDER = {Key.ADD: 0, Key.PATH: 2, Key.DROP: 3}


def apply(api: Api, overrides: Iterable[Override], conventions: Conventions) -> Overridden:
    """Correct `api`. Additions come first, new paths and removals last, so that other facts of a thing can be corrected too."""
    draft = begin(api, conventions)
    applied: list[Applied] = []
    found: list[Diagnostic] = []
    for each in sorted(overrides, key=lambda each: (_ORDER.get(each.key, 1), each.place, each.target, each.key)):
        outcome = _outcome(draft, each) or _unmatched(draft, each)
        if isinstance(outcome, Edited):
            draft = outcome.draft
            applied.append(Applied(override=each, was=outcome.was, now=outcome.now))
        else:
            found.append(outcome.code.at(each.place, outcome.message, hint=outcome.hint))
    applied.sort(key=lambda each: (each.override.target, each.override.key))
    sealed = draft.sealed() if applied else api
    return Overridden(api=sealed, applied=tuple(applied), diagnostics=tuple(found))


def _outcome(draft: Draft, override: Override) -> Outcome | None:
    """What the override comes to; None when there is nothing of its target's name."""
    target = override.target
    if (request := _REQUEST.fullmatch(target)) is not None:
        return _on_request(draft, request[1], request[2], override)
    if (example := _EXAMPLE.fullmatch(target)) is not None:
        return _on_example(draft, example[1], int(example[2]), override)
    if "/" in target:
        operations = [each for each in draft.operations.values() if target in (each.id, _page(each))]
        return edit_operations(draft, operations, lambda _route: True, override) if operations else None
    return _on_declared(draft, override)


def _on_declared(draft: Draft, override: Override) -> Outcome | None:
    if (declared := draft.declared(override.target)) is not None:
        return edit_declaration(draft, declared, override)
    owner, _, name = override.target.rpartition(".")
    holder = draft.declared(owner)
    if holder is None:
        return None
    if isinstance(holder, StructuredType):
        return edit_property(draft, holder, name, override)
    return edit_member(draft, holder, name, override)


def _on_request(draft: Draft, verb: str, text: str, override: Override) -> Outcome | None:
    path = read_path(text)
    if isinstance(path, Fault):
        return path
    shape = path.shape
    operations = [
        each
        for each in draft.operations.values()
        if each.verb == verb and any(route.path.shape == shape for route in each.routes)
    ]
    return edit_operations(draft, operations, lambda route: route.path.shape == shape, override) if operations else None


def _on_example(draft: Draft, page: str, ordinal: int, override: Override) -> Outcome | None:
    for each in draft.operations.values():
        if page in (each.id, _page(each)) and any(one.ordinal == ordinal for one in each.examples):
            return drop_example(draft, each, ordinal, override)
    return None


def _page(operation: Operation) -> str:
    return operation.page.removesuffix(".md")


def _unmatched(draft: Draft, override: Override) -> Fault:
    names = [*draft.types, *draft.enums, *map(_page, draft.operations.values())]
    owner = override.target.rpartition(".")[0]
    holder = draft.declared(owner)
    if isinstance(holder, StructuredType):
        names = [f"{owner}.{each.name}" for each in holder.properties]
    elif holder is not None:
        names = [f"{owner}.{each.name}" for each in holder.members]
    near = difflib.get_close_matches(override.target, names, n=1)
    hint = f"did you mean {near[0]}?" if near else "remove it, or correct the name"
    return Fault(code=OVERRIDE_UNMATCHED, message=f"the docs have no {override.target!r}", hint=hint)
