"""Overrides of types and enums themselves."""

from __future__ import annotations

import msgspec

from generator.model.declarations import Declaration, EnumType, StructuredType, StructureKind
from generator.model.types import Named
from generator.overrides.codes import OVERRIDE_UNUSABLE
from generator.overrides.draft import Draft, Fault, Field, Outcome, because
from generator.overrides.fields import edit
from generator.overrides.model import Key, Override, Value
from generator.overrides.type_text import read_type


def edit_declaration(draft: Draft, found: Declaration, override: Override) -> Outcome:
    """A corrected type or enum."""
    reason = because(override)
    if isinstance(found, EnumType):
        return edit(
            draft,
            found,
            _ENUM,
            override,
            lambda made: draft.with_enum(msgspec.structs.replace(made, inferences=(*made.inferences, reason))),
        )
    return edit(
        draft,
        found,
        _TYPE,
        override,
        lambda made: draft.with_type(msgspec.structs.replace(made, inferences=(*made.inferences, reason))),
    )


def _based(draft: Draft, each: StructuredType, value: Value) -> StructuredType | Fault:
    ref = read_type(str(value), draft)
    if isinstance(ref, Fault):
        return ref
    if not isinstance(ref, Named) or ref.name not in draft.types:
        return Fault(code=OVERRIDE_UNUSABLE, message=f"{value!r} is not a type that {each.name} could inherit from")
    chain: str | None = ref.name
    seen: set[str] = set()
    while chain is not None and chain not in seen:
        if chain == each.name:
            return Fault(code=OVERRIDE_UNUSABLE, message=f"{ref.name} inherits from {each.name} itself")
        seen.add(chain)
        chain = draft.types[chain].base if chain in draft.types else None
    return msgspec.structs.replace(each, base=ref.name)


def _of_kind(_draft: Draft, each: StructuredType, value: Value) -> StructuredType | Fault:
    if value not in set(StructureKind):
        return Fault(code=OVERRIDE_UNUSABLE, message=f"a type is 'entity' or 'complex', not {value!r}")
    return msgspec.structs.replace(each, kind=StructureKind(str(value)))


_TYPE: dict[Key, Field[StructuredType]] = {
    Key.BASE: Field(lambda each: str(each.base), _based),
    Key.KIND: Field(lambda each: each.kind.value, _of_kind),
    Key.DESCRIPTION: Field(
        lambda each: each.summary,
        lambda _draft, each, value: msgspec.structs.replace(each, summary=str(value)),
    ),
    Key.ABSTRACT: Field(
        lambda each: str(each.abstract),
        lambda _draft, each, value: msgspec.structs.replace(each, abstract=bool(value)),
    ),
    Key.OPEN: Field(
        lambda each: str(each.open),
        lambda _draft, each, value: msgspec.structs.replace(each, open=bool(value)),
    ),
}
_ENUM: dict[Key, Field[EnumType]] = {
    Key.DESCRIPTION: Field(
        lambda each: each.summary,
        lambda _draft, each, value: msgspec.structs.replace(each, summary=str(value)),
    ),
    Key.FLAGS: Field(
        lambda each: str(each.flags),
        lambda _draft, each, value: msgspec.structs.replace(each, flags=bool(value)),
    ),
}
