"""The type that a root or an undocumented navigation property leads to, by the votes of all pages whose paths pass it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.link.draft import Draft
from generator.link.graph import Graph
from generator.link.names import Place
from generator.link.sightings import Gap, Sighting, accepted, lists, returned
from generator.model.declarations import namespace, short
from generator.model.paths import Call, Key, Name
from generator.model.types import Collection, Named, TypeRef
from generator.model.wording import Verb

_PLURALS = ((re.compile(r"ies\Z"), "y"), (re.compile(r"(ss|x|ch|sh)es\Z"), r"\1"), (re.compile(r"s\Z"), ""))
_ROOT_SUFFIXES = ("", "Root", "Container")


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """`methods`: the types whose Methods tables link an API page. `root_entity` never wins a vote by being common."""

    methods: Mapping[str, tuple[str, ...]]
    root_entity: str


def targets_of(draft: Draft) -> Targets:
    """What the resource pages tell of API pages."""
    methods: dict[str, list[str]] = {}
    for name, parts in draft.defining.items():
        for part in parts:
            for method in part.facts.methods:
                if method.page is not None:
                    methods.setdefault(method.page.lower(), []).append(name)
    return Targets(
        methods={page: tuple(dict.fromkeys(names)) for page, names in methods.items()},
        root_entity=draft.conventions.root_entity,
    )


def target_type(graph: Graph, targets: Targets, gap: Gap, seen: list[Sighting]) -> TypeRef | None:
    """The type with the most votes, as a collection where paths or responses show many; None where nobody votes.

    First what requests to the segment itself send and return, then a type of that name, then one whose members follow.
    """
    many = is_many(seen)
    direct = Counter(name for each in seen for name in _direct(graph, each, many=many))
    alike = list(_alike(graph, gap, many=many))
    best = _agreed(graph, targets, direct, alike) if direct else _by_name(graph, alike, seen)
    best = best or _by_content(graph, targets, seen)
    if best is None:
        return None
    return Collection(item=Named(name=best)) if many else Named(name=best)


def singular(text: str) -> str:
    """`policies` to `policy`: for comparison with type names only."""
    for pattern, ending in _PLURALS:
        if pattern.search(text):
            return pattern.sub(ending, text)
    return text


def is_many(seen: list[Sighting]) -> bool:
    if any(each.keyed or each.called for each in seen):
        return True
    ends = [each for each in seen if each.last]
    return any(each.verb is Verb.GET and lists(each.operation) for each in ends)


def _direct(graph: Graph, seen: Sighting, *, many: bool) -> Iterator[str]:
    """Types that requests to the segment, or to one of it, send and return."""
    at_item = seen.keyed and len(seen.rest) == 1
    if not (seen.last or at_item):
        return
    if many and seen.last and seen.verb is Verb.GET and not lists(seen.operation):
        return
    for name in (returned(seen.operation), accepted(seen.operation)):
        if name is not None and name in graph.hierarchy.types:
            yield name


def _agreed(graph: Graph, targets: Targets, votes: Counter[str], alike: list[str]) -> str:
    """The one of that name, or that most pages name; else the nearest common base of all."""
    named = next((name for name in alike if name in votes), None)
    best = min(votes, key=lambda name: (-votes[name], name))
    if named is not None or 2 * votes[best] > votes.total():
        return named or best
    common = graph.hierarchy.common(votes)
    return best if common is None or common == targets.root_entity else common


def _by_name(graph: Graph, alike: list[str], seen: list[Sighting]) -> str | None:
    """A type of that name; where members follow in the paths, one that has some of them, if any does."""
    following = {text for each in seen if (text := next_name(each))}
    fitting = [name for name in alike if any(graph.member(name, text) for text in following)]
    return next(iter(fitting or alike), None)


def _by_content(graph: Graph, targets: Targets, seen: list[Sighting]) -> str | None:
    """The type that has most of the members that follow, and whose Methods table links the calls that follow."""
    votes: Counter[str] = Counter()
    following = {text for each in seen if (text := next_name(each))}
    for text in following:
        votes.update(graph.members.get(text, {}).keys())
    linked = {
        each.page.page.path.lower(): each for each in seen if next_name(each) and len(each.rest) <= 1 + each.keyed
    }
    for page, each in linked.items():
        mentioned = {returned(each.operation), accepted(each.operation)}
        votes.update(name for name in targets.methods.get(page, ()) if name not in mentioned)
    if not votes:
        return None
    best = min(votes, key=lambda name: (-votes[name], name))
    wanted = max(2, (len(following) + 1) // 2)
    return best if votes[best] >= wanted and best in graph.hierarchy.types else None


def _alike(graph: Graph, gap: Gap, *, many: bool) -> Iterator[str]:
    place = Place(page="", namespace=namespace(gap.owner) or graph.namespace)
    stems = (singular(gap.name),) if many else (gap.name, singular(gap.name))
    owned = tuple(f"{short(gap.owner)}{stem}" for stem in stems) if gap.owner else ()
    for stem in dict.fromkeys((*stems, *owned)):
        for suffix in _ROOT_SUFFIXES:
            found = graph.names.named(stem + suffix, place)
            if (
                found is not None
                and found in graph.hierarchy.types
                and namespace(found) in (place.namespace, graph.namespace)
            ):
                yield found


def next_name(seen: Sighting) -> str | None:
    """The name of the member that follows, below a key if there is one."""
    rest = [each for each in seen.rest[:2] if not isinstance(each, Key)]
    first = rest[0] if rest else None
    if isinstance(first, Name) and not first.text.startswith("$") and not first.qualified:
        return first.text.lower()
    return first.name.lower() if isinstance(first, Call) else None
