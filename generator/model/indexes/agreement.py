"""What the pages that document one call say together of its body and of its response.

A page says one thing for all its paths, and pages about something else (extensions, extended properties) document the
calls of many types by the way. What a path leads to tells which statements are about it. Knows linked operations only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import msgspec

from generator.model.declarations import Inference
from generator.model.indexes.hierarchy import Hierarchy
from generator.model.operations import (
    Body,
    BodyKind,
    HttpResponse,
    Operation,
    OperationKind,
    Response,
    ResponseKind,
    Route,
)
from generator.model.steps import Role
from generator.model.types import Collection, Named, TypeRef, item_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented:
    """One page's request line for a call."""

    operation: Operation
    route: Route


_READ = (OperationKind.GET, OperationKind.LIST)
_WRITTEN = (OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE)
_BY_PATH = Inference(rule="path-type", reason="the page names no type for this path, which leads to this one")

_SHOWN = Inference(rule="shown-response", reason="the page names no type, and its examples show what the path leads to")
_TEXT = Inference(rule="shown-text", reason="the examples send bytes, and get text that is no JSON")
_UNTYPED = (ResponseKind.NONE, ResponseKind.UNSTATED)


def agreed_body(documents: Sequence[Documented], kind: OperationKind, known: Hierarchy) -> Body:
    """The body of all pages: of their types' nearest common base."""
    documents = _about(documents, kind)
    bodies = [_body_at(each, kind, known) for each in documents]
    stated = [each for each in bodies if each.kind is not BodyKind.UNSTATED] or bodies
    at = _led_to(documents[0].route, kind, known)
    stated = [each for each in stated if _akin(each.type, at, known)] or _listing(stated, at) or stated
    first = stated[0]
    if first.kind is not BodyKind.ENTITY:
        return first
    shown = _shown(documents, first.type, known, requests=True)
    ref = _common((*(each.type for each in stated if each.kind is BodyKind.ENTITY), *shown), known)
    return msgspec.structs.replace(first, type=ref)


def agreed_response(documents: Sequence[Documented], kind: OperationKind, known: Hierarchy) -> Response:
    """The response of all pages: of their types' nearest common base."""
    statuses = _statuses(each.operation.response for each in documents)
    documents = _about(documents, kind)
    responses = [_response_at(each, kind, known) for each in documents]
    stated = [each for each in responses if each.kind is not ResponseKind.UNSTATED] or responses
    at = _led_to(documents[0].route, kind, known)
    stated = [each for each in stated if _akin(each.type, at, known)] or stated
    if at is not None and kind in _READ:
        many = isinstance(at, Collection)
        stated = [each for each in stated if (each.kind is ResponseKind.COLLECTION) is many] or stated
    first = next((each for each in stated if each.type is not None), stated[0])
    if first.kind in _UNTYPED and at is not None and any(_bodies(documents, requests=False)):
        number = ResponseKind.COLLECTION if isinstance(at, Collection) else ResponseKind.VALUE
        first = msgspec.structs.replace(first, kind=number, type=at, inference=_SHOWN)
    if kind is not OperationKind.ACTION and not first.inference and _gives_text(documents):
        return msgspec.structs.replace(first, kind=ResponseKind.STREAM, type=None, statuses=statuses, inference=_TEXT)
    shown = _shown(documents, first.type, known, requests=False)
    ref = _common((first.type, *(each.type for each in stated if each.kind is first.kind), *shown), known)
    return msgspec.structs.replace(first, type=ref, statuses=statuses)


def _statuses(responses: Iterable[Response]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(status for each in responses for status in each.statuses))


def _gives_text(documents: Sequence[Documented]) -> bool:
    """Whether bytes are sent and all that examples get back is text that its header says is no JSON."""
    if any(each.operation.body.kind is not BodyKind.STREAM for each in documents):
        return False
    answers = [
        each
        for document in documents
        for example in document.operation.examples
        for each in example.responses
        if each.status < HTTPStatus.MULTIPLE_CHOICES and each.body is not None
    ]
    return bool(answers) and all(not each.json and _is_other_text(each) for each in answers)


def _is_other_text(answer: HttpResponse) -> bool:
    named = (value.lower() for name, value in answer.headers if name.lower() == "content-type")
    return any("json" not in each for each in named)


def _about(documents: Sequence[Documented], kind: OperationKind) -> Sequence[Documented]:
    """The pages named for an action, where there are some: others call it in passing, for what they are about."""
    if kind is not OperationKind.ACTION or len(documents) == 1:
        return documents
    name = (documents[0].route.steps[-1].name or "").lower()
    own = [
        each for each in documents if name and name in each.operation.page.rpartition("/")[2].lower().replace("-", "")
    ]
    return own or documents


def _listing(stated: Sequence[Body], at: TypeRef | None) -> list[Body]:
    """The bodies that pages describe by what they hold: those of other types are not what the path leads to."""
    return [] if at is None else [each for each in stated if each.type is None]


def _body_at(document: Documented, kind: OperationKind, known: Hierarchy) -> Body:
    """What a page says of the body, for this one of its paths."""
    body, at = document.operation.body, _led_to(document.route, kind, known)
    if body.kind is not BodyKind.ENTITY or at is None:
        return body
    if body.type is not None and not _of_another(body.type, at, document, kind, known):
        return body
    return msgspec.structs.replace(body, type=at, inference=_BY_PATH)


def _response_at(document: Documented, kind: OperationKind, known: Hierarchy) -> Response:
    """What a page says of the response, for this one of its paths."""
    response, at = document.operation.response, _led_to(document.route, kind, known)
    if at is None or response.kind not in (ResponseKind.VALUE, ResponseKind.COLLECTION) or response.type is None:
        return response
    ref: TypeRef = at if _of_another(response.type, at, document, kind, known) else response.type
    many = isinstance(at, Collection)
    if (
        kind in _READ
        and isinstance(ref, Collection) is not many
        and _is_as_led(document, many=many, kind=kind, known=known)
    ):
        ref = Collection(item=item_of(ref)) if many else item_of(ref)
    if ref == response.type:
        return response
    number = ResponseKind.COLLECTION if isinstance(ref, Collection) else ResponseKind.VALUE
    return msgspec.structs.replace(response, kind=number, type=ref, inference=_BY_PATH)


def _led_to(route: Route, kind: OperationKind, known: Hierarchy) -> TypeRef | None:
    """The structured type, or collection of it, that a plain verb's path ends at; one of it where it is written.

    None where only a type derived from the one before declares the last step: others may, with other types.
    """
    last = route.steps[-1] if route.steps and kind in (*_READ, *_WRITTEN) else None
    if last is None or last.type is None or not isinstance(item_of(last.type), Named):
        return None
    before = route.steps[-2].type if len(route.steps) > 1 else None
    if last.owner is not None and before is not None and not known.is_kind_of(str(item_of(before)), last.owner):
        return None
    return item_of(last.type) if kind in _WRITTEN else last.type


def _of_another(
    stated: TypeRef | None, at: TypeRef, document: Documented, kind: OperationKind, known: Hierarchy
) -> bool:
    """Whether the page's type belongs to another of its paths, and not to the one that leads to `at`."""
    if stated is None or item_of(stated) == item_of(at):
        return False
    if _is_cast(document):
        return True
    others = [found for each in document.operation.routes if (found := _led_to(each, kind, known)) is not None]
    if any(item_of(each) == item_of(stated) for each in others):
        return True
    return not _akin(stated, at, known) and any(_akin(stated, each, known) for each in others)


def _is_as_led(document: Documented, *, many: bool, kind: OperationKind, known: Hierarchy) -> bool:
    """Whether one or many is what the path says, whatever the page's sentence does: the sentence speaks of other paths
    too, or the examples show it.
    """
    ends = (_led_to(each, kind, known) for each in document.operation.routes)
    if len({isinstance(each, Collection) for each in ends if each is not None}) > 1:
        return True
    shown = {_holds_many(body) for body in _bodies((document,), requests=False)}
    return shown == {many}


def _akin(stated: TypeRef | None, at: TypeRef | None, known: Hierarchy) -> bool:
    """Whether one of the two is the other, or inherits from it."""
    if stated is None or at is None:
        return False
    mine, theirs = item_of(stated), item_of(at)
    if not isinstance(mine, Named) or not isinstance(theirs, Named):
        return False
    return known.is_kind_of(mine.name, theirs.name) or known.is_kind_of(theirs.name, mine.name)


def _is_cast(document: Documented) -> bool:
    """Whether the path itself names the type."""
    return bool(document.route.steps) and document.route.steps[-1].role is Role.CAST


def _shown(
    documents: Sequence[Documented], stated: TypeRef | None, known: Hierarchy, *, requests: bool
) -> Iterator[TypeRef]:
    """Types that examples name and the pages' words leave out, where they have a base with the stated one that says something."""
    if stated is None or not isinstance(item_of(stated), Named) or _is_cast(documents[0]):
        return
    whole = str(item_of(stated))
    for name in sorted(set(_named(documents, requests=requests))):
        common = None if known.is_kind_of(name, whole) else known.common((whole, name))
        if common is not None and known.ancestors(common):
            yield Named(name=name)


def _named(documents: Iterable[Documented], *, requests: bool) -> Iterator[str]:
    """The `@odata.type` of what the examples send or get."""
    for body in _bodies(documents, requests=requests):
        held = body.get("value", body) if isinstance(body, dict) else body
        for each in held if isinstance(held, list) else (body, held):
            if isinstance(each, dict) and isinstance(each.get("@odata.type"), str):
                yield each["@odata.type"].removeprefix("#")


def _holds_many(body: Any) -> bool:
    return isinstance(body.get("value") if isinstance(body, dict) else body, list)


def _bodies(documents: Iterable[Documented], *, requests: bool) -> Iterator[Any]:
    """The JSON that the pages' examples send, or get where they succeed."""
    for example in (each for document in documents for each in document.operation.examples):
        answers = (each for each in example.responses if each.status < HTTPStatus.BAD_REQUEST)
        for message in (example.request,) if requests else answers:
            if message is not None and message.json and message.body is not None:
                yield msgspec.json.decode(message.body)


def _common(refs: Iterable[TypeRef | None], known: Hierarchy) -> TypeRef | None:
    """The type of all: the one they agree on, or the nearest common base of theirs; else the first."""
    found = list(dict.fromkeys(each for each in refs if each is not None))
    if len(found) < 2:
        return found[0] if found else None
    items = [item_of(each) for each in found]
    names = [each.name for each in items if isinstance(each, Named)]
    common = known.common(names) if len(names) == len(items) else None
    if common is None:
        return found[0]
    return Collection(item=Named(name=common)) if isinstance(found[0], Collection) else Named(name=common)
