"""What the Response section says in prose: statuses of success, and what the body holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from generator.extract import api_codes
from generator.extract.reading import Reading
from generator.extract.statements import Statement, statements
from generator.extract.type_mention import TypeMention, type_in
from generator.facts.page import ResponseFacts
from generator.facts.written import WrittenCollection, WrittenType
from generator.markdown.blocks import Block
from generator.model.operations import ResponseKind
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive

_STATUS = re.compile(
    r"`[ \t]*(?:HTTP(?:/\d\.\d)?[ \t]+)?(20[0-8]|30[0-8]|[45]\d\d)(?![\d-])[^`]{0,40}`"
    r"|(?<![\w./`=-])(20[0-8]|30[0-8]|[45]\d\d)(?=,?[ \t]+(?:[A-Z][A-Za-z]+|response|status|code)|[ \t]*$)"
)
_SERIES = re.compile(r"\b[23](?:\d\d-series|xx)\b", re.IGNORECASE)
_CODE_WORDS = re.compile(r"[ \t]*(?:response|status)?[ \t]*(?:codes?|response|status)?\b", re.IGNORECASE)
_LOCATION = re.compile(
    r"location`?\*{0,2}[ \t]+(?:response[ \t]+)?header|operation-location|\b(?:link|url|uri) (?:to|of)\b", re.IGNORECASE
)
"""What says where the result is to be had, and not what is in the body."""
_RETURNS = re.compile(
    r"\b(?:returns?|contains?|includes?|responds? with|responses? with)\b(?=[^\[\]]{0,40}(?:\[|\*\*|`|$)|[^\[\]]*$)"
    r"|^[^\[\]]{0,30}\[[^\[\]]*\][^\s]*[\w\s]*\bis returned\b",
    re.IGNORECASE,
)
"""A sentence says of the body what stands right behind the verb; a link further on is about something else."""
_EMPTY = (204, 202)
"""Success with these statuses has no body unless a sentence says otherwise."""


class _Said(msgspec.Struct, frozen=True):
    """What one sentence says."""

    statuses: tuple[int, ...]
    kind: ResponseKind
    mention: TypeMention | None = None
    contradicts: bool = False
    body: bool = False
    """It speaks of a body."""


def response_facts(blocks: Iterable[Block], reading: Reading) -> ResponseFacts | None:
    """What success returns, from the prose of a section; None if there is no prose."""
    found = list(statements(blocks))
    if not found:
        return None
    said = [(each, _said(each, reading)) for each in found if _speaks_of_success(each)]
    if not any(what.mention for _, what in said):
        said += [(each, what) for each in found if (what := _said_besides(each, reading)) is not None]
    for each, what in said:
        _report(each, what, reading)
    best = _best([what for _, what in said])
    nothing = any(_says_nothing(each, reading) for each in found)
    kind = ResponseKind.NONE if nothing and best.kind is ResponseKind.UNSTATED else best.kind
    statuses = tuple(dict.fromkeys(status for _, what in said for status in what.statuses))
    span = (said[0][0] if said else found[0]).span
    if kind is ResponseKind.UNSTATED and (not statuses or best.body):
        hint = "say which status success has, and link the type of what is in the response body"
        reading.report(api_codes.RESPONSE_UNCLEAR.at(span, "this does not say what success returns", hint=hint))
    return ResponseFacts(
        kind=kind,
        statuses=statuses,
        type=_item(best.mention),
        span=span,
        others=best.mention.others if best.mention else (),
    )


def _best(said: Sequence[_Said]) -> _Said:
    """The first sentence that names what is returned, else the first that says that nothing is, else any."""
    for kinds in ((ResponseKind.VALUE, ResponseKind.COLLECTION, ResponseKind.STREAM), (ResponseKind.NONE,)):
        for each in said:
            if each.kind in kinds:
                return each
    with_body = [each for each in said if each.body]
    return (with_body or list(said) or [_Said((), ResponseKind.UNSTATED, body=True)])[0]


def _item(mention: TypeMention | None) -> WrittenType | None:
    if mention is None:
        return None
    return mention.type.item if isinstance(mention.type, WrittenCollection) else mention.type


def _statuses(text: str) -> list[re.Match[str]]:
    return list(_STATUS.finditer(text))


def _number(found: re.Match[str]) -> int:
    return int(found[1] or found[2])


def _speaks_of_success(statement: Statement) -> bool:
    return any(200 <= _number(each) < 400 for each in _statuses(statement.text)) or bool(_SERIES.search(statement.text))


def _said_besides(statement: Statement, reading: Reading) -> _Said | None:
    """What a sentence without any status says of the body; None if it is not about that."""
    if _statuses(statement.text) or not _RETURNS.search(statement.text):
        return None
    said = _said(statement, reading)
    return None if said.kind is ResponseKind.NONE else said


def _says_nothing(statement: Statement, reading: Reading) -> bool:
    return any(each in statement.words for each in reading.profile.words.response.none)


def _said(statement: Statement, reading: Reading) -> _Said:
    words = reading.profile.words.response
    found = [each for each in _statuses(statement.text) if 200 <= _number(each) < 400]
    statuses = tuple(dict.fromkeys(map(_number, found)))
    tail, body = _tail(statement.text, found, words.body)
    if _says_nothing(statement, reading):
        return _Said(statuses, ResponseKind.NONE)
    mention = None if _LOCATION.search(tail) and not body else type_in(tail, reading)
    empty = bool(statuses) and all(each in _EMPTY for each in statuses)
    if mention is None:
        stream = any(each in tail.lower() for each in words.stream)
        if stream and not empty:
            return _Said(statuses, ResponseKind.STREAM, body=body)
        return _Said(statuses, ResponseKind.NONE if empty else ResponseKind.UNSTATED, body=body)
    if statuses == (204,):
        return _Said(statuses, ResponseKind.NONE, contradicts=True)
    return _Said(statuses, _kind(mention), mention, body=True)


def _tail(text: str, found: Sequence[re.Match[str]], body_words: Sequence[str]) -> tuple[str, bool]:
    """What is said behind the first status, up to the words for the body, and whether those are there."""
    tail = text
    if found:
        tail = text[found[0].end() :]
        words = _CODE_WORDS.match(tail)
        tail = tail[words.end() :] if words else tail
    lower = tail.lower()
    ends = [at for word in body_words if (at := lower.find(word)) > 0]
    return (tail[: min(ends)], True) if ends else (tail, False)


def _kind(mention: TypeMention) -> ResponseKind:
    if mention.many or isinstance(mention.type, WrittenCollection):
        return ResponseKind.COLLECTION
    stream = isinstance(mention.type, Primitive) and mention.type.name is PrimitiveName.STREAM
    return ResponseKind.STREAM if stream else ResponseKind.VALUE


def _report(statement: Statement, said: _Said, reading: Reading) -> None:
    if said.contradicts:
        hint = "name a status with a body, or no body"
        message = "a response with status 204 is said to have a body"
        reading.report(api_codes.RESPONSE_CONTRADICTS.at(statement.span, message, hint=hint))
    if said.mention is not None and said.mention.others:
        message = f"{len(said.mention.others) + 1} types are named as what the response holds"
        reading.report(api_codes.SEVERAL_TYPES.at(statement.span, message))
