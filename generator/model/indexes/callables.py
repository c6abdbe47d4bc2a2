"""Actions and functions as declarations: overloads and pages merged by name and binding. Knows linked operations only."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.api import Api
from generator.model.operations import Operation, Parameter
from generator.model.types import TypeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Overload:
    """One set of parameters; for functions, in the order in which the path writes them."""

    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callable:
    """An action or function. `name` is short (`sendMail`); `namespace` where the paths write it qualified, else the owner's."""

    name: str
    namespace: str
    function: bool
    owner: str | None
    """The type it is bound to; None: unbound or unknown."""
    on_collection: bool
    overloads: tuple[Overload, ...]
    returns: TypeRef | None
    operations: tuple[Operation, ...]


def callables(api: Api) -> tuple[Callable, ...]:
    """All actions and functions, sorted by (name, owner, on_collection)."""
    raise NotImplementedError
