"""Types as a page writes them: primitives are known from their spelling, everything else is a link or a name to resolve."""

from __future__ import annotations

import msgspec

from generator.model.types import Primitive
from generator.text import Span


class WrittenLink(msgspec.Struct, frozen=True, kw_only=True, tag="link"):
    """`[label](page#anchor)`. `page` is relative to the docs root, lower-cased (`resources/user.md`), "" for the page itself."""

    label: str
    page: str
    anchor: str | None = None


class WrittenName(msgspec.Struct, frozen=True, kw_only=True, tag="name"):
    """A bare or qualified name: `user`, `microsoft.graph.user`, `microsoft.graph.callRecords.session`."""

    name: str


class WrittenText(msgspec.Struct, frozen=True, kw_only=True, tag="text"):
    """What follows no grammar of types. The reader reports it; the linker makes it opaque.

    `choices`: the types that it names, where it offers several.
    """

    text: str
    choices: tuple[WrittenLink | WrittenName, ...] = ()


class WrittenCollection(msgspec.Struct, frozen=True, kw_only=True, tag="collection"):
    """Many of one item."""

    item: Primitive | WrittenLink | WrittenName | WrittenText


WrittenItem = Primitive | WrittenLink | WrittenName | WrittenText
WrittenType = Primitive | WrittenLink | WrittenName | WrittenText | WrittenCollection


class TypeCell(msgspec.Struct, frozen=True, kw_only=True):
    """A type with the text it was read from. `linked`: where a link leads whose label is the primitive that is taken."""

    type: WrittenType
    text: str
    span: Span
    linked: WrittenLink | None = None
