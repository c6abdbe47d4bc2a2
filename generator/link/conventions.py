"""What a service's pages leave unsaid because it always holds. Values only: the dialect's owner fills them in."""

from __future__ import annotations

import msgspec


class Conventions(msgspec.Struct, frozen=True, kw_only=True):
    """Naming rules of one service.

    `root_entity` names the type that entities with the key `key` inherit from where no page states a base, provided
    that a page declares or names it. `aliases` are prefixes that pages write short for `namespace`.
    """

    namespace: str = "microsoft.graph"
    aliases: tuple[str, ...] = ("graph",)
    root_entity: str = "microsoft.graph.entity"
    key: str = "id"
    evolvable: str = "unknownFutureValue"
    """The member that says an enumeration may grow."""
    small_members: bool = True
    """Properties, actions and functions begin with a small letter on the wire, whatever a page writes."""
    loose_numbers: tuple[str, ...] = ("number",)
    """Types of parameters that do not say whether a number is whole..."""
    counting: tuple[str, ...] = (
        "zero-indexed",
        "index value",
        "index of",
        "number of",
        "row number",
        "column number",
        "position",
    )
    """...and what descriptions of whole ones say."""
    me: str = "me"
    """The singleton that stands for the caller..."""
    people: str = "users"
    """...who is also found in this entity set."""
    hosts: tuple[str, ...] = ("graph.microsoft.com", "graph")
    versions: tuple[str, ...] = ("beta", "v1.0", "v1")
