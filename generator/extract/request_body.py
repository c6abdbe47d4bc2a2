"""What the Request body section says in prose: nothing, an object, parameters, a link, bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from generator.dialect.kinds import Column
from generator.extract import api_codes
from generator.extract.columns import columns_of
from generator.extract.reading import Reading
from generator.extract.statements import Statement, statements
from generator.extract.type_mention import TypeMention, type_in
from generator.facts.page import BodyFacts
from generator.facts.written import WrittenCollection, WrittenType
from generator.markdown.blocks import Block, Table
from generator.model.operations import BodyKind
from generator.text import Span

_ONLY_TYPE = re.compile(r"(?:An?|The) \[")
"""A sentence without verb: `A [teamsTab](../resources/teamstab.md).`"""


class BodyReading(msgspec.Struct, frozen=True, kw_only=True):
    """What a section says of the body. `in_url`: its table is about parameters in the URL."""

    facts: BodyFacts | None
    in_url: bool = False


def read_body(blocks: Sequence[Block], span: Span, reading: Reading) -> BodyReading:
    """The body that a section with these blocks describes; `span` is its heading's."""
    found = list(statements(blocks, callouts=False))
    words = reading.profile.words.body
    if any(_holds(each, words.url_parameters) for each in found):
        return BodyReading(facts=BodyFacts(kind=BodyKind.NONE, type=None, span=span), in_url=True)
    for each in found:
        kind = _kind(each, reading)
        if kind is not None:
            return BodyReading(facts=_facts(kind, each, reading))
    table = next((each for each in blocks if isinstance(each, Table)), None)
    if table is not None:
        return BodyReading(facts=BodyFacts(kind=_by_table(table, reading), type=None, span=table.span))
    if found:
        hint = 'say what to supply: "a JSON representation of the [type](page.md) object", or that there is none'
        message = "this does not say in a known way what the request carries"
        reading.report(api_codes.BODY_UNCLEAR.at(found[0].span, message, hint=hint))
        return BodyReading(facts=BodyFacts(kind=BodyKind.UNSTATED, type=None, span=found[0].span))
    return BodyReading(facts=None)


def _kind(statement: Statement, reading: Reading) -> BodyKind | None:
    """The kind of body that one sentence describes, most telling words first."""
    words = reading.profile.words.body
    if _holds(statement, words.none) and not _only_sometimes(statement, reading):
        return BodyKind.NONE
    if _holds(statement, words.reference):
        return BodyKind.REFERENCE
    if _holds(statement, words.parameters):
        return BodyKind.ENTITY if _of_type(statement, words.parameters, reading) else BodyKind.PARAMETERS
    if _holds(statement, words.entity):
        return BodyKind.ENTITY
    if _holds(statement, words.stream):
        return BodyKind.STREAM
    names_body = "request body" in statement.words or _ONLY_TYPE.match(statement.text)
    return BodyKind.ENTITY if names_body and type_in(statement.text, reading) is not None else None


def _only_sometimes(statement: Statement, reading: Reading) -> bool:
    """`Don't supply a request body if you ...`"""
    words = reading.profile.words.body
    at = max(statement.words.find(each) + len(each) for each in words.none if each in statement.words)
    return any(each in f"{statement.words[at:]} " for each in words.conditions)


def _of_type(statement: Statement, phrases: Sequence[str], reading: Reading) -> bool:
    """`the parameters of an [x](x.md) object`: an object after all."""
    at = max(statement.words.find(each) + len(each) for each in phrases if each in statement.words)
    rest = statement.words[at:].lstrip()
    return rest.startswith("of ") and type_in(statement.text, reading) is not None


def _facts(kind: BodyKind, statement: Statement, reading: Reading) -> BodyFacts:
    mention = type_in(statement.text, reading) if kind is BodyKind.ENTITY else None
    if mention is not None and mention.others:
        message = f"{len(mention.others) + 1} types are named as what the request holds"
        reading.report(api_codes.SEVERAL_TYPES.at(statement.span, message))
    written = _type(mention, statement, reading)
    return BodyFacts(kind=kind, type=written, span=statement.span, others=mention.others if mention else ())


def _type(mention: TypeMention | None, statement: Statement, reading: Reading) -> WrittenType | None:
    """The type that is named; a list of it where the words right before it say so. Plurals alone speak of many requests."""
    if mention is None or isinstance(mention.type, WrittenCollection):
        return None if mention is None else mention.type
    before = statement.words.partition("[")[0].rstrip()
    listed = mention.many and before.endswith(_leads(reading))
    return WrittenCollection(item=mention.type) if listed else mention.type


def _leads(reading: Reading) -> tuple[str, ...]:
    return tuple(each for each in reading.profile.words.types.collection_leads if " " in each)


def _by_table(table: Table, reading: Reading) -> BodyKind:
    """A table alone: of parameters if its first column says so, else of an object's properties."""
    header = table.header[0].text.lower() if table.header else ""
    if "parameter" in header:
        return BodyKind.PARAMETERS
    return BodyKind.ENTITY if Column.TYPE in columns_of(table, reading) else BodyKind.UNSTATED


def _holds(statement: Statement, phrases: Sequence[str]) -> bool:
    return any(each in statement.words for each in phrases)
