"""An operation's facts as lines of text, for reading and comparing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.extract import Extracted
from generator.facts.page import ExampleFacts, OperationFacts, ParameterFacts, PermissionTableFacts
from generator.facts.written import WrittenCollection, WrittenLink, WrittenName, WrittenText, WrittenType
from generator.model.operations import HttpRequest, HttpResponse


def outline(page: Extracted) -> str:
    """The operation of a page, or the permissions of an include."""
    operation = page.facts.operation
    lines = list(_operation(operation)) if operation is not None else []
    lines += [line for table in page.facts.permissions for line in _permissions(table)]
    return "".join(f"{line}\n" for line in lines)


def findings(page: Extracted) -> str:
    return "".join(f"{_place(found)} {found.code}: {found.message}\n" for found in page.diagnostics)


def _place(found: Diagnostic) -> str:
    span = found.span
    return "-" if span is None else f"{span.line}:{span.column or ''}"


def _operation(facts: OperationFacts) -> Iterator[str]:
    for route in facts.routes:
        query = "?" + "&".join(map(str, route.path.query)) if route.path.query else ""
        yield f"{route.verb} {route.path}{query}"
    for table in facts.permissions:
        yield from _permissions(table)
    yield from map(_parameter, facts.parameters)
    if facts.options:
        yield f"options: {' '.join(facts.options)}"
    if facts.body is not None:
        yield f"body: {facts.body.kind}{_type(facts.body.type)}"
    if facts.response is not None:
        statuses = " ".join(map(str, facts.response.statuses))
        yield f"response: {statuses or '-'} {facts.response.kind}{_type(facts.response.type)}"
    for example in facts.examples:
        yield from _example(example)


def _permissions(table: PermissionTableFacts) -> Iterator[str]:
    yield f"permissions{f' ({table.label})' if table.label else ''}:"
    for each in table.permissions:
        yield f"  {each.account}: {', '.join(each.scopes) or '-'}"


def _parameter(facts: ParameterFacts) -> str:
    row = facts.row
    marks = "".join((" required" if row.markers.required else "", f"{_type(row.type.type)}" if row.type else ""))
    return f"{facts.place}: {row.name}{marks}"


def _example(facts: ExampleFacts) -> Iterator[str]:
    yield f"example{f' {facts.title!r}' if facts.title else ''}:"
    if facts.request is not None:
        yield f"  > {facts.request.verb} {facts.request.url}{_message(facts.request)}{_type(facts.request_type)}"
        yield from _body(facts.request)
    for response in facts.responses:
        marks = "".join(
            (
                " truncated" if response.message.truncated else "",
                " expects-error" if response.message.expects_error else "",
            )
        )
        yield f"  < {response.message.status}{_message(response.message)}{_type(response.type)}{marks}"
        yield from _body(response.message)


def _message(http: HttpRequest | HttpResponse) -> str:
    names = " ".join(name for name, _ in http.headers)
    mended = f" mended: {', '.join(http.repairs)}" if http.repairs else ""
    name = f" [{http.name}]" if isinstance(http, HttpRequest) and http.name else ""
    return f"{name}{f' ({names})' if names else ''}{mended}"


def _body(http: HttpRequest | HttpResponse) -> Iterator[str]:
    if http.body is not None:
        text = " ".join(http.body.split())
        yield f"    {'json' if http.json else 'text'}: {text}"


def _type(written: WrittenType | None) -> str:
    match written:
        case None:
            return ""
        case WrittenCollection():
            return f" Collection({_type(written.item).strip()})"
        case WrittenLink():
            return f" {written.page}{f'#{written.anchor}' if written.anchor else ''}"
        case WrittenName():
            return f" {written.name}"
        case WrittenText():
            return f" ? {written.text}"
        case _:
            return f" {written}"
