"""What the methods of request nodes are: calls turned into a name, parameters, a kind of request, and words about them.

Knows calls, types and naming; how a method is laid out as code is another file's business.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.indexes.calls import Call
from generator.model.operations import (
    BodyKind,
    OperationKind,
    Parameter,
    ParameterPlace,
    Response,
    ResponseKind,
)
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, Named, Opaque, Primitive, TypeRef
from generator.model.wording import Verb
from generator.python.annotations import request_item
from generator.python.sites import BodyForm
from generator.python.symbols import Symbols


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A parameter of a method. `wire` is what the service calls it; `default` is code, None for a required one."""

    name: str
    wire: str
    place: ParameterPlace
    annotation: str
    default: str | None = None
    keyword: bool = False
    base: str = ""
    """The class it is declared as, where that has derived ones: objects of those say which they are."""

    @property
    def declaration(self) -> str:
        return f"{self.name}: {self.annotation}" + ("" if self.default is None else f" = {self.default}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What comes back: the runtime's `call`, the `reads`, what it reads into ("" for none), and the types of both clients."""

    call: str
    reads: str
    returns: str
    returns_async: str
    awaited: bool
    """`async def` in the stub; a lazy result (pages, a download) is not awaited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a request carries: the form, its parameter, and the class the body is declared as ("" for none)."""

    form: BodyForm
    argument: Argument | None = None
    declared: str = ""
    variable: str = ""
    """A type variable that ties the result to what is sent: `UserT`; "" for none."""


_NOTHING = Result(call="_none", reads="", returns="None", returns_async="None", awaited=True)
_UNKNOWN = Result(call="_json", reads="", returns="Json", returns_async="Json", awaited=True)
_BYTES = Result(call="_bytes", reads="", returns="bytes", returns_async="bytes", awaited=True)
STREAMED = Result(call="_stream", reads="", returns="Download", returns_async="AsyncDownload", awaited=False)
_COUNT = Result(call="_count", reads="", returns="int", returns_async="int", awaited=True)


def result_of(call: Call, symbols: Symbols) -> Result:
    """How a call's response is read."""
    response = call.response
    if call.kind is OperationKind.COUNT and call.verb is Verb.GET:
        return _COUNT
    if call.kind is OperationKind.DELTA and call.verb is Verb.GET:
        token, text = _many_token(response.type, symbols)
        return Result(
            call="_delta", reads=token, returns=f"Delta[{text}]", returns_async=f"AsyncDelta[{text}]", awaited=False
        )
    if response.kind is ResponseKind.COLLECTION:
        return _many(call, symbols)
    if response.kind is ResponseKind.VALUE:
        return _value(response, symbols)
    if response.kind is ResponseKind.UNSTATED:
        return _unstated(call)
    return _BYTES if response.kind is ResponseKind.STREAM else _NOTHING


def _unstated(call: Call) -> Result:
    if call.kind is OperationKind.STREAM and call.verb is Verb.GET:
        return _BYTES
    if call.verb is Verb.GET:
        return _UNKNOWN
    return _NOTHING


def _value(response: Response, symbols: Symbols) -> Result:
    ref = response.type
    if isinstance(ref, Primitive) and ref.name in (PrimitiveName.STREAM, PrimitiveName.BINARY):
        return _BYTES
    if (
        ref is None
        or isinstance(ref, Opaque | Collection)
        or (isinstance(ref, Primitive) and ref.name is PrimitiveName.UNTYPED)
    ):
        return _UNKNOWN
    found = symbols.find(ref.name) if isinstance(ref, Named) else None
    text = "str" if found is not None and found.is_flags else request_item(ref, symbols)
    if text == "Any":
        return _UNKNOWN
    return Result(call="_one", reads=text, returns=text, returns_async=text, awaited=True)


def _many(call: Call, symbols: Symbols) -> Result:
    token, text = _many_token(call.response.type, symbols)
    if call.verb is Verb.GET:
        return Result(
            call="_many", reads=token, returns=f"Pages[{text}]", returns_async=f"AsyncPages[{text}]", awaited=False
        )
    return Result(call="_page", reads=token, returns=f"Page[{text}]", returns_async=f"Page[{text}]", awaited=True)


def _many_token(ref: TypeRef | None, symbols: Symbols) -> tuple[str, str]:
    """The runtime's token for one of many, and the type of it."""
    item = ref.item if isinstance(ref, Collection) else ref
    text = "Any" if item is None else request_item(item, symbols)
    return ("object", "Any") if text == "Any" else (text, text)


def method_name(call: Call, result: Result) -> str:
    """The name of a plain verb's method. Actions and functions have their own."""
    if call.verb is Verb.GET:
        return "list" if result.call == "_many" else "get"
    return {Verb.POST: "create", Verb.PATCH: "update", Verb.PUT: "replace", Verb.DELETE: "delete"}[call.verb]


def sent_by(call: Call, result: Result, symbols: Symbols, *, has_parameters: bool) -> Sent:
    """What the request carries, and the parameter that holds it."""
    body = call.body
    if call.verb in (Verb.GET, Verb.DELETE) and body.kind is BodyKind.UNSTATED:
        return Sent(form=BodyForm.NONE)
    match body.kind:
        case BodyKind.NONE:
            return Sent(form=BodyForm.PARAMETERS if has_parameters else BodyForm.NONE)
        case BodyKind.STREAM:
            return Sent(form=BodyForm.CONTENT, argument=_body_argument("content", "Content"))
        case BodyKind.REFERENCE:
            return Sent(form=BodyForm.REFERENCE, argument=_body_argument("target", "Target"))
        case BodyKind.PARAMETERS if has_parameters:
            return Sent(form=BodyForm.PARAMETERS)
        case BodyKind.ENTITY | BodyKind.PARAMETERS | BodyKind.UNSTATED:
            return _sent_value(call, result, symbols, has_parameters=has_parameters)


def _sent_value(call: Call, result: Result, symbols: Symbols, *, has_parameters: bool) -> Sent:
    ref = call.body.type
    found = symbols.find(ref.name) if isinstance(ref, Named) else None
    name = "changes" if call.verb is Verb.PATCH else "body"
    if found is not None and not found.is_enum:
        declared = found.qualified
        saves = result.call == "_one" and result.reads == declared
        variable = f"{found.class_name}T" if saves and symbols.has_derived(found.declaration.name) else ""
        return Sent(
            form=BodyForm.MODEL,
            argument=_body_argument(name, variable or declared),
            declared=declared,
            variable=variable,
        )
    if has_parameters:
        return Sent(form=BodyForm.PARAMETERS)
    if call.kind is OperationKind.ACTION and call.body.kind is BodyKind.UNSTATED:
        return Sent(form=BodyForm.RAW, argument=_body_argument("body", "Json", "UNSET"))
    if isinstance(ref, Collection):
        item = request_item(ref.item, symbols)
        return Sent(form=BodyForm.RAW, argument=_body_argument("body", f"Sequence[{item}]"))
    return Sent(form=BodyForm.RAW, argument=_body_argument("body", "Json"))


def _body_argument(name: str, annotation: str, default: str | None = None) -> Argument:
    return Argument(name=name, wire="", place=ParameterPlace.BODY, annotation=annotation, default=default)


def documented_members(calls: tuple[Call, ...], place: ParameterPlace) -> tuple[Parameter, ...]:
    """The parameters of one place that any of these calls documents, each name once whatever its case."""
    once: dict[str, Parameter] = {}
    for call in calls:
        for each in call.parameters:
            if each.place is place:
                once.setdefault(each.name.lower(), each)
    return tuple(once.values())
