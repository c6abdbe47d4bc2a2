"""The type that a root or an undocumented navigation property leads to, by the votes of all pages whose paths pass it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.link.draft import Draft
from generator.link.graph import Graph
from generator.link.names import Place
from generator.link.sightings import Gap, Sighting, accepted, lists, returned
from generator.model.declarations import namespace, short
from generator.model.paths import Call, Key, Name
from generator.model.types import Collection, Named, Opaque, TypeRef, item_of
from generator.model.wording import Verb
from generator.text.plural import singular

_CHANGES = "delta"
ROOT_SUFFIXES = ("", "Root", "Container")


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """`held`: the types that others hold as properties. `root_entity` never wins a vote by being common; the singleton
    `me` is one of `people`.
    """

    held: frozenset[str]
    root_entity: str
    me: str
    people: str


def targets_of(draft: Draft) -> Targets:
    """What the declared types tell of each other."""
    held = {str(item_of(prop.type)) for each in draft.types.values() for prop in each.properties}
    return Targets(
        held=frozenset(held),
        root_entity=draft.conventions.root_entity,
        me=draft.conventions.me,
        people=draft.conventions.people,
    )


def target_type(graph: Graph, targets: Targets, gap: Gap, seen: list[Sighting]) -> TypeRef | None:
    """The type with the most votes, as a collection where paths or responses show many; None where nobody votes.

    First what requests to the segment itself send and return, then a type of that name, then one whose members follow.
    """
    many = is_many(seen)
    following = {text for each in seen if (text := next_name(each))}
    direct = Counter(name for each in seen for name in _direct(graph, each, many=many))
    named = replace(gap, name=targets.people) if not gap.owner and gap.name == targets.me else gap
    keyed = any(each.keyed for each in seen)
    alike = [
        name
        for name in _alike(graph, named, many=many)
        if _suits(graph, targets, gap, name, following) or (keyed and _leads_nowhere(graph, targets, name))
    ]
    best = (None if many else _titled(graph, gap, seen)) or next((name for name in alike if name in direct), None)
    best = best or _agreed(graph, targets, direct, following)
    best = best or next(iter(alike), None) or _by_content(graph, following)
    if best is None:
        return Collection(item=Opaque(text="")) if many else None
    many = many or (not gap.owner and not following and short(best).lower() == singular(gap.name) != gap.name)
    return Collection(item=Named(name=best)) if many else Named(name=best)


def _suits(graph: Graph, targets: Targets, gap: Gap, name: str, following: set[str]) -> bool:
    """A type of that name is meant if it has what follows; or if nothing holds it and it is not just one of what the
    name is the plural of.
    """
    if not following or any(graph.member(name, text) for text in following):
        return True
    return name not in targets.held and (short(name).lower() != singular(gap.name) or singular(gap.name) == gap.name)


def _leads_nowhere(graph: Graph, targets: Targets, name: str) -> bool:
    """A thing with a key whose page tells of no navigation at all: what follows in paths says nothing against it."""
    own = [held[name] for held in graph.members.values() if name in held]
    return (
        name not in targets.held and not any(each.navigation for each in own) and any(each.name == "id" for each in own)
    )


def _titled(graph: Graph, gap: Gap, seen: list[Sighting]) -> str | None:
    """The type that pages of what is bound here call its owner, if all of them agree."""
    owners = {owner for each in seen if (owner := each.title_owner) is not None}
    if len(owners) != 1:
        return None
    owner = next(iter(owners))
    found = graph.names.named(owner, Place(page="", namespace=namespace(gap.owner) or graph.namespace))
    exact = found is not None and short(found).lower() == owner.lower()
    return found if exact and found in graph.hierarchy.types else None


def is_many(seen: list[Sighting]) -> bool:
    """A key follows, arguments, or `delta`, which is bound to collections; or the segment itself lists."""
    if any(each.keyed or each.called or next_name(each) == _CHANGES for each in seen):
        return True
    ends = [each for each in seen if each.last]
    return any(each.verb is Verb.GET and lists(each.operation) for each in ends)


def _direct(graph: Graph, seen: Sighting, *, many: bool) -> Iterator[str]:
    """Types that requests to the segment, or to one of it, send and return."""
    at_item = seen.keyed and len(seen.rest) == 1
    tracked = next_name(seen) == _CHANGES and len(seen.rest) == 1
    if not (seen.last or at_item or tracked):
        return
    if many and seen.last and seen.verb is Verb.GET and not lists(seen.operation):
        return
    for name in (returned(seen.operation), accepted(seen.operation)):
        if name is not None and name in graph.hierarchy.types:
            yield name


def _agreed(graph: Graph, targets: Targets, votes: Counter[str], following: set[str]) -> str | None:
    """The one that most pages name; or the only one with most of the members that follow; else the nearest common base."""
    if not votes:
        return None
    best = min(votes, key=lambda name: (-votes[name], name))
    if 2 * votes[best] > votes.total():
        return best
    fits = {name: sum(_has(graph, name, text) for text in following) for name in votes}
    most = [name for name in sorted(fits) if fits[name] == max(fits.values()) > 0]
    if len(most) == 1:
        return most[0]
    common = graph.hierarchy.common(votes)
    return best if common is None or common == targets.root_entity else common


def _has(graph: Graph, name: str, text: str) -> bool:
    held = graph.members.get(text, {})
    return any(each in held for each in graph.hierarchy.lineage(name))


def _by_content(graph: Graph, following: set[str]) -> str | None:
    """The type that has most of the members that follow: two at least, and half of them."""
    votes = Counter(holder for text in following for holder in graph.members.get(text, {}))
    if not votes:
        return None
    best = min(votes, key=lambda name: (-votes[name], name))
    return best if votes[best] >= 2 and 2 * votes[best] >= len(following) and best in graph.hierarchy.types else None


def _alike(graph: Graph, gap: Gap, *, many: bool) -> Iterator[str]:
    place = Place(page="", namespace=namespace(gap.owner) or graph.namespace)
    stems = (singular(gap.name), gap.name) if many else (gap.name, singular(gap.name))
    owned = tuple(f"{short(gap.owner)}{stem}" for stem in stems) if gap.owner else ()
    for stem in dict.fromkeys((*owned, *stems)):
        for suffix in ROOT_SUFFIXES:
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
