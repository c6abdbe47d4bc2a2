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
from generator.model.declarations import namespace
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
    """The type with the most votes, as a collection where paths or responses show many; None where nobody votes."""
    many = _many(seen)
    direct = Counter(name for each in seen for name in _direct(graph, each, many=many))
    best = _agreed(graph, targets, direct) or _by_content(graph, targets, gap, seen, many=many)
    if best is None:
        return None
    return Collection(item=Named(name=best)) if many else Named(name=best)


def singular(text: str) -> str:
    """`policies` to `policy`: for comparison with type names only."""
    for pattern, ending in _PLURALS:
        if pattern.search(text):
            return pattern.sub(ending, text)
    return text


def _many(seen: list[Sighting]) -> bool:
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


def _agreed(graph: Graph, targets: Targets, votes: Counter[str]) -> str | None:
    """The nearest common base of all voted types; else the one most often named."""
    if not votes:
        return None
    common = graph.hierarchy.common(votes)
    if common is not None and (common != targets.root_entity or len(votes) == 1):
        return common
    return min(votes, key=lambda name: (-votes[name], name))


def _by_content(graph: Graph, targets: Targets, gap: Gap, seen: list[Sighting], *, many: bool) -> str | None:
    """The type whose members follow in the paths, whose Methods table links the pages, and whose name is alike."""
    votes: Counter[str] = Counter()
    following = {text for each in seen if (text := _next_name(each))}
    for text in following:
        for holder in graph.members.get(text, {}):
            votes[holder] += 2
    for page in {each.page.page.path.lower() for each in seen if _next_name(each) and len(each.rest) <= 1 + each.keyed}:
        for name in targets.methods.get(page, ()):
            votes[name] += 2
    for name in _alike(graph, gap, many=many):
        votes[name] += 3
    if not votes:
        return None
    best = min(votes, key=lambda name: (-votes[name], name))
    return best if votes[best] >= 2 and best in graph.hierarchy.types else None


def _alike(graph: Graph, gap: Gap, *, many: bool) -> Iterator[str]:
    place = Place(page="", namespace=namespace(gap.owner) or graph.namespace)
    stems = (singular(gap.name),) if many else (gap.name, singular(gap.name))
    for stem in dict.fromkeys(stems):
        for suffix in _ROOT_SUFFIXES:
            found = graph.names.named(stem + suffix, place)
            if found is not None and found in graph.hierarchy.types:
                yield found


def _next_name(seen: Sighting) -> str | None:
    """The name of the member that follows, below a key if there is one."""
    rest = [each for each in seen.rest[:2] if not isinstance(each, Key)]
    first = rest[0] if rest else None
    if isinstance(first, Name) and not first.text.startswith("$") and not first.qualified:
        return first.text.lower()
    return first.name.lower() if isinstance(first, Call) else None
