"""What actions take in their bodies, as parameters: by table, and by the bodies that examples send."""

from __future__ import annotations

from typing import Any

from generator.facts.written import WrittenName
from generator.link.draft import Described, Draft
from generator.link.example_shapes import request_bodies
from generator.link.representation import shown_type
from generator.model.declarations import Inference
from generator.model.operations import Body, BodyKind, Operation, Parameter, ParameterPlace
from generator.model.types import Collection, Opaque, TypeRef, item_of
from generator.model.wording import Markers


def action_body(
    draft: Draft, operation: Operation, described: Described, found: tuple[Parameter, ...]
) -> tuple[Body, tuple[Parameter, ...]]:
    """An action's body is its parameters; where no table lists them, the members of the examples' bodies."""
    shown = _shown(draft, operation, described)
    rows = tuple(each for each in found if each.place is ParameterPlace.BODY)
    others = tuple(each for each in found if each.place is not ParameterPlace.BODY)
    if rows:
        wrapper = _wrapper(draft, described, operation, rows)
        return _parameters_body(operation.body, None), (*others, *((wrapper,) if wrapper else rows))
    if operation.body.kind in (BodyKind.STREAM, BodyKind.REFERENCE) or not shown:
        return operation.body, found
    return _parameters_body(operation.body, "the example sends them"), (*others, *shown)


def _parameters_body(body: Body, reason: str | None) -> Body:
    inference = Inference(rule="shown-parameters", reason=reason) if reason else None
    return Body(kind=BodyKind.PARAMETERS, type=None, span=body.span, inference=inference)


def _wrapper(draft: Draft, described: Described, operation: Operation, rows: tuple[Parameter, ...]) -> Parameter | None:
    """The one parameter that examples send, where the table lists the properties of its value instead."""
    listed = {each.name.lower() for each in rows}
    wrapper = None
    for body in request_bodies(described.facts, operation.verb):
        if len(body) != 1:
            return None
        ((key, value),) = body.items()
        inner = value[0] if isinstance(value, list) and value else value
        if (
            key.lower() in listed
            or not isinstance(inner, dict)
            or not inner
            or not {each.lower() for each in inner} <= listed
        ):
            return None
        wrapper = _parameter(draft, described, operation, key, value)
    return wrapper


def _shown(draft: Draft, operation: Operation, described: Described) -> tuple[Parameter, ...]:
    once: dict[str, Parameter] = {}
    for body in request_bodies(described.facts, operation.verb):
        for key, value in body.items():
            if "@" not in key:
                once.setdefault(key.lower(), _parameter(draft, described, operation, key, value))
    return tuple(once.values())


def _parameter(draft: Draft, described: Described, operation: Operation, key: str, value: Any) -> Parameter:
    return Parameter(
        name=key,
        place=ParameterPlace.BODY,
        type=_type(draft, described, key, value),
        description="",
        markers=Markers(),
        sources=(operation.source,),
        inference=Inference(rule="shown-parameters", reason="the example sends it"),
    )


def _type(draft: Draft, described: Described, key: str, value: Any) -> TypeRef:
    """By the sample value; for an object without a marked type, the type that is called as the parameter is."""
    made = shown_type(value, draft.names, described.place)
    if not isinstance(item_of(made), Opaque):
        return made
    named = draft.names.item(WrittenName(name=key), described.place)
    if isinstance(named, Opaque):
        return made
    return Collection(item=named) if isinstance(made, Collection) else named
