"""An API page as one `OperationFacts`: requests, permissions, parameters, body, response and examples, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.dialect.kinds import Column, SectionKind
from generator.extract import api_codes
from generator.extract.columns import columns_of
from generator.extract.examples import read_examples
from generator.extract.http_request import read_routes
from generator.extract.ignore_rules import PROSE_TABLE
from generator.extract.options import Options, read_options
from generator.extract.parameters import table_parameters
from generator.extract.permissions import blocks_permissions, names_accounts
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions, find_regions
from generator.extract.request_body import BodyReading, read_body
from generator.extract.response import response_facts
from generator.extract.sample_arguments import with_parameters
from generator.facts.page import ExampleFacts, OperationFacts, ParameterFacts, PermissionTableFacts, RouteFacts
from generator.markdown.blocks import Block, Fence, Table
from generator.model.operations import ParameterPlace
from generator.text import Span

_EXPLAINED = (SectionKind.EXAMPLES, SectionKind.HTTP_REQUEST, SectionKind.REQUEST, SectionKind.RESPONSE)

_PLACES = (
    (SectionKind.PATH_PARAMETERS, ParameterPlace.PATH),
    (SectionKind.FUNCTION_PARAMETERS, ParameterPlace.FUNCTION),
    (SectionKind.HEADERS, ParameterPlace.HEADER),
)
"""Sections that list parameters, but for the query and the body, where prose has a say."""


def operation(reading: Reading) -> OperationFacts | None:
    """What the page documents; None where nothing on it is a request."""
    regions = find_regions(reading)
    routes = read_routes(regions, reading)
    permissions = tuple(_permissions(regions, reading))
    parameters = [each for kind, place in _PLACES for each in _tables(regions, kind, place, reading)]
    options = _options(regions, reading)
    kind = SectionKind.REQUEST_BODY
    body = read_body(_blocks(regions, kind), _span(regions, kind, reading), reading)
    parameters += (*options.parameters, *_body_parameters(regions, body, reading))
    _ignore_tables(regions, reading)
    response = response_facts(_first(regions, SectionKind.RESPONSE), reading)
    examples = read_examples(regions, response.statuses if response is not None else (), reading)
    if not routes and not examples:
        return None
    _report_missing(routes, examples, regions, reading)
    return OperationFacts(
        routes=with_parameters(routes, parameters, reading),
        permissions=permissions,
        parameters=tuple(parameters),
        options=options.names,
        body=body.facts,
        response=response,
        examples=examples,
        option_spans=options.spans,
    )


def _permissions(regions: Regions, reading: Reading) -> Iterator[PermissionTableFacts]:
    """Tables of the sections for them; where there are none, of the introduction."""
    found = [
        table
        for region in regions.of(SectionKind.PERMISSIONS)
        for table in blocks_permissions(region.blocks, region.heading, reading)
    ]
    if not found:
        for region in regions.intro:
            tables = [each for each in region.blocks if isinstance(each, Table) and names_accounts(each, reading)]
            found.extend(blocks_permissions(tables, None, reading))
    yield from found


def _tables(regions: Regions, kind: SectionKind, place: ParameterPlace, reading: Reading) -> Iterator[ParameterFacts]:
    return table_parameters(_blocks(regions, kind), place, reading)


def _options(regions: Regions, reading: Reading) -> Options:
    """Those of their section, and those that prose beside a function's parameters supports by name."""
    rows = list(_tables(regions, SectionKind.OPTIONS, ParameterPlace.QUERY, reading))
    beside = [each for each in _blocks(regions, SectionKind.FUNCTION_PARAMETERS) if not isinstance(each, Table)]
    return read_options(_blocks(regions, SectionKind.OPTIONS), rows, beside)


def _body_parameters(regions: Regions, body: BodyReading, reading: Reading) -> Iterator[ParameterFacts]:
    """The body's tables; some pages give them a section of their own, as if they told of a resource."""
    if body.in_url:
        return _tables(regions, SectionKind.REQUEST_BODY, ParameterPlace.FUNCTION, reading)
    blocks = _blocks(regions, SectionKind.REQUEST_BODY)
    if body.facts is not None and not any(isinstance(each, Table) for each in blocks):
        blocks = _blocks(regions, SectionKind.PROPERTIES)
    return table_parameters(blocks, ParameterPlace.BODY, reading)


def _blocks(regions: Regions, kind: SectionKind) -> tuple[Block, ...]:
    """The blocks of all sections of a kind, sub-sections included."""
    return tuple(block for region in regions.of(kind) for block in region.blocks)


def _first(regions: Regions, kind: SectionKind) -> tuple[Block, ...]:
    """The blocks of the first section of a kind; further ones are about further requests that the page explains."""
    found: list[Block] = []
    level = None
    for region in regions.of(kind):
        if region.heading is not None and region.own:
            if level is not None and region.heading.level <= level:
                break
            level = level or region.heading.level
        found.extend(region.blocks)
    return tuple(found)


def _span(regions: Regions, kind: SectionKind, reading: Reading) -> Span:
    found = next((each.heading.span for each in regions.of(kind) if each.heading is not None), None)
    return found or _page_span(regions, reading)


def _page_span(regions: Regions, reading: Reading) -> Span:
    """The title, or where the page has none, its first line."""
    return Span.at(reading.page.path, 1) if regions.title is None else regions.title.span


def _ignore_tables(regions: Regions, reading: Reading) -> None:
    """Tables that explain: those of examples, and those without types beside requests and responses."""
    for region in regions.of(*_EXPLAINED):
        for block in region.blocks:
            if isinstance(block, Table) and (
                region.kind is SectionKind.EXAMPLES or Column.TYPE not in columns_of(block, reading)
            ):
                for row in block.rows:
                    reading.account.ignored(row, PROSE_TABLE)


def _report_missing(
    routes: Sequence[RouteFacts],
    examples: Sequence[ExampleFacts],
    regions: Regions,
    reading: Reading,
) -> None:
    unreadable = any(_has_lines(each, reading) for each in regions.of(SectionKind.HTTP_REQUEST))
    if not routes and examples and not unreadable:
        hint = "write the request, such as `GET /users/{id}`, in a fence under `## HTTP request`"
        message = "this page has examples and no request line"
        reading.report(api_codes.REQUEST_MISSING.at(_page_span(regions, reading), message, hint=hint))


def _has_lines(region: Region, reading: Reading) -> bool:
    return any(isinstance(block, Fence) and reading.account.request_lines(block) for block in region.blocks)
