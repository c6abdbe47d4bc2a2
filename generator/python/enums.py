"""Enumerations as views: one module an enum."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.model.declarations import EnumMember, EnumType
from generator.python.describing import deprecated_decorator, deprecation_line, documented, source_lines
from generator.python.literals import literal
from generator.python.naming import constant_name, distinct
from generator.python.prose import sentence
from generator.python.symbols import Symbols
from generator.python.web import Web
from generator.text import Span


class MemberView(msgspec.Struct, frozen=True, kw_only=True):
    """`NAME = "wire"` and its docstring, "" for none."""

    name: str
    value: str
    doc: str


class EnumView(msgspec.Struct, frozen=True, kw_only=True):
    """A module of `enums/`."""

    path: str
    decorator: str
    """`@deprecated(...)`; "" where it is not."""
    name: str
    base: str
    doc: str
    members: tuple[MemberView, ...]
    origin: tuple[Span, ...]


def enum_views(symbols: Symbols, web: Web | None) -> Iterator[EnumView]:
    """Every enum, by class name."""
    for symbol in sorted(symbols.by_name.values(), key=lambda each: each.class_name):
        declared = symbol.declaration
        if isinstance(declared, EnumType):
            yield EnumView(
                path=f"enums/{symbol.module}.py",
                decorator=deprecated_decorator(declared.deprecation, "This enumeration is deprecated.", 0),
                name=symbol.class_name,
                base="OpenFlags" if declared.flags else "OpenEnum",
                doc=documented(
                    (
                        _summary(declared),
                        deprecation_line(declared.deprecation),
                    ),
                    4,
                    source_lines(declared.sources, web),
                ),
                members=_members(declared.members),
                origin=declared.sources,
            )


def _summary(declared: EnumType) -> str:
    text = sentence(declared.summary) or f"Documented values of {declared.name}."
    return f"{text} Several can be combined: fields hold a set." if declared.flags else text


_NULL = "null"
"""Some pages list JSON's null among the values: in Python it is None, which every field takes."""


def _members(members: tuple[EnumMember, ...]) -> tuple[MemberView, ...]:
    once = {each.name: each for each in reversed(members) if each.name != _NULL}
    names = distinct({name: (constant_name(name), f"{constant_name(name)}_") for name in sorted(once)})
    return tuple(
        MemberView(name=names[each.name], value=literal(each.name), doc=_member_doc(each))
        for each in members
        if once.get(each.name) is each
    )


def _plain(text: str) -> str:
    """Letters and digits alone, to see whether a description is more than the name."""
    return "".join(filter(str.isalnum, text)).casefold()


def _member_doc(member: EnumMember) -> str:
    told = sentence(member.description)
    parts = ["" if _plain(told) == _plain(member.name) else told]
    if member.preferred_only:
        parts[0] = f"{parts[0]} Sent only with `Prefer: include-unknown-enum-members`.".strip()
    parts.append(deprecation_line(member.deprecation))
    return documented([part for part in parts if part], 4) if any(parts) else ""
