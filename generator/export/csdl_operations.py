"""Actions, functions and the entity container of the CSDL export, with the permissions of each as Capabilities annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from generator.export.permissions import scopes
from generator.export.xml_text import describe, element, type_name
from generator.model.api import Api
from generator.model.indexes.callables import Callable, Overload, callables
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.roots import Root, roots
from generator.model.operations import Parameter
from generator.model.steps import Role
from generator.model.types import Named, Opaque
from generator.model.wording import Account, Verb

_CAPABILITIES = "Org.OData.Capabilities.V1"
_RESTRICTIONS = {
    Verb.GET: "ReadRestrictions",
    Verb.POST: "InsertRestrictions",
    Verb.PATCH: "UpdateRestrictions",
    Verb.PUT: "UpdateRestrictions",
    Verb.DELETE: "DeleteRestrictions",
}


def operations(api: Api) -> Iterator[tuple[str, ET.Element]]:
    """(namespace, Action or Function element), an element an overload."""
    for each in callables(api):
        for overload in _overloads(each):
            yield each.namespace, _operation(each, overload)


def _overloads(declared: Callable) -> tuple[Overload, ...]:
    """Functions have an overload for each set of parameters; an action has only one for what it is bound to, so it gets all
    parameters. Control information that an example sends along is no parameter.
    """
    found = declared.overloads or (Overload(parameters=()),)
    if not declared.function:
        merged = {each.name: each for overload in reversed(found) for each in overload.parameters}
        ordered = {each.name: merged[each.name] for overload in found for each in overload.parameters}
        found = (Overload(parameters=tuple(ordered.values())),)
    return tuple(Overload(parameters=tuple(filter(_is_named, each.parameters))) for each in found)


def _is_named(parameter: Parameter) -> bool:
    return parameter.name.isidentifier()


def container(api: Api) -> ET.Element:
    """The entity container: a set or singleton for each root of a documented path that is known by type."""
    node = ET.Element("EntityContainer", {"Name": "GraphService"})
    restrictions = _root_restrictions(calls(api))
    for root in roots(api):
        if isinstance(root.type, Named):
            node.append(_root(root, root.type, restrictions.get(root.name, ())))
    return node


def _operation(declared: Callable, overload: Overload) -> ET.Element:
    node = element(
        "Function" if declared.function else "Action", {"Name": declared.name, "IsBound": declared.owner is not None}
    )
    if declared.owner is not None:
        bound = f"Collection({declared.owner})" if declared.on_collection else declared.owner
        ET.SubElement(node, "Parameter", {"Name": "bindingParameter", "Type": bound})
    for parameter in overload.parameters:
        node.append(_parameter(parameter))
    if declared.returns is not None:
        ET.SubElement(node, "ReturnType", {"Type": type_name(declared.returns)})
    elif declared.function:
        ET.SubElement(node, "ReturnType", {"Type": type_name(Opaque(text=""))})
    if declared.operations:
        describe(node, declared.operations[0].summary, declared.operations[0].deprecation)
    return node


def _parameter(parameter: Parameter) -> ET.Element:
    node = element("Parameter", {"Name": parameter.name, "Type": type_name(parameter.type)})
    describe(node, parameter.description, None)
    return node


def _root(root: Root, named: Named, found: Iterable[tuple[Verb, Call]]) -> ET.Element:
    tag, attribute = ("EntitySet", "EntityType") if root.many else ("Singleton", "Type")
    node = element(tag, {"Name": root.name, attribute: named.name})
    for verb, call in found:
        if (annotation := _permissions(_RESTRICTIONS[verb], call)) is not None:
            node.append(annotation)
    return node


def _root_restrictions(found: tuple[Call, ...]) -> dict[str, list[tuple[Verb, Call]]]:
    """The calls on a root itself, one a restriction term: `PATCH` speaks for updates where `PUT` is documented too."""
    roots_found: dict[str, dict[str, tuple[Verb, Call]]] = {}
    for call in found:
        first = call.steps[0] if call.steps else None
        if first is None or first.name is None or any(each.role is not Role.KEY for each in call.steps[1:]):
            continue
        term = _RESTRICTIONS[call.verb]
        roots_found.setdefault(first.name, {}).setdefault(term, (call.verb, call))
    return {name: [by_term[term] for term in sorted(by_term)] for name, by_term in roots_found.items()}


def _permissions(term: str, call: Call) -> ET.Element | None:
    """`<term>/Permissions`: a scheme an account, with its scopes; None where nobody may call."""
    granted = {account: names for account, names in scopes(call).items() if names}
    if not granted:
        return None
    annotation = ET.Element("Annotation", {"Term": f"{_CAPABILITIES}.{term}"})
    permissions = ET.SubElement(ET.SubElement(annotation, "Record"), "PropertyValue", {"Property": "Permissions"})
    collection = ET.SubElement(permissions, "Collection")
    for account in Account:
        if account.value not in granted:
            continue
        record = ET.SubElement(collection, "Record")
        ET.SubElement(record, "PropertyValue", {"Property": "SchemeName", "String": account.value})
        listed = ET.SubElement(ET.SubElement(record, "PropertyValue", {"Property": "Scopes"}), "Collection")
        for name in granted[account.value]:
            scope = ET.SubElement(listed, "Record")
            scope.append(element("PropertyValue", {"Property": "Scope", "String": name}))
    return annotation
