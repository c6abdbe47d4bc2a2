"""The path of an example that adds to a documented one what services of this kind always understand.

That is the caller by either of two names, a cast to a derived type, and how the result is wanted (`$count`, `$value`,
`content`). Such an example documents a call that no request line shows. Knows paths and steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dialect.conventions import Conventions
from generator.model.declarations import StructuredType
from generator.model.operations import Operation, Route
from generator.model.paths import Call, Key, Name, Path, Segment
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role, Step
from generator.model.types import Collection, Named, Primitive, TypeRef, item_of
from generator.text import Span

_ENDS = {
    "$count": (Role.COUNT, Primitive(name=PrimitiveName.INT32)),
    "$value": (Role.VALUE, Primitive(name=PrimitiveName.STREAM)),
    "content": (Role.PROPERTY, Primitive(name=PrimitiveName.STREAM)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Callers:
    """The two ways to the caller, with the steps that other paths have: as the singleton, and by key in the entity set."""

    me: Route
    one: Route


def callers(operations: Iterable[Operation], conventions: Conventions) -> Callers | None:
    """The ways to the caller; None where the pages do not have both."""
    found: dict[bool, Route] = {}
    for route in (each for operation in operations for each in operation.routes):
        names, steps = route.path.segments, route.steps
        if _is_named(names[:1], conventions.me) and len(steps) == len(names):
            found.setdefault(True, _cut(route, 1))
        elif _is_named(names[:1], conventions.people) and len(steps) == len(names) > 1 and isinstance(names[1], Key):
            found.setdefault(False, _cut(route, 2))
    return Callers(me=found[True], one=found[False]) if len(found) > 1 else None


def shown_route(
    url: Path, template: Route, known: Callers | None, types: Mapping[str, StructuredType], span: Span
) -> Route | None:
    """The route that the URL takes beside the documented `template`; None where it adds nothing, or something else."""
    if len(template.steps) != len(template.path.segments):
        return None
    base = _as_called(url, template, known) or template
    depth = len(base.path.segments)
    if not _fits(url.segments[:depth], base.path.segments):
        return None
    if len(url.segments) > depth and not _goes_on(url.segments[depth], base.steps[-1], types):
        return None
    route = Route(path=Path(segments=base.path.segments), span=span, steps=base.steps)
    for segment in url.segments[depth:]:
        step = _end(segment, route.steps[-1].type, types)
        if step is None:
            return None
        route = Route(path=Path(segments=(*route.path.segments, step.segment)), span=span, steps=(*route.steps, step))
    return None if route.path.shape == template.path.shape else route


def _goes_on(segment: Segment, last: Step, types: Mapping[str, StructuredType]) -> bool:
    """Whether the result of a call has what the URL asks it for: a declared property of bytes. Others go on as they like."""
    if last.role not in (Role.FUNCTION, Role.ACTION):
        return True
    result = types.get(str(item_of(last.type))) if last.type is not None else None
    asked = segment.text.lower() if isinstance(segment, Name) else ""
    return result is not None and any(each.name.lower() == asked == "content" for each in result.properties)


def _as_called(url: Path, template: Route, known: Callers | None) -> Route | None:
    """The template with the caller named as the URL names it, where the two differ in that."""
    if known is None:
        return None
    for mine, theirs in ((known.me, known.one), (known.one, known.me)):
        there, here = theirs.path.segments, mine.path.segments
        if _fits(template.path.segments[: len(there)], there) and _fits(url.segments[: len(here)], here):
            if _fits(url.segments[: len(there)], there):
                return None
            segments = (*here, *template.path.segments[len(there) :])
            steps = (*mine.steps, *template.steps[len(there) :])
            return Route(path=Path(segments=segments), span=template.span, steps=steps)
    return None


def _end(segment: Segment, at: TypeRef | None, types: Mapping[str, StructuredType]) -> Step | None:
    if not isinstance(segment, Name):
        return None
    if segment.text.lower() in _ENDS:
        role, wanted = _ENDS[segment.text.lower()]
        name = "content" if role is Role.PROPERTY else None
        return Step(segment=Name(text=segment.text.lower()), role=role, name=name, owner=None, type=wanted)
    cast = next((each for each in types if each.lower() == segment.text.lower()), None) if segment.qualified else None
    if cast is None:
        return None
    ref = Collection(item=Named(name=cast)) if isinstance(at, Collection) else Named(name=cast)
    return Step(segment=Name(text=cast), role=Role.CAST, name=cast, owner=None, type=ref)


def _fits(written: tuple[Segment, ...], wanted: tuple[Segment, ...]) -> bool:
    return len(written) == len(wanted) and all(_is_alike(*pair) for pair in zip(written, wanted, strict=True))


def _is_alike(written: Segment, wanted: Segment) -> bool:
    if isinstance(wanted, Key):
        return isinstance(written, Key) or (isinstance(written, Name) and not written.text.startswith("$"))
    if isinstance(wanted, Call) and isinstance(written, Call):
        names = [{argument.name.lower() for argument in each.arguments} for each in (written, wanted)]
        return written.name.lower() == wanted.name.lower() and names[0] == names[1]
    return isinstance(wanted, Name) and isinstance(written, Name) and written.text.lower() == wanted.text.lower()


def _is_named(segments: tuple[Segment, ...], name: str) -> bool:
    return bool(segments) and isinstance(segments[0], Name) and segments[0].text.lower() == name


def _cut(route: Route, length: int) -> Route:
    return Route(path=Path(segments=route.path.segments[:length]), span=route.span, steps=route.steps[:length])
