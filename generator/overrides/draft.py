"""The model while overrides are applied, and what one of them comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import msgspec

from generator.diagnostics import Code
from generator.dialect.conventions import Conventions
from generator.model.api import Api
from generator.model.declarations import Declaration, EnumType, Inference, StructuredType
from generator.model.operations import Operation
from generator.overrides.model import Override, Value

T = TypeVar("T")

RULE = "override"
"""The `rule` of inferences that overrides leave behind: exports and `show` tell corrected facts by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Declarations by qualified name and operations by id. Edits give new drafts."""

    api: Api
    types: Mapping[str, StructuredType]
    enums: Mapping[str, EnumType]
    operations: Mapping[str, Operation]
    conventions: Conventions

    def declared(self, name: str) -> Declaration | None:
        return self.types.get(name) or self.enums.get(name)

    def with_type(self, each: StructuredType) -> Draft:
        return replace(self, types={**self.types, each.name: each})

    def with_enum(self, each: EnumType) -> Draft:
        return replace(self, enums={**self.enums, each.name: each})

    def with_operations(self, changed: Mapping[str, Operation | None]) -> Draft:
        """With these in place of those of the same id; None takes one away."""
        merged = {**self.operations, **changed}
        return replace(self, operations={name: each for name, each in merged.items() if each is not None})

    def sealed(self) -> Api:
        return msgspec.structs.replace(
            self.api,
            types=tuple(self.types.values()),
            enums=tuple(self.enums.values()),
            operations=tuple(self.operations.values()),
        )


def begin(api: Api, conventions: Conventions) -> Draft:
    """The draft that holds `api`."""
    return Draft(
        api=api,
        types={each.name: each for each in api.types},
        enums={each.name: each for each in api.enums},
        operations={each.id: each for each in api.operations},
        conventions=conventions,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why an override changes nothing."""

    code: Code
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What an override makes of the draft, and the fact before and after."""

    draft: Draft
    was: str
    now: str


Outcome = Edited | Fault


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A fact of a thing that can be corrected: how it reads, and how the thing is with another value."""

    read: Callable[[T], str]
    write: Callable[[Draft, T, Value], T | Fault]


def because(override: Override) -> Inference:
    """What a corrected fact says of itself."""
    return Inference(rule=RULE, reason=f"{override.reason} ({override.place})")
