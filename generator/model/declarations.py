"""Types as the docs declare them, after linking: one value per type, whatever number of pages told of it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from generator.model.types import TypeRef
from generator.model.wording import Deprecation, Markers, Note
from generator.text import Span


class Inference(msgspec.Struct, frozen=True, kw_only=True):
    """Why the model holds a fact that no table states. `rule` names the linking pass, `reason` what it went by."""

    rule: str
    reason: str


class Property(msgspec.Struct, frozen=True, kw_only=True):
    """A property or navigation property that a type declares itself (inherited ones stand on the base that declares them)."""

    name: str
    type: TypeRef
    description: str
    navigation: bool
    markers: Markers
    deprecation: Deprecation | None
    sources: tuple[Span, ...]
    """Every row that tells of it, own table first."""
    inference: Inference | None = None


class Restated(msgspec.Struct, frozen=True, kw_only=True):
    """What a type's own pages say of a property that it inherits, in other words than its base does."""

    name: str
    description: str
    sources: tuple[Span, ...]


class StructureKind(StrEnum):
    ENTITY = "entity"
    COMPLEX = "complex"


class StructuredType(msgspec.Struct, frozen=True, kw_only=True, tag="structured"):
    """An entity or complex type. `name` is qualified; `base` too, and None stands for no documented base."""

    name: str
    kind: StructureKind
    base: str | None
    abstract: bool
    open: bool
    media: bool
    """An entity with a `$value` stream of its own."""
    keys: tuple[str, ...]
    properties: tuple[Property, ...]
    summary: str
    notes: tuple[Note, ...]
    deprecation: Deprecation | None
    sources: tuple[Span, ...]
    """The places that define it (a heading each), the main page first."""
    inferences: tuple[Inference, ...] = ()
    """Why `kind`, `base`, `abstract` or `keys` are as they are, where no page states them."""
    summary_span: Span | None = None
    untyped: bool = False
    """Its values are any JSON, not objects alone."""
    restated: tuple[Restated, ...] = ()
    """Inherited properties, as its own pages describe them."""


class EnumMember(msgspec.Struct, frozen=True, kw_only=True):
    """One member: `name` is its text on the wire."""

    name: str
    value: int | None
    description: str
    sources: tuple[Span, ...]
    preferred_only: bool = False
    """Sent only to clients that ask with `Prefer: include-unknown-enum-members`."""
    deprecation: Deprecation | None = None


class EnumType(msgspec.Struct, frozen=True, kw_only=True, tag="enum"):
    """An enumeration. `flags`: values combine, written `a,b`."""

    name: str
    members: tuple[EnumMember, ...]
    flags: bool
    summary: str
    deprecation: Deprecation | None
    sources: tuple[Span, ...]
    notes: tuple[Note, ...] = ()
    """Callouts of a page that is about this enumeration alone."""
    inferences: tuple[Inference, ...] = ()
    summary_span: Span | None = None


Declaration = StructuredType | EnumType


def short(name: str) -> str:
    """The last part of a qualified name."""
    return name.rpartition(".")[2]


def namespace(name: str) -> str:
    """All but the last part of a qualified name."""
    return name.rpartition(".")[0]
