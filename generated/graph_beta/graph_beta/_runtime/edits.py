"""What a caller changed in an object that was read: the body of an update."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from .encoding import encode, same_json
from .kind import Kind
from .kinds import Nested
from .shapes import Shape

_TYPE = "@odata.type"
_SAME = object()
_MISSING = object()


def changes_of(model: Any, wire: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """JSON of what differs from `wire`, which `model` was read from. Read-only fields never do."""
    out: dict[str, Any] = {}
    for name, field in shape.by_name.items():
        if name in model.__pydantic_fields_set__ and not field.read_only:
            changed = _change(field.kind, model.__dict__[name], wire.get(field.wire, _MISSING))
            if changed is not _SAME:
                out[field.wire] = changed
    for key, value in (model.__pydantic_extra__ or {}).items():
        now = encode(value)
        if key not in wire or not same_json(now, wire[key]):
            out[key] = now
    return out


def update_of(model: Any, declared: type[Any] | None) -> dict[str, Any]:
    """The body of an update: the changes, and which class they are of when that is not `declared`.

    Raises ValueError for a changed field that is read-only: its new value would be lost without a word.
    """
    lost = dict(sorted(_lost(model)))
    if lost:
        raise ValueError(
            f"{type(model).__name__}: {', '.join(lost)} {'is' if len(lost) == 1 else 'are'} read-only, and an "
            f"update would leave the change out: undo it, or {_instead(type(model), lost)}, all of which is sent"
        )
    changes: dict[str, Any] = model.changes()
    other = declared is not None and type(model) is not declared and model.__odata_type__
    return {_TYPE: model.__odata_type__, **changes} if other else changes


def accepted(token: type[Any], body: Any, sent: Any) -> Callable[[], Any]:
    """What makes the object that a service accepted without a word: `body` as it is at this moment, without changes.
    `sent` is the JSON made of it: no more than that, unless an update sends a part.
    """
    wire: dict[str, Any] = sent if isinstance(sent, dict) else {}
    if not isinstance(body, token):
        return partial(token._read, wire)
    if (body.__pydantic_private__ or {}).get("wire") is not None:
        wire = body._write(None)
    elif _TYPE not in body.__pydantic_extra__:
        wire = {key: value for key, value in wire.items() if key != _TYPE}
    return partial(as_new, type(body), wire) if is_new(body) else partial(type(body)._read, wire)


def as_new(cls: type[Any], wire: dict[str, Any]) -> Any:
    """An object without changes, which says of which class it is where a new one does."""
    model = cls._read(wire)
    model.__pydantic_private__["new"] = True
    return model


def is_new(model: Any) -> bool:
    """Whether an object was made here: no service had the occasion to say of which class it is."""
    private = model.__pydantic_private__
    return private is None or "new" in private


def _instead(declared: type[Any], lost: dict[str, type[Any]]) -> str:
    """How to send such values all the same: a new object in the place of the innermost that was read."""
    new = {path.rpartition(".")[0]: holder.__name__ for path, holder in lost.items()}
    if "" in new:
        return f"send a new {declared.__name__}(...)"
    return "assign " + " and ".join(f"{place} = {name}(...)" for place, name in new.items())


def _lost(model: Any, path: str = "") -> Iterator[tuple[str, type[Any]]]:
    """The read-only fields of an object that was read, and of objects within, whose values were changed; and the class
    that each is in.
    """
    from .model import shape_of

    wire = (model.__pydantic_private__ or {}).get("wire")
    if wire is None:
        return
    fields, values = shape_of(type(model)).by_name, model.__dict__
    for name in model.__pydantic_fields_set__:
        field, value = fields[name], values[name]
        before = wire.get(field.wire, _MISSING)
        if field.read_only:
            if _change(field.kind, value, before) is not _SAME and not _same_value(field.kind, value, before):
                yield path + name, type(model)
        elif type(before) is dict and hasattr(value, "__pydantic_private__") and _is_part(value, before):
            yield from _lost(value, f"{path}{name}.")


def _same_value(kind: Kind, value: Any, before: Any) -> bool:
    """Whether a value, a time for one, is what was read although its text is another."""
    return value is not None and before not in (None, _MISSING) and bool(value == kind.read(before))


def _is_part(value: Any, before: Any) -> bool:
    """Whether an object still is the one that was read in its place, so that its own changes are what to send."""
    wire = (value.__pydantic_private__ or {}).get("wire")
    return wire is not None and wire is before


def _change(kind: Kind, value: Any, before: Any) -> Any:
    """The JSON to send for a value whose JSON was `before`; _SAME when nothing changed."""
    if isinstance(kind, Nested) and hasattr(value, "__pydantic_private__") and _is_part(value, before):
        inner = value.changes()
        kept = {_TYPE: before[_TYPE]} if _TYPE in before else {}
        return {**kept, **inner} if inner else _SAME
    now = None if value is None else kind.write(value)
    return _SAME if same_json(now, before) else now
