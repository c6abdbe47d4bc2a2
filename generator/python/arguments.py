"""The parameters of a method: function parameters, what travels in the query and in headers, an action's members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.headers import header_wire
from generator.model.indexes.calls import Call
from generator.model.indexes.media import BYTES, sent_bytes
from generator.model.indexes.query_options import OF_A_NUMBER, meant_options, option_of
from generator.model.operations import Parameter, ParameterPlace
from generator.model.paths import Argument as PathArgument
from generator.model.paths import Call as CallSegment
from generator.model.types import Collection, Named, item_of
from generator.python.annotations import or_text, parameter_annotation, request_item
from generator.python.headers import header_annotation
from generator.python.literals import literal
from generator.python.methods import Argument, Result, Sent, documented_members
from generator.python.naming import parameter_name, snake
from generator.python.symbols import Symbols

_OPTIONS = {
    "select": ("select", "Fields", "$select"),
    "expand": ("expand", "Fields", "$expand"),
    "filter": ("filter", "str | None", "$filter"),
    "search": ("search", "str | None", "$search"),
    "orderby": ("orderby", "Fields", "$orderby"),
    "top": ("top", "int | None", "$top"),
    "skip": ("skip", "int | None", "$skip"),
    "count": ("count", "bool | None", "$count"),
    "skiptoken": ("skip_token", "str | None", "$skiptoken"),
    "format": ("format", "str | None", "$format"),
}
"""OData options: parameter, annotation, wire name; in the order of signatures."""
JSON = "application/json"
_FORMAT = Argument(
    name="format",
    wire="$format",
    place=ParameterPlace.QUERY,
    annotation="str | None",
    default="None",
    keyword=True,
)
"""Which of two forms a report has: the default is a file."""
_SUITING = {"_count": OF_A_NUMBER, "_bytes": frozenset({"format"})}
"""Options that mean something to a number or a file; a page documents those of its other paths as well."""
_CARRIED = frozenset({"authorization", "accept", "content-length", "host", "user-agent", "connection"})
"""Headers that the client itself is responsible for."""
_CONTENT_TYPE = "content-type"


def option_arguments(calls: tuple[Call, ...], result: Result, *, forms: bool) -> Iterator[Argument]:
    """The OData options that a page documents, as far as they suit what comes back; all that do where a page supports
    them without naming any. `forms`: the format decides on what it is.
    """
    many = forms or result.call in ("_many", "_delta")
    suiting = _SUITING.get(result.call) if not forms else None
    named = {option.lower() for call in calls for option in call.options}
    named |= {option_of(each.name) for each in documented_members(calls, ParameterPlace.QUERY)} - {""}
    meant = meant_options(named, many=many)
    for option, (name, annotation, wire) in _OPTIONS.items():
        if option == "format" and forms:
            yield _FORMAT
        elif option in meant and (suiting is None or option in suiting):
            yield Argument(
                name=name, wire=wire, place=ParameterPlace.QUERY, annotation=annotation, default="None", keyword=True
            )


def query_arguments(calls: tuple[Call, ...], symbols: Symbols) -> Iterator[Argument]:
    """Query parameters that are no OData option: positional where the page requires them."""
    for each in documented_members(calls, ParameterPlace.QUERY):
        if option_of(each.name) in _OPTIONS:
            continue
        annotation = _scalar(each, symbols)
        required = each.markers.required
        yield Argument(
            name=parameter_name(each.name.removeprefix("$")),
            wire=each.name,
            place=ParameterPlace.QUERY,
            annotation=annotation if required or annotation == "Any" else f"{annotation} | None",
            default=None if required else "None",
            keyword=not required,
        )


def header_arguments(calls: tuple[Call, ...], sent: Sent) -> Iterator[Argument]:
    """Documented headers, except those that the client sets by itself. One that must be sent has no default: whoever does
    without says so, with None.
    """
    for each in documented_members(calls, ParameterPlace.HEADER):
        low = each.name.lower()
        if low in _CARRIED or (low == _CONTENT_TYPE and sent.argument is not None and sent.argument.name == "content"):
            continue
        wire = header_wire(each.name)
        if wire is not None and low != _CONTENT_TYPE:
            yield _header(each.name, wire, required=each.markers.required and _always_sent(low, calls))
    if sent.argument is not None and sent.argument.name == "content":
        yield replace(_header("Content-Type", "Content-Type"), default=_media_default(calls))


def _media_default(calls: tuple[Call, ...]) -> str | None:
    """What is sent if nobody says: the media type, where all pages allow one alone; else what bytes are in general. There
    is no default where pages allow others only and their requests say which, or parts, which need a boundary.
    """
    kinds = {each for call in calls for each in sent_bytes(call)}
    only = next(iter(kinds)) if len(kinds) == 1 else ""
    if BYTES in kinds:
        return "None"
    if only and not only.startswith("multipart/"):
        return literal(only)
    return None if _always_sent(_CONTENT_TYPE, calls) else "None"


def _always_sent(name: str, calls: tuple[Call, ...]) -> bool:
    """Whether every documented request sends a header: where one does without, it is not needed after all."""
    pages = {each.operation.id: each.operation for call in calls for each in call.documents}
    requests = [each.request for page in pages.values() for each in page.examples if each.request is not None]
    return bool(requests) and all(name in (sent.lower() for sent, _ in each.headers) for each in requests)


def _header(written: str, wire: str, *, required: bool = False) -> Argument:
    return Argument(
        name=parameter_name(written),
        wire=wire,
        place=ParameterPlace.HEADER,
        annotation=header_annotation(wire),
        default=None if required else "None",
        keyword=True,
    )


def member_arguments(calls: tuple[Call, ...], symbols: Symbols) -> Iterator[Argument]:
    """The members of an action's body: required ones first."""
    members = documented_members(calls, ParameterPlace.BODY)
    for each in sorted(members, key=lambda each: not each.markers.required):
        annotation = parameter_annotation(each.type, symbols)
        required = each.markers.required
        item = item_of(each.type)
        base = isinstance(item, Named) and symbols.has_derived(item.name)
        yield Argument(
            name=parameter_name(each.name),
            wire=each.name,
            base=request_item(item, symbols) if base else "",
            place=ParameterPlace.BODY,
            annotation=annotation if required or annotation == "Any" else f"{annotation} | None",
            default=None if required else "UNSET",
            keyword=True,
        )


def takes_content(calls: tuple[Call, ...]) -> bool:
    """Whether examples send text instead of the documented members, as mail in MIME format."""
    pages = {each.operation.id: each.operation for call in calls for each in call.documents}
    requests = (example.request for page in pages.values() for example in page.examples)
    return any(each is not None and bool(each.body) and not each.json for each in requests)


def path_arguments(
    written: tuple[PathArgument, ...], calls: tuple[Call, ...], symbols: Symbols
) -> tuple[Argument, ...]:
    """The parameters of a function in the order of its parentheses; where the page lists them but writes none, its order.

    A value that the docs fix is the default.
    """
    declared = {each.name.lower(): each for each in documented_members(calls, ParameterPlace.FUNCTION)}
    if not written:
        listed = () if _writes_arguments(calls) else tuple(declared.values())
        found = [_function(each.name, each, None, symbols) for each in listed]
        return tuple(map(_optional, found)) if _may_be_bare(listed) else tuple(found)
    found = [_function(each.name, declared.get(each.name.lower()), each, symbols) for each in written]
    return (*(each for each in found if each.default is None), *(each for each in found if each.default is not None))


def _may_be_bare(listed: tuple[Parameter, ...]) -> bool:
    """The request line stands without parentheses, and the one parameter that the page lists may be left out."""
    return len(listed) == 1 and all(each.markers.optional for each in listed)


def _optional(argument: Argument) -> Argument:
    return replace(argument, annotation=f"{argument.annotation} | None", default="None")


def _writes_arguments(calls: tuple[Call, ...]) -> bool:
    """Whether a page of these calls has the function with parentheses elsewhere: this one is its form without any."""
    routes = (route for call in calls for each in call.documents for route in each.operation.routes)
    return any(
        isinstance(last, CallSegment) and last.arguments for route in routes for last in route.path.segments[-1:]
    )


def _function(wire: str, declared: Parameter | None, written: PathArgument | None, symbols: Symbols) -> Argument:
    annotation = _scalar(declared, symbols) if declared is not None else "str" if written and written.quoted else "Any"
    fixed = written.literal if written is not None else None
    return Argument(
        name=parameter_name(wire),
        wire=wire,
        place=ParameterPlace.FUNCTION,
        annotation=annotation if fixed is None else _annotation_of(fixed, quoted=written is None or written.quoted),
        default=None if fixed is None else literal(fixed),
    )


def _annotation_of(fixed: str, *, quoted: bool) -> str:
    """Of a parameter whose value the docs fix. Numbers stand without quotes, and any number may be given."""
    return "int | str" if not quoted and fixed.isdigit() else "str"


def _scalar(declared: Parameter, symbols: Symbols) -> str:
    """The annotation of a value in an address: times may be given as the text that goes there; flags are text."""
    ref = declared.type
    if isinstance(ref, Collection):
        return f"Sequence[{request_item(ref.item, symbols)}]"
    found = symbols.find(ref.name) if isinstance(ref, Named) else None
    text = "str" if found is not None and (found.is_flags or not found.is_enum) else request_item(ref, symbols)
    return "Decimal | str" if text == "Decimal" else or_text(text)


DELTA_LINK = Argument(
    name="delta_link", wire="", place=ParameterPlace.QUERY, annotation="str | None", default="None", keyword=True
)


def unambiguous(arguments: Iterable[Argument], reserved: Iterable[str]) -> tuple[Argument, ...]:
    """The arguments with names of their own: whoever wants a name that is taken gets its place behind it."""
    taken = set(reserved)
    found: list[Argument] = []
    for each in arguments:
        name = each.name
        if name in taken:
            name = f"{snake(each.name)}_{each.place.value}"
        number = 2
        while name in taken:
            name, number = f"{snake(each.name)}_{each.place.value}{number}", number + 1
        taken.add(name)
        found.append(replace(each, name=name))
    return tuple(found)
