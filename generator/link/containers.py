"""Types that only request paths show: parts of the service that no page describes, and navigation that no table lists."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.link.graph import Graph, Member
from generator.link.sightings import Gap, Sighting
from generator.link.target_type import ROOT_SUFFIXES, is_many, next_name
from generator.model.declarations import Inference, Property, StructuredType, StructureKind
from generator.model.types import Named, Opaque, TypeRef, item_of
from generator.model.wording import Markers
from generator.text import Span


def container_type(graph: Graph, gap: Gap, name: str, seen: list[Sighting]) -> TypeRef | None:
    """A type for a single thing that is named in paths only to lead on to others.

    It is called as the pages of what is bound to it say in their titles or file names; else as it is in the paths.
    """
    if is_many(seen) or gap.on_collection or not any(next_name(each) for each in seen):
        return None
    made = f"{graph.namespace}.{_called(name, seen)}"
    return Named(name=f"{made}Root" if made.lower() in graph.names.qualified else made)


def _called(name: str, seen: list[Sighting]) -> str:
    """`authenticationMethodsRoot` for `authenticationMethods`: a name with the segment's in it, if all pages agree on one."""
    titled = {owner for each in seen if (owner := each.title_owner) and name.lower() in owner.lower()}
    if len(titled) == 1:
        return next(iter(titled))
    stems = {each.page.page.path.rpartition("/")[2].partition("-")[0].lower() for each in seen if len(each.rest) == 1}
    suffixes = [suffix for suffix in ROOT_SUFFIXES if suffix and f"{name}{suffix}".lower() in stems]
    return f"{name}{suffixes[0]}" if len(suffixes) == 1 else name


def containers(types: Mapping[str, StructuredType], graph: Graph) -> dict[str, StructuredType]:
    """A declaration for each such type, sourced by the request line that leads to it."""
    found: dict[str, StructuredType] = {}
    for each in [*graph.roots.values(), *(each for held in graph.members.values() for each in held.values())]:
        item = item_of(each.type) if each.type is not None else None
        if isinstance(item, Named) and item.name not in types and each.source is not None:
            known = found.get(item.name)
            found[item.name] = _container(item.name, min(each.source, known.sources[0]) if known else each.source)
    return {name: found[name] for name in sorted(found)}


def with_navigation(types: Mapping[str, StructuredType], graph: Graph) -> dict[str, StructuredType]:
    """Types with the navigation properties that only paths show, in name order after the documented ones."""
    shown: dict[str, dict[str, Member]] = {}
    for name in sorted(graph.members):
        for owner, member in graph.members[name].items():
            shown.setdefault(owner, {})[name] = member
    return {name: _navigable(each, shown.get(name, {})) for name, each in types.items()}


def _navigable(each: StructuredType, members: Mapping[str, Member]) -> StructuredType:
    held = {prop.name.lower(): prop for prop in each.properties}
    corrected = {
        name: _corrected(held[name], member, member.type)
        for name, member in members.items()
        if name in held and member.type is not None and (held[name].type, held[name].name) != (member.type, member.name)
    }
    added = tuple(
        _navigation(member, member.type)
        for name, member in members.items()
        if name not in held and member.type is not None and not isinstance(item_of(member.type), Opaque)
    )
    if not corrected and not added:
        return each
    documented = tuple(
        corrected.get(prop.name.lower(), prop) if held[prop.name.lower()] is prop else prop for prop in each.properties
    )
    return msgspec.structs.replace(each, properties=(*documented, *added))


def _container(name: str, source: Span) -> StructuredType:
    return StructuredType(
        name=name,
        kind=StructureKind.ENTITY,
        base=None,
        abstract=False,
        open=False,
        media=False,
        keys=(),
        properties=(),
        summary="",
        notes=(),
        deprecation=None,
        sources=(source,),
        inferences=(Inference(rule="path-container", reason="request paths lead through it; no page describes it"),),
    )


def _navigation(member: Member, ref: TypeRef) -> Property:
    return Property(
        name=member.name,
        type=ref,
        description="",
        navigation=True,
        markers=Markers(),
        deprecation=None,
        sources=(member.source,) if member.source is not None else (),
        inference=Inference(rule="path-navigation", reason="request paths lead through it"),
    )


def _corrected(old: Property, member: Member, ref: TypeRef) -> Property:
    reason = f"request paths address one of many by its key, or spell it so; the table has {old.name}: {old.type}"
    inference = Inference(rule="path-evidence", reason=reason)
    return msgspec.structs.replace(old, name=member.name, type=ref, inference=inference)
