"""An override as a value: one fact of one thing, what it should be, and why."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from generator.diagnostics import Diagnostic
from generator.model.api import Api
from generator.text import Span

Value = str | int | bool


class Key(StrEnum):
    """What an override corrects. Which keys fit depends on the thing."""

    ADD = "add"
    """Something that the docs leave out: a property of the type given, or `true` for an enum member."""
    DROP = "drop"
    """Always `true`: something that does not exist, or an example that is to be left out."""
    TYPE = "type"
    DESCRIPTION = "description"
    READ_ONLY = "read_only"
    NAVIGATION = "navigation"
    VALUE = "value"
    BASE = "base"
    KIND = "kind"
    ABSTRACT = "abstract"
    OPEN = "open"
    FLAGS = "flags"
    PATH = "path"
    BODY = "body"
    RETURNS = "returns"


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """`target` is what `sdkwright show` takes: a type, a member, a request; or an example as `api/page#2`."""

    target: str
    key: Key
    value: Value
    reason: str
    place: Span
    """The line of the file that says so; `path` is that file."""

    def __str__(self) -> str:
        return f"{self.target}: {self.key} = {self.value}"


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """An override that changed the model; `was` is what the docs say, `now` what it was corrected to."""

    override: Override
    was: str
    now: str


class Overridden(msgspec.Struct, frozen=True, kw_only=True):
    """The corrected model. Overrides that changed nothing are in the diagnostics, whose spans lead to the override."""

    api: Api
    applied: tuple[Applied, ...]
    diagnostics: tuple[Diagnostic, ...]
