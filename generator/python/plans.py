"""Methods planned: one verb of one node, all the pages that document it together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.model.headers import header_wire
from generator.model.indexes.agreement import agreed_body, agreed_response
from generator.model.indexes.answers import answer_of
from generator.model.indexes.calls import Call
from generator.model.indexes.hierarchy import Hierarchy
from generator.model.operations import ParameterPlace
from generator.model.paths import Argument as PathArgument
from generator.model.steps import Role
from generator.model.wording import Deprecation, Verb
from generator.python.arguments import (
    DELTA_LINK,
    header_arguments,
    member_arguments,
    option_arguments,
    path_arguments,
    query_arguments,
    takes_content,
    unambiguous,
)
from generator.python.bodies import sent_by
from generator.python.methods import Argument, Result, Sent, documented_members
from generator.python.results import method_name, result_of
from generator.python.routes import Route, segment_text
from generator.python.sites import BodyForm
from generator.python.symbols import Symbols
from generator.python.web import Web
from generator.python.wording import Paragraph, deprecation_of, method_words
from generator.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPlan:
    """A method, but for its layout. `arguments` in the order of the signature, without the body's own."""

    name: str
    spoken: Call = field(compare=False)
    """The calls behind it as one: what it declares to send and to give."""
    sources: tuple[Span, ...] = field(compare=False)
    """The places that document those calls."""
    verb: Verb
    template: str
    """What it adds to the node's path; "" for nothing."""
    values: tuple[str, ...]
    """Names of the arguments that fill the template, in its order."""
    arguments: tuple[Argument, ...]
    result: Result
    json: Result | None
    """What comes back instead if the format asks for JSON."""
    sent: Sent
    words: tuple[Paragraph, ...]
    deprecation: Deprecation | None
    replaceable: bool
    """A body of other content may stand in place of its members, so that those it requires can be missing."""

    @property
    def bare(self) -> str:
        """What it adds to the path without its argument, which may be left out; "" where all must be given."""
        function = [each for each in self.arguments if each.place is ParameterPlace.FUNCTION]
        return self.template.partition("(")[0] if [each.default for each in function] == ["None"] else ""

    def at(self, place: ParameterPlace) -> tuple[Argument, ...]:
        return tuple(each for each in self.arguments if each.place is place and each.wire)


def plan_methods(
    route: Route, name: str | None, symbols: Symbols, web: Web | None
) -> Iterator[tuple[Verb, MethodPlan]]:
    """The methods of a route's calls. `name` is given for an action or function; plain verbs have names of their own.

    Where the pages of an action or function show several verbs, the one that suits it has the plain name.
    """
    usual = Verb.GET if route.step is not None and route.step.role is Role.FUNCTION else Verb.POST
    ordered = sorted(route.calls, key=lambda each: each[0] is not usual) if name is not None else route.calls
    for place, (verb, calls) in enumerate(ordered):
        own = None if name is None else f"{name}_{verb.value.lower()}" if place else name
        yield verb, _plan(route, calls, own, symbols, web)


def _plan(route: Route, calls: tuple[Call, ...], name: str | None, symbols: Symbols, web: Web | None) -> MethodPlan:
    first = _joined(calls, symbols.lines)
    answer = answer_of(first)
    result = result_of(answer, symbols)
    json = None if answer.as_json is None else result_of(answer.as_json, symbols)
    sent = sent_by(first, result, symbols, has_parameters=bool(documented_members(calls, ParameterPlace.BODY)))
    function = path_arguments(route.arguments, calls, symbols) if name is not None else ()
    members = tuple(member_arguments(calls, symbols)) if sent.form is BodyForm.PARAMETERS else ()
    query = tuple(query_arguments(calls, symbols))
    found = (
        *function,
        *(each for each in query if not each.keyword),
        *members,
        *option_arguments(calls, result, forms=json is not None),
        *(each for each in query if each.keyword),
        *header_arguments(calls, sent),
        *((DELTA_LINK,) if result.call == "_delta" else ()),
    )
    reserved = {sent.argument.name} if sent.argument is not None else set()
    arguments = unambiguous(found, reserved)
    return MethodPlan(
        name=name or method_name(first, result),
        spoken=first,
        sources=tuple(document.operation.source for each in calls for document in each.documents),
        verb=first.verb,
        template="" if name is None else _template(route, function),
        values=_values(route, arguments),
        arguments=arguments,
        result=result,
        json=json,
        sent=sent,
        words=method_words(calls, tuple(_told(arguments, calls)), web),
        deprecation=deprecation_of(calls),
        replaceable=_must_be_given(sent, members, query) and takes_content(calls),
    )


def _must_be_given(sent: Sent, members: tuple[Argument, ...], query: tuple[Argument, ...]) -> bool:
    """Whether a call cannot do without its body, or without a part of it. A body that positional parameters follow has to
    be given anyway.
    """
    if sent.form is BodyForm.MODEL:
        return all(each.keyword for each in query)
    return any(each.default is None for each in members)


_TOLD = (ParameterPlace.FUNCTION, ParameterPlace.QUERY, ParameterPlace.BODY, ParameterPlace.HEADER)


def _told(arguments: Iterable[Argument], calls: tuple[Call, ...]) -> Iterator[tuple[str, str]]:
    """The parameters of which the pages say something, by their names in Python."""
    said: dict[tuple[ParameterPlace, str], str] = {}
    for place in _TOLD:
        for each in documented_members(calls, place):
            wire = header_wire(each.name) if place is ParameterPlace.HEADER else each.name
            said[place, (wire or "").lower()] = each.description
    for argument in arguments:
        description = said.get((argument.place, argument.wire.lower()), "")
        if description:
            yield argument.name, description


def _joined(calls: tuple[Call, ...], known: Hierarchy) -> Call:
    """The calls of one class as one: all their pages speak of it."""
    first = calls[0]
    if len({(each.body.type, each.response.type, each.response.kind) for each in calls}) == 1:
        return first
    documents = [document for each in calls for document in each.documents]
    body, response = agreed_body(documents, first.kind, known), agreed_response(documents, first.kind, known)
    return replace(first, body=body, response=response)


def _values(route: Route, arguments: tuple[Argument, ...]) -> tuple[str, ...]:
    """The function's arguments in the order of its parentheses, which is not the signature's where some have defaults."""
    function = [each for each in arguments if each.place is ParameterPlace.FUNCTION]
    order = {each.name: place for place, each in enumerate(route.arguments)}
    return tuple(each.name for each in sorted(function, key=lambda each: order.get(each.wire, len(order))))


def _template(route: Route, function: tuple[Argument, ...]) -> str:
    """What the call of an action or function adds to the path, in the parameters' order of the signature."""
    assert route.step is not None
    text = f"/{segment_text(route.step)}"
    if route.arguments:
        bare = frozenset(each.wire for each in function if each.annotation.endswith("| str"))
        return text + parentheses(route.arguments, bare)
    inner = ",".join(f"{each.wire}={_place(each)}" for each in function)
    return f"{text}({inner})" if inner else text


def _place(argument: Argument) -> str:
    """Where the value goes: text in quotes, and what may be given as finished text as it is."""
    annotation = argument.annotation.removesuffix(" | None")
    if annotation == "str":
        return "'{}'"
    return "{=}" if annotation.endswith("| str") else "{}"


def parentheses(arguments: tuple[PathArgument, ...], bare: frozenset[str] = frozenset()) -> str:
    """The arguments of a function as a template for `fill`; "" for none. `bare` ones may be given as finished text."""
    inner = ",".join(
        f"{each.name}='{{}}'" if each.quoted else f"{each.name}={'{=}' if each.name in bare else '{}'}"
        for each in arguments
    )
    return f"({inner})" if inner else ""
