"""Pass: the last word on paths: steps agree with the sealed types, and what stayed unexplained is reported."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from generator.diagnostics import Report
from generator.link.draft import Draft
from generator.link.operation_codes import UNKNOWN_PATH_SEGMENT
from generator.model.declarations import StructuredType, StructureKind
from generator.model.indexes.hierarchy import Hierarchy, hierarchy_of
from generator.model.operations import Operation, Route
from generator.model.steps import Role, Step
from generator.model.types import Named, item_of


def settle_steps(draft: Draft, report: Report) -> Draft:
    """Tell navigation from structural properties, mark media entities, and report unknown segments once a page."""
    declared = _Declared(
        hierarchy=hierarchy_of(draft.types.values()),
        navigates={
            (name, prop.name): prop.navigation for name, each in draft.types.items() for prop in each.properties
        },
    )
    operations = tuple(_settled(each, declared) for each in draft.operations)
    for each in operations:
        _report_unknown(each, report)
    return replace(draft, operations=operations, types=_with_media(draft, operations))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    hierarchy: Hierarchy
    navigates: dict[tuple[str, str], bool]
    """By declaring type and name."""


def _settled(operation: Operation, declared: _Declared) -> Operation:
    routes = tuple(
        msgspec.structs.replace(route, steps=tuple(_role(step, declared) for step in route.steps))
        for route in operation.routes
    )
    return msgspec.structs.replace(operation, routes=routes)


def _role(step: Step, declared: _Declared) -> Step:
    """The step with the type that declares the member now: inference of bases may have moved it up."""
    if step.role not in (Role.NAVIGATION, Role.PROPERTY) or step.owner is None or step.name is None:
        return step
    for owner in declared.hierarchy.lineage(step.owner):
        found = declared.navigates.get((owner, step.name))
        if found is not None:
            return msgspec.structs.replace(step, owner=owner, role=Role.NAVIGATION if found else Role.PROPERTY)
    return step


def _report_unknown(operation: Operation, report: Report) -> None:
    for route in operation.routes:
        unknown = next((step for step in route.steps if step.role is Role.UNKNOWN), None)
        if unknown is not None:
            before = route.path.segments[: route.path.segments.index(unknown.segment)]
            below = repr(unknown.owner) if unknown.owner else f"/{'/'.join(map(str, before))}"
            report(
                UNKNOWN_PATH_SEGMENT.at(
                    route.span, f"nothing documented explains {str(unknown.segment)!r} below {below}"
                )
            )
            return


def _with_media(draft: Draft, operations: tuple[Operation, ...]) -> dict[str, StructuredType]:
    streamed = {name for each in operations for route in each.routes if (name := _streamed(route)) is not None}
    return {
        name: msgspec.structs.replace(each, media=True)
        if name in streamed and each.kind is StructureKind.ENTITY
        else each
        for name, each in draft.types.items()
    }


def _streamed(route: Route) -> str | None:
    """The type whose `$value` the path ends at."""
    if len(route.steps) < 2 or route.steps[-1].role is not Role.VALUE:
        return None
    before = route.steps[-2].type
    item = item_of(before) if before is not None else None
    return item.name if isinstance(item, Named) else None
