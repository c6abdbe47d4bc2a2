"""Request lines of a page: in its HTTP request sections, or, where those have none, wherever they stand instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.dialect.kinds import SectionKind
from generator.extract import api_codes
from generator.extract.http_message import request_line
from generator.extract.path_text import REPAIRS, PathReading, ServiceRoot, read_template
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.facts.page import RouteFacts
from generator.markdown.annotation import AnnotatedFence, annotated_fences
from generator.markdown.blocks import Fence
from generator.text import Span

TABS = (None, "http")
"""The code tabs that hold HTTP: none at all, or this one."""

_NOT_ELSEWHERE = frozenset(
    {
        SectionKind.EXAMPLES,
        SectionKind.HTTP_REQUEST,
        SectionKind.OPTIONS,
        SectionKind.REMARKS,
        SectionKind.REQUEST,
        SectionKind.RESPONSE,
    }
)
"""Sections where a path is an illustration, or was looked at already."""

_COSMETIC = frozenset(
    {
        "absolute-url",
        "angle-brackets",
        "elided-segments",
        "enum-cast",
        "missing-leading-slash",
        "tilde",
        "trailing-slash",
        "version-prefix",
    }
)
"""Repairs of spellings that leave no doubt."""


def service_root(reading: Reading) -> ServiceRoot:
    """Where the dialect's API lives."""
    words = reading.profile.words.http
    return ServiceRoot(hosts=words.hosts, versions=words.versions)


def read_routes(regions: Regions, reading: Reading) -> tuple[RouteFacts, ...]:
    """The requests that the page documents, in order, each once."""
    found = list(_of_fences(_fences(regions.of(SectionKind.HTTP_REQUEST)), reading))
    outside = list(_of_fences(_named_requests(regions, reading) if found else _elsewhere(regions, reading), reading))
    if outside:
        hint = "put the request lines under a heading of their own"
        message = "these request lines stand in no section for them"
        reading.report(api_codes.REQUEST_OUTSIDE.at(outside[0].span, message, hint=hint))
    return tuple(_once((*found, *outside), reading))


def is_template(annotated: AnnotatedFence) -> bool:
    """Whether a fence in an HTTP request section shows paths only, and is no example at the same time."""
    return annotated.fence.tab is None and (annotated.annotation is None or annotated.annotation.kind != "request")


def _fences(regions: Iterable[Region]) -> Iterator[AnnotatedFence]:
    for region in regions:
        yield from (each for each in annotated_fences(region.blocks) if each.fence.tab in TABS)


def _named_requests(regions: Regions, reading: Reading) -> Iterator[AnnotatedFence]:
    """Bare paths that annotations call requests, in sections of their own: a page has one for each place of a thing."""
    request = request_line(tuple(reading.profile.words.http.verbs))
    for region in regions.all:
        if region.kind is not None or region.title:
            continue
        for each in annotated_fences(region.blocks):
            if each.fence.tab in TABS and each.annotation is not None and each.annotation.kind == "request":
                found = request.fullmatch(each.fence.text.strip())
                if found is not None and found[2].startswith("/") and "?" not in found[2]:
                    yield each


def _elsewhere(regions: Regions, reading: Reading) -> Iterator[AnnotatedFence]:
    """Fences of request lines outside examples, as long as they show paths and no message."""
    request = request_line(tuple(reading.profile.words.http.verbs))
    for region in regions.all:
        if region.kind in _NOT_ELSEWHERE:
            continue
        for each in annotated_fences(region.blocks):
            lines = [line for line in each.fence.text.split("\n") if line.strip()]
            if is_template(each) and lines and all(request.match(line) for line in lines):
                yield each


def _of_fences(fences: Iterable[AnnotatedFence], reading: Reading) -> Iterator[RouteFacts]:
    for each in fences:
        routes = list(_of_fence(each.fence, reading))
        if routes or reading.account.request_lines(each.fence):
            reading.account.used(each.fence)
            if each.comment is not None:
                reading.account.used(each.comment)
        yield from routes


def _of_fence(fence: Fence, reading: Reading) -> Iterator[RouteFacts]:
    request = request_line(tuple(reading.profile.words.http.verbs))
    lines = fence.text.split("\n")
    other: list[int] = []
    at = 0
    while at < len(lines):
        found = request.match(lines[at])
        number = fence.first_line + at
        at += 1
        if found is None:
            if lines[at - 1].strip():
                other.append(number)
            continue
        text = found[2].rstrip()
        while at < len(lines) and lines[at].lstrip().startswith(("?", "&")):
            text += lines[at].strip()
            at += 1
        span = Span.at(fence.span.path, number, found.start(2) + 1, found.end(2) + 1)
        if found.end(1) == found.start(2):
            message = f"a blank is missing between {found[1]} and the path"
            reading.report(api_codes.PATH_DAMAGED.at(span, message, hint=f"write '{found[1]} {text}'"))
        route = _route(found[1], text, span, reading)
        if route is not None:
            yield route
    _report_other(other, fence, reading)


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _route(verb: str, text: str, span: Span, reading: Reading) -> RouteFacts | None:
    read = read_template(text, service_root(reading))
    if read.path is None:
        hint = f"write the path behind {verb}"
        reading.report(api_codes.REQUEST_UNREADABLE.at(span, f"{_shortened(text)!r} is no path", hint=hint))
        reading.account.reported(span)
        return None
    reading.account.used(span)
    _report_repairs(text, read, span, reading)
    return RouteFacts(verb=verb, path=read.path, text=text, span=span, written=read.written)


def _report_repairs(text: str, read: PathReading, span: Span, reading: Reading) -> None:
    repairs = read.repairs if read.host is None else (*read.repairs, "absolute-url")
    for code, names in (
        (api_codes.PATH_DAMAGED, [each for each in repairs if each not in _COSMETIC]),
        (api_codes.PATH_SPELLING, [each for each in repairs if each in _COSMETIC]),
    ):
        if names:
            why = "; ".join(REPAIRS[each] for each in dict.fromkeys(names))
            reading.report(code.at(span, f"{_shortened(text)!r}: {why}", hint=_hint(text, read, names)))


def _hint(text: str, read: PathReading, repairs: Collection[str]) -> str:
    """What to write. Where the line says more than one path can, the guess is no advice."""
    if "elided-segments" in repairs:
        return "give a request line for each path that it stands for"
    if "trailing-text" in repairs:
        return f"write {str(read.path)!r} alone, and what follows in lines of its own"
    return f"write {str(read.path) + ''.join(text.partition('?')[1:])!r}"


def _report_other(lines: Sequence[int], fence: Fence, reading: Reading) -> None:
    if lines:
        reading.account.used(fence)
        span = Span(path=fence.span.path, line=lines[0], end_line=lines[-1])
        count = (
            f"{len(lines)} lines of this fence are no request lines" if len(lines) > 1 else "this is no request line"
        )
        reading.report(api_codes.REQUEST_TEXT.at(span, count))


def _once(routes: Iterable[RouteFacts], reading: Reading) -> Iterator[RouteFacts]:
    seen: dict[tuple[str, str, tuple[str, ...]], RouteFacts] = {}
    for each in routes:
        key = (each.verb, str(each.path), tuple(map(str, each.path.query)))
        if key in seen:
            first = seen[key].span
            message = f"{each.verb} {each.path} stands in line {first.line}, too"
            reading.report(api_codes.REQUEST_REPEATED.at(each.span, message[:160]))
        else:
            seen[key] = each
            yield each
