"""Annotations of JSON values (`@odata.type`, `members@odata.bind`): the names OData gives them, and slips of those."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.lint import faults as code
from generator.lint.faults import Fault
from generator.lint.json_places import Pointer
from generator.lint.quoting import quote
from generator.text.nearest import nearest

_KNOWN = frozenset(
    f"odata.{name}"
    for name in [
        "associationLink",
        "bind",
        "collectionAnnotations",
        "context",
        "count",
        "deltaLink",
        "deletedEntity",
        "editLink",
        "entityIdResource",
        "error",
        "etag",
        "id",
        "isAbsolute",
        "kind",
        "mediaContentType",
        "mediaEditLink",
        "mediaEtag",
        "mediaReadLink",
        "metadataEtag",
        "navigationLink",
        "nextLink",
        "null",
        "readLink",
        "removed",
        "type",
    ]
)


def misspelt_controls(value: dict[str, Any], at: Pointer = ()) -> Iterator[Fault]:
    """The members of an object whose names are nearly those of OData's annotations."""
    for key in value:
        if "@" in key and (meant := meant_control(key)) is not None:
            message = f"{quote(key)} is no annotation of OData"
            yield Fault(code.UNKNOWN_PROPERTY, (*at, key), message, at_key=True, hint=f'did you mean "{meant}"?')


def meant_control(key: str) -> str | None:
    """What a name with `@` is meant to be; None where it is right, or one of another maker."""
    member, _, name = key.rpartition("@")
    near = None if name in _KNOWN else nearest(name, _KNOWN)
    return None if near is None else f"{member.rstrip('@')}@{near}"
