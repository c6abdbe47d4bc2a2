"""References to types, after linking. A reference holds a name; the `Api` holds what it names."""

from __future__ import annotations

import msgspec

from generator.model.primitives import PrimitiveName


class Primitive(msgspec.Struct, frozen=True, kw_only=True, tag="primitive"):
    """An Edm primitive type."""

    name: PrimitiveName

    def __str__(self) -> str:
        return self.name.value


class Named(msgspec.Struct, frozen=True, kw_only=True, tag="named"):
    """A type or enum that the `Api` declares, by qualified name (`microsoft.graph.user`)."""

    name: str

    def __str__(self) -> str:
        return self.name


class Opaque(msgspec.Struct, frozen=True, kw_only=True, tag="opaque"):
    """What the docs say and nothing resolves: the SDK types it `Any`, and a finding says so."""

    text: str

    def __str__(self) -> str:
        return f"? {self.text}"


class Collection(msgspec.Struct, frozen=True, kw_only=True, tag="collection"):
    """Many of one item type. Collections do not nest in OData."""

    item: Primitive | Named | Opaque

    def __str__(self) -> str:
        return f"Collection({self.item})"


ItemType = Primitive | Named | Opaque
TypeRef = Primitive | Named | Opaque | Collection


def item_of(ref: TypeRef) -> ItemType:
    """The type itself, or what a collection holds."""
    return ref.item if isinstance(ref, Collection) else ref
