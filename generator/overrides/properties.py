"""Overrides of properties."""

from __future__ import annotations

import msgspec

from generator.model.declarations import Property, StructuredType
from generator.model.wording import Markers
from generator.overrides.draft import RULE, Draft, Edited, Fault, Field, Outcome, because
from generator.overrides.fields import edit, settled
from generator.overrides.model import Key, Override, Value
from generator.overrides.type_text import read_type


def edit_property(draft: Draft, owner: StructuredType, name: str, override: Override) -> Outcome | None:
    """The outcome; None when the type does not declare such a property."""
    found = next((each for each in owner.properties if each.name == name), None)
    if override.key is Key.ADD:
        return _added(draft, owner, name, override, found)
    if override.key is Key.DROP:
        if found is None:
            return settled(f"the docs have no {override.target} any more")
        kept = tuple(each for each in owner.properties if each is not found)
        changed = msgspec.structs.replace(owner, properties=kept, inferences=(*owner.inferences, because(override)))
        return Edited(draft=draft.with_type(changed), was=str(found.type), now="none")
    if found is None:
        return None
    return edit(draft, found, _FIELDS, override, lambda made: _stored(draft, owner, made, override))


def _added(draft: Draft, owner: StructuredType, name: str, override: Override, found: Property | None) -> Outcome:
    if found is not None:
        return settled(f"the docs have {override.target} themselves, of type {found.type}")
    ref = read_type(str(override.value), draft)
    if isinstance(ref, Fault):
        return ref
    made = Property(
        name=name,
        type=ref,
        description="",
        navigation=False,
        markers=Markers(),
        deprecation=None,
        sources=owner.sources[:1],
        inference=because(override),
    )
    changed = msgspec.structs.replace(owner, properties=(*owner.properties, made))
    return Edited(draft=draft.with_type(changed), was="none", now=str(ref))


def _stored(draft: Draft, owner: StructuredType, made: Property, override: Override) -> Draft:
    """The draft with `made` in the place of the property of its name."""
    reason = because(override)
    if made.inference is not None and made.inference.rule == RULE:
        reason = msgspec.structs.replace(reason, reason=f"{made.inference.reason}; {reason.reason}")
    told = msgspec.structs.replace(made, inference=reason)
    properties = tuple(told if each.name == made.name else each for each in owner.properties)
    return draft.with_type(msgspec.structs.replace(owner, properties=properties))


def _retyped(draft: Draft, each: Property, value: Value) -> Property | Fault:
    ref = read_type(str(value), draft)
    return ref if isinstance(ref, Fault) else msgspec.structs.replace(each, type=ref)


def _read_only(_draft: Draft, each: Property, value: Value) -> Property:
    return msgspec.structs.replace(each, markers=msgspec.structs.replace(each.markers, read_only=bool(value)))


_FIELDS: dict[Key, Field[Property]] = {
    Key.TYPE: Field(lambda each: str(each.type), _retyped),
    Key.DESCRIPTION: Field(
        lambda each: each.description,
        lambda _draft, each, value: msgspec.structs.replace(each, description=str(value)),
    ),
    Key.READ_ONLY: Field(lambda each: str(each.markers.read_only), _read_only),
    Key.NAVIGATION: Field(
        lambda each: str(each.navigation),
        lambda _draft, each, value: msgspec.structs.replace(each, navigation=bool(value)),
    ),
}
