"""How each documented call is reached: calls walked through the placed tree. Knows names that are decided already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Report
from generator.model.indexes.calls import Call
from generator.model.operations import ParameterPlace
from generator.model.paths import Call as CallSegment
from generator.model.paths import Name
from generator.model.steps import Role, Step
from generator.python.codes import UNREACHED
from generator.python.nodes import Placed, alternate_name
from generator.python.plans import MethodPlan
from generator.python.routes import Edge
from generator.python.sites import Access, BodyForm, CallSite, SiteParameter


def call_sites(calls: Iterable[Call], top: Placed, report: Report) -> Iterator[CallSite]:
    """One site per call; a call that has none is reported."""
    for call in calls:
        site = _site(call, top)
        if site is None:
            first = call.documents[0]
            report(UNREACHED.at(first.route.span, f"{call.verb.value} {call.path} has no place in the SDK"))
        else:
            yield site


def _site(call: Call, top: Placed) -> CallSite | None:
    at, chain = top, list[Access]()
    for place, step in enumerate(call.steps):
        child = at.route.child(step)
        if child.is_method:
            if place != len(call.steps) - 1:
                return None
            return _made(call, tuple(chain), at.methods.get((child.key, call.verb)))
        chain.append(_access(step, child.edge, at.names.get(child.key)))
        at = at.children[child.key]
    return _made(call, tuple(chain), at.methods.get((None, call.verb)))


def _access(step: Step, edge: Edge, name: str | None) -> Access:
    segment = step.segment
    if edge is Edge.AT:
        return Access(name="at", arguments=1)
    if edge is Edge.ITEM:
        if step.role is Role.ALTERNATE_KEY and isinstance(segment, CallSegment):
            held = sum(each.placeholder is not None for each in segment.arguments)
            return Access(name=alternate_name(segment.arguments), arguments=held)
        return Access(name=None, literal=segment.text) if isinstance(segment, Name) else Access(name=None, arguments=1)
    if edge is Edge.PROCEDURE and isinstance(segment, CallSegment):
        return Access(name=name, arguments=sum(each.placeholder is not None for each in segment.arguments))
    return Access(name=name)


def _made(call: Call, chain: tuple[Access, ...], plan: MethodPlan | None) -> CallSite | None:
    if plan is None:
        return None
    sent = plan.sent
    return CallSite(
        verb=call.verb.value,
        shape=call.shape,
        spoken=plan.spoken,
        chain=chain,
        method=plan.name,
        parameters=tuple(_parameters(plan)),
        body=sent.form,
        body_parameter=sent.argument.name if sent.argument is not None else None,
        body_class=sent.declared.removeprefix("m.") if sent.form is BodyForm.MODEL else None,
        gives=plan.result.call,
        area=chain[0].name or "root" if chain else "root",
    )


def _parameters(plan: MethodPlan) -> Iterator[SiteParameter]:
    """In the order in which placeholders fill them; those that hold a fixed value of the docs come last."""
    order = {name: place for place, name in enumerate(plan.values)}
    for each in sorted(plan.arguments, key=lambda each: (each.default is not None, order.get(each.name, 0))):
        if each.wire:
            yield SiteParameter(
                name=each.name,
                wire=each.wire,
                place=each.place,
                type=each.annotation.removesuffix(" | None"),
                required=each.default is None,
                keyword=each.keyword or each.place is ParameterPlace.QUERY,
            )
