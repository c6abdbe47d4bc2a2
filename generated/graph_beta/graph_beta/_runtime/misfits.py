"""What in an object does not fit its documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .kind import Problem
from .registry import model_of
from .shapes import Shape

_TYPE = "@odata.type"


def misfits_of(model: Any, shape: Shape) -> Iterator[Problem]:
    """The values that do not fit their documented types, with paths relative to `model`."""
    named = (model.__pydantic_extra__ or {}).get(_TYPE)
    if named is not None and not _may_be(model, named):
        declared = type(model).__odata_type__.removeprefix("#")
        yield Problem(_TYPE, f"not a type derived from {declared}", named)
    for name, field in shape.by_name.items():
        value = model.__dict__[name]
        for problem in () if value is None else field.kind.misfits(value):
            yield problem.below(field.wire)


def _may_be(model: Any, named: object) -> bool:
    """Whether an object that was read may name this type: its own, or one that no page documents."""
    known = model_of(named) if isinstance(named, str) else object
    return known is None or (isinstance(model, known) and known is not object)
