"""Small values that pages and the linked model share: sourced text, accounts, verbs, deprecations, notes."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from generator.text import Span


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of documentation: Markdown as written (links relative to its page), and where it stands."""

    text: str
    span: Span


class Verb(StrEnum):
    """The HTTP methods that reference pages document."""

    GET = "GET"
    POST = "POST"
    PATCH = "PATCH"
    PUT = "PUT"
    DELETE = "DELETE"


class Account(StrEnum):
    """Who calls: a person with a work account, a person with a personal account, or an application by itself."""

    DELEGATED_WORK = "delegatedWork"
    DELEGATED_PERSONAL = "delegatedPersonal"
    APPLICATION = "application"


class Deprecation(msgspec.Struct, frozen=True, kw_only=True):
    """That something should no longer be used; `text` is what the page says, `instead` a name it gives as replacement."""

    text: str
    span: Span
    instead: str | None = None


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A callout: `kind` is the word before the colon, lower-case (`note`, `important`, `caution`, `tip`, `warning`)."""

    kind: str
    text: str
    span: Span


class Markers(msgspec.Struct, frozen=True, kw_only=True):
    """What the wording of a description states about a property or parameter; None where it states nothing."""

    read_only: bool = False
    required: bool = False
    optional: bool = False
    key: bool = False
    nullable: bool | None = None
    default: str | None = None
    minimum: str | None = None
    maximum: str | None = None
    max_length: int | None = None
    filter_operators: tuple[str, ...] = ()
    selected_only: bool = False
    """"Returned only on $select"."""
