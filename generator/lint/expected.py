"""Which types the bodies of an example may have: by the page's sentences, by its annotation, by its path.

Pages contradict themselves, and some speak of several things at once. All readings are given, the likeliest first; a
body is judged by the one that suits it best.
"""

from __future__ import annotations

from generator.lint.shapes import Shapes
from generator.model.operations import BodyKind, Example, HttpResponse, Operation, OperationKind
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, Named, Primitive, TypeRef, item_of

_STREAM = Primitive(name=PrimitiveName.STREAM)
_WHOLE = (OperationKind.GET, OperationKind.LIST)
_WRITTEN = (OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE)


def request_types(example: Example, operation: Operation) -> tuple[TypeRef, ...]:
    """The readings of an object that a request carries."""
    stated = operation.body.type
    if operation.body.kind is not BodyKind.ENTITY or stated is None:
        return ()
    return _distinct(stated, _of_path(example, operation))


def response_types(
    response: HttpResponse, example: Example, operation: Operation, known: Shapes
) -> tuple[TypeRef, ...]:
    """The readings of a successful response; none where it is bytes, or nothing tells."""
    stated, annotated = operation.response.type, response.type
    if _STREAM in (stated, annotated) or asks_for_raw(example):
        return ()
    if stated is None or annotated is None:
        told = stated or annotated
        return () if told is None else _distinct(told, _of_path(example, operation))
    return _distinct(*_narrowed(stated, annotated, known), _of_path(example, operation))


def asks_for_raw(example: Example) -> bool:
    """Whether the request goes below what the page documents, to its bytes or to the number of its items."""
    path = "" if example.request is None else example.request.url.partition("?")[0]
    return path.rstrip("/").lower().endswith(("/$count", "/$value", "/content"))


def _narrowed(stated: TypeRef, annotated: TypeRef, known: Shapes) -> tuple[TypeRef, ...]:
    """What the page says of all responses, narrowed by the annotation of this one, or else both."""
    whole, part = item_of(stated), item_of(annotated)
    if not isinstance(whole, Named) or not isinstance(part, Named):
        return (stated,)
    lines = known.hierarchy
    if lines.is_kind_of(part.name, whole.name):
        return (Collection(item=part) if isinstance(stated, Collection) else part,)
    return (stated,) if lines.is_kind_of(whole.name, part.name) else (stated, annotated)


def _of_path(example: Example, operation: Operation) -> TypeRef | None:
    """What the matched path stands for: pages that speak of several subtypes have a path to their base."""
    steps = () if example.route is None else operation.routes[example.route].steps
    found = steps[-1].type if steps else None
    if found is None or not isinstance(item_of(found), Named):
        return None
    if operation.kind in _WRITTEN:
        return item_of(found)
    return found if operation.kind in _WHOLE else None


def _distinct(*found: TypeRef | None) -> tuple[TypeRef, ...]:
    return tuple(dict.fromkeys(each for each in found if each is not None))
