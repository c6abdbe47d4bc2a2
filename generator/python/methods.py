"""The pieces that methods of request nodes are planned from. Knows calls and naming; layout is another file's business."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.indexes.calls import Call
from generator.model.operations import Parameter, ParameterPlace
from generator.python.sites import BodyForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A parameter of a method. `wire` is what the service calls it; `default` is code, None for a required one."""

    name: str
    wire: str
    place: ParameterPlace
    annotation: str
    default: str | None = None
    keyword: bool = False
    base: str = ""
    """The class it is declared as, where that has derived ones: objects of those say which they are."""

    @property
    def declaration(self) -> str:
        return f"{self.name}: {self.annotation}" + ("" if self.default is None else f" = {self.default}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What comes back: the runtime's `call`, the `reads`, what it reads into ("" for none), and the types of both clients."""

    call: str
    reads: str
    returns: str
    returns_async: str
    awaited: bool
    """`async def` in the stub; a lazy result (pages, a download) is not awaited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a request carries: the form, its parameter, and the class the body is declared as ("" for none)."""

    form: BodyForm
    argument: Argument | None = None
    declared: str = ""
    variable: str = ""
    """A type variable that ties the result to what is sent: `UserT`; "" for none."""


def documented_members(calls: tuple[Call, ...], place: ParameterPlace) -> tuple[Parameter, ...]:
    """The parameters of one place that any of these calls documents, each name once whatever its case."""
    once: dict[str, Parameter] = {}
    for call in calls:
        for each in call.parameters:
            if each.place is place:
                once.setdefault(each.name.lower(), each)
    return tuple(once.values())
