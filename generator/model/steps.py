"""What the segments of a documented path are, once linked: a route's path walked along the type graph."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from generator.model.paths import Segment
from generator.model.types import TypeRef


class Role(StrEnum):
    """What a step does. Roots are the first step of a path; the `$` roles are OData's own segments."""

    ENTITY_SET = "entity-set"
    SINGLETON = "singleton"
    KEY = "key"
    ALTERNATE_KEY = "alternate-key"
    NAVIGATION = "navigation"
    PROPERTY = "property"
    CAST = "cast"
    ACTION = "action"
    FUNCTION = "function"
    ADDRESS = "address"
    """`:/{item-path}:` below the item before it."""
    REF = "ref"
    VALUE = "value"
    COUNT = "count"
    UNKNOWN = "unknown"
    """Nothing documented explains it: a finding says so, and all later steps are unknown too unless they are keys or `$`."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a path. Steps follow the segments in order; a segment that names a collection *and* addresses in it
    (`applications(appId='{appId}')`, `root:/{item-path}:`) gives two steps, which hold the same segment.
    """

    segment: Segment
    role: Role
    name: str | None
    """The declared name, its case repaired: the root's, member's, action's or function's; a cast's qualified type;
    None for keys and `$` segments.
    """
    owner: str | None
    """Qualified type that declares the member, or that the action or function is bound to; None at the root and
    where unknown.
    """
    type: TypeRef | None
    """What the path stands for after this step: a `Collection` where it is many; None: nothing (an action without
    result) or unknown.
    """
    on_collection: bool = False
    """An action or function bound to a collection of `owner`, not to one."""
