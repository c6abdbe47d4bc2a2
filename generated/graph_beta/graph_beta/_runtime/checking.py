"""What a Python caller may give a model: exact names, fitting values. Errors are pydantic's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from .calls import AsWritten
from .encoding import ATOMS
from .hiding import hidden_input
from .kind import Kind
from .kinds import Many, Nested
from .shapes import Shape


def accept_all(cls: type[Any], shape: Shape, fields: dict[str, Any]) -> dict[str, Any]:
    """The values to keep for the arguments of a constructor. Raises ValidationError with every fault."""
    accepted: dict[str, Any] = {}
    faults: list[tuple[str, Any, str]] = []
    for name, value in fields.items():
        try:
            accepted[name] = _accept(shape, name, value)
        except ValueError as fault:
            faults.append((name, value, str(fault)))
    if faults:
        raise misfit(cls.__name__, faults)
    return accepted


def accept_one(cls: type[Any], shape: Shape, name: str, value: Any) -> Any:
    """The value to keep for an assignment.

    Raises AttributeError for a name that is not a field, ValidationError for a misfit.
    """
    if name not in shape.by_name:
        raise AttributeError(f"{cls.__name__} {_unknown(shape, name)}")
    return accept_all(cls, shape, {name: value})[name]


def _accept(shape: Shape, name: str, value: Any) -> Any:
    field = shape.by_name.get(name)
    if field is None:
        raise ValueError(_unknown(shape, name))
    return None if value is None else field.kind.accept(value)


def accept_body(declared: type[Any], body: Any) -> None:
    """Raise an error for a body that is neither a model of this class nor a dict of JSON."""
    if isinstance(body, Mapping):
        refuse_python_names(declared, body)
    elif not isinstance(body, AsWritten):
        told = f"should be {declared.__name__}, not {type(body).__name__}"
        raise misfit(declared.__name__, [("body", body, told)])


def refuse_python_names(declared: type[Any], value: Mapping[Any, Any]) -> None:
    """A dict is JSON, which has wire names, as have those within. Raises ValueError for one with names of fields, whose
    values would be lost.
    """
    from .model import shape_of

    shape = shape_of(declared)
    for name, inner in value.items():
        field = shape.by_wire.get(name)
        if field is None:
            wire = shape.by_name[name].wire if name in shape.by_name else name
            if wire not in value:
                model = declared.__name__
                raise ValueError(f"a dict has the names of JSON: {wire!r}, not {name!r} (or give a {model})")
        elif inner.__class__ not in ATOMS:
            for found, each in _objects(field.kind, inner):
                refuse_python_names(found, each)


def _objects(kind: Kind, value: Any) -> Iterator[tuple[type[Any], Mapping[Any, Any]]]:
    """The JSON objects in a value of a documented class."""
    if isinstance(kind, Many) and isinstance(value, (list, tuple)):
        for each in value:
            yield from _objects(kind.item, each)
    elif isinstance(kind, Nested) and isinstance(
        value, (dict, Mapping)
    ):  # most are dicts, which is soon known
        yield kind.load(), value


def _unknown(shape: Shape, name: str) -> str:
    from difflib import get_close_matches

    field = shape.by_wire.get(name)
    near = [field.name] if field else get_close_matches(name, shape.by_name, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "what no page documents goes into model_extra"
    return f"has no field {name!r}; {hint}"


def misfit(title: str, faults: list[tuple[str, Any, str]]) -> ValidationError:
    """The error of values that do not fit: their names, the values, and what is wrong with each."""
    return ValidationError.from_exception_data(title, [_detail(*each) for each in faults])


def _detail(name: str, value: Any, message: str) -> InitErrorDetails:
    fault = PydanticCustomError("misfit", "{message}", {"message": message})
    return InitErrorDetails(type=fault, loc=(name,), input=hidden_input(name, value))
