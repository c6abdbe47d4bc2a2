"""Pass: what operations take and return, by prose first, then annotations, then the examples themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import msgspec

from generator.diagnostics import Report
from generator.facts.page import BodyFacts, ResponseExample, ResponseFacts
from generator.facts.written import WrittenName
from generator.link.choices import common_base
from generator.link.draft import Described, Draft
from generator.link.example_shapes import request_bodies, responses, shape
from generator.link.labelled import labelled_response
from generator.link.references import reference
from generator.link.representation import shown_type
from generator.model.declarations import Inference
from generator.model.operations import Body, BodyKind, Operation, Response, ResponseKind
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, ItemType, Named, Opaque, Primitive, TypeRef, item_of
from generator.model.wording import Verb


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
            found, inferred = _joined(draft, found, stated, described)
            return Body(kind=kind, type=found, span=stated.span, inference=inferred)
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


_NOTHING = Opaque(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What an example shows of the response: that it is many, or one object, the annotated type, the type its JSON hints at.

    Pages that show both speak of one, and filter a collection for it in some examples.
    """

    many: bool
    one: bool
    noted: TypeRef | None
    sampled: TypeRef | None


def _response(draft: Draft, operation: Operation, described: Described, report: Report) -> Response:
    """The prose has the word; examples fill in the type and tell that there are many where the prose does not."""
    found = _stated(draft, described, report)
    examples = [_shown(draft, described, each) for each in responses(described.facts, operation.verb)]
    told = sorted((each for each in examples if each is not None), key=_detail)
    mixed = any(each.one for each in told)
    for shown in told:
        if (made := _completed(draft, found, replace(shown, many=shown.many and not mixed))) is not None:
            return made
    return found


def _detail(shown: _Shown) -> int:
    """Examples that show a structured type speak before those that show text or bytes: pages give reports in both."""
    return 0 if isinstance(item_of(shown.noted or shown.sampled or _NOTHING), Named) else 1


def _stated(draft: Draft, described: Described, report: Report) -> Response:
    stated = described.facts.response
    if stated is None:
        return Response(kind=ResponseKind.UNSTATED, statuses=(), type=None, span=None)
    ref: TypeRef | None = None
    inferred: Inference | None = None
    if stated.type is not None:
        ref = reference(draft.names, stated.type, described.place, stated.span, report)
        ref = None if isinstance(item_of(ref), Opaque) else ref
    if ref is not None and stated.type is not None:
        ref, inferred = _joined(draft, ref, stated, described)
        shown = [each for example in described.facts.examples for each in example.responses]
        ref, inferred = labelled_response(stated.type, ref, shown, described.place, draft.names) or (ref, inferred)
    if stated.kind is ResponseKind.COLLECTION and ref is not None and not isinstance(ref, Collection):
        ref = Collection(item=ref)
    kind = ResponseKind.COLLECTION if isinstance(ref, Collection) else stated.kind
    return Response(kind=kind, statuses=stated.statuses, type=ref, span=stated.span, inference=inferred)


def _joined(
    draft: Draft, first: TypeRef, stated: BodyFacts | ResponseFacts, described: Described
) -> tuple[TypeRef, Inference | None]:
    """The nearest base of all types that a sentence offers; the first of them, where they have none."""
    item = item_of(first)
    if not stated.others or not isinstance(item, Named):
        return first, None
    base = common_base(draft, (WrittenName(name=item.name), *stated.others), described.place)
    if base is None or base == item.name:
        return first, None
    named = Named(name=base)
    reason = f"it is the nearest base of {item.name} and what else is offered"
    return (Collection(item=named) if isinstance(first, Collection) else named), Inference(
        rule="common-base", reason=reason
    )


def _shown(draft: Draft, described: Described, example: ResponseExample) -> _Shown | None:
    kind, value = shape(example)
    noted = draft.names.type(example.type, described.place) if example.type is not None else None
    noted = None if noted is not None and isinstance(item_of(noted), Opaque) else noted
    sampled = _of_value(draft, described, value)
    if noted is None and sampled is None and kind not in (ResponseKind.COLLECTION, ResponseKind.VALUE):
        return None
    one = kind is ResponseKind.VALUE and isinstance(value, dict) and not isinstance(value.get("value"), list)
    many = kind is ResponseKind.COLLECTION or (isinstance(noted, Collection) and not one)
    return _Shown(many=many, one=one, noted=noted, sampled=sampled)


def _of_value(draft: Draft, described: Described, value: Any) -> TypeRef | None:
    if value is None:
        return None
    if isinstance(value, str):
        return Primitive(name=PrimitiveName.STRING)
    found = shown_type(value, draft.names, described.place)
    return None if isinstance(item_of(found), Opaque) else found


def _completed(draft: Draft, found: Response, shown: _Shown) -> Response | None:
    """The response with what the example adds; None where it adds nothing."""
    stated = found.type
    if stated is not None and isinstance(item_of(stated), Primitive) and isinstance(_item(shown.noted), Named):
        stated = None
    if isinstance(stated, Named) and isinstance(shown.noted, Primitive) and shown.sampled == shown.noted:
        stated = None  # "a URL for the object": the annotation and the JSON say that the URL comes back
    if not found.statuses and isinstance(shown.noted, Collection) and isinstance(shown.noted.item, Named):
        stated = None  # words without a status are about something else, where a list is noted
    ref = stated or shown.noted or shown.sampled
    if ref is None:
        return None
    rule = None if stated else "annotated-response" if shown.noted else "shown-response"
    if shown.many and not isinstance(ref, Collection) and not _has_value(draft, ref):
        ref, rule = Collection(item=ref), rule or "shown-collection"
    if rule is None:
        return None
    return msgspec.structs.replace(
        found,
        kind=ResponseKind.COLLECTION if isinstance(ref, Collection) else ResponseKind.VALUE,
        type=ref,
        inference=Inference(rule=rule, reason="the example shows it"),
    )


def _item(ref: TypeRef | None) -> ItemType | None:
    return None if ref is None else item_of(ref)


def _has_value(draft: Draft, ref: TypeRef) -> bool:
    """The type has a property of its own called `value`, so an example that shows one says nothing of collections."""
    each = draft.types.get(str(item_of(ref)))
    return each is not None and any(prop.name == "value" for prop in each.properties)
