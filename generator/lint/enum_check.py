"""A JSON value against an enum: its members are texts, compared as they stand on the wire."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Label
from generator.lint import faults as code
from generator.lint.faults import Fault
from generator.lint.json_places import Pointer
from generator.lint.placeholders import is_placeholder
from generator.lint.quoting import quote
from generator.model.declarations import EnumType, short
from generator.text.nearest import did_you_mean


def enum_fault(value: Any, enum: EnumType, at: Pointer) -> Iterator[Fault]:
    """At most one fault. An enum whose members no page lists takes any text."""
    if not isinstance(value, str):
        yield Fault(code.WRONG_TYPE, at, f"{quote(value)} stands where a member of {enum.name} belongs")
        return
    names = {each.name for each in enum.members}
    parts = [part for each in value.split(",") if (part := each.strip())] if enum.flags else [value]
    wrong = [each for each in parts if each not in names]
    labels = tuple(Label(span=span, message=f"{short(enum.name)} is defined here") for span in enum.sources[:1])
    if names and wrong and is_placeholder(wrong[0]):
        message = f"{quote(wrong[0])} is a placeholder for a member of {enum.name}"
        yield Fault(code.PLACEHOLDER, at, message, hint=_members(names), labels=labels)
    elif names and wrong:
        yield Fault(
            code.UNKNOWN_MEMBER,
            at,
            f"{quote(wrong[0])} is not a member of {enum.name}",
            hint=_hint(wrong[0], enum, names),
            labels=labels,
        )


def _hint(text: str, enum: EnumType, names: set[str]) -> str | None:
    if "|" in text:
        return "show one member, not the list of them"
    if "," in text and all(part.strip() in names for part in text.split(",")):
        return f"no page says that members of {short(enum.name)} combine"
    return did_you_mean(text, names) or _members(names)


def _members(names: set[str]) -> str | None:
    return f"its members are {', '.join(sorted(names))}" if len(names) <= 8 else None
