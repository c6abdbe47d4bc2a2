"""Where paths leave the known type graph: every segment that nothing explains yet, with all that the pages show of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.link.draft import Described
from generator.link.graph import Graph
from generator.link.walk import Walker
from generator.model.operations import Operation, ResponseKind, Route
from generator.model.paths import Call, Key, Name, Segment
from generator.model.steps import Role
from generator.model.types import Named, item_of
from generator.model.wording import Verb
from generator.text import Span

_COMMAND = re.compile(r"(?:get|is|has|find|validate)[A-Z]")
_PLAIN_VERBS = frozenset({"list", "get", "post", "create", "update", "delete", "add", "put", "patch", "remove"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Gap:
    """A name that is looked for: below `owner` (None: at the root), which the path stands for once or as a collection."""

    owner: str
    on_collection: bool
    name: str
    """Short, lower-case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One path that shows the name."""

    operation: Operation
    page: Described
    segment: Segment
    rest: tuple[Segment, ...]
    """What follows it."""
    span: Span
    """The request line."""

    @property
    def text(self) -> str:
        """The name as written."""
        return self.segment.text if isinstance(self.segment, Name) else getattr(self.segment, "name", "")

    @property
    def spellings(self) -> Iterator[str]:
        """The name as written here and in the URLs of the page's examples."""
        name = self.text.rpartition(".")[2]
        yield name
        for example in self.page.facts.examples:
            if example.request is not None:
                parts = example.request.url.partition("?")[0].split("/")
                yield from (part for part in parts if part.lower() == name.lower())

    @property
    def last(self) -> bool:
        return not self.rest

    @property
    def called(self) -> bool:
        """Written with arguments."""
        return isinstance(self.segment, Call)

    @property
    def keyed(self) -> bool:
        """A key follows, or is part of the segment."""
        return bool(self.rest) and isinstance(self.rest[0], Key)

    @property
    def verb(self) -> Verb:
        return self.operation.verb

    @property
    def titled(self) -> bool:
        """The page is about an operation of this name: by its title (`user: sendMail`, `assign action`) or by its file
        (`user-sendmail`).
        """
        name = self.text.rpartition(".")[2]
        title = self.page.page.title.lower().replace("\\", "").strip()
        head, colon, tail = title.rpartition(":")
        words = self.page.page.path.removesuffix(".md").rpartition("/")[2].lower().split("-")
        named = title if not colon or not head else tail.strip().replace(" ", "")
        return named in (name.lower(), f"{name} action".lower(), f"{name} function".lower()) or (
            words[-1] == name.lower() and not _PLAIN_VERBS.intersection(words[:-1])
        )

    @property
    def title_owner(self) -> str | None:
        """`searchEntity` of a page titled `searchEntity: query` whose path leads right from here to `query`."""
        head, colon, tail = self.page.page.title.replace("\\", "").partition(":")
        if not colon or len(self.rest) != 1 or " " in head.strip():
            return None
        following = self.rest[0]
        name = following.text if isinstance(following, Name) else getattr(following, "name", "")
        return head.strip() if name.rpartition(".")[2].lower() == tail.strip().lower() else None

    @property
    def is_command(self) -> bool:
        """The name itself tells to do something: `getReport`."""
        return _COMMAND.match(self.text.rpartition(".")[2]) is not None


def sightings(graph: Graph, found: Iterable[tuple[Operation, Described]]) -> dict[Gap, list[Sighting]]:
    """The first gap of every path that has one."""
    gaps: dict[Gap, list[Sighting]] = {}
    walker = Walker(graph)
    for operation, page in found:
        for route in operation.routes:
            for gap, sighting in _first(walker, operation, page, route):
                gaps.setdefault(gap, []).append(sighting)
    return gaps


def _first(walker: Walker, operation: Operation, page: Described, route: Route) -> Iterator[tuple[Gap, Sighting]]:
    path = route.path
    unknown = (
        (index, step)
        for index, steps in enumerate(walker.by_segment(path))
        for step in steps
        if step.role is Role.UNKNOWN
    )
    index, step = next(unknown, (0, None))
    if step is None or (step.owner is None and index > 0) or isinstance(step.segment, Key):
        return
    made = Sighting(
        operation=operation, page=page, segment=path.segments[index], rest=path.segments[index + 1 :], span=route.span
    )
    text = made.text
    if text and not text.startswith(("$", "{")):
        yield Gap(owner=step.owner or "", on_collection=step.on_collection, name=text.rpartition(".")[2].lower()), made


def returned(operation: Operation) -> str | None:
    """The structured type that the operation returns, one or many."""
    ref = operation.response.type
    item = item_of(ref) if ref is not None else None
    return item.name if isinstance(item, Named) else None


def accepted(operation: Operation) -> str | None:
    """The structured type that the operation's body is."""
    ref = operation.body.type
    item = item_of(ref) if ref is not None else None
    return item.name if isinstance(item, Named) else None


def lists(operation: Operation) -> bool:
    """It returns a collection."""
    return operation.response.kind is ResponseKind.COLLECTION
