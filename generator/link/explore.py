"""Pass: what the paths alone tell: roots, navigation that no table lists, and which segments are actions or functions.

Paths are walked; the segments at which walks end are explained from everything that the pages show of them; then paths
are walked again along the larger graph, until nothing new is found. Order of pages does not matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec

from generator.diagnostics import Report
from generator.link.containers import container_type, containers, with_navigation
from generator.link.draft import Draft
from generator.link.graph import Bound, Graph, Member
from generator.link.path_evidence import with_path_evidence
from generator.link.sightings import Gap, Sighting, sightings
from generator.link.spelling import best_spelling, small_first
from generator.link.target_type import Targets, target_type, targets_of
from generator.link.walk import Walker
from generator.model.indexes.hierarchy import hierarchy_of
from generator.model.indexes.kinds import kind_of, name_of, owner_of
from generator.model.operations import Operation, ResponseKind
from generator.model.types import TypeRef
from generator.model.wording import Verb

_ROUNDS = 12


@dataclass(slots=True, kw_only=True)
class _Found:
    """What one round explains."""

    roots: dict[str, Member] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    bound: list[Bound] = field(default_factory=list)
    literal_keys: set[tuple[str, str]] = field(default_factory=set)


def explore(draft: Draft, _report: Report) -> Draft:
    """Walk all paths until nothing new turns up; keep what was found as steps and as inferred navigation."""
    graph = explored(draft)
    types = with_navigation({**draft.types, **containers(draft.types, graph)}, graph)
    walker = Walker(graph)
    operations = tuple(_walked(walker, each) for each in draft.operations)
    return replace(draft, types=types, operations=operations)


def graph_of(draft: Draft) -> Graph:
    """What tables declare, without roots and operations."""
    members: dict[str, dict[str, Member]] = {}
    for name, each in draft.types.items():
        for prop in each.properties:
            member = Member(owner=name, name=prop.name, type=prop.type, navigation=prop.navigation)
            members.setdefault(prop.name.lower(), {})[name] = member
    return Graph(
        names=draft.names,
        hierarchy=hierarchy_of(draft.types.values()),
        namespace=draft.conventions.namespace,
        roots={},
        members=members,
        bound={},
    )


def explored(draft: Draft) -> Graph:
    """The graph with everything the paths tell: walked once to see how paths treat what tables declare, then to the end."""
    graph = graph_of(draft)
    corrected = with_path_evidence(_walked_out(graph, draft), draft.operations)
    held = {name: _declared(corrected.members.get(name, {}), owners) for name, owners in graph.members.items()}
    return _walked_out(replace(graph, members=held), draft)


def _declared(found: Mapping[str, Member], owners: Mapping[str, Member]) -> dict[str, Member]:
    """Corrected members, without what only the paths added."""
    return {owner: found.get(owner, member) for owner, member in owners.items()}


def _walked_out(graph: Graph, draft: Draft) -> Graph:
    targets = targets_of(draft)
    waiting = [(each, draft.described[each.id]) for each in draft.operations]
    for _ in range(_ROUNDS):
        gaps = sightings(graph, waiting)
        found = _Found()
        for gap in sorted(gaps):
            _explain(graph, targets, gap, gaps[gap], found)
        larger = _grown(graph, found)
        if larger == graph:
            break
        graph = larger
        open_ids = {each.operation.id for seen in gaps.values() for each in seen}
        waiting = [(operation, page) for operation, page in waiting if operation.id in open_ids]
    return graph


def _explain(graph: Graph, targets: Targets, gap: Gap, seen: list[Sighting], found: _Found) -> None:
    name = best_spelling(Counter(text for each in seen for text in each.spellings))
    if gap.owner and _is_bound(graph, gap, seen):
        found.bound.append(_bound(gap, small_first(name), seen))
    elif gap.on_collection:
        found.literal_keys.add((gap.owner, gap.name))
    else:
        ref = target_type(graph, targets, gap, seen) or container_type(graph, gap, name, seen)
        made = Member(owner=gap.owner or None, name=name, type=ref, source=min(each.span for each in seen))
        if gap.owner:
            found.members.append(made)
        else:
            found.roots[gap.name] = made


def _is_bound(graph: Graph, gap: Gap, seen: list[Sighting]) -> bool:
    """The name is an action's or function's, not that of a navigation property or a well-known key."""
    root = graph.namespace.partition(".")[0] + "."
    if any(each.called or each.is_command or each.text.startswith(root) for each in seen):
        return True
    if any(each.keyed for each in seen) and not gap.on_collection:
        return False
    ends = [each for each in seen if each.last]
    if any(each.titled for each in seen):
        return True
    if not ends or any(each.verb not in (Verb.GET, Verb.POST) for each in ends):
        return False
    posts = any(each.verb is Verb.POST for each in ends)
    gets = any(each.verb is Verb.GET for each in ends)
    if gap.on_collection:
        return posts or any(each.operation.response.kind is ResponseKind.COLLECTION for each in ends)
    return posts and not gets and not any(_creates(each) for each in ends)


def _creates(seen: Sighting) -> bool:
    """The page tells of something made, rather than of something done."""
    words = seen.page.page.title.lower().split()
    return bool(words) and words[0] in ("create", "add", "post")


def _bound(gap: Gap, name: str, seen: list[Sighting]) -> Bound:
    ends = [each for each in seen if each.last] or seen
    return Bound(
        owner=gap.owner,
        on_collection=gap.on_collection,
        name=name,
        function=any(each.verb is Verb.GET or each.called for each in ends),
        returns=_returns(ends),
    )


def _returns(ends: list[Sighting]) -> TypeRef | None:
    refs = [each.operation.response.type for each in ends if each.last and each.operation.response.type is not None]
    return Counter(refs).most_common(1)[0][0] if refs else None


def _grown(graph: Graph, found: _Found) -> Graph:
    members: dict[str, Mapping[str, Member]] = dict(graph.members)
    for each in found.members:
        members[each.name.lower()] = {**members.get(each.name.lower(), {}), str(each.owner): each}
    bound = dict(graph.bound)
    for made in found.bound:
        bound[made.name.lower()] = (*bound.get(made.name.lower(), ()), made)
    return replace(
        graph,
        roots={**graph.roots, **found.roots},
        members=members,
        bound=bound,
        literal_keys=graph.literal_keys | found.literal_keys,
    )


def _walked(walker: Walker, operation: Operation) -> Operation:
    routes = tuple(msgspec.structs.replace(each, steps=walker.walk(each.path)) for each in operation.routes)
    steps = routes[0].steps
    return msgspec.structs.replace(
        operation, routes=routes, kind=kind_of(operation.verb, steps), name=name_of(steps), owner=owner_of(steps)
    )
