"""Pass: the documented examples, each with the operation and the path template it is an example of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

import msgspec

from generator.diagnostics import Label, Report
from generator.dialect.conventions import Conventions
from generator.extract.path_text import PathReading
from generator.facts.page import ExampleFacts, PageFacts, ResponseExample
from generator.link.draft import Draft, place_of
from generator.link.example_shapes import request_path
from generator.link.matching import ANY, match, nearest, root_of
from generator.link.names import Place
from generator.link.operation_codes import COLLECTION_DENIED, EXAMPLE_FOREIGN_HOST, EXAMPLE_UNMATCHED, EXAMPLE_VERB
from generator.link.references import report_doubts
from generator.link.shown_paths import Callers, callers, shown_route
from generator.model.operations import Example, HttpResponse, Operation, ResponseKind
from generator.model.paths import Path
from generator.text import Span


def attach_examples(draft: Draft, report: Report) -> Draft:
    """Give each example to the operation of its page and verb."""
    by_page: dict[str, list[Operation]] = {}
    for operation in draft.operations:
        by_page.setdefault(operation.page, []).append(operation)
    found: dict[str, list[Example]] = {each.id: [] for each in draft.operations}
    known = callers(draft.operations, draft.conventions)
    roots = _roots(draft)
    for page in draft.pages:
        if page.operation is None or page.path not in by_page:
            continue
        foreign: Foreign = {}
        for ordinal, facts in enumerate(page.operation.examples, start=1):
            if facts.in_passing and not _is_of_any(facts, roots, draft.conventions):
                continue
            operation, route = _matched(draft, facts, by_page[page.path], foreign, report)
            example = _example(draft, page, facts, ordinal, route)
            _report_annotations(draft, facts, place_of(page, draft.conventions), report)
            _report_denied(facts, operation, report)
            found[operation.id].append(_with_path(draft, example, operation, known))
        _report_foreign(foreign, report)
    operations = tuple(msgspec.structs.replace(each, examples=tuple(found[each.id])) for each in draft.operations)
    return replace(draft, operations=operations)


Foreign = dict[str, list[Span]]
"""Where a page's requests to other hosts stand, by host."""


def _report_foreign(foreign: Foreign, report: Report) -> None:
    for host, (first, *others) in foreign.items():
        message = f"the request goes to {host!r}, which is not the documented API"
        labels = tuple(Label(span=each, message="so does this one") for each in others)
        report(EXAMPLE_FOREIGN_HOST.at(first, message, labels=labels))


def _is_of_any(facts: ExampleFacts, roots: Roots, conventions: Conventions) -> bool:
    """Whether a request that a page shows in passing is one that it documents, or another page."""
    path = None if facts.request is None else request_path(facts.request, conventions).path
    if facts.request is None or path is None:
        return False
    like = (roots.get((facts.request.verb, root), ()) for root in (root_of(path, conventions), ANY))
    return any(match(path, (each,), conventions) is not None for each in chain.from_iterable(like))


Roots = Mapping[tuple[str, str], tuple[Path, ...]]
"""All documented paths by verb and by where they begin: no others can match."""


def _roots(draft: Draft) -> Roots:
    found: dict[tuple[str, str], dict[Path, None]] = {}
    for operation in draft.operations:
        for route in operation.routes:
            key = (operation.verb.value, root_of(route.path, draft.conventions))
            found.setdefault(key, {})[route.path] = None
    return {key: tuple(paths) for key, paths in found.items()}


def _has(path: Path, operation: Operation, conventions: Conventions) -> bool:
    return match(path, [route.path for route in operation.routes], conventions) is not None


def _matched(
    draft: Draft, facts: ExampleFacts, operations: list[Operation], foreign: Foreign, report: Report
) -> tuple[Operation, int | None]:
    """The operation that the example belongs to, and the index of the route its URL matches."""
    request = facts.request
    if request is None:
        return operations[0], None
    reading = request_path(request, draft.conventions)
    same_verb = [each for each in operations if each.verb == request.verb]
    if reading.path is None or reading.host is not None:
        foreign.setdefault(reading.host or request.url, []).append(_first_line(request.span))
        return (same_verb or operations)[0], None
    for operation in same_verb:
        index = match(reading.path, [route.path for route in operation.routes], draft.conventions)
        if index is not None:
            return operation, index
    _report_unmatched(draft, facts, reading, operations, report)
    return (same_verb or operations)[0], None


def _report_unmatched(
    draft: Draft, facts: ExampleFacts, reading: PathReading, operations: list[Operation], report: Report
) -> None:
    request, path = facts.request, reading.path
    if request is None or path is None:
        return
    other = next(
        (each for each in operations if _has(path, each, draft.conventions)),
        None,
    )
    if facts.in_passing:
        return
    if other is not None:
        message = f"the example sends {request.verb}, the page documents {other.verb} for this path"
        report(EXAMPLE_VERB.at(request.span, message))
        return
    near = nearest(path, [route.path for each in operations for route in each.routes])
    hint = f"the nearest documented path is {near}" if near is not None else None
    report(EXAMPLE_UNMATCHED.at(request.span, f"no documented path of the page matches {str(path)!r}", hint=hint))


def _example(draft: Draft, page: PageFacts, facts: ExampleFacts, ordinal: int, route: int | None) -> Example:
    place = place_of(page, draft.conventions)
    return Example(
        ordinal=ordinal,
        title=facts.title,
        request=facts.request,
        responses=tuple(_typed(draft, each, place) for each in facts.responses),
        route=route,
        span=facts.span,
    )


def _with_path(draft: Draft, example: Example, operation: Operation, known: Callers | None) -> Example:
    if example.request is None or example.route is None:
        return example
    url = request_path(example.request, draft.conventions).path
    template = operation.routes[example.route]
    shown = url and shown_route(url, template, known, draft.types, example.request.span)
    return msgspec.structs.replace(example, shown=shown)


def _report_annotations(draft: Draft, facts: ExampleFacts, place: Place, report: Report) -> None:
    """What is doubtful about the types that annotations declare."""
    if facts.request is not None and facts.request_type is not None:
        report_doubts(draft.names, facts.request_type, place, _first_line(facts.request.span), report)
    for each in facts.responses:
        if each.type is not None:
            report_doubts(draft.names, each.type, place, _first_line(each.message.span), report)


def _report_denied(facts: ExampleFacts, operation: Operation, report: Report) -> None:
    """Answers that are said to be no collection where the page documents one."""
    stated = operation.response
    if stated.kind is ResponseKind.COLLECTION and stated.inference is None and stated.span is not None:
        for each in facts.responses:
            if each.one and each.message.status in (stated.statuses or (200,)):
                labels = (Label(span=stated.span, message="documented here"),)
                message = "the annotation says that this is no collection, the page says that it is"
                report(COLLECTION_DENIED.at(_first_line(each.message.span), message, labels=labels))


def _first_line(span: Span) -> Span:
    return msgspec.structs.replace(span, end_line=span.line)


def _typed(draft: Draft, example: ResponseExample, place: Place) -> HttpResponse:
    if example.type is None:
        return example.message
    return msgspec.structs.replace(example.message, type=draft.names.type(example.type, place))
