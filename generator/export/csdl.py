"""CSDL 4.01 XML: the API as OData metadata. Descriptions and permissions become annotations of the standard vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby
from xml.etree import ElementTree as ET

from generator.export.csdl_operations import container, operations
from generator.export.xml_text import Attributes, describe, element, text_of, type_name
from generator.model.api import Api
from generator.model.declarations import (
    Declaration,
    EnumType,
    Property,
    StructuredType,
    StructureKind,
    namespace,
    short,
)

_EDMX = "http://docs.oasis-open.org/odata/ns/edmx"
_EDM = "http://docs.oasis-open.org/odata/ns/edm"
_VOCABULARIES = {
    "Org.OData.Core.V1": "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml",
    "Org.OData.Capabilities.V1": "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml",
}


def csdl(api: Api, container_namespace: str = "microsoft.graph") -> str:
    """The metadata document. The entity container stands in `container_namespace`."""
    root = ET.Element("edmx:Edmx", {"xmlns:edmx": _EDMX, "Version": "4.01"})
    for name, uri in _VOCABULARIES.items():
        reference = ET.SubElement(root, "edmx:Reference", {"Uri": uri})
        ET.SubElement(reference, "edmx:Include", {"Namespace": name})
    services = ET.SubElement(root, "edmx:DataServices")
    for name, children in _schemas(api, container_namespace):
        schema = ET.SubElement(services, "Schema", {"xmlns": _EDM, "Namespace": name})
        schema.extend(children)
    return text_of(root)


def _schemas(api: Api, container_namespace: str) -> Iterator[tuple[str, list[ET.Element]]]:
    """Schema children by namespace: types, then operations, then the container; sorted, so text is stable."""
    children: dict[str, list[ET.Element]] = {container_namespace: []}
    by_namespace = sorted(api.declarations().values(), key=lambda each: (namespace(each.name), each.name))
    for name, declared in groupby(by_namespace, key=lambda each: namespace(each.name)):
        children.setdefault(name, []).extend(_declared(declared))
    for name, operation in operations(api):
        children.setdefault(name, []).append(operation)
    children[container_namespace].append(container(api))
    yield from sorted(children.items())


def _declared(declarations: Iterable[Declaration]) -> Iterator[ET.Element]:
    for each in declarations:
        yield _enum(each) if isinstance(each, EnumType) else _structure(each)


def _structure(declared: StructuredType) -> ET.Element:
    entity = declared.kind is StructureKind.ENTITY
    attributes: Attributes = {
        "Name": short(declared.name),
        "BaseType": declared.base,
        "Abstract": declared.abstract,
        "OpenType": declared.open,
        "HasStream": entity and declared.media,
    }
    node = element("EntityType" if entity else "ComplexType", attributes)
    if entity and declared.keys and _declares_key(declared):
        key = ET.SubElement(node, "Key")
        for name in declared.keys:
            ET.SubElement(key, "PropertyRef", {"Name": name})
    node.extend(_property(each) for each in declared.properties)
    describe(node, declared.summary, declared.deprecation)
    return node


def _declares_key(declared: StructuredType) -> bool:
    """A derived type must not repeat the key of its base; it may declare one when it declares the key property itself."""
    own = {each.name for each in declared.properties}
    return declared.base is None or own.issuperset(declared.keys)


def _property(prop: Property) -> ET.Element:
    attributes: Attributes = {"Name": prop.name, "Type": type_name(prop.type)}
    if prop.markers.nullable is False or prop.markers.key:
        attributes["Nullable"] = "false"
    if prop.markers.default is not None and not prop.navigation:
        attributes["DefaultValue"] = prop.markers.default
    node = element("NavigationProperty" if prop.navigation else "Property", attributes)
    describe(node, prop.description, prop.deprecation)
    if prop.markers.read_only:
        ET.SubElement(node, "Annotation", {"Term": "Org.OData.Core.V1.Computed", "Bool": "true"})
    return node


def _enum(declared: EnumType) -> ET.Element:
    node = element("EnumType", {"Name": short(declared.name), "IsFlags": declared.flags})
    for member, value in zip(declared.members, _values(declared), strict=True):
        child = element("Member", {"Name": member.name, "Value": str(value)})
        describe(child, member.description, member.deprecation)
        node.append(child)
    describe(node, declared.summary, declared.deprecation)
    return node


def _values(declared: EnumType) -> list[int]:
    """A number for each member, as CSDL wants them: all or none stated, so those that no page gives are the next free ones
    in order; of flags, the next free powers of two. Clients want them where the format would let all be left out.
    """
    taken = {member.value for member in declared.members if member.value is not None}
    free = (number for number in (map(_power, count()) if declared.flags else count()) if number not in taken)
    return [next(free) if member.value is None else member.value for member in declared.members]


def _power(exponent: int) -> int:
    return 1 << exponent
