"""Pass: the inputs of operations, from tables, paths and examples; and the OData options that pages document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from generator.diagnostics import Diagnostic, Report
from generator.dialect.conventions import Conventions
from generator.facts.page import ParameterFacts, PropertyFacts
from generator.link.action_bodies import action_body
from generator.link.arguments import passed_arguments, query_arguments, query_options
from generator.link.choices import row_reference
from generator.link.draft import Draft
from generator.link.example_shapes import request_bodies
from generator.link.representation import shown_type
from generator.link.valued_enums import ValueSets, by_values, value_sets
from generator.model.declarations import Inference
from generator.model.operations import Operation, OperationKind, Parameter, ParameterPlace
from generator.model.primitives import PrimitiveName
from generator.model.types import Opaque, Primitive, TypeRef, item_of

_STRING = Primitive(name=PrimitiveName.STRING)
_INT32 = Primitive(name=PrimitiveName.INT32)
_UNSAID = Opaque(text="")
_CALLS = (OperationKind.FUNCTION, OperationKind.DELTA)


def declare_parameters(draft: Draft, report: Report) -> Draft:
    """Parameters and options of every operation."""
    sets = value_sets(draft.enums.values(), draft.conventions)
    return replace(draft, operations=tuple(_with_parameters(draft, each, sets, report) for each in draft.operations))


def _with_parameters(draft: Draft, operation: Operation, sets: ValueSets, report: Report) -> Operation:
    described = draft.described[operation.id]
    stated = [_stated(draft, operation, row, sets, report) for row in described.facts.parameters]
    passed = list(passed_arguments(draft, operation, described, stated))
    names = {each.name.lower() for each in passed}
    found = _once(
        [*(each for each in stated if each.name.lower() not in names), *passed, *query_arguments(operation, stated)]
    )
    options = dict.fromkeys(query_options(operation), operation.source)
    options.update(zip(described.facts.options, described.facts.option_spans, strict=True))
    body = operation.body
    if operation.kind is OperationKind.ACTION:
        body, found = action_body(draft, operation, described, found)
    return msgspec.structs.replace(
        operation,
        parameters=found,
        options=tuple(sorted(options)),
        option_spans=tuple(options[each] for each in sorted(options)),
        body=body,
    )


def _stated(draft: Draft, operation: Operation, facts: ParameterFacts, sets: ValueSets, report: Report) -> Parameter:
    place = facts.place
    if place is ParameterPlace.BODY and operation.kind in _CALLS:
        place = ParameterPlace.FUNCTION
    if place is ParameterPlace.FUNCTION and facts.row.name.lower() in _queried(operation):
        place = ParameterPlace.QUERY
    header = place is ParameterPlace.HEADER
    at = draft.described[operation.id].place
    made, inferred = row_reference(draft, facts.row.type, at, _unreported if header else report)
    if made == _UNSAID and place is ParameterPlace.BODY:
        made, inferred = _shown(draft, operation, facts.row.name)
    elif _is_whole(facts.row, draft.conventions):
        made, inferred = _INT32, Inference(rule="whole-number", reason="the description counts")
    made = by_values(made, facts.row, sets, f"{at.namespace}.{operation.name or ''}", draft.conventions)
    return Parameter(
        name=facts.row.name,
        place=place,
        type=_STRING if isinstance(made, Opaque) and (header or _is_untyped(made, place)) else made,
        inference=inferred,
        description=facts.row.description,
        markers=facts.row.markers,
        sources=(facts.row.span,),
    )


def _queried(operation: Operation) -> frozenset[str]:
    """Names that request lines write behind `?`, in lower case: whatever the table is headed."""
    return frozenset(each.name.lower() for route in operation.routes for each in route.path.query)


def _shown(draft: Draft, operation: Operation, name: str) -> tuple[TypeRef, Inference | None]:
    """The type of a member of the body whose row has no Type cell: text for annotations, else what an example sends."""
    if name.startswith("@"):
        return _STRING, Inference(rule="annotation-name", reason="annotations of this kind are text")
    described = draft.described[operation.id]
    for body in request_bodies(described.facts, operation.verb):
        found = shown_type(body[name], draft.names, described.place) if name in body else _UNSAID
        if isinstance(item_of(found), Primitive):
            return found, Inference(rule="shown-parameter", reason="an example sends it")
    return _UNSAID, None


def _is_whole(row: PropertyFacts, conventions: Conventions) -> bool:
    """A loose number whose description says that it counts: `number`, "Zero-indexed"."""
    loose = row.type is not None and row.type.text.strip("`* ").lower() in conventions.loose_numbers
    return loose and any(phrase in row.description.lower() for phrase in conventions.counting)


def _once(found: Iterable[Parameter]) -> tuple[Parameter, ...]:
    once: dict[tuple[ParameterPlace, str], Parameter] = {}
    for each in found:
        once.setdefault((each.place, each.name.lower()), each)
    return tuple(once.values())


def _is_untyped(made: Opaque, place: ParameterPlace) -> bool:
    """A row without a Type cell: what stands in a URL is text."""
    return not made.text and place is not ParameterPlace.BODY


def _unreported(_found: Diagnostic) -> None:
    """The Type column of a header table often holds values; headers are text."""
