"""Facts of a declaration as the JSON values that a change carries: no lines, no pages."""

from __future__ import annotations

from typing import Any

from generator.diff.model import Difference, Subject
from generator.model.declarations import EnumMember, EnumType, Property, StructuredType
from generator.model.indexes.calls import Call
from generator.model.operations import Response
from generator.model.wording import Deprecation
from generator.text import Span

Facts = dict[str, Any]
Known = StructuredType | EnumType


def subject_of(prop: Property) -> Subject:
    return Subject.NAVIGATION if prop.navigation else Subject.PROPERTY


def property_facts(prop: Property) -> Facts:
    """What callers rely on: the type, and whether it may be written."""
    return {"type": str(prop.type)} | ({"readOnly": True} if prop.markers.read_only else {})


def type_facts(each: StructuredType) -> Facts:
    return {"kind": each.kind.value, "base": each.base, "properties": [prop.name for prop in each.properties]}


def enum_facts(each: EnumType) -> Facts:
    return {"members": [member.name for member in each.members]}


def member_facts(each: EnumMember) -> Facts:
    return {"value": each.value}


def deprecation_of(found: Deprecation) -> Facts:
    return {"deprecation": found.text}


def kind(each: Known) -> str:
    """What a declaration is: `entity`, `complex` or `enum`."""
    return "enum" if isinstance(each, EnumType) else each.kind.value


def declared_kind(each: Known) -> bool:
    """Whether the pages of the declaration itself say what it is, so that other pages cannot change it."""
    return not any(reason.rule == "kind" for reason in each.inferences)


def declared_base(each: StructuredType) -> bool:
    """The same for its base."""
    return not any(reason.rule == "root-entity" for reason in each.inferences)


def call_deprecation(call: Call) -> Deprecation | None:
    """The call's deprecation: of all pages that document it, or it is not deprecated."""
    found = [each.operation.deprecation for each in call.documents]
    return None if None in found else found[0]


def call_facts(call: Call) -> Facts:
    """Kind, body and response of a call."""
    found: Facts = {"kind": call.kind.value}
    if call.body.type is not None:
        found["body"] = str(call.body.type)
    return found | {"returns": returns(call.response)}


def returns(response: Response) -> str:
    """What success gives, as one word: `none`, `stream`, `unstated`, or a type."""
    return response.kind.value if response.type is None else str(response.type)


def first(spans: tuple[Span, ...]) -> Span | None:
    return spans[0] if spans else None


def call_name(call: Call) -> str:
    """How operations are named to people: verb and path."""
    return f"{call.verb.value} {call.path}"


def call_source(call: Call) -> Span:
    return call.documents[0].route.span


def page_source(call: Call) -> Span:
    """The first page that documents the call: the place of what is said of the call as a whole, whatever its paths."""
    return call.documents[0].operation.source


def summary_source(each: Known) -> Span | None:
    """Where the words stand that describe it."""
    return each.summary_span or first(each.sources)


def of_type(old: Known, new: Known, message: str, before: Facts, after: Facts) -> Difference:
    """A difference of a type or enum that both states have."""
    return Difference(
        subject=Subject.ENUM if isinstance(new, EnumType) else Subject.TYPE,
        type=new.name,
        name=new.name,
        message=message,
        old=before,
        new=after,
        old_source=first(old.sources),
        new_source=first(new.sources),
    )


def of_property(owner: str, pair: tuple[Property, Property], message: str, before: Facts, after: Facts) -> Difference:
    """A difference of a property that both states of `owner` have."""
    old, new = pair
    return Difference(
        subject=subject_of(new),
        type=owner,
        name=new.name,
        message=message,
        old=before,
        new=after,
        old_source=first(old.sources),
        new_source=first(new.sources),
    )


def of_member(enum: str, pair: tuple[EnumMember, EnumMember], message: str, before: Facts, after: Facts) -> Difference:
    """A difference of a member that both states of `enum` have."""
    old, new = pair
    return Difference(
        subject=Subject.MEMBER,
        type=enum,
        name=new.name,
        message=message,
        old=before,
        new=after,
        old_source=first(old.sources),
        new_source=first(new.sources),
    )


def of_call(
    new: Call, message: str, before: Facts, after: Facts, places: tuple[Span | None, Span | None]
) -> Difference:
    """A difference of an operation that both states have; `places` are where the pages say it, as far as they do."""
    return Difference(
        subject=Subject.OPERATION,
        type=None,
        name=call_name(new),
        message=message,
        old=before,
        new=after,
        old_source=places[0],
        new_source=places[1],
    )
