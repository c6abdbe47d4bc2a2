"""Overrides of operations and their examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from generator.link.example_shapes import request_path
from generator.link.matching import match
from generator.model.indexes.kinds import kind_of, name_of, owner_of
from generator.model.operations import Body, BodyKind, Example, Operation, Response, ResponseKind, Route
from generator.model.paths import Path
from generator.model.types import Collection
from generator.model.wording import Note
from generator.overrides.codes import OVERRIDE_UNUSABLE
from generator.overrides.draft import RULE, Draft, Edited, Fault, Field, Outcome, because
from generator.overrides.fields import edit, settled
from generator.overrides.model import Key, Override, Value
from generator.overrides.paths import corrected_path, retrace
from generator.overrides.type_text import read_type

On = Callable[[Route], bool]
"""Which of an operation's routes an override means."""


def edit_operations(draft: Draft, found: Iterable[Operation], on: On, override: Override) -> Outcome:
    """The same correction on every page that documents the request; `on` tells its routes from the page's others."""
    outcome: Outcome = Fault(code=OVERRIDE_UNUSABLE, message=f"nothing documents {override.target}")
    for each in found:
        made = _edited(draft, each, on, override)
        if isinstance(made, Edited):
            draft, outcome = made.draft, made
        elif not isinstance(outcome, Edited):
            outcome = made
    return outcome


def drop_example(draft: Draft, operation: Operation, ordinal: int, override: Override) -> Outcome:
    """The operation without one of its examples."""
    if override.key is not Key.DROP:
        return Fault(code=OVERRIDE_UNUSABLE, message="an example can only be dropped", hint="drop = true")
    kept = tuple(each for each in operation.examples if each.ordinal != ordinal)
    made = _noted(msgspec.structs.replace(operation, examples=kept), override)
    return Edited(draft=draft.with_operations({operation.id: made}), was=f"example {ordinal}", now="none")


def _edited(draft: Draft, each: Operation, on: On, override: Override) -> Outcome:
    if override.key is Key.DROP:
        return _dropped(draft, each, on, override)
    if override.key is Key.PATH:
        return _moved(draft, each, on, override)

    def store(made: Operation) -> Draft:
        return draft.with_operations({made.id: _noted(made, override)})

    return edit(draft, each, _FIELDS, override, store)


def _dropped(draft: Draft, each: Operation, on: On, override: Override) -> Outcome:
    """Without these routes; without the operation, when no other is left. Examples of a dropped route match none."""
    left = [index for index, route in enumerate(each.routes) if not on(route)]
    was = ", ".join(str(route.path) for route in each.routes if on(route))
    if not left:
        return Edited(draft=draft.with_operations({each.id: None}), was=was, now="none")
    index = {old: new for new, old in enumerate(left)}
    examples = tuple(
        msgspec.structs.replace(one, route=None if one.route is None else index.get(one.route)) for one in each.examples
    )
    made = msgspec.structs.replace(each, routes=tuple(each.routes[old] for old in left), examples=examples)
    return Edited(draft=draft.with_operations({each.id: _noted(_placed(made), override)}), was=was, now="none")


def _moved(draft: Draft, each: Operation, on: On, override: Override) -> Outcome:
    path = corrected_path(str(override.value))
    if isinstance(path, Fault):
        return path
    if any(route.path.shape == path.shape for route in each.routes):
        return settled(f"the docs say themselves that the path is {path}")
    was = ", ".join(str(route.path) for route in each.routes if on(route))
    routes = tuple(_rerouted(draft, route, path) if on(route) else route for route in each.routes)
    examples = tuple(_rematched(draft, one, routes) for one in each.examples)
    made = _placed(msgspec.structs.replace(each, routes=routes, examples=examples))
    return Edited(draft=draft.with_operations({each.id: _noted(made, override)}), was=was, now=str(path))


def _rematched(draft: Draft, example: Example, routes: tuple[Route, ...]) -> Example:
    """The example with the route that its URL is of, now that the paths are others."""
    if example.request is None:
        return example
    reading = request_path(example.request, draft.conventions)
    found = None if reading.path is None else match(reading.path, [each.path for each in routes], draft.conventions)
    return msgspec.structs.replace(example, route=found)


def _rerouted(draft: Draft, route: Route, path: Path) -> Route:
    return msgspec.structs.replace(route, path=path, written=None, steps=retrace(draft, path, route))


def _placed(each: Operation) -> Operation:
    """What follows from the first path, once that is another."""
    steps = each.routes[0].steps
    return msgspec.structs.replace(
        each, kind=kind_of(each.verb, steps), name=name_of(steps), owner=owner_of(steps) or each.owner
    )


def _noted(each: Operation, override: Override) -> Operation:
    """With a note that tells readers of `show` and of the SDK what was corrected."""
    text = f"{override.key} = {override.value}: {because(override).reason}"
    return msgspec.structs.replace(each, notes=(*each.notes, Note(kind=RULE, text=text, span=each.source)))


def _with_body(draft: Draft, each: Operation, value: Value) -> Operation | Fault:
    plain = {BodyKind.NONE, BodyKind.STREAM, BodyKind.REFERENCE}
    if value in plain:
        body = Body(kind=BodyKind(str(value)), type=None, span=each.body.span)
        return msgspec.structs.replace(each, body=body)
    ref = read_type(str(value), draft)
    if isinstance(ref, Fault):
        return ref
    return msgspec.structs.replace(each, body=Body(kind=BodyKind.ENTITY, type=ref, span=each.body.span))


def _returning(draft: Draft, each: Operation, value: Value) -> Operation | Fault:
    response = each.response
    if value in {ResponseKind.NONE, ResponseKind.STREAM}:
        made = Response(kind=ResponseKind(str(value)), statuses=response.statuses, type=None, span=response.span)
        return msgspec.structs.replace(each, response=made)
    ref = read_type(str(value), draft)
    if isinstance(ref, Fault):
        return ref
    kind = ResponseKind.COLLECTION if isinstance(ref, Collection) else ResponseKind.VALUE
    made = Response(kind=kind, statuses=response.statuses, type=ref, span=response.span)
    return msgspec.structs.replace(each, response=made)


_FIELDS: dict[Key, Field[Operation]] = {
    Key.DESCRIPTION: Field(
        lambda each: each.summary,
        lambda _draft, each, value: msgspec.structs.replace(each, summary=str(value)),
    ),
    Key.BODY: Field(lambda each: str(each.body.type or each.body.kind), _with_body),
    Key.RETURNS: Field(lambda each: str(each.response.type or each.response.kind), _returning),
}
