"""What a call's request carries: by what its pages state, and by what its path leads to. Knows calls and types.

The SDK's methods, the judgement of examples and the exports all read it here, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from generator.model.indexes.calls import Call
from generator.model.operations import BodyKind, OperationKind, ParameterPlace
from generator.model.types import Collection, Named, TypeRef, item_of
from generator.model.wording import Verb


class SendingForm(Enum):
    NOTHING = "nothing"
    OBJECT = "object"
    """One of a structured type."""
    MEMBERS = "members"
    """An object of the call's body parameters."""
    REFERENCE = "reference"
    """A link to an object."""
    BYTES = "bytes"
    ANY = "any"
    """JSON of which the pages do not say more than the type, or not even that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What a call sends. `type` is of an object, or of a list; None where the pages do not say."""

    form: SendingForm
    type: TypeRef | None = None
    optional: bool = False
    """It may be left out: nothing says that there is a body."""


_PLAIN = (OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE)
_NOTHING = Sending(form=SendingForm.NOTHING)


def sending_of(call: Call, is_structured: Callable[[str], bool], *, has_members: bool | None = None) -> Sending:
    """What is sent. `has_members`: whether any body parameter is documented, where others know more than the call."""
    kind = call.body.kind
    members = has_body_parameters(call) if has_members is None else has_members
    if call.verb in (Verb.GET, Verb.DELETE) and kind in (BodyKind.UNSTATED, BodyKind.REFERENCE):
        return _NOTHING
    if kind is BodyKind.REFERENCE or (call.kind is OperationKind.REFERENCE and kind is not BodyKind.NONE):
        return Sending(form=SendingForm.REFERENCE)
    if kind is BodyKind.STREAM:
        return Sending(form=SendingForm.BYTES)
    if kind in (BodyKind.NONE, BodyKind.PARAMETERS) and (members or kind is BodyKind.NONE):
        return Sending(form=SendingForm.MEMBERS) if members else _NOTHING
    return _value(call, is_structured, members=members)


def has_body_parameters(call: Call) -> bool:
    """Whether a page lists what the body holds."""
    return any(each.place is ParameterPlace.BODY for each in call.parameters)


def _value(call: Call, is_structured: Callable[[str], bool], *, members: bool) -> Sending:
    ref = call.body.type or _implied(call)
    if isinstance(ref, Named) and is_structured(ref.name):
        return Sending(form=SendingForm.OBJECT, type=ref)
    if members:
        return Sending(form=SendingForm.MEMBERS)
    if call.kind is OperationKind.ACTION and call.body.kind is BodyKind.UNSTATED:
        return Sending(form=SendingForm.ANY, optional=True)
    return Sending(form=SendingForm.ANY, type=ref if isinstance(ref, Collection) else None)


def _implied(call: Call) -> TypeRef | None:
    """What is created or changed where the page does not say: what the path leads to, or else what comes back."""
    if call.kind not in _PLAIN or call.body.kind is not BodyKind.ENTITY:
        return None
    at = call.steps[-1].type if call.steps else None
    refs = [item_of(ref) for ref in (at, call.response.type) if ref is not None]
    return next((each for each in refs if isinstance(each, Named)), None)
