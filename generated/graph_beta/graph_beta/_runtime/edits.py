"""What a caller changed in an object that was read: the body of an update."""

from __future__ import annotations

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


def _change(kind: Kind, value: Any, before: Any) -> Any:
    """The JSON to send for a value whose JSON was `before`; _SAME when nothing changed."""
    wire = (getattr(value, "__pydantic_private__", None) or {}).get("wire")
    if wire is not None and wire is before and isinstance(kind, Nested):
        inner = value.changes()
        kept = {_TYPE: wire[_TYPE]} if _TYPE in wire else {}
        return {**kept, **inner} if inner else _SAME
    now = None if value is None else kind.write(value)
    return _SAME if same_json(now, before) else now
