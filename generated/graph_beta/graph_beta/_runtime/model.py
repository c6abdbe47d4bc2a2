"""The base class of all models: a pydantic model that loses nothing of what it read.

A field that was never set is missing: it is not written. One that is None is written as null. What was read is
kept as it came (`wire`) beside the Python values: `changes()` tells what was edited, in objects and lists too.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

from .edits import as_new, changes_of, is_new
from .encoding import ATOMS, FIXED, encode, thaw
from .kind import Problem
from .misfits import misfits_of
from .registry import model_of
from .shapes import Field, Shape

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

_TYPE = "@odata.type"
_new = object.__new__
# What pydantic keeps in an object; `__setattr__` is for callers.
_set_values, _set_given, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class Base(BaseModel):
    """What every model has. Fields are in snake_case; undocumented properties are in `model_extra`, by wire name."""

    model_config = ConfigDict(
        extra="allow", defer_build=True, protected_namespaces=(), arbitrary_types_allowed=True
    )

    __odata_type__: ClassVar[str] = ""
    __wire__: ClassVar[Mapping[str, str]] = {}
    __read_only__: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(
        cls,
        *,
        odata_type: str = "",
        wire: Mapping[str, str] | None = None,
        read_only: tuple[str, ...] = (),
        **config: Any,
    ) -> None:
        """`wire` names what the camel-case rule does not give; `read_only` fields are never changes."""
        super().__init_subclass__(**config)
        cls.__odata_type__ = odata_type or cls.__odata_type__
        cls.__wire__ = wire or {}
        cls.__read_only__ = frozenset(read_only)

    if not TYPE_CHECKING:  # type checkers see the field names of each class instead

        def __init__(self, /, **fields: Any) -> None:
            from .checking import accept_all

            shape = shape_of(type(self))
            _set_values(self, {**shape.defaults, **accept_all(type(self), shape, fields)})
            _set_given(self, set(fields))
            _set_extra(self, {})
            _set_private(self, None)

        def __setattr__(self, name: str, value: Any) -> None:
            from .checking import accept_one

            self.__dict__[name] = accept_one(type(self), shape_of(type(self)), name, value)
            self.__pydantic_fields_set__.add(name)
            _touch(self)

        def __delattr__(self, name: str) -> None:
            if name not in shape_of(type(self)).by_name:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}")
            self.__dict__[name] = None
            self.__pydantic_fields_set__.discard(name)
            _touch(self)

    # -- reading -------------------------------------------------------------------------------

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """A new object from JSON with wire names, of the class that its @odata.type names. All of it counts as set."""
        model = cls._read(thaw({**data}))
        _set_private(model, {"wire": None, "untouched": False})
        return model

    @classmethod
    def _read(cls, wire: dict[str, Any]) -> Self:
        """The object that a service sent. Never raises: what does not fit is kept as it came.

        `wire` must not be changed afterwards: an object without lists and objects that nobody touched gives it back.
        """
        named = wire.get(_TYPE)
        if named is not None and named != cls.__odata_type__ and isinstance(named, str):
            found = model_of(named)
            if found is not None and found is not cls and issubclass(found, cls):
                cls = found  # noqa: PLW0642 - the object is of the class it names
        shape = _SHAPES.get(cls) or shape_of(cls)
        values = shape.defaults.copy()
        given: set[str] = set()
        extra: dict[str, Any] = {}
        readers, untouched = shape.readers, shape.fixed
        for key, value in wire.items():
            reader = readers.get(key)
            if reader is None:
                extra[key] = value if value.__class__ in FIXED else thaw(value)
                continue
            name, read = reader
            given.add(name)
            if value.__class__ not in FIXED:
                values[name] = thaw(value) if read is None else read(value)
                untouched = False
            elif read is None:
                values[name] = value
            elif value is not None:
                values[name] = read(value)
        model: Self = _new(cls)
        _set_values(model, values)
        _set_given(model, given)
        _set_extra(model, extra)
        _set_private(model, {"wire": wire, "untouched": untouched})
        return model

    @classmethod
    def _fields(cls) -> Collection[Field]:
        return shape_of(cls).by_name.values()

    @classmethod
    def _takes_object(cls, name: str) -> bool:
        """Whether a documented property of this wire name may hold an object."""
        field = shape_of(cls).by_wire.get(name)
        return field is not None and not any(field.kind.misfits(field.kind.read({})))

    # -- writing -------------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """Everything that is set, as JSON with wire names. A new object of a derived class says which it is."""
        return self._write(Base if is_new(self) and shape_of(type(self)).is_derived else None)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict()` as text."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)

    def _write(self, declared: type[Any] | None) -> dict[str, Any]:
        """JSON of what is set, in the order it was read in. `declared` is the class of its place; None: its own."""
        cls = type(self)
        values, given, extra = self.__dict__, self.__pydantic_fields_set__, self.__pydantic_extra__ or {}
        other = declared is not None and declared is not cls
        private = self.__pydantic_private__
        if private and private["untouched"] and not (extra or other) and len(given) == len(private["wire"]):
            return private["wire"].copy()  # type: ignore[no-any-return]  # `_read` put it there
        out = self._type_for(declared) if other else {}
        wire = (private or out).get("wire") or {}
        shape = _SHAPES.get(cls) or shape_of(cls)
        writers = shape.writers
        for key in wire:
            writer = writers.get(key)
            if writer is not None:
                name, write = writer
                if name in given:
                    value = values[name]
                    out[key] = value if value.__class__ in ATOMS else write(value)
            elif key in extra:
                value = extra[key]
                out[key] = value if value.__class__ in ATOMS else encode(value)
        if len(given) + len(extra) > len(out) or not wire:
            for key, (name, write) in writers.items():
                if name in given and key not in out:
                    value = values[name]
                    out[key] = value if value.__class__ in ATOMS else write(value)
            out.update((key, encode(value)) for key, value in extra.items() if key not in out)
        return out

    def _type_for(self, declared: type[Any] | None) -> dict[str, Any]:
        """What says that the object is of another class than `declared`, when it does not say so by itself."""
        named = _TYPE in (self.__pydantic_extra__ or ()) or not self.__odata_type__
        return {} if named or type(self) is declared else {_TYPE: self.__odata_type__}

    def changes(self) -> dict[str, Any]:
        """What an update sends: what was changed since the object was read, in lists and nested objects too, never a
        read-only field. For a new object: all that was set.
        """
        wire = (self.__pydantic_private__ or {}).get("wire")
        return self._write(None) if wire is None else changes_of(self, wire, shape_of(type(self)))

    def saved(self) -> Self:
        """A copy that has no changes: what the object is once an update of it succeeded, and was not read again."""
        return as_new(type(self), self._write(None)) if is_new(self) else self._read(self._write(None))

    # -- looking -------------------------------------------------------------------------------

    @property
    def model_extra(self) -> dict[str, Any]:
        """Undocumented properties, by wire name. What is set here is sent."""
        return self.__pydantic_extra__  # type: ignore[return-value]  # no None where extras are allowed

    @property
    def odata_type(self) -> str | None:
        """`@odata.type` as it was read, else that of the class."""
        return (self.__pydantic_extra__ or {}).get(_TYPE) or self.__odata_type__ or None

    @property
    def odata_id(self) -> str | None:
        """`@odata.id`, the address of the object."""
        return (self.__pydantic_extra__ or {}).get("@odata.id")

    @property
    def odata_etag(self) -> str | None:
        """`@odata.etag`, for `if_match=`."""
        return (self.__pydantic_extra__ or {}).get("@odata.etag")

    @property
    def odata_removed(self) -> str | None:
        """Why an object of a delta is gone ("deleted" or "changed"); None for one that is there."""
        note = (self.__pydantic_extra__ or {}).get("@removed")
        return str(note.get("reason", "changed")) if isinstance(note, dict) else None

    def problems(self) -> list[Problem]:
        """The values that do not fit their documented types, nested ones included."""
        return list(misfits_of(self, shape_of(type(self))))

    def __eq__(self, other: object) -> bool:
        """Whether both are of one class and hold the same, undocumented properties included."""
        if not isinstance(other, Base) or type(self) is not type(other):
            return NotImplemented
        return (
            self.__pydantic_fields_set__ == other.__pydantic_fields_set__
            and self.__dict__ == other.__dict__
            and _shown(self.__pydantic_extra__) == _shown(other.__pydantic_extra__)
        )

    __hash__ = None  # type: ignore[assignment]  # models can be changed

    def __repr_args__(self) -> Any:
        from .hiding import shown_args

        yield from shown_args(self, shape_of(type(self)), _shown(self.__pydantic_extra__))

    # -- pydantic ------------------------------------------------------------------------------

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Inside other pydantic models, FastAPI and TypeAdapter a model is read and written by its own rules."""
        from .interop import core_schema_of

        return core_schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        from .interop import json_schema_of

        return json_schema_of(cls, shape_of(cls))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; `update` is checked as an assignment is."""
        copied = copy.deepcopy(self) if deep else copy.copy(self)
        for name, value in (update or {}).items():
            setattr(copied, name, value)
        return copied

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Resolve the names in annotations, whose classes are imported only here."""
        from .interop import names_of

        return super().model_rebuild(**{"_types_namespace": names_of(shape_of(cls)), **options})


_SHAPES: dict[type[Any], Shape] = {}


def shape_of(cls: type[Any]) -> Shape:
    """Found in a dict, made once; two threads that make it at once make equal ones."""
    shape = _SHAPES.get(cls)
    if shape is None:
        shape = _SHAPES[cls] = Shape(cls)
    return shape


def _touch(model: Any) -> None:
    """What was read is no longer what the object holds."""
    if model.__pydantic_private__ is not None:
        model.__pydantic_private__["untouched"] = False


def _shown(extra: dict[str, Any] | None) -> dict[str, Any]:
    return {key: value for key, value in (extra or {}).items() if key != "@odata.context"}
