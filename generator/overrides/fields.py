"""A fact corrected through its field: the same for everything that has such facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from generator.overrides.codes import OVERRIDE_SETTLED, OVERRIDE_UNUSABLE
from generator.overrides.draft import Draft, Edited, Fault, Field, Outcome
from generator.overrides.model import Key, Override

T = TypeVar("T")


def edit(
    draft: Draft, thing: T, fields: Mapping[Key, Field[T]], override: Override, store: Callable[[T], Draft]
) -> Outcome:
    """The draft that `store` gives for the corrected thing."""
    field = fields.get(override.key)
    if field is None:
        known = ", ".join(sorted(fields))
        return Fault(
            code=OVERRIDE_UNUSABLE, message=f"{override.target} has no {str(override.key)!r}", hint=f"known are {known}"
        )
    made = field.write(draft, thing, override.value)
    if isinstance(made, Fault):
        return made
    was, now = field.read(thing), field.read(made)
    if was == now:
        return settled(f"the docs say themselves that {override.key} of {override.target} is {now!r}")
    return Edited(draft=store(made), was=was, now=now)


def settled(message: str) -> Fault:
    """The docs agree with the override."""
    return Fault(code=OVERRIDE_SETTLED, message=message, hint="remove the override")
