"""From a name to a class.

The tables are plain data (`_types.py` of the package); a class is imported when it is first asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

PACKAGE = __name__.rpartition("._runtime")[0]
"""The generated package this runtime was copied into."""


def lazy_names(
    package: str, modules: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` for a package whose names are imported when they are first used."""

    def get(name: str) -> Any:
        module = modules.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{module}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return get, lambda: sorted(modules)


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    types = import_module(f"{PACKAGE}._types")
    return types.MODELS, types.ENUMS, types.ODATA


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
    name = _tables()[2].get(odata_type.removeprefix("#"))
    return None if name is None else _model(name)


@cache  # bounded: only names of the table come here, never text of a response
def _model(name: str) -> type[Any]:
    found: type[Any] = getattr(import_module(f"{PACKAGE}.models.{_tables()[0][name]}"), name)
    return found
