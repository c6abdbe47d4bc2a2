"""What requests carry: a model, an action's members, a link, bytes. Knows calls and types."""

from __future__ import annotations

from generator.model.indexes.calls import Call
from generator.model.operations import BodyKind, OperationKind, ParameterPlace
from generator.model.types import Collection, Named, TypeRef, item_of
from generator.model.wording import Verb
from generator.python.annotations import request_item
from generator.python.methods import Argument, Result, Sent
from generator.python.sites import BodyForm
from generator.python.symbols import Symbols


def sent_by(call: Call, result: Result, symbols: Symbols, *, has_parameters: bool) -> Sent:
    """What the request carries, and the parameter that holds it."""
    kind = call.body.kind
    if call.verb in (Verb.GET, Verb.DELETE) and kind in (BodyKind.UNSTATED, BodyKind.REFERENCE):
        return Sent(form=BodyForm.NONE)
    if kind is BodyKind.REFERENCE or (call.kind is OperationKind.REFERENCE and kind is not BodyKind.NONE):
        return Sent(form=BodyForm.REFERENCE, argument=_body_argument("target", "Target"))
    if kind is BodyKind.STREAM:
        return Sent(form=BodyForm.CONTENT, argument=_body_argument("content", "Content"))
    if kind in (BodyKind.NONE, BodyKind.PARAMETERS) and (has_parameters or kind is BodyKind.NONE):
        return Sent(form=BodyForm.PARAMETERS if has_parameters else BodyForm.NONE)
    return _sent_value(call, result, symbols, has_parameters=has_parameters)


def _sent_value(call: Call, result: Result, symbols: Symbols, *, has_parameters: bool) -> Sent:
    ref = call.body.type or _implied(call)
    found = symbols.find(ref.name) if isinstance(ref, Named) else None
    name = "changes" if call.verb is Verb.PATCH else "body"
    if found is not None and not found.is_enum:
        declared = found.qualified
        saves = result.call == "_one" and result.reads == declared
        variable = f"{found.class_name}T" if saves and symbols.has_derived(found.declaration.name) else ""
        return Sent(
            form=BodyForm.MODEL,
            argument=_body_argument(name, variable or declared),
            declared=declared,
            variable=variable,
        )
    if has_parameters:
        return Sent(form=BodyForm.PARAMETERS)
    if call.kind is OperationKind.ACTION and call.body.kind is BodyKind.UNSTATED:
        return Sent(form=BodyForm.RAW, argument=_body_argument("body", "Json", "UNSET"))
    if isinstance(ref, Collection):
        item = request_item(ref.item, symbols)
        return Sent(form=BodyForm.RAW, argument=_body_argument("body", f"Sequence[{item}]"))
    return Sent(form=BodyForm.RAW, argument=_body_argument("body", "Json"))


_PLAIN = (OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE)


def _implied(call: Call) -> TypeRef | None:
    """What is created or changed where the page does not say: what the path leads to, or else what comes back."""
    if call.kind not in _PLAIN or call.body.kind is not BodyKind.ENTITY:
        return None
    at = call.steps[-1].type if call.steps else None
    refs = [item_of(ref) for ref in (at, call.response.type) if ref is not None]
    return next((each for each in refs if isinstance(each, Named)), None)


def _body_argument(name: str, annotation: str, default: str | None = None) -> Argument:
    return Argument(name=name, wire="", place=ParameterPlace.BODY, annotation=annotation, default=default)
