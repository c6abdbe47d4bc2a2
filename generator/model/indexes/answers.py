"""What comes back from a call: by what its pages state, and by what its path leads to. Knows calls and types.

The SDK's methods, the judgement of examples and the exports all read the answer here, so that they say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.model.indexes.calls import Call
from generator.model.operations import OperationKind, ResponseKind
from generator.model.paths import Name
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role
from generator.model.types import Collection, ItemType, Opaque, Primitive, TypeRef, item_of
from generator.model.wording import Verb


class AnswerForm(Enum):
    NOTHING = "nothing"
    ONE = "one"
    """One of the type."""
    MANY = "many"
    """`{"value": [...]}`, which goes on behind `@odata.nextLink`."""
    PAGE = "page"
    """The same from a call that is no plain reading, so that nothing can go on."""
    DELTA = "delta"
    """As many, and in the end `@odata.deltaLink`."""
    BYTES = "bytes"
    COUNT = "count"
    """A number as plain text."""
    ANY = "any"
    """JSON of which the pages do not say more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a call gives. `type` is of one, or of each of many; None where the pages do not say."""

    form: AnswerForm
    type: ItemType | None = None
    as_json: Answer | None = None
    """What comes back in place of a file that the response leads to, if JSON is asked for."""


_MANY = (AnswerForm.MANY, AnswerForm.PAGE, AnswerForm.DELTA)
_NOTHING = Answer(form=AnswerForm.NOTHING)
_BYTES = Answer(form=AnswerForm.BYTES)
_ANY = Answer(form=AnswerForm.ANY)
_FOUND = 302
_ITEMS = (Role.KEY, Role.ALTERNATE_KEY, Role.SINGLETON)
_STREAM = Primitive(name=PrimitiveName.STREAM)


def is_many(answer: Answer) -> bool:
    """Whether the answer is a list of things."""
    return answer.form in _MANY


def answer_of(call: Call) -> Answer:
    """What success gives."""
    if call.verb is Verb.GET:
        return _read(call)
    match call.response.kind:
        case ResponseKind.COLLECTION:
            return _many(AnswerForm.PAGE, call.response.type)
        case ResponseKind.VALUE:
            return _one(call.response.type)
        case ResponseKind.STREAM:
            return _BYTES
        case ResponseKind.NONE | ResponseKind.UNSTATED:
            return _NOTHING


def _read(call: Call) -> Answer:
    """What a GET gives. The kind of its path outweighs the page's sentence, which often is another page's."""
    stated = call.response
    if call.kind is OperationKind.COUNT:
        return Answer(form=AnswerForm.COUNT)
    if call.kind is OperationKind.STREAM or stated.kind is ResponseKind.STREAM or _FOUND in stated.statuses:
        return _one(call.steps[-1].type) if _has_value(call) else _file(call)
    if _is_delta(call):
        return _many(AnswerForm.DELTA, stated.type)
    if stated.kind is ResponseKind.COLLECTION and not _is_one(call):
        return _many(AnswerForm.MANY, stated.type)
    if stated.kind in (ResponseKind.VALUE, ResponseKind.COLLECTION):
        return _one(None if stated.type is None else item_of(stated.type))
    return _NOTHING if stated.kind is ResponseKind.NONE else _ANY


def _file(call: Call) -> Answer:
    stated = call.response
    if stated.kind is ResponseKind.COLLECTION and _FOUND in stated.statuses:
        # The page speaks of what the call gives that leads to these bytes.
        listed = None if call.kind is OperationKind.STREAM else stated.type
        return Answer(form=AnswerForm.BYTES, as_json=_many(AnswerForm.MANY, listed))
    return _BYTES


def _has_value(call: Call) -> bool:
    """The same page reads the bytes at `$value` below this path: here is what describes them."""
    routes = (route for each in call.documents for route in each.operation.routes)
    return bool(call.steps) and any(route.path.shape == f"{call.shape}/$value" for route in routes)


def _is_delta(call: Call) -> bool:
    """OData's change tracking: a function wherever it stands, declared or not."""
    last = call.steps[-1] if call.steps else None
    if last is None or last.role is not Role.UNKNOWN:
        return call.kind is OperationKind.DELTA
    return isinstance(last.segment, Name) and last.segment.text.lower() == "delta"


def _is_one(call: Call) -> bool:
    """The path ends at one thing by its key, whatever an example wraps it in."""
    last = call.steps[-1] if call.steps else None
    return last is not None and last.role in _ITEMS and last.type is not None and not isinstance(last.type, Collection)


def _one(ref: TypeRef | None) -> Answer:
    if ref == _STREAM:
        return _BYTES
    return _ANY if ref is None or isinstance(ref, Opaque | Collection) else Answer(form=AnswerForm.ONE, type=ref)


def _many(form: AnswerForm, ref: TypeRef | None) -> Answer:
    return Answer(form=form, type=None if ref is None else item_of(ref))
