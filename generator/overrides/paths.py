"""Corrected paths: read as pages write them, and walked along what the linked model shows of all other paths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.extract.path_text import ServiceRoot, read_template
from generator.link.graph import Bound, Graph, Member
from generator.link.names import Declared, names_of
from generator.link.walk import walk
from generator.model.indexes.hierarchy import hierarchy_of
from generator.model.operations import Route
from generator.model.paths import Address, Call, Name, Path, Segment
from generator.model.steps import Role, Step
from generator.overrides.codes import OVERRIDE_UNUSABLE
from generator.overrides.draft import Draft, Fault


def read_path(text: str) -> Path | Fault:
    """The path that an override writes, in any spelling that a page may use."""
    reading = read_template(text, ServiceRoot(hosts=(), versions=()))
    if reading.path is None or not reading.path.segments:
        return Fault(code=OVERRIDE_UNUSABLE, message=f"{text!r} is no path", hint="write it as /users/{id}/messages")
    return reading.path


def corrected_path(text: str) -> Path | Fault:
    """The path that an override puts in the place of a wrong one: as it is written, which must need no repair."""
    reading = read_template(text, ServiceRoot(hosts=(), versions=()))
    path = read_path(text)
    if isinstance(path, Fault) or (not reading.repairs and "?" not in text):
        return path
    message = f"{text!r} would have to be read as {str(path)!r}"
    return Fault(code=OVERRIDE_UNUSABLE, message=message, hint=f"write {str(path)!r}, if that is what it should be")


def retrace(draft: Draft, path: Path, wrong: Route) -> tuple[Step, ...]:
    """The steps of a corrected path. A segment that nothing else explains is what the one in its place was."""
    graph = _graph(draft)
    steps = walk(graph, path)
    index = next((at for at, step in enumerate(steps) if step.role is Role.UNKNOWN), None)
    if index is None or index >= len(wrong.steps):
        return steps
    return walk(_explained(graph, steps[index], wrong.steps[index]), path)


def _graph(draft: Draft) -> Graph:
    members: dict[str, Mapping[str, Member]] = {}
    for name, each in draft.types.items():
        for prop in each.properties:
            member = Member(owner=name, name=prop.name, type=prop.type, navigation=prop.navigation)
            members[prop.name.lower()] = {**members.get(prop.name.lower(), {}), name: member}
    roots: dict[str, Member] = {}
    bound: dict[str, tuple[Bound, ...]] = {}
    for operation in draft.operations.values():
        for step in (step for route in operation.routes for step in route.steps):
            if step.role in (Role.ENTITY_SET, Role.SINGLETON) and step.name is not None:
                roots[step.name.lower()] = Member(owner=None, name=step.name, type=step.type)
            elif (made := _bound(step)) is not None and made not in bound.get(made.name.lower(), ()):
                bound[made.name.lower()] = (*bound.get(made.name.lower(), ()), made)
    declared = (Declared(name=name, page="", anchor=None) for name in (*draft.types, *draft.enums))
    return Graph(
        names=names_of(declared, draft.conventions),
        hierarchy=hierarchy_of(draft.types.values()),
        namespace=draft.conventions.namespace,
        roots=roots,
        members=members,
        bound=bound,
    )


def _bound(step: Step) -> Bound | None:
    if step.role not in (Role.ACTION, Role.FUNCTION) or step.owner is None or step.name is None:
        return None
    return Bound(
        owner=step.owner,
        on_collection=step.on_collection,
        name=step.name,
        function=step.role is Role.FUNCTION,
        returns=step.type,
    )


def _explained(graph: Graph, step: Step, was: Step) -> Graph:
    """The graph in which the name of `step` means what `was` meant."""
    name = _text(step.segment).rpartition(".")[2]
    if step.owner is None:
        if was.role in (Role.ENTITY_SET, Role.SINGLETON):
            return replace(graph, roots={**graph.roots, name.lower(): Member(owner=None, name=name, type=was.type)})
        return graph
    if (made := _bound(was)) is not None:
        made = replace(made, owner=step.owner, name=name, on_collection=step.on_collection)
        return replace(graph, bound={**graph.bound, name.lower(): (*graph.bound.get(name.lower(), ()), made)})
    if was.role in (Role.NAVIGATION, Role.PROPERTY):
        member = Member(owner=step.owner, name=name, type=was.type, navigation=was.role is Role.NAVIGATION)
        holders = {**graph.members.get(name.lower(), {}), step.owner: member}
        return replace(graph, members={**graph.members, name.lower(): holders})
    return graph


def _text(segment: Segment) -> str:
    match segment:
        case Name():
            return segment.text
        case Call() | Address():
            return segment.name
        case _:
            return ""
