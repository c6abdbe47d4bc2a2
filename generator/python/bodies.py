"""How the SDK takes what requests carry: a model, an action's members, a link, bytes. Knows sendings and names."""

from __future__ import annotations

from generator.model.indexes.calls import Call
from generator.model.indexes.sendings import Sending, SendingForm, sending_of
from generator.model.operations import ParameterPlace
from generator.model.types import Collection, Named
from generator.model.wording import Verb
from generator.python.annotations import request_item
from generator.python.methods import Argument, Result, Sent
from generator.python.sites import BodyForm
from generator.python.symbols import Symbols


def sent_by(call: Call, result: Result, symbols: Symbols, *, has_parameters: bool) -> Sent:
    """What the request carries, and the parameter that holds it."""
    sending = sending_of(call, lambda name: _is_model(name, symbols), has_members=has_parameters)
    match sending.form:
        case SendingForm.NOTHING:
            return Sent(form=BodyForm.NONE)
        case SendingForm.REFERENCE:
            return Sent(form=BodyForm.REFERENCE, argument=_body_argument("target", "Target"))
        case SendingForm.BYTES:
            return Sent(form=BodyForm.CONTENT, argument=_body_argument("content", "Content"))
        case SendingForm.MEMBERS:
            return Sent(form=BodyForm.PARAMETERS)
        case SendingForm.OBJECT if isinstance(sending.type, Named) and _is_model(sending.type.name, symbols):
            return _model(call, sending, result, symbols)
        case _:
            return _any(sending, symbols)


def _is_model(name: str, symbols: Symbols) -> bool:
    found = symbols.find(name)
    return found is not None and not found.is_enum


def _model(call: Call, sending: Sending, result: Result, symbols: Symbols) -> Sent:
    found = symbols.find(sending.type.name) if isinstance(sending.type, Named) else None
    assert found is not None
    declared = found.qualified
    saves = result.call == "_one" and result.reads == declared
    variable = f"{found.class_name}T" if saves and symbols.has_derived(found.declaration.name) else ""
    name = "changes" if call.verb is Verb.PATCH else "body"
    argument = _body_argument(name, variable or declared)
    return Sent(form=BodyForm.MODEL, argument=argument, declared=declared, variable=variable)


def _any(sending: Sending, symbols: Symbols) -> Sent:
    if sending.optional:
        return Sent(form=BodyForm.RAW, argument=_body_argument("body", "Json", "UNSET"))
    if isinstance(sending.type, Collection):
        item = request_item(sending.type.item, symbols)
        return Sent(form=BodyForm.RAW, argument=_body_argument("body", f"Sequence[{item}]"))
    return Sent(form=BodyForm.RAW, argument=_body_argument("body", "Json"))


def _body_argument(name: str, annotation: str, default: str | None = None) -> Argument:
    return Argument(name=name, wire="", place=ParameterPlace.BODY, annotation=annotation, default=default)
