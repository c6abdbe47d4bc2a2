"""Pass: which types are entities. Entities have keys and are found by path; complex types live inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.link.draft import Draft
from generator.model.declarations import Inference, StructureKind
from generator.model.indexes.hierarchy import Hierarchy, hierarchy_of
from generator.model.operations import OperationKind
from generator.model.steps import Role
from generator.model.types import Collection, Named, item_of
from generator.model.wording import Verb

Reasons = dict[str, str]


def decide_kinds(draft: Draft, _report: Report) -> Draft:
    """Entities by evidence, then by kinship: bases and derived types of entities are entities."""
    known = hierarchy_of(draft.types.values())
    reasons = _spread(_evidence(draft), known)
    types = {}
    for name, each in draft.types.items():
        kind = StructureKind.ENTITY if name in reasons else StructureKind.COMPLEX
        reason = reasons.get(name, "nothing keys it or leads to it by path")
        inferred = () if reason == _STATED else (Inference(rule="kind", reason=reason),)
        types[name] = msgspec.structs.replace(each, kind=kind, inferences=each.inferences + inferred)
    return replace(draft, types=types)


_STATED = "the annotation names its key"


def _evidence(draft: Draft) -> Reasons:
    """The strongest reason for each type that there is one for.

    A type that others hold as a structural property is an entity only if its page says what its key is: pages key and
    relate complex types by mistake.
    """
    known = hierarchy_of(draft.types.values())
    keyed = {name for name in draft.types if _has_key(draft, name, known)}
    stated = dict(_by_annotation(draft))
    related = dict(_by_relationships(draft))
    listing = dict(_by_methods(draft))
    held = set(_held(draft))
    found = {name: "request paths lead through it" for name in draft.types if name not in draft.defining}
    found |= {name: reason for name, reason in stated.items() if name in keyed or name in related or name in listing}
    for name, reason in _by_paths(draft):
        if name not in held:
            found.setdefault(name, reason)
    for name, reason in related.items():
        if name not in held and (name in keyed or name in listing):
            found.setdefault(name, reason)
    answers = _only_answers(draft)
    for name in draft.types:
        alone = draft.types[name].base is None and name not in answers
        if name in keyed and (name in listing or alone) and name not in held:
            found.setdefault(name, listing.get(name, f"it has the property {draft.conventions.key!r}"))
    for name, reason in _by_results(draft, held):
        found.setdefault(name, reason)
    return {name: reason for name, reason in found.items() if name in draft.types}


def _only_answers(draft: Draft) -> set[str]:
    """Types that calls work out: actions and functions return many of them, and nothing returns one."""
    many: set[str] = set()
    one: set[str] = set()
    for operation in draft.operations:
        ref = operation.response.type
        if ref is not None:
            called = operation.kind in (OperationKind.ACTION, OperationKind.FUNCTION)
            (many if isinstance(ref, Collection) and called else one).add(str(item_of(ref)))
    return many - one


def _by_results(draft: Draft, held: set[str]) -> Iterator[tuple[str, str]]:
    """Types that no other holds, and that stand at a path or that functions of the service as a whole return many of: a
    function of one entity works out its answers, one of a singleton (`/reports`) leads to records.
    """
    for operation in draft.operations:
        ref = operation.response.type
        item = item_of(ref) if ref is not None else None
        if operation.verb is not Verb.GET or not isinstance(item, Named) or item.name in held:
            continue
        of_one = any(step.role is Role.KEY for route in operation.routes for step in route.steps)
        if (isinstance(ref, Collection) and not of_one) or operation.kind in (OperationKind.GET, OperationKind.LIST):
            if draft.types.get(item.name) is None or draft.types[item.name].base is not None:
                continue
            yield item.name, f"{operation.id} returns it, and no type holds it"


def _has_key(draft: Draft, name: str, known: Hierarchy) -> bool:
    return any(prop.name == draft.conventions.key for _, prop in known.properties(name))


def _held(draft: Draft) -> Iterator[str]:
    """Types that are the type of a structural property."""
    for each in draft.types.values():
        for prop in each.properties:
            if not prop.navigation and isinstance(item := item_of(prop.type), Named):
                yield item.name


def _by_annotation(draft: Draft) -> Iterator[tuple[str, str]]:
    for name, parts in draft.defining.items():
        if any(block.key for part in parts for block in part.facts.representations):
            yield name, _STATED


def _by_paths(draft: Draft) -> Iterator[tuple[str, str]]:
    for operation in draft.operations:
        for route in operation.routes:
            for before, step in zip((None, *route.steps), route.steps, strict=False):
                if step.role is Role.KEY and before is not None and isinstance(before.type, Collection):
                    item = before.type.item
                    if isinstance(item, Named) and not str(step.segment).startswith("$"):
                        yield item.name, f"{route.path} addresses one by its key"
                if step.role in (Role.ENTITY_SET, Role.SINGLETON) and step.type is not None:
                    yield str(item_of(step.type)), f"it is found at /{step.name}"


def _by_relationships(draft: Draft) -> Iterator[tuple[str, str]]:
    for name, each in draft.types.items():
        for prop in each.properties:
            if prop.navigation:
                yield str(item_of(prop.type)), f"{name}.{prop.name} is a relationship to it"


def _by_methods(draft: Draft) -> Iterator[tuple[str, str]]:
    for name, parts in draft.defining.items():
        if any(method.page for part in parts for method in part.facts.methods):
            yield name, "its page lists methods"


def _spread(found: Reasons, known: Hierarchy) -> Reasons:
    spread = dict(found)
    for name in sorted(found):
        for other in known.ancestors(name):
            spread.setdefault(other, f"the entity {name} inherits from it")
        for other in known.descendants(name):
            spread.setdefault(other, f"it inherits from the entity {name}")
    return {name: reason for name, reason in spread.items() if name in known.types}
