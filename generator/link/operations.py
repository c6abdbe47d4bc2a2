"""Pass: one operation for each verb of an API page. What it is called and bound to is found by walking its paths, later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.facts.page import OperationFacts, PageFacts, RouteFacts
from generator.link.draft import Described, Draft, place_of
from generator.link.operation_codes import UNKNOWN_VERB
from generator.link.type_codes import NAMESPACE_UNKNOWN
from generator.model.declarations import namespace
from generator.model.operations import Body, BodyKind, Operation, OperationKind, Response, ResponseKind, Route
from generator.model.wording import Verb
from generator.text.nearest import did_you_mean


def split_operations(draft: Draft, report: Report) -> Draft:
    """Operations by id, sorted; an id is the page's path, with the verb where the page documents several."""
    operations: list[Operation] = []
    described: dict[str, Described] = {}
    spaces = {namespace(name).lower() for name in (*draft.types, *draft.enums)}
    for page in draft.pages:
        if page.operation is None:
            continue
        _check_namespace(page, spaces, report)
        by_verb = _by_verb(page.operation, report)
        for verb, routes in by_verb.items():
            made = _operation(page, verb, routes, several=len(by_verb) > 1)
            operations.append(made)
            described[made.id] = Described(page=page, facts=page.operation, place=place_of(page, draft.conventions))
    return replace(draft, operations=tuple(sorted(operations, key=lambda each: each.id)), described=described)


def _check_namespace(page: PageFacts, spaces: set[str], report: Report) -> None:
    stated = page.namespace
    if stated is not None and spaces and stated.text.lower() not in spaces:
        message = f"no page defines anything in the namespace {stated.text!r}"
        report(NAMESPACE_UNKNOWN.at(stated.span, message, hint=did_you_mean(stated.text, spaces)))


def _by_verb(facts: OperationFacts, report: Report) -> dict[Verb, list[RouteFacts]]:
    found: dict[Verb, list[RouteFacts]] = {}
    for route in facts.routes:
        if route.verb in Verb.__members__:
            found.setdefault(Verb[route.verb], []).append(route)
        else:
            report(UNKNOWN_VERB.at(route.span, f"{route.verb!r} is not a method that an API page documents"))
    return found


def _operation(page: PageFacts, verb: Verb, routes: list[RouteFacts], *, several: bool) -> Operation:
    name = page.path.removesuffix(".md")
    return Operation(
        id=f"{name}#{verb.value}" if several else name,
        page=page.path,
        title=page.title,
        summary=page.summary.text if page.summary else "",
        verb=verb,
        kind=OperationKind.GET,
        name=None,
        owner=None,
        routes=tuple(_distinct(routes)),
        parameters=(),
        options=(),
        body=Body(kind=BodyKind.UNSTATED, type=None, span=None),
        response=Response(kind=ResponseKind.UNSTATED, statuses=(), type=None, span=None),
        permissions=(),
        examples=(),
        notes=page.notes,
        deprecation=page.deprecation,
        source=routes[0].span,
        summary_span=page.summary.span if page.summary else None,
    )


def _distinct(routes: list[RouteFacts]) -> Iterator[Route]:
    """Each path once, with what any of its request lines has behind `?`: pages repeat a line for each way to call it."""
    found: dict[tuple[str, str | None], list[RouteFacts]] = {}
    for each in routes:
        found.setdefault((str(each.path), each.written), []).append(each)
    for lines in found.values():
        query = {argument.name: argument for line in reversed(lines) for argument in line.path.query}
        path = msgspec.structs.replace(lines[0].path, query=tuple(query[name] for name in sorted(query)))
        yield Route(path=path, span=lines[0].span, written=lines[0].written)
