"""Facts of a declaration as the JSON values that a change carries: no lines, no pages."""

from __future__ import annotations

from typing import Any

from generator.diff.model import Difference, Subject
from generator.model.declarations import Property
from generator.model.indexes.calls import Call
from generator.text import Span


def subject_of(prop: Property) -> Subject:
    return Subject.NAVIGATION if prop.navigation else Subject.PROPERTY


def property_facts(prop: Property) -> dict[str, Any]:
    """What callers rely on: the type, and whether it may be written."""
    return {"type": str(prop.type)} | ({"readOnly": True} if prop.markers.read_only else {})


def first(spans: tuple[Span, ...]) -> Span | None:
    return spans[0] if spans else None


def call_name(call: Call) -> str:
    """How operations are named to people: verb and path."""
    return f"{call.verb.value} {call.path}"


def call_source(call: Call) -> Span:
    return call.documents[0].route.span


def call_facts(call: Call) -> dict[str, Any]:
    """Kind, body and response of a call."""
    found: dict[str, Any] = {"kind": call.kind.value}
    if call.body.type is not None:
        found["body"] = str(call.body.type)
    found["returns"] = returns(call)
    return found


def returns(call: Call) -> str:
    """What success gives, as one word: `none`, `stream`, or a type."""
    return call.response.kind.value if call.response.type is None else str(call.response.type)


def of_call(old: Call, new: Call, message: str, before: dict[str, Any], after: dict[str, Any]) -> Difference:
    """A difference of an operation that both states have."""
    return Difference(
        subject=Subject.OPERATION,
        type=None,
        name=call_name(new),
        message=message,
        old=before,
        new=after,
        old_source=call_source(old),
        new_source=call_source(new),
    )
