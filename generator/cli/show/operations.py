"""Sheets of calls: one verb on one path, as all pages that document it say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.cli.show.layout import Fact, Sheet
from generator.cli.show.wording import ACCOUNTS, marks, one_line, type_text, why
from generator.model.indexes.calls import Call
from generator.model.operations import Body, Example, Operation, Parameter, Response
from generator.text import Span


def call_sheet(call: Call) -> Sheet:
    """All that is known of one call."""
    operations = tuple(dict.fromkeys(each.operation for each in call.documents))
    pages = f"{len(operations)} pages" if len(operations) > 1 else "1 page"
    facts = [
        *_bodies(operations, call),
        *_returns(operations, call),
        *_parameters(call.parameters),
        *_options(call),
        *_permissions(operations),
        *_also_at(call, operations),
        *_words(operations),
        *_examples(operations),
    ]
    spans = tuple(each.route.span for each in call.documents)
    return Sheet(title=f"{call.verb} {call.path}", kind=f"{call.kind}, {pages}", spans=spans, facts=tuple(facts))


def _bodies(operations: tuple[Operation, ...], call: Call) -> Iterator[Fact]:
    spans = _known(each.body.span for each in operations)
    yield Fact(label="body", value=_body(call.body), spans=spans)


def _body(body: Body) -> str:
    described = body.kind.value if body.type is None else f"{type_text(body.type)} ({body.kind})"
    return described + why(body.inference)


def _returns(operations: tuple[Operation, ...], call: Call) -> Iterator[Fact]:
    spans = _known(each.response.span for each in operations)
    yield Fact(label="returns", value=_response(call.response), spans=spans)


def _response(response: Response) -> str:
    statuses = " or ".join(map(str, response.statuses))
    what = response.kind.value if response.type is None else type_text(response.type)
    return f"{statuses} {what}".strip() + why(response.inference)


def _parameters(found: Iterable[Parameter]) -> Iterator[Fact]:
    for each in found:
        states = marks(each.markers)
        value = f"{each.name}: {type_text(each.type)}{f' ({states})' if states else ''}{why(each.inference)}"
        yield Fact(label=f"in {each.place}", value=value, spans=each.sources)


def _options(call: Call) -> Iterator[Fact]:
    if call.options:
        yield Fact(label="options", value=" ".join(f"${name}" for name in call.options))


def _permissions(operations: tuple[Operation, ...]) -> Iterator[Fact]:
    said: dict[tuple[str, str], list[Span]] = {}
    for table in (table for each in operations for table in each.permissions):
        for one in table.permissions:
            label = ACCOUNTS[one.account] + (f" ({one_line(table.label)})" if table.label else "")
            said.setdefault((label, ", ".join(one.scopes) or "not supported"), []).append(one.span)
    for (label, scopes), spans in sorted(said.items()):
        yield Fact(label=label, value=scopes, spans=tuple(spans))


def _also_at(call: Call, operations: tuple[Operation, ...]) -> Iterator[Fact]:
    others: dict[str, list[Span]] = {}
    for route in (route for each in operations for route in each.routes):
        if route.path.shape != call.shape:
            others.setdefault(str(route.path), []).append(route.span)
    for path, spans in others.items():
        yield Fact(label="also at", value=path, spans=tuple(spans))


def _words(operations: tuple[Operation, ...]) -> Iterator[Fact]:
    for each in operations:
        yield Fact(label="page", value=one_line(each.title), spans=(each.source,))
        if each.summary:
            yield Fact(label="says", value=one_line(each.summary), spans=(each.source,))
        if each.deprecation is not None:
            yield Fact(label="deprecated", value=one_line(each.deprecation.text), spans=(each.deprecation.span,))
        for note in each.notes:
            yield Fact(label=note.kind, value=one_line(note.text), spans=(note.span,))


def _examples(operations: tuple[Operation, ...]) -> Iterator[Fact]:
    for example in (example for each in operations for example in each.examples):
        yield Fact(label="example", value=_example(example), spans=(example.span,))


def _example(example: Example) -> str:
    request = "" if example.request is None else f"{example.request.verb} {one_line(example.request.url, 70)}"
    statuses = ", ".join(str(each.status) for each in example.responses)
    return f"{request} -> {statuses or 'no response documented'}".strip()


def _known(spans: Iterable[Span | None]) -> tuple[Span, ...]:
    return tuple(each for each in spans if each is not None)
