"""Every documented call once: what all pages that document one verb on one path shape say together. Examples document
calls too, where they add to their page's paths.

Knows linked operations only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from generator.model.api import Api
from generator.model.indexes.agreement import Documented, agreed_body, agreed_response
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.model.indexes.kinds import kind_of, name_of, owner_of
from generator.model.indexes.query_options import suiting_options
from generator.model.operations import Body, BodyKind, Operation, OperationKind, Parameter, ParameterPlace, Response
from generator.model.paths import Path
from generator.model.steps import Step
from generator.model.wording import Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One verb on one path. `path`, `steps` are those of the first of `documents`, which stand in order of operation id."""

    verb: Verb
    path: Path
    shape: str
    """`path.shape`: placeholders unnamed, lower-case; (verb, shape) is unique."""
    steps: tuple[Step, ...]
    kind: OperationKind
    name: str | None
    """The action's, function's or delta's own name; None for the plain verbs."""
    owner: str | None
    """The type it is bound to: of the collection's item, of the entity the path ends at, or of the action's binding."""
    parameters: tuple[Parameter, ...]
    """Of all pages: path parameters in path order, then function, query, header, body ones as documented; each
    (place, name) once.
    """
    options: tuple[str, ...]
    body: Body
    """For several pages: of their types' nearest common base."""
    response: Response
    documents: tuple[Documented, ...]
    stated: bool = True
    """A request line documents it; otherwise examples alone show it."""


_PLACES = tuple(ParameterPlace)


def operations_of(call: Call) -> tuple[Operation, ...]:
    """The operations behind a call, each once, in page order."""
    return tuple({each.operation.id: each.operation for each in call.documents}.values())


def calls(api: Api, *, shown: bool = True) -> tuple[Call, ...]:
    """All calls, sorted by (shape, verb); `shown`: those too that only examples show. Cost: one pass over the operations."""
    grouped = _stated(api)
    stated = frozenset(grouped)
    if shown:
        grouped.update(_shown(api, stated))
    known = hierarchy(api)
    return tuple(
        _merged(shape, grouped[shape, verb], known, stated=(shape, verb) in stated) for shape, verb in sorted(grouped)
    )


def only_shown(api: Api) -> tuple[str, ...]:
    """The calls that examples alone show, each as `GET /users/$count`, sorted by path and verb."""
    found = _shown(api, frozenset(_stated(api)))
    return tuple(f"{verb} {found[shape, verb][0].route.path}" for shape, verb in sorted(found))


def _stated(api: Api) -> dict[tuple[str, str], list[Documented]]:
    """Calls that request lines document."""
    grouped: dict[tuple[str, str], list[Documented]] = {}
    for operation in api.operations:
        for route in operation.routes:
            found = Documented(operation=operation, route=route)
            grouped.setdefault((route.path.shape, operation.verb.value), []).append(found)
    return grouped


def _shown(api: Api, stated: frozenset[tuple[str, str]]) -> dict[tuple[str, str], list[Documented]]:
    """Calls that only examples show: once for each page."""
    found: dict[tuple[str, str], dict[str, Documented]] = {}
    for operation in api.operations:
        for route in (each.shown for each in operation.examples if each.shown is not None):
            key = (route.path.shape, operation.verb.value)
            if key not in stated:
                found.setdefault(key, {}).setdefault(operation.id, Documented(operation=operation, route=route))
    return {key: list(documents.values()) for key, documents in found.items()}


def _merged(shape: str, documents: list[Documented], known: Hierarchy, *, stated: bool) -> Call:
    first = documents[0]
    operations = list({each.operation.id: each.operation for each in documents}.values())
    steps = first.route.steps
    kind = kind_of(first.operation.verb, steps)
    body = agreed_body(documents, kind, known)
    return Call(
        verb=first.operation.verb,
        path=first.route.path,
        shape=shape,
        steps=steps,
        kind=kind,
        name=name_of(steps),
        owner=owner_of(steps),
        parameters=tuple(_parameters(first.route.path, operations, body)),
        options=tuple(sorted(suiting_options((option for each in operations for option in each.options), kind))),
        body=body,
        response=agreed_response(documents, kind, known),
        documents=tuple(documents),
        stated=stated,
    )


def _parameters(path: Path, operations: list[Operation], body: Body) -> Iterator[Parameter]:
    once: dict[tuple[ParameterPlace, str], Parameter] = {}
    listing = _listing(operations, body)
    for operation in operations:
        elsewhere = _placeholders_elsewhere(path, operation)
        for each in operation.parameters:
            if each.place is ParameterPlace.PATH and each.name.lower() in elsewhere:
                continue
            if each.place is not ParameterPlace.BODY or operation.id in listing:
                once.setdefault((each.place, each.name), each)
    # A page that lists what a body holds, and does without a parameter, shows that no call has to send it.
    listed = [names for each in operations if (names := _members(each))]
    for key, each in once.items():
        if each.place is ParameterPlace.BODY and any(each.name.lower() not in names for names in listed):
            once[key] = _optional(each)
    order = {name: index for index, name in enumerate(path.placeholders)}
    yield from sorted(
        once.values(),
        key=lambda each: (
            _PLACES.index(each.place),
            order.get(each.name, len(order)) if each.place in _PLACES[:2] else 0,
        ),
    )


def _listing(operations: list[Operation], body: Body) -> frozenset[str]:
    """The pages whose tables say what the body holds: where it is made of parameters, those that say so."""
    same = [each.id for each in operations if each.body.kind is BodyKind.PARAMETERS]
    return frozenset(same if body.kind is BodyKind.PARAMETERS and same else (each.id for each in operations))


def _placeholders_elsewhere(path: Path, operation: Operation) -> frozenset[str]:
    """What other paths of the page have places for, and this one has not."""
    if len(operation.routes) == 1 or not any(each.place is ParameterPlace.PATH for each in operation.parameters):
        return frozenset()
    others = {name.lower() for route in operation.routes for name in route.path.placeholders}
    return frozenset(others - {name.lower() for name in path.placeholders})


def _members(operation: Operation) -> frozenset[str]:
    return frozenset(each.name.lower() for each in operation.parameters if each.place is ParameterPlace.BODY)


def _optional(parameter: Parameter) -> Parameter:
    markers = msgspec.structs.replace(parameter.markers, required=False)
    return msgspec.structs.replace(parameter, markers=markers)
