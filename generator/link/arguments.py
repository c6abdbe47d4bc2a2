"""What functions are passed in the parentheses of a path, as parameters."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.link.draft import Described, Draft
from generator.link.example_shapes import request_path
from generator.model.declarations import Inference
from generator.model.operations import Operation, Parameter, ParameterPlace
from generator.model.paths import Argument, Call
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role
from generator.model.types import Primitive
from generator.model.wording import Markers
from generator.text import Span

_STRING = Primitive(name=PrimitiveName.STRING)


def passed_arguments(
    draft: Draft, operation: Operation, described: Described, stated: list[Parameter]
) -> Iterator[Parameter]:
    """What paths pass in parentheses, typed by the table where it has the name in any place.

    Where the request lines leave the parentheses out, those of the examples count.
    """
    rows = {each.name.lower(): each for each in reversed(stated)}
    ends = [
        (route.steps[-1], route.span)
        for route in operation.routes
        if route.steps and route.steps[-1].role is Role.FUNCTION
    ]
    written = [(each.segment, span) for each, span in ends if isinstance(each.segment, Call)]
    shown = [] if written or not ends else _shown_calls(draft, described, ends[0][0].name or "")
    for segment, span in (*written, *shown):
        for argument in segment.arguments:
            yield _of_argument(argument, rows, span)


def query_arguments(operation: Operation, stated: list[Parameter]) -> Iterator[Parameter]:
    """What request lines write behind `?` by a plain name: OData's own options begin with `$`."""
    known = {each.name.lower() for each in stated}
    for route in operation.routes:
        for argument in route.path.query:
            if argument.name.isidentifier() and argument.name.lower() not in known:
                made = _of_argument(argument, {}, route.span)
                yield msgspec.structs.replace(made, place=ParameterPlace.QUERY, markers=Markers())


def query_options(operation: Operation) -> Iterator[str]:
    """The OData options that request lines write behind `?`, without `$`."""
    for route in operation.routes:
        yield from (
            each.name[1:].lower() for each in route.path.query if each.name.startswith("$") and each.name[1:].isalpha()
        )


def _shown_calls(draft: Draft, described: Described, name: str) -> list[tuple[Call, Span]]:
    """The function as the URLs of examples call it."""
    found = []
    for example in described.facts.examples:
        path = request_path(example.request, draft.conventions).path
        last = path.segments[-1] if path is not None and path.segments else None
        if (
            isinstance(last, Call)
            and last.name.rpartition(".")[2].lower() == name.lower()
            and example.request is not None
        ):
            found.append((last, example.request.span))
    return found


def _of_argument(argument: Argument, rows: dict[str, Parameter], span: Span) -> Parameter:
    row = rows.get(argument.name.lower()) or rows.get((argument.placeholder or "").lower())
    return Parameter(
        name=argument.name,
        place=ParameterPlace.FUNCTION,
        type=row.type if row else _STRING if argument.quoted else _literal_type(argument),
        description=row.description if row else "",
        markers=row.markers if row else Markers(required=True),
        sources=(*row.sources, span) if row else (span,),
        inference=None if row else Inference(rule="path-argument", reason="the request path passes it"),
    )


def _literal_type(argument: Argument) -> Primitive:
    text = (argument.literal or "").lower()
    if text in ("true", "false"):
        return Primitive(name=PrimitiveName.BOOLEAN)
    return Primitive(name=PrimitiveName.INT32) if text.lstrip("-").isdigit() else _STRING
