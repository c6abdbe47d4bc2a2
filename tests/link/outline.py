"""A linked API as short lines, so that expectations in case files read like the docs they come from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.link import Linked
from generator.model.declarations import EnumType, Property, StructuredType
from generator.model.indexes.callables import Callable, callables
from generator.model.indexes.roots import Root, roots
from generator.model.operations import Operation, Parameter
from generator.model.steps import Step
from generator.model.types import TypeRef


def outline(linked: Linked) -> str:
    """Types, enumerations, roots, callables, operations: one declaration a line, what belongs to it indented below."""
    api = linked.api
    lines = [line for each in api.types for line in _type(each)]
    lines += [_enum(each) for each in api.enums]
    lines += [_root(each) for each in roots(api)]
    lines += [_callable(each) for each in callables(api)]
    lines += [line for each in api.operations for line in _operation(each)]
    return "\n".join(lines) + "\n"


def findings(linked: Linked) -> str:
    """Place, code and message of every finding."""
    return "".join(f"{each.span}: {each.code}: {each.message}\n" for each in linked.diagnostics)


def ref(found: TypeRef | None) -> str:
    return "-" if found is None else str(found).replace("microsoft.graph.", "")


def _type(each: StructuredType) -> Iterator[str]:
    flags = [word for word, on in (("abstract", each.abstract), ("open", each.open), ("media", each.media)) if on]
    base = f" : {each.base}" if each.base else ""
    key = f" key={','.join(each.keys)}" if each.keys else ""
    why = "".join(f" <{inference.rule}>" for inference in each.inferences)
    yield f"{' '.join([*flags, each.kind.value])} {each.name}{base}{key}{why}".replace("microsoft.graph.", "")
    yield from (_property(prop) for prop in each.properties)
    yield from (f"  ^{one.name}: {one.description} ({', '.join(map(str, one.sources))})" for one in each.restated)


def _property(prop: Property) -> str:
    why = f" <{prop.inference.rule}>" if prop.inference else ""
    return f"  {'~' if prop.navigation else ''}{prop.name}: {ref(prop.type)}{why}"


def _enum(each: EnumType) -> str:
    members = ", ".join(m.name if m.value is None else f"{m.name}={m.value}" for m in each.members)
    why = "".join(f" <{inference.rule}>" for inference in each.inferences)
    told = "".join(f" ({note.kind}: {note.text})" for note in each.notes)
    return f"{'flags' if each.flags else 'enum'} {each.name} = {members}{why}{told}".replace("microsoft.graph.", "")


def _root(each: Root) -> str:
    return f"{'set' if each.many else 'singleton'} {each.name}: {ref(each.type)}"


def _callable(each: Callable) -> str:
    overloads = " | ".join(", ".join(f"{p.name}: {ref(p.type)}" for p in o.parameters) for o in each.overloads)
    bound = f"{each.owner}{'[]' if each.on_collection else ''}".replace("microsoft.graph.", "")
    return f"{'function' if each.function else 'action'} {bound}.{each.name}({overloads}) -> {ref(each.returns)}"


def _operation(each: Operation) -> Iterator[str]:
    name = f" {each.name}" if each.name else ""
    body, response = each.body, each.response
    yield f"{each.id}: {each.kind}{name}, body {body.kind} {ref(body.type)}, response {response.kind} {ref(response.type)}"
    yield from (
        f"  {each.verb} {route.path} = {' '.join(_step(step) for step in route.steps)}" for route in each.routes
    )
    yield from (f"  {_parameter(parameter)}" for parameter in each.parameters)
    for table in each.permissions:
        scopes = "; ".join(f"{p.account} {' '.join(p.scopes) or 'none'}" for p in table.permissions)
        yield f"  permissions {table.label or '-'}: {scopes}"
    for example in each.examples:
        yield f"  example {example.ordinal}: route {example.route}"


def _step(step: Step) -> str:
    owner = f"{(step.owner or '').replace('microsoft.graph.', '')}." if step.owner else ""
    return f"{step.role}({owner}{(step.name or '').replace('microsoft.graph.', '')}){ref(step.type)}"


def _parameter(each: Parameter) -> str:
    why = f" <{each.inference.rule}>" if each.inference else ""
    return f"{each.place} {each.name}: {ref(each.type)}{why}"
