"""From a name to a class.

The tables are data (`_types.json` of the package), read when a name is first asked for; a class is imported when it is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from .data import PACKAGE, read_data


def lazy_names(package: str, **bases: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` for `models` or `enums`, whose names are imported when they are first used.

    `bases`: classes that the runtime has for all of them, each with its module there.
    """
    kind = package.rpartition(".")[2]

    def get(name: str) -> Any:
        if name in bases:
            module = f"{PACKAGE}._runtime.{bases[name]}"
        elif name in _modules(kind):
            module = f"{package}.{_modules(kind)[name]}"
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(module), name)
        setattr(sys.modules[package], name, value)
        return value

    return get, lambda: sorted({*bases, *_modules(kind)})


class _Tables(NamedTuple):
    models: Mapping[str, str]
    """Module in `models/` by class name."""
    enums: Mapping[str, str]
    """Module in `enums/` by class name."""
    odata: Mapping[str, str]
    """Class name of a model by qualified OData name."""


@cache
def _tables() -> _Tables:
    found = read_data("_types.json")
    models: dict[str, str] = {}
    odata: dict[str, str] = {}
    for namespace, types in found["models"].items():
        for name, (class_name, module) in types.items():
            models[class_name] = module
            odata[f"{namespace}.{name}" if namespace else name] = class_name
    return _Tables(models, found["enums"], odata)


def _modules(kind: str) -> Mapping[str, str]:
    return _tables().enums if kind == "enums" else _tables().models


def find_class(name: str) -> tuple[str, Callable[[], Any]] | None:
    """Whether `name` is a "model" or an "enum", and how to get the class; None for a name that is neither."""
    models, enums, _ = _tables()
    if name in models:
        return "model", cache(lambda: getattr(import_module(f"{PACKAGE}.models.{models[name]}"), name))
    if name in enums:
        return "enum", cache(lambda: getattr(import_module(f"{PACKAGE}.enums.{enums[name]}"), name))
    return None


def model_of(odata_type: str) -> type[Any] | None:
    """The class of a qualified name ("#microsoft.graph.user", with or without "#"); None when no page
    documents it.
    """
    name = _tables().odata.get(odata_type.removeprefix("#"))
    return None if name is None else _model(name)


@cache  # bounded: only names of the table come here, never text of a response
def _model(name: str) -> type[Any]:
    found: type[Any] = getattr(import_module(f"{PACKAGE}.models.{_tables().models[name]}"), name)
    return found
