"""How the responses of calls are read: by what pages state, and by what the path leads to. Knows calls and types."""

from __future__ import annotations

from generator.model.indexes.calls import Call
from generator.model.operations import OperationKind, ResponseKind
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role
from generator.model.types import Collection, Named, Opaque, Primitive, TypeRef
from generator.model.wording import Verb
from generator.python.annotations import request_item
from generator.python.methods import Result
from generator.python.routes import is_delta
from generator.python.symbols import Symbols

_NOTHING = Result(call="_none", reads="", returns="None", returns_async="None", awaited=True)
_UNKNOWN = Result(call="_json", reads="", returns="Json", returns_async="Json", awaited=True)
_BYTES = Result(call="_bytes", reads="", returns="bytes", returns_async="bytes", awaited=True)
STREAMED = Result(call="_stream", reads="", returns="Download", returns_async="AsyncDownload", awaited=False)
_COUNT = Result(call="_count", reads="", returns="int", returns_async="int", awaited=True)
_FOUND = 302
_ITEMS = (Role.KEY, Role.ALTERNATE_KEY, Role.SINGLETON)


def result_of(call: Call, symbols: Symbols) -> Result:
    """How a call's response is read."""
    if call.verb is Verb.GET:
        return _read(call, symbols)
    match call.response.kind:
        case ResponseKind.COLLECTION:
            reads, text = _many_of(call.response.type, symbols)
            return Result(
                call="_page", reads=reads, returns=f"Page[{text}]", returns_async=f"Page[{text}]", awaited=True
            )
        case ResponseKind.VALUE:
            return _one_of(call.response.type, symbols)
        case ResponseKind.STREAM:
            return _BYTES
        case ResponseKind.NONE | ResponseKind.UNSTATED:
            return _NOTHING


def _read(call: Call, symbols: Symbols) -> Result:
    """What a GET gives. The kind of its path outweighs the page's sentence, which often is another page's."""
    response = call.response
    if call.kind is OperationKind.COUNT:
        return _COUNT
    if call.kind is OperationKind.STREAM or response.kind is ResponseKind.STREAM or _FOUND in response.statuses:
        return _one_of(call.steps[-1].type, symbols) if _has_value(call) else _BYTES
    if call.steps and is_delta(call.steps[-1]):
        return _lazy("_delta", "Delta", response.type, symbols)
    if response.kind is ResponseKind.COLLECTION and not _is_one(call):
        return _lazy("_many", "Pages", response.type, symbols)
    if response.kind in (ResponseKind.VALUE, ResponseKind.COLLECTION):
        return _one_of(response.type.item if isinstance(response.type, Collection) else response.type, symbols)
    return _NOTHING if response.kind is ResponseKind.NONE else _UNKNOWN


def _has_value(call: Call) -> bool:
    """The same page reads the bytes at `$value` below this path: here is what describes them."""
    routes = (route for each in call.documents for route in each.operation.routes)
    return bool(call.steps) and any(route.path.shape == f"{call.shape}/$value" for route in routes)


def json_of(call: Call, symbols: Symbols) -> Result | None:
    """What comes back in place of a file that the response leads to, if JSON is asked for; None where none is documented."""
    response = call.response
    if call.verb is not Verb.GET or response.kind is not ResponseKind.COLLECTION or _FOUND not in response.statuses:
        return None
    return _lazy("_many", "Pages", response.type, symbols)


def _is_one(call: Call) -> bool:
    """The path ends at one thing by its key, whatever an example wraps it in."""
    last = call.steps[-1] if call.steps else None
    return last is not None and last.role in _ITEMS and last.type is not None and not isinstance(last.type, Collection)


def _one_of(ref: TypeRef | None, symbols: Symbols) -> Result:
    if isinstance(ref, Primitive) and ref.name is PrimitiveName.STREAM:
        return _BYTES
    if ref is None or isinstance(ref, Opaque | Collection):
        return _UNKNOWN
    found = symbols.find(ref.name) if isinstance(ref, Named) else None
    text = "str" if found is not None and found.is_flags else request_item(ref, symbols)
    if text == "Any":
        return _UNKNOWN
    return Result(call="_one", reads=text, returns=text, returns_async=text, awaited=True)


def _lazy(call: str, kind: str, ref: TypeRef | None, symbols: Symbols) -> Result:
    reads, text = _many_of(ref, symbols)
    return Result(
        call=call, reads=reads, returns=f"{kind}[{text}]", returns_async=f"Async{kind}[{text}]", awaited=False
    )


def _many_of(ref: TypeRef | None, symbols: Symbols) -> tuple[str, str]:
    """What the runtime reads each of many into, and the type of it."""
    item = ref.item if isinstance(ref, Collection) else ref
    text = "Any" if item is None else request_item(item, symbols)
    return ("object", "Any") if text == "Any" else (text, text)


def method_name(call: Call, result: Result) -> str:
    """The name of a plain verb's method. Actions and functions have their own."""
    if call.verb is Verb.GET:
        return "list" if result.call == "_many" else "get"
    return {Verb.POST: "create", Verb.PATCH: "update", Verb.PUT: "replace", Verb.DELETE: "delete"}[call.verb]
