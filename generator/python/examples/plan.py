"""Which call of the SDK reproduces each documented example. Knows paths and calls, no Python."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.extract.path_text import PathReading, ServiceRoot, read_url
from generator.model.indexes.calls import Call
from generator.model.indexes.indexed import Indexed
from generator.model.indexes.matches import Match, Matcher
from generator.model.operations import Example, Operation
from generator.model.paths import Name, Path

ExampleKey = tuple[str, int]
"""Operation id and the example's ordinal."""

_VERSION = re.compile(r"beta|v\d[\w.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A call, and the URL it should request."""

    match: Match
    path: Path | None
    """Of the example's URL, as it stands; None where the page shows no request, or no path."""
    found: bool
    """Whether the URL is that call's; else no page documents it, and a call of the page stands in, with the
    placeholders of its path as keys.
    """


def plans(indexed: Indexed, root: ServiceRoot) -> dict[ExampleKey, Plan]:
    """The plan of every example that is one of the API at `root`: requests to other hosts have none."""
    by_shape = {(each.verb.value, each.shape): each for each in indexed.calls}
    planner = _Planner(indexed.matcher, by_shape, root)
    planned: dict[ExampleKey, Plan] = {}
    for operation in indexed.api.operations:
        for example in operation.examples:
            plan = planner.plan(operation, example)
            if plan is not None:
                planned[operation.id, example.ordinal] = plan
    return planned


@dataclass(frozen=True, slots=True)
class _Planner:
    matcher: Matcher
    calls: Mapping[tuple[str, str], Call]
    root: ServiceRoot

    def plan(self, operation: Operation, example: Example) -> Plan | None:
        reading = PathReading(path=None) if example.request is None else read_url(example.request.url, self.root)
        if reading.host is not None:
            return None
        if example.request is not None and reading.path is not None:
            match = self.matcher.find(example.request.verb, reading.path)
            if match is not None:
                return Plan(match=match, path=reading.path, found=True)
            match = self.matcher.find(example.request.verb, _without_version(reading.path))
            if match is not None:
                return Plan(match=match, path=reading.path, found=False)
        stand_in = self._own(operation, example)
        return None if stand_in is None else Plan(match=stand_in, path=reading.path, found=example.request is None)

    def _own(self, operation: Operation, example: Example) -> Match | None:
        if not operation.routes:
            return None
        path = operation.routes[example.route or 0].path
        call = self.calls.get((operation.verb.value, path.shape))
        return None if call is None else Match(call=call, values=tuple("{" + each + "}" for each in path.placeholders))


def _without_version(path: Path) -> Path:
    """A URL of another version of the service, as if it were of this one."""
    first = path.segments[0] if path.segments else None
    if isinstance(first, Name) and _VERSION.fullmatch(first.text):
        return Path(segments=path.segments[1:], query=path.query)
    return path
