"""Actions and functions as declarations: overloads and pages merged by name and binding. Knows linked operations only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.api import Api
from generator.model.declarations import namespace
from generator.model.operations import Operation, Parameter, ParameterPlace, Route
from generator.model.paths import Call, Name
from generator.model.steps import Role, Step
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
    """Those whose paths end at it, by id."""


_Key = tuple[str, str, bool]
_Use = tuple[Operation, Route, Step]


def callables(api: Api) -> tuple[Callable, ...]:
    """All actions and functions, sorted by (name, owner, on_collection)."""
    used: dict[_Key, list[_Use]] = {}
    for operation, route, step in _uses(api):
        used.setdefault((step.name or "", step.owner or "", step.on_collection), []).append((operation, route, step))
    return tuple(_declared(key, used[key]) for key in sorted(used))


def _uses(api: Api) -> Iterator[_Use]:
    for operation in api.operations:
        for route in operation.routes:
            for step in route.steps:
                if step.role in (Role.ACTION, Role.FUNCTION):
                    yield operation, route, step


def _declared(key: _Key, uses: list[_Use]) -> Callable:
    name, owner, on_collection = key
    ends = [(operation, route, step) for operation, route, step in uses if step is route.steps[-1]]
    function = uses[0][2].role is Role.FUNCTION
    operations = {operation.id: operation for operation, _, _ in ends}
    about = [each for each in ends if _is_about(each[0], name)] or ends
    return Callable(
        name=name,
        namespace=_namespace(owner, (step for _, _, step in uses)),
        function=function,
        owner=owner or None,
        on_collection=on_collection,
        overloads=tuple(_overloads(about, function=function)),
        returns=_returns({operation.id: operation for operation, _, _ in about}.values()),
        operations=tuple(operations[each] for each in sorted(operations)),
    )


def _is_about(operation: Operation, name: str) -> bool:
    """The page is named for the callable: other pages that call it show what they are about, not what it takes."""
    return name.lower() in operation.page.rpartition("/")[2].lower().replace("-", "")


def _namespace(owner: str, steps: Iterable[Step]) -> str:
    written = (each.segment.text for each in steps if isinstance(each.segment, Name))
    return next((namespace(text) for text in written if "." in text), namespace(owner))


def _overloads(ends: list[_Use], *, function: bool) -> Iterator[Overload]:
    seen: set[tuple[str, ...]] = set()
    for operation, _, step in ends:
        parameters = _function_parameters(operation, step) if function else _body_parameters(operation)
        names = tuple(sorted(each.name for each in parameters))
        if names not in seen:
            seen.add(names)
            yield Overload(parameters=parameters)


def _body_parameters(operation: Operation) -> tuple[Parameter, ...]:
    return tuple(each for each in operation.parameters if each.place is ParameterPlace.BODY)


def _function_parameters(operation: Operation, step: Step) -> tuple[Parameter, ...]:
    """Those that the path writes, in its order; all documented ones where it writes none."""
    stated = [each for each in operation.parameters if each.place is ParameterPlace.FUNCTION]
    if not isinstance(step.segment, Call):
        return tuple(stated)
    by_name = {each.name.lower(): each for each in stated}
    return tuple(by_name[each.name.lower()] for each in step.segment.arguments if each.name.lower() in by_name)


def _returns(operations: Iterable[Operation]) -> TypeRef | None:
    refs = [each.response.type for each in operations if each.response.type is not None]
    return Counter(refs).most_common(1)[0][0] if refs else None
