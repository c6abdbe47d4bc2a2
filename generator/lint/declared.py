"""What the SDK's method for a call says it sends and gives, as far as bodies of examples are held against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.lint.shapes import Shapes
from generator.model.indexes.answers import Answer, AnswerForm, answer_of, is_many
from generator.model.indexes.calls import Call
from generator.model.indexes.sendings import SendingForm, sending_of
from generator.model.operations import Parameter, ParameterPlace
from generator.model.primitives import PrimitiveName as P
from generator.model.types import Collection, Opaque, Primitive, TypeRef, item_of


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What a method says it sends and gives. None: it takes any JSON, bytes or nothing there."""

    body: TypeRef | None = None
    members: Mapping[str, TypeRef | None] | None = None
    """The parameters that make up the body, by wire name; a type of None is not checked."""
    required: frozenset[str] = frozenset()
    """Members that every call must give."""
    response: TypeRef | None = None
    """A `Collection` for pages of many."""
    response_as_json: TypeRef | None = None
    """What it gives in place of a file, where the request asks for JSON."""
    bodiless: bool = False
    """Whether it sends nothing, whatever is shown."""
    reference: bool = False
    """Whether it sends a link to an object."""
    silent: bool = False
    """Whether it gives nothing, whatever comes back."""


def declared_by(call: Call, known: Shapes) -> Declared:
    """What the method for `call` declares."""
    sent, answer = sending_of(call, known.structures.__contains__), answer_of(call)
    members = _parameters(call) if sent.form is SendingForm.MEMBERS else {}
    return Declared(
        body=sent.type if sent.form is SendingForm.OBJECT else None,
        members={name: _checked(each.type) for name, each in members.items()} or None,
        required=frozenset(name for name, each in members.items() if each.markers.required),
        response=_read(answer),
        response_as_json=None if answer.as_json is None else _read(answer.as_json),
        bodiless=sent.form is SendingForm.NOTHING,
        reference=sent.form is SendingForm.REFERENCE,
        silent=answer.form is AnswerForm.NOTHING,
    )


def _parameters(call: Call) -> dict[str, Parameter]:
    return {each.name: each for each in call.parameters if each.place is ParameterPlace.BODY}


_TOKENS = frozenset({P.STRING, P.BOOLEAN, P.BYTE, P.SBYTE, P.INT16, P.INT32, P.INT64, P.SINGLE, P.DOUBLE})
"""Primitives that a test checks in an action's parameter; it passes others on as they stand."""


def _checked(ref: TypeRef) -> TypeRef | None:
    item = item_of(ref)
    return None if isinstance(item, Primitive) and item.name not in _TOKENS else ref


def _read(answer: Answer) -> TypeRef | None:
    """What is read strictly: one thing, or a `Collection`. None for bytes, counts, nothing, and any JSON."""
    if answer.type is None or not is_many(answer):
        return answer.type
    return Collection(item=Primitive(name=P.UNTYPED) if isinstance(answer.type, Opaque) else answer.type)
