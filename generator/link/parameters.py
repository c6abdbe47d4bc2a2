"""Pass: the inputs of operations, from tables, paths and examples; and the OData options that pages document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import msgspec

from generator.diagnostics import Report
from generator.facts.page import ParameterFacts
from generator.link.draft import Described, Draft
from generator.link.example_bodies import request_bodies
from generator.link.references import cell_reference
from generator.link.representation import shown_type
from generator.model.declarations import Inference
from generator.model.operations import Body, BodyKind, Operation, OperationKind, Parameter, ParameterPlace
from generator.model.paths import Argument, Call
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role
from generator.model.types import Opaque, Primitive, TypeRef
from generator.model.wording import Markers
from generator.text import Span

_STRING = Primitive(name=PrimitiveName.STRING)
_CALLS = (OperationKind.FUNCTION, OperationKind.DELTA)


def declare_parameters(draft: Draft, report: Report) -> Draft:
    """Parameters and options of every operation."""
    return replace(
        draft,
        operations=tuple(_with_parameters(draft, each, draft.described[each.id], report) for each in draft.operations),
    )


def _with_parameters(draft: Draft, operation: Operation, described: Described, report: Report) -> Operation:
    stated = [_stated(draft, operation, described, row, report) for row in described.facts.parameters]
    found = _once([*stated, *_of_paths(operation, stated)])
    body = operation.body
    if operation.kind is OperationKind.ACTION:
        body, found = _action_body(draft, operation, described, found)
    return msgspec.structs.replace(
        operation, parameters=found, options=tuple(sorted(set(described.facts.options))), body=body
    )


def _stated(
    draft: Draft, operation: Operation, described: Described, facts: ParameterFacts, report: Report
) -> Parameter:
    place = facts.place
    if place is ParameterPlace.BODY and operation.kind in _CALLS:
        place = ParameterPlace.FUNCTION
    made = cell_reference(draft.names, facts.row.type, described.place, report)
    return Parameter(
        name=facts.row.name,
        place=place,
        type=_STRING if isinstance(made, Opaque) and not made.text and place is not ParameterPlace.BODY else made,
        description=facts.row.description,
        markers=facts.row.markers,
        sources=(facts.row.span,),
    )


def _once(found: Iterable[Parameter]) -> tuple[Parameter, ...]:
    once: dict[tuple[ParameterPlace, str], Parameter] = {}
    for each in found:
        once.setdefault((each.place, each.name.lower()), each)
    return tuple(once.values())


def _of_paths(operation: Operation, stated: list[Parameter]) -> Iterator[Parameter]:
    """What paths pass in parentheses, typed by the table where it has the name in any place."""
    rows = {each.name.lower(): each for each in reversed(stated)}
    for route in operation.routes:
        for step in route.steps:
            if step.role is Role.FUNCTION and isinstance(step.segment, Call) and step is route.steps[-1]:
                for argument in step.segment.arguments:
                    yield _of_argument(argument, rows, route.span)


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


def _action_body(
    draft: Draft, operation: Operation, described: Described, found: tuple[Parameter, ...]
) -> tuple[Body, tuple[Parameter, ...]]:
    """An action's body is its parameters; where no table lists them, the members of the examples' bodies."""
    if any(each.place is ParameterPlace.BODY for each in found):
        return _parameters_body(operation.body, None), found
    if operation.body.kind in (BodyKind.NONE, BodyKind.STREAM, BodyKind.REFERENCE):
        return operation.body, found
    shown = tuple(_once(_shown(draft, operation, described)))
    if not shown:
        return operation.body, found
    return _parameters_body(operation.body, "the example sends them"), (*found, *shown)


def _parameters_body(body: Body, reason: str | None) -> Body:
    inference = Inference(rule="shown-parameters", reason=reason) if reason else None
    return Body(kind=BodyKind.PARAMETERS, type=None, span=body.span, inference=inference)


def _shown(draft: Draft, operation: Operation, described: Described) -> Iterator[Parameter]:
    for body in request_bodies(described.facts, operation.verb):
        for key, value in body.items():
            if not key.startswith("@") and "@" not in key:
                yield _shown_parameter(draft, operation, described, key, value)


def _shown_parameter(draft: Draft, operation: Operation, described: Described, key: str, value: Any) -> Parameter:
    made: TypeRef = shown_type(value, draft.names, described.place)
    return Parameter(
        name=key,
        place=ParameterPlace.BODY,
        type=made,
        description="",
        markers=Markers(),
        sources=(operation.source,),
        inference=Inference(rule="shown-parameters", reason="the example sends it"),
    )
