"""Example tests as views: one module an area of the API, one test a documented example, data beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import groupby
from typing import Any

import msgspec

from generator.extract.path_text import PathReading, ServiceRoot, read_url
from generator.model.api import Api
from generator.model.indexes.calls import Call, calls
from generator.model.operations import Example, Operation
from generator.model.paths import Path
from generator.python.examples.call import CallText, call_text
from generator.python.examples.data import data_name, query_of, record
from generator.python.examples.match import Match, Matcher
from generator.python.layout import Group, lay_out
from generator.python.literals import literal
from generator.python.naming import distinct, snake
from generator.python.options import SdkOptions
from generator.python.prose import WIDTH
from generator.python.sites import BodyForm, CallSite
from generator.text import Span

ExampleKey = tuple[str, int]
"""Operation id and the example's ordinal."""


class KnownWrong(msgspec.Struct, frozen=True, kw_only=True):
    """That the docs' own example is wrong, by the finding that says so."""

    code: str
    span: Span


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
    tests: int
    known_wrong: int
    left_out: tuple[ExampleKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """An example with the call that reproduces it."""

    operation: Operation
    example: Example
    site: CallSite
    call: CallText
    data: dict[str, Any]
    wrong: KnownWrong | None


def example_suite(
    api: Api,
    sites: Mapping[tuple[str, str], CallSite],
    *,
    target: SdkOptions,
    root: ServiceRoot,
    known_wrong: Mapping[ExampleKey, KnownWrong],
) -> ExampleSuite:
    """The tests of every example whose call `sites` has."""
    found = calls(api)
    planner = _Planner(Matcher(found), {(each.verb.value, each.shape): each for each in found}, sites, root)
    cases: list[_Case] = []
    left_out: list[ExampleKey] = []
    for operation in api.operations:
        for example in operation.examples:
            wrong = known_wrong.get((operation.id, example.ordinal))
            case = planner.case(operation, example, wrong)
            if case is None:
                left_out.append((operation.id, example.ordinal))
            else:
                cases.append(case)
    data, places = _data_files(cases)
    return ExampleSuite(
        modules=tuple(_modules(cases, places, target)),
        data=data,
        tests=len(cases),
        known_wrong=sum(each.wrong is not None for each in cases),
        left_out=tuple(left_out),
    )


@dataclass(frozen=True, slots=True)
class _Planner:
    matcher: Matcher
    calls: Mapping[tuple[str, str], Call]
    sites: Mapping[tuple[str, str], CallSite]
    root: ServiceRoot

    def case(self, operation: Operation, example: Example, wrong: KnownWrong | None) -> _Case | None:
        reading = None if example.request is None else read_url(example.request.url, self.root)
        match = self._match(operation, example, reading)
        site = None if match is None else self.sites.get((match.call.verb.value, match.call.shape))
        if match is None or site is None or _is_text_for_parameters(site, example):
            return None
        path = None if reading is None else reading.path
        query = query_of(path) if path is not None else {}
        call = call_text(site, match, example, query)
        data = record(operation, example, _without_query(path), call.label)
        if query:
            data["request"]["query"] = query
        return _Case(operation=operation, example=example, site=site, call=call, data=data, wrong=wrong)

    def _match(self, operation: Operation, example: Example, reading: PathReading | None) -> Match | None:
        """The documented call that the URL is; the page's own, with its placeholders as keys, where it is none."""
        if reading is not None and example.request is not None:
            if reading.host is not None:
                return None
            if (found := self.matcher.find(example.request.verb, reading)) is not None:
                return found
        if not operation.routes:
            return None
        path = operation.routes[example.route or 0].path
        call = self.calls.get((operation.verb.value, path.shape))
        return None if call is None else Match(call=call, values=tuple("{" + each + "}" for each in path.placeholders))


def _is_text_for_parameters(site: CallSite, example: Example) -> bool:
    """A request of plain text where the SDK has named parameters (mail as MIME): no call of the SDK sends that."""
    request = example.request
    return site.body is BodyForm.PARAMETERS and request is not None and bool(request.body) and not request.json


def _without_query(path: Path | None) -> Path | None:
    return None if path is None else Path(segments=path.segments)


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
        text = json.dumps([each.data for each in members], indent=1, ensure_ascii=False) + "\n"
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
            docstring=f"Documented examples of /{members[0].site.shape.split('/')[1]}. Generated by sdkwright. Do not edit.",
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
    if case.wrong is not None:
        arguments.append(f"xfail={literal(f'{case.wrong.code} {case.wrong.span}')}")
    return TestView(
        name=name,
        decorator=lay_out(Group("@example(", tuple(arguments)), 0),
        statement=lay_out(_statement(case), 4),
    )
