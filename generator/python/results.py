"""How the SDK reads what calls give: the runtime's method, and what it reads into. Knows answers and names."""

from __future__ import annotations

from generator.model.indexes.answers import Answer, AnswerForm
from generator.model.indexes.calls import Call
from generator.model.types import ItemType, Named
from generator.model.wording import Verb
from generator.python.annotations import request_item
from generator.python.methods import Result
from generator.python.symbols import Symbols

_NOTHING = Result(call="_none", reads="", returns="None", returns_async="None", awaited=True)
_UNKNOWN = Result(call="_json", reads="", returns="Json", returns_async="Json", awaited=True)
_BYTES = Result(call="_bytes", reads="", returns="bytes", returns_async="bytes", awaited=True)
STREAMED = Result(call="_stream", reads="", returns="Download", returns_async="AsyncDownload", awaited=False)
_COUNT = Result(call="_count", reads="", returns="int", returns_async="int", awaited=True)


_PLAIN = {
    AnswerForm.NOTHING: _NOTHING,
    AnswerForm.BYTES: _BYTES,
    AnswerForm.COUNT: _COUNT,
    AnswerForm.ANY: _UNKNOWN,
}


def result_of(answer: Answer, symbols: Symbols) -> Result:
    """How an answer is read."""
    match answer.form:
        case AnswerForm.ONE:
            return _one_of(answer.type, symbols)
        case AnswerForm.MANY:
            return _lazy("_many", "Pages", answer.type, symbols)
        case AnswerForm.DELTA:
            return _lazy("_delta", "Delta", answer.type, symbols)
        case AnswerForm.PAGE:
            reads, text = _many_of(answer.type, symbols)
            page = f"Page[{text}]"
            return Result(call="_page", reads=reads, returns=page, returns_async=page, awaited=True)
        case _:
            return _PLAIN[answer.form]


def _one_of(ref: ItemType | None, symbols: Symbols) -> Result:
    if ref is None:
        return _UNKNOWN
    found = symbols.find(ref.name) if isinstance(ref, Named) else None
    text = "str" if found is not None and found.is_flags else request_item(ref, symbols)
    if text == "Any":
        return _UNKNOWN
    return Result(call="_one", reads=text, returns=text, returns_async=text, awaited=True)


def _lazy(call: str, kind: str, ref: ItemType | None, symbols: Symbols) -> Result:
    reads, text = _many_of(ref, symbols)
    return Result(
        call=call, reads=reads, returns=f"{kind}[{text}]", returns_async=f"Async{kind}[{text}]", awaited=False
    )


def _many_of(item: ItemType | None, symbols: Symbols) -> tuple[str, str]:
    """What the runtime reads each of many into, and the type of it."""
    text = "Any" if item is None else request_item(item, symbols)
    return ("object", "Any") if text == "Any" else (text, text)


def method_name(call: Call, result: Result) -> str:
    """The name of a plain verb's method. Actions and functions have their own."""
    if call.verb is Verb.GET:
        return "list" if result.call == "_many" else "get"
    return {Verb.POST: "create", Verb.PATCH: "update", Verb.PUT: "replace", Verb.DELETE: "delete"}[call.verb]
