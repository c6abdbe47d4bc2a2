"""Samples in paths that stand for parameters: `getUsage(period='D7')` where the page's table has a `period`."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.extract import api_codes
from generator.extract.reading import Reading
from generator.facts.page import ParameterFacts, RouteFacts
from generator.model.operations import ParameterPlace
from generator.model.paths import Argument, Call, Path, Segment

_PLACES = frozenset({ParameterPlace.FUNCTION, ParameterPlace.PATH})


def with_parameters(
    routes: Iterable[RouteFacts], parameters: Iterable[ParameterFacts], reading: Reading
) -> tuple[RouteFacts, ...]:
    """The routes with the literal arguments that a table declares turned into placeholders."""
    names = frozenset(each.row.name.lower() for each in parameters if each.place in _PLACES)
    return tuple(_with(each, names, reading) for each in routes) if names else tuple(routes)


def _with(route: RouteFacts, names: frozenset[str], reading: Reading) -> RouteFacts:
    segments = tuple(_segment(each, names) for each in route.path.segments)
    if segments == route.path.segments:
        return route
    path = Path(segments=segments, query=route.path.query)
    message = f"{route.text[:80]!r} gives a sample for a parameter"
    reading.report(api_codes.PATH_SAMPLE_ARGUMENT.at(route.span, message, hint=f"write {str(path)!r}"))
    return msgspec.structs.replace(route, path=path)


def _segment(segment: Segment, names: frozenset[str]) -> Segment:
    if not isinstance(segment, Call):
        return segment
    return Call(name=segment.name, arguments=tuple(_argument(each, names) for each in segment.arguments))


def _argument(argument: Argument, names: frozenset[str]) -> Argument:
    if argument.literal is None or argument.name.lower() not in names:
        return argument
    return Argument(name=argument.name, placeholder=argument.name, quoted=argument.quoted)
