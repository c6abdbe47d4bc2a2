"""Sheets of calls: one verb on one path, as all pages that document it say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.cli.show.layout import Fact, Sheet
from generator.cli.show.subject import Subject
from generator.cli.show.wording import ACCOUNTS, marks, one_line, why
from generator.model.indexes.answers import answer_of
from generator.model.indexes.calls import Call
from generator.model.indexes.grants import tables_for
from generator.model.indexes.query_options import SOME
from generator.model.indexes.sendings import sending_of
from generator.model.operations import Example, Operation, Parameter, ParameterPlace
from generator.model.types import Named
from generator.text import Span


def call_sheet(subject: Subject, call: Call) -> Sheet:
    """All that is known of one call."""
    operations = tuple(dict.fromkeys(each.operation for each in call.documents))
    pages = f"{len(operations):,} pages" if len(operations) > 1 else "1 page"
    facts = [
        *_shown(call),
        *_carries(subject, call, operations),
        *_python(subject, call),
        *_parameters(subject, (each for each in call.parameters if each.place is not ParameterPlace.BODY)),
        *_options(call, operations),
        *_permissions(call),
        *_also_at(call, operations),
        *_parameters(subject, (each for each in call.parameters if each.place is ParameterPlace.BODY)),
        *_words(operations),
        *_examples(operations),
    ]
    spans = tuple(each.route.span for each in call.documents)
    return Sheet(title=f"{call.verb} {call.path}", kind=f"{call.kind}, {pages}", spans=spans, facts=tuple(facts))


def _shown(call: Call) -> Iterator[Fact]:
    if not call.stated:
        spans = tuple(each.route.span for each in call.documents)
        yield Fact(label="stated", value="by no request line: examples alone show it", spans=spans)


def _carries(subject: Subject, call: Call, operations: tuple[Operation, ...]) -> Iterator[Fact]:
    sending, answer = sending_of(call, subject.relatives.types.__contains__), answer_of(call)
    derived = isinstance(sending.type, Named) and bool(subject.relatives.derived.get(sending.type.name))
    body = subject.names.sending(sending, call.body, has_derived=derived)
    yield Fact(label="body", value=body, spans=_known(each.body.span for each in operations))
    response = subject.names.answer(answer, call.response)
    yield Fact(label="returns", value=response, spans=_known(each.response.span for each in operations))


def _python(subject: Subject, call: Call) -> Iterator[Fact]:
    text = subject.call_of(call)
    if text:
        yield Fact(label="python", value=text)


def _parameters(subject: Subject, found: Iterable[Parameter]) -> Iterator[Fact]:
    for each in found:
        value = f"{each.name}: {subject.names.type(each.type)}{marks(each.markers)}{why(each.inference)}"
        yield Fact(label=f"in {each.place}", value=value, spans=each.sources, said=one_line(each.description))


def _options(call: Call, operations: tuple[Operation, ...]) -> Iterator[Fact]:
    if call.options:
        spans = tuple((each.option_spans or (each.source,))[0] for each in operations if each.options)
        yield Fact(
            label="options",
            value=" ".join("any of OData" if name == SOME else f"${name}" for name in call.options),
            spans=spans,
        )


def _permissions(call: Call) -> Iterator[Fact]:
    said: dict[tuple[str, int, str], list[Span]] = {}
    places = list(ACCOUNTS)
    tables = dict.fromkeys(table for each in call.documents for table in tables_for(each.operation, each.route))
    for table in tables:
        for one in table.permissions:
            scopes = ", ".join(one.scopes) or "not supported"
            said.setdefault((one_line(table.label or ""), places.index(one.account), scopes), []).append(one.span)
    for (label, place, scopes), spans in sorted(said.items()):
        purpose = f" ({label})" if label else ""
        yield Fact(label=ACCOUNTS[places[place]] + purpose, value=scopes, spans=tuple(spans))


def _also_at(call: Call, operations: tuple[Operation, ...]) -> Iterator[Fact]:
    others: dict[str, list[Span]] = {}
    for route in (route for each in operations for route in each.routes):
        if route.path.shape != call.shape:
            others.setdefault(str(route.path), []).append(route.span)
    for path, spans in others.items():
        yield Fact(label="also at", value=path, spans=tuple(spans))


def _words(operations: tuple[Operation, ...]) -> Iterator[Fact]:
    """What pages say, and what several pages say alike once."""
    notes: dict[tuple[str, str], list[Span]] = {}
    for each in operations:
        yield Fact(label="page", value=one_line(each.title), spans=(each.source,), said=one_line(each.summary))
        if each.deprecation is not None:
            notes.setdefault(("deprecated", one_line(each.deprecation.text)), []).append(each.deprecation.span)
        for note in each.notes:
            notes.setdefault((note.kind or "note", one_line(note.text)), []).append(note.span)
    for (kind, text), spans in notes.items():
        yield Fact(label=kind, value=text, spans=tuple(spans))


def _examples(operations: tuple[Operation, ...]) -> Iterator[Fact]:
    for example in (example for each in operations for example in each.examples):
        yield Fact(label="example", value=_example(example), spans=(example.span,), said=one_line(example.title or ""))


def _example(example: Example) -> str:
    request = "" if example.request is None else f"{example.request.verb} {one_line(example.request.url, 70)}"
    statuses = ", ".join(str(each.status) for each in example.responses)
    return f"{request} -> {statuses or 'no response documented'}".strip()


def _known(spans: Iterable[Span | None]) -> tuple[Span, ...]:
    return tuple(each for each in spans if each is not None)
