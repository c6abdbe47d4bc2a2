"""A change as a value, with what it means for callers."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Any

import msgspec

from generator.text import Span


class Happening(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    DEPRECATED = "deprecated"


class Subject(StrEnum):
    """What kind of thing changed."""

    TYPE = "type"
    ENUM = "enum"
    MEMBER = "member"
    PROPERTY = "property"
    NAVIGATION = "navigation"
    OPERATION = "operation"
    PARAMETER = "parameter"
    PERMISSION = "permission"
    EXAMPLE = "example"


class Judgement(StrEnum):
    """What code written against the old SDK meets: it may break, it may use something new, or only the words changed."""

    BREAKING = "breaking"
    ADDITIVE = "additive"
    DOCS = "docs"


class Bump(StrEnum):
    """The semantic-version step that a set of changes asks for."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A change as one of several that people read as one: `new values of color: blue, green`. Scripts read each by itself."""

    of: str
    """What one line says of all of them, before their names: `new values of color`."""
    item: str
    """The name of this one: `blue`."""
    more: str = ""
    """What one line says of all of them, after their names."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What a change rule yields: a subject with its old and new facts. `type` is the owning type, None for operations.

    `old` and `new` hold the facts that differ, as JSON values without lines: equal differences have equal fingerprints.
    """

    subject: Subject
    type: str | None
    name: str
    message: str
    old: dict[str, Any] | None = None
    new: dict[str, Any] | None = None
    old_source: Span | None = None
    new_source: Span | None = None
    part: Part | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A judged difference."""

    change: Happening
    kind: Subject
    type: str | None
    name: str
    judgement: Judgement
    code: str
    message: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    old_source: Span | None
    new_source: Span | None
    fingerprint: str
    part: Part | None


def fingerprint(code: str, found: Difference) -> str:
    """12 hex digits of what changed: the same over commits, whatever lines or pages it moves to."""
    identity = msgspec.json.encode((code, found.type, found.name, found.old, found.new), order="deterministic")
    return hashlib.sha256(identity).hexdigest()[:12]


def bump(changes: tuple[Change, ...]) -> Bump:
    """Major for anything breaking, minor for anything additive, patch for words alone."""
    judgements = {each.judgement for each in changes}
    if Judgement.BREAKING in judgements:
        return Bump.MAJOR
    if Judgement.ADDITIVE in judgements:
        return Bump.MINOR
    return Bump.PATCH if judgements else Bump.NONE
