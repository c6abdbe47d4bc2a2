"""Overrides of enum members."""

from __future__ import annotations

import msgspec

from generator.model.declarations import EnumMember, EnumType
from generator.overrides.draft import Draft, Edited, Field, Outcome, because
from generator.overrides.fields import edit, settled
from generator.overrides.model import Key, Override


def edit_member(draft: Draft, enum: EnumType, name: str, override: Override) -> Outcome | None:
    """The outcome; None when the enum has no such member."""
    found = next((each for each in enum.members if each.name == name), None)
    if override.key is Key.ADD:
        if found is not None:
            return settled(f"the docs have {override.target} themselves")
        made = EnumMember(name=name, value=None, description="", sources=enum.sources[:1])
        return Edited(draft=_stored(draft, enum, (*enum.members, made), override), was="none", now=name)
    if override.key is Key.DROP:
        if found is None:
            return settled(f"the docs have no {override.target} any more")
        kept = tuple(each for each in enum.members if each is not found)
        return Edited(draft=_stored(draft, enum, kept, override), was=name, now="none")
    if found is None:
        return None

    def store(made: EnumMember) -> Draft:
        members = tuple(made if each.name == name else each for each in enum.members)
        return _stored(draft, enum, members, override)

    return edit(draft, found, _FIELDS, override, store)


def _stored(draft: Draft, enum: EnumType, members: tuple[EnumMember, ...], override: Override) -> Draft:
    """The draft with these members of `enum`, which says why."""
    return draft.with_enum(
        msgspec.structs.replace(enum, members=members, inferences=(*enum.inferences, because(override)))
    )


_FIELDS: dict[Key, Field[EnumMember]] = {
    Key.VALUE: Field(
        lambda each: str(each.value),
        lambda _draft, each, value: msgspec.structs.replace(each, value=int(value)),
    ),
    Key.DESCRIPTION: Field(
        lambda each: each.description,
        lambda _draft, each, value: msgspec.structs.replace(each, description=str(value)),
    ),
}
