"""Pass: what operations take and return, by prose first, then annotations, then the examples themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from generator.diagnostics import Report
from generator.facts.page import ResponseFacts
from generator.link.draft import Described, Draft
from generator.link.example_bodies import request_bodies, responses, shape
from generator.link.references import reference
from generator.link.representation import shown_type
from generator.model.declarations import Inference
from generator.model.operations import Body, BodyKind, Operation, Response, ResponseKind
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, Named, Opaque, Primitive, TypeRef, item_of
from generator.model.wording import Verb
from generator.text import Span


def declare_signatures(draft: Draft, report: Report) -> Draft:
    """Body and response of every operation."""
    return replace(
        draft,
        operations=tuple(
            msgspec.structs.replace(
                each,
                body=_body(draft, each, draft.described[each.id], report),
                response=_response(draft, each, draft.described[each.id], report),
            )
            for each in draft.operations
        ),
    )


def _body(draft: Draft, operation: Operation, described: Described, report: Report) -> Body:
    if operation.verb is Verb.GET:
        return Body(kind=BodyKind.NONE, type=None, span=None)
    stated = described.facts.body
    kind = BodyKind.UNSTATED if stated is None else stated.kind
    if stated is not None and stated.type is not None:
        found = reference(draft.names, stated.type, described.place, stated.span or operation.source, report)
        if not isinstance(item_of(found), Opaque):
            return Body(kind=kind, type=found, span=stated.span)
    span = stated.span if stated else None
    noted = _annotated_request(draft, operation, described)
    if noted is not None and kind in (BodyKind.ENTITY, BodyKind.UNSTATED):
        reason = "the example's annotation names it"
        return Body(
            kind=BodyKind.ENTITY, type=noted, span=span, inference=Inference(rule="annotated-body", reason=reason)
        )
    if kind is BodyKind.UNSTATED and any(
        "@odata.id" in body for body in request_bodies(described.facts, operation.verb)
    ):
        reason = "the example sends an @odata.id"
        return Body(
            kind=BodyKind.REFERENCE, type=None, span=span, inference=Inference(rule="shown-body", reason=reason)
        )
    return Body(kind=kind, type=None, span=span)


def _annotated_request(draft: Draft, operation: Operation, described: Described) -> TypeRef | None:
    for example in described.facts.examples:
        if example.request is not None and example.request.verb == operation.verb and example.request_type is not None:
            found = draft.names.type(example.request_type, described.place)
            if isinstance(found, Named):
                return found
    return None


def _response(draft: Draft, operation: Operation, described: Described, report: Report) -> Response:
    stated = described.facts.response
    found = _stated_response(draft, operation, described, stated, report)
    return _completed(draft, operation, described, found)


def _stated_response(
    draft: Draft, operation: Operation, described: Described, stated: ResponseFacts | None, report: Report
) -> Response:
    if stated is None:
        return Response(kind=ResponseKind.UNSTATED, statuses=(), type=None, span=None)
    ref = None
    if stated.type is not None:
        ref = reference(draft.names, stated.type, described.place, stated.span, report)
        ref = None if isinstance(item_of(ref), Opaque) else ref
    return _of_kind(stated.kind, ref, stated.statuses, stated.span)


def _of_kind(kind: ResponseKind, ref: TypeRef | None, statuses: tuple[int, ...], span: Span | None) -> Response:
    if isinstance(ref, Collection):
        kind = ResponseKind.COLLECTION
    elif ref is not None and kind is ResponseKind.COLLECTION:
        ref = Collection(item=ref)
    return Response(kind=kind, statuses=statuses, type=ref, span=span)


def _completed(draft: Draft, operation: Operation, described: Described, found: Response) -> Response:
    """The response with what its prose leaves open: the type by annotation or by the shape of the example."""
    for example in responses(described.facts, operation.verb):
        kind, value = shape(example)
        noted = draft.names.type(example.type, described.place) if example.type is not None else None
        if noted is not None and isinstance(item_of(noted), Opaque):
            noted = None
        if kind is ResponseKind.UNSTATED and noted is None:
            continue
        made = _with_example(draft, described, found, kind, noted, value)
        if made is not None:
            return made
    return found


def _with_example(
    draft: Draft, described: Described, found: Response, kind: ResponseKind, noted: TypeRef | None, value: Any
) -> Response | None:
    many = kind is ResponseKind.COLLECTION or isinstance(noted, Collection)
    ref = found.type
    rule = None
    if ref is None and found.kind is not ResponseKind.NONE:
        ref, rule = (noted, "annotated-response") if noted else (_of_value(draft, described, value), "shown-response")
    if ref is None:
        return None
    if many and not isinstance(ref, Collection) and not _has_value(draft, ref):
        ref, rule = Collection(item=ref), rule or "shown-collection"
    if rule is None:
        return None
    wanted = ResponseKind.COLLECTION if isinstance(ref, Collection) else ResponseKind.VALUE
    return Response(
        kind=wanted,
        statuses=found.statuses,
        type=ref,
        span=found.span,
        inference=Inference(rule=rule, reason="the example shows it"),
    )


def _has_value(draft: Draft, ref: TypeRef) -> bool:
    """The type has a property of its own called `value`, so an example that shows one says nothing of collections."""
    each = draft.types.get(str(item_of(ref)))
    return each is not None and any(prop.name == "value" for prop in each.properties)


def _of_value(draft: Draft, described: Described, value: Any) -> TypeRef | None:
    if value is None:
        return None
    if isinstance(value, str):
        return Primitive(name=PrimitiveName.STRING)
    found = shown_type(value, draft.names, described.place)
    return None if isinstance(item_of(found), Opaque) else found
