"""What a service's pages leave unsaid because it always holds. Values only: the profile of the dialect fills them in."""

from __future__ import annotations

import msgspec


class Conventions(msgspec.Struct, frozen=True, kw_only=True):
    """Naming rules of one service, and where it answers."""

    namespace: str
    """Where names belong that are written without one."""
    aliases: tuple[str, ...]
    """Prefixes that pages write short for `namespace`."""
    root_entity: str
    """What entities with the key `key` inherit from where no page states a base, if a page declares or names that type."""
    key: str
    untyped: tuple[str, ...]
    """What untyped JSON is called, in small letters."""
    evolvable: str
    """The member that says an enumeration may grow."""
    small_members: bool
    """Properties, actions and functions begin with a small letter on the wire, whatever a page writes."""
    loose_numbers: tuple[str, ...]
    """Types of parameters that do not say whether a number is whole..."""
    counting: tuple[str, ...]
    """...and what descriptions of whole ones say."""
    me: str
    """The singleton that stands for the caller..."""
    people: str
    """...who is also found in this entity set."""
    hosts: tuple[str, ...]
    versions: tuple[str, ...]
    """What the service's URLs begin with."""
