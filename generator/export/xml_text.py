"""XML elements and their text. ElementTree quotes; characters that XML cannot hold are replaced here."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from generator.model.types import Collection, Opaque, TypeRef
from generator.model.wording import Deprecation

Attributes = dict[str, str | bool | None]

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, attributes: Attributes) -> ET.Element:
    """An element with the attributes that say something: None and False are left out."""
    return ET.Element(tag, {k: _value(v) for k, v in attributes.items() if v is not None and v is not False})


def _value(value: str | bool | None) -> str:
    return "true" if value is True else _FORBIDDEN.sub("\ufffd", str(value))


def describe(node: ET.Element, text: str, deprecation: Deprecation | None) -> None:
    """Add the description and deprecation annotations of the Core vocabulary."""
    if text:
        node.append(element("Annotation", {"Term": "Org.OData.Core.V1.Description", "String": text}))
    if deprecation is None:
        return
    annotation = ET.SubElement(node, "Annotation", {"Term": "Org.OData.Core.V1.Revisions"})
    record = ET.SubElement(ET.SubElement(annotation, "Collection"), "Record")
    ET.SubElement(
        record, "PropertyValue", {"Property": "Kind", "EnumMember": "Org.OData.Core.V1.RevisionKind/Deprecated"}
    )
    record.append(element("PropertyValue", {"Property": "Description", "String": deprecation.text}))


def type_name(ref: TypeRef) -> str:
    """A type as CSDL names it; what nothing resolves is untyped."""
    if isinstance(ref, Collection):
        return f"Collection({type_name(ref.item)})"
    return "Edm.Untyped" if isinstance(ref, Opaque) else str(ref)


def text_of(root: ET.Element) -> str:
    """The document's text, indented by two blanks."""
    ET.indent(root, "  ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
