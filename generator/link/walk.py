"""A path walked along the type graph: one step after the other, total for any path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.link.graph import Bound, Graph, Member
from generator.link.names import Place
from generator.model.paths import Address, Call, Key, Name, Path, Segment
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role, Step
from generator.model.types import Collection, Named, Primitive, TypeRef, item_of

_DOLLAR = {"$ref": Role.REF, "$value": Role.VALUE, "$count": Role.COUNT}
_INT32 = Primitive(name=PrimitiveName.INT32)
_ADDRESSED = (Role.NAVIGATION, Role.PROPERTY, Role.ENTITY_SET)
_STREAM = Primitive(name=PrimitiveName.STREAM)


@dataclass(frozen=True, slots=True, kw_only=True)
class _At:
    """Where the walk stands: what the path so far stands for; None: unknown. `start` before the first segment."""

    type: TypeRef | None
    start: bool = False

    @property
    def many(self) -> bool:
        return isinstance(self.type, Collection)

    @property
    def owner(self) -> str | None:
        """The type whose members may follow."""
        item = None if self.type is None else item_of(self.type)
        return item.name if isinstance(item, Named) else None


_START = _At(type=None, start=True)


class Walker:
    """Walks paths along one graph. What a segment is depends on where the path stands, and paths share their beginnings:
    each such step is found once.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[tuple[_At, Segment, bool], tuple[Step, ...]] = {}

    def walk(self, path: Path) -> tuple[Step, ...]:
        """The steps of a path."""
        return tuple(chain.from_iterable(self.by_segment(path)))

    def by_segment(self, path: Path) -> Iterator[tuple[Step, ...]]:
        """The steps that each segment is, in order."""
        at = _START
        for index, segment in enumerate(path.segments, start=1):
            key = (at, segment, index == len(path.segments))
            steps = self._known.get(key)
            if steps is None:
                steps = self._known[key] = tuple(_steps(self._graph, at, segment, last=key[2]))
            yield steps
            at = _At(type=steps[-1].type)


def walk(graph: Graph, path: Path) -> tuple[Step, ...]:
    """The steps of a path."""
    return Walker(graph).walk(path)


def _steps(graph: Graph, at: _At, segment: Segment, *, last: bool) -> Iterator[Step]:
    match segment:
        case Key():
            yield _key(segment, at)
        case Name():
            yield _named(graph, at, _Word(segment=segment, text=segment.text, last=last))
        case Call():
            yield from _called(graph, at, segment)
        case Address():
            word = _Word(segment=segment, text=segment.name, last=False)
            first = _key(segment, at) if segment.name.startswith("{") else _named(graph, at, word)
            yield first
            yield Step(segment=segment, role=Role.ADDRESS, name=None, owner=None, type=first.type)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A segment that names something, and whether the path ends with it."""

    segment: Segment
    text: str
    last: bool


def _key(segment: Segment, at: _At) -> Step:
    item = item_of(at.type) if at.type is not None else None
    return Step(segment=segment, role=Role.KEY, name=None, owner=None, type=item)


def _called(graph: Graph, at: _At, segment: Call) -> Iterator[Step]:
    """A function with arguments, or a collection and the alternate key that picks one of it."""
    first = _named(graph, at, _Word(segment=segment, text=segment.name, last=True))
    yield first
    if first.role in _ADDRESSED and isinstance(first.type, Collection):
        yield Step(segment=segment, role=Role.ALTERNATE_KEY, name=None, owner=None, type=first.type.item)


def _named(graph: Graph, at: _At, word: _Word) -> Step:
    if word.text.startswith("$"):
        role = _DOLLAR.get(word.text.lower(), Role.UNKNOWN)
        kept = {Role.COUNT: _INT32, Role.VALUE: _STREAM}.get(role, at.type)
        return Step(segment=word.segment, role=role, name=None, owner=None, type=kept)
    if at.start:
        return _root(graph, word)
    if (cast := _cast(graph, at, word.text)) is not None:
        return Step(segment=word.segment, role=Role.CAST, name=str(item_of(cast)), owner=None, type=cast)
    if at.owner is None:
        return Step(segment=word.segment, role=Role.UNKNOWN, name=None, owner=None, type=None)
    return _below(graph, at, at.owner, word)


def _root(graph: Graph, word: _Word) -> Step:
    root = graph.roots.get(word.text.lower())
    if root is None:
        return Step(segment=word.segment, role=Role.UNKNOWN, name=None, owner=None, type=None)
    role = Role.ENTITY_SET if isinstance(root.type, Collection) else Role.SINGLETON
    return Step(segment=word.segment, role=role, name=root.name, owner=None, type=root.type)


def _cast(graph: Graph, at: _At, text: str) -> TypeRef | None:
    if "." not in text:
        return None
    found = graph.names.named(text, Place(page="", namespace=graph.namespace))
    if found is None or found not in graph.hierarchy.types:
        return None
    return Collection(item=Named(name=found)) if at.many else Named(name=found)


def _below(graph: Graph, at: _At, owner: str, word: _Word) -> Step:
    """A member of one; below many, an action or function first, then what is left out or well known."""
    member = graph.member(owner, word.text)
    bound = graph.binding(owner, word.text, on_collection=at.many)
    if member is not None and (bound is None or not at.many):
        if at.many and not member.navigation and isinstance(word.segment, Name):
            return _key(word.segment, at)  # of many there is no value to read: `sites/root` is a site
        return _member(word.segment, member)
    if bound is not None:
        return _bound(word.segment, bound)
    if at.many and _is_literal_key(graph, owner, word):
        return _key(word.segment, at)
    return Step(segment=word.segment, role=Role.UNKNOWN, name=None, owner=owner, type=None, on_collection=at.many)


def _is_literal_key(graph: Graph, owner: str, word: _Word) -> bool:
    if not isinstance(word.segment, Name) or "." in word.text:
        return False
    return not word.last or (owner, word.text.lower()) in graph.literal_keys


def _member(segment: Segment, member: Member) -> Step:
    role = Role.NAVIGATION if member.navigation else Role.PROPERTY
    return Step(segment=segment, role=role, name=member.name, owner=member.owner, type=member.type)


def _bound(segment: Segment, bound: Bound) -> Step:
    return Step(
        segment=segment,
        role=Role.FUNCTION if bound.function else Role.ACTION,
        name=bound.name,
        owner=bound.owner,
        type=bound.returns,
        on_collection=bound.on_collection,
    )
