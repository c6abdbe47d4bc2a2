"""Example tests as views: one module an area of the API, one test a documented example, data beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from itertools import groupby
from typing import Any

import msgspec

from generator.model.api import Api
from generator.model.operations import Example, Operation
from generator.python.describing import documented
from generator.python.examples.call import CallText, call_text
from generator.python.examples.data import OpenMembers, data_name, query_of, record, shows_request, shows_response
from generator.python.examples.plan import ExampleKey, Plan
from generator.python.layout import Group, lay_out
from generator.python.literals import literal
from generator.python.naming import distinct, snake
from generator.python.options import SdkOptions
from generator.python.prose import WIDTH, printable
from generator.python.sites import CallSite
from generator.python.symbols import Symbols
from generator.text import Span


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why the docs' own example is wrong: the finding that says so."""

    code: str
    span: Span


class KnownWrong(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with an example, by halves: a wrong response does not make the request unproved."""

    request: Reason | None = None
    response: Reason | None = None


class TestView(msgspec.Struct, frozen=True, kw_only=True):
    """One test: its decorator and its body, laid out."""

    name: str
    decorator: str
    statement: str


class TestModule(msgspec.Struct, frozen=True, kw_only=True):
    """A file of `tests/`."""

    path: str
    docstring: str
    package: str
    client: str
    model_import: str
    """The import of every model the tests name, laid out; "" for none."""
    enum_import: str
    tests: tuple[TestView, ...]
    origin: tuple[Span, ...]


class DataFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of `tests/examples/`."""

    path: str
    text: str
    origin: tuple[Span, ...]


class ExampleSuite(msgspec.Struct, frozen=True, kw_only=True):
    """All tests of a package. `left_out` are examples that no call can be made for; their findings say why."""

    modules: tuple[TestModule, ...]
    data: tuple[DataFile, ...]
    requests: int
    """Examples that show a request, which is a test."""
    responses: int
    """Examples that show a response of which something can be read, which is a test."""
    wrong_requests: int
    wrong_responses: int
    left_out: tuple[ExampleKey, ...]
    silent: int
    """Examples that show neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """An example with the call that reproduces it."""

    operation: Operation
    example: Example
    site: CallSite
    call: CallText
    data: dict[str, Any]
    wrong: KnownWrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is known of the examples: those that are wrong, and the members that open types let through."""

    wrong: Mapping[ExampleKey, KnownWrong] = field(default_factory=dict)
    open_members: Mapping[ExampleKey, OpenMembers] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """An API, the names of its types, and how each of its calls is reached: by verb and shape."""

    api: Api
    symbols: Symbols
    sites: Mapping[tuple[str, str], CallSite]


def example_suite(
    reached: Reached,
    planned: Mapping[ExampleKey, Plan],
    *,
    target: SdkOptions,
    judged: Judged,
) -> ExampleSuite:
    """The tests of every example whose call is reached. One that shows neither its request nor anything to read is data
    without a test.
    """
    cases: list[_Case] = []
    left_out: list[ExampleKey] = []
    for operation in reached.api.operations:
        for example in operation.examples:
            key = (operation.id, example.ordinal)
            case = _case(operation, example, planned.get(key), reached, judged)
            if case is None:
                left_out.append(key)
            else:
                cases.append(case)
    data, places = _data_files(cases)
    tested = [each for each in cases if shows_request(each.data) or shows_response(each.data)]
    return ExampleSuite(
        modules=tuple(_modules(tested, places, target)),
        data=data,
        requests=sum(shows_request(each.data) for each in cases),
        responses=sum(shows_response(each.data) for each in cases),
        wrong_requests=sum(shows_request(each.data) and each.wrong.request is not None for each in cases),
        wrong_responses=sum(shows_response(each.data) and each.wrong.response is not None for each in cases),
        left_out=tuple(left_out),
        silent=len(cases) - len(tested),
    )


def _case(
    operation: Operation,
    example: Example,
    plan: Plan | None,
    reached: Reached,
    judged: Judged,
) -> _Case | None:
    site = None if plan is None else reached.sites.get((plan.match.call.verb.value, plan.match.call.shape))
    if plan is None or site is None:
        return None
    key = (operation.id, example.ordinal)
    query = query_of(plan.path) if plan.path is not None else {}
    call = call_text(site, plan.match, example, query, reached.symbols)
    data = record(operation, example, plan, call.label, judged.open_members.get(key, OpenMembers()))
    wrong = judged.wrong.get(key, KnownWrong())
    return _Case(operation=operation, example=example, site=site, call=call, data=data, wrong=wrong)


def _data_files(cases: Iterable[_Case]) -> tuple[tuple[DataFile, ...], dict[ExampleKey, tuple[str, int]]]:
    """The data files, and where in them each example stands: file name and place from 1."""
    files: list[DataFile] = []
    places: dict[ExampleKey, tuple[str, int]] = {}
    ordered = sorted(cases, key=lambda each: (each.operation.page, each.example.ordinal, each.operation.id))
    for page, group in groupby(ordered, key=lambda each: each.operation.page):
        members = list(group)
        name = data_name(page)
        for place, each in enumerate(members, start=1):
            places[each.operation.id, each.example.ordinal] = (name, place)
        text = msgspec.json.format(json.dumps([each.data for each in members], ensure_ascii=False), indent=1) + "\n"
        spans = tuple(each.example.span for each in members)
        files.append(DataFile(path=f"tests/examples/{name}.json", text=text, origin=spans))
    return tuple(files), places


def _modules(
    cases: Iterable[_Case], places: Mapping[ExampleKey, tuple[str, int]], target: SdkOptions
) -> Iterable[TestModule]:
    def area(case: _Case) -> str:
        return case.site.area

    ordered = sorted(cases, key=lambda each: (area(each), each.operation.id, each.example.ordinal))
    for name, group in groupby(ordered, key=area):
        members = list(group)
        names = distinct(
            {
                (each.operation.id, each.example.ordinal): _names(
                    each, *places[each.operation.id, each.example.ordinal]
                )
                for each in members
            }
        )
        yield TestModule(
            path=f"tests/test_{name}.py",
            docstring=documented(
                (f"Documented examples of {_top(members[0])}. Generated by sdkwright. Do not edit.",), 0
            ),
            package=target.package,
            client=target.client,
            model_import=_import(f"{target.package}.models", {name for each in members for name in each.call.models}),
            enum_import=_import(f"{target.package}.enums", {name for each in members for name in each.call.enums}),
            tests=tuple(
                _test(each, names[key], *places[key])
                for each in members
                if (key := (each.operation.id, each.example.ordinal))
            ),
            origin=tuple(each.example.span for each in members),
        )


def _top(case: _Case) -> str:
    """`/deviceManagement`: where the paths of a module begin, as the docs spell it."""
    return printable(f"/{str(case.site.spoken.path).strip('/').split('/')[0]}")


def _statement(case: _Case) -> Group:
    """What the test does: check the call's result, or that it fails as documented."""
    if case.data.get("response", {}).get("status", 0) < HTTPStatus.BAD_REQUEST:
        return Group("case.check(", (case.call.code,))
    code = case.call.code
    raising = f"lambda: {code}" if isinstance(code, str) else replace(code, opening=f"lambda: {code.opening}")
    return Group("case.fails(", (raising,))


def _import(module: str, names: set[str]) -> str:
    """`from module import A, B`, over several lines where it must be; "" for no names."""
    if not names:
        return ""
    flat = f"from {module} import {', '.join(sorted(names))}"
    return (
        flat if len(flat) <= WIDTH else lay_out(Group(f"from {module} import (", tuple(sorted(names)), display=True), 0)
    )


def _names(case: _Case, file: str, place: int) -> tuple[str, str]:
    """Names to choose from: after the operation's title, and after the data file, which no other test has."""
    number = "" if place == 1 else f"_{place}"
    return f"test_{snake(case.operation.title)}{number}", f"test_{snake(file)}_{place}"


def _test(case: _Case, name: str, file: str, place: int) -> TestView:
    arguments = [literal(file), str(place)]
    for half, shown in (("request", shows_request), ("response", shows_response)):
        reason: Reason | None = getattr(case.wrong, half)
        if reason is not None and shown(case.data):
            arguments.append(f"{half}={literal(f'{reason.code} {reason.span.path}:{reason.span.line}')}")
    return TestView(
        name=name,
        decorator=lay_out(Group("@example(", tuple(arguments)), 0),
        statement=lay_out(_statement(case), 4),
    )
