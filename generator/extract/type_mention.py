"""Types that sentences name: `a collection of [user](user.md) objects`, `**customer** object`, `String collection`.

Knows how types stand in prose; what the sentence says of them is for `request_body` and `response`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import msgspec

from generator.extract.links import resolve_in
from generator.extract.reading import Reading
from generator.extract.type_text import written_link
from generator.facts.written import WrittenLink, WrittenName, WrittenText, WrittenType
from generator.markdown.inline import Link, find_links, plain
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive

_MARKED = re.compile(
    r"(?:\*\*|`|_)(#?[A-Za-z][\w.]{0,120})(?:\*\*|`|_)[ \t]*(?=object|collection|resource|entit|type|in the|and\b|$)"
)
_CAMEL = re.compile(
    r"(?<![\w./`*$])([a-z]+[A-Z]\w*|microsoft(?:\.\w+)+)[ \t]+(?=objects?\b|collections?\b|resources?\b|entit)"
)
_ALONE = re.compile(r"\b(?:an?|the|new|updated)[ \t]+([a-z]+[A-Z]\w*)(?=[ \t]+in (?:the|response)\b|[ \t]*\.?[ \t]*$)")
"""Where a sentence ends, or goes on to say where the thing is found."""
_PRIMITIVES = (
    re.compile(r"(?<![\w./$-])`?([A-Za-z]\w*)`?(?=[ \t]+collection)"),
    re.compile(
        r"(?:^|\b(?:a|an|the|of|and|new|updated|single)[ \t]+)[*`]*([A-Za-z]\w*)[*`]*(?=[ \t]+value)", re.IGNORECASE
    ),
    re.compile(
        r"(?:^|\b(?:a|an|the|of|and|new|updated|single)[ \t]+)[*`]*((?-i:[A-Z])\w*(?:\.\w+)?)"
        r"(?=[*`]*[ \t]*(?:object|in the|in response|,|and\b|\.?$))",
        re.IGNORECASE,
    ),
)
"""Where a primitive may stand: lower case only where the word behind it leaves no doubt."""
_VALUES = frozenset({"true", "false", "null"})
_UNION = re.compile(r"[ \t]*(?:,|,?[ \t]*(?:or|and/or|and)\b)(?:[ \t]*(?:an?|the)\b)?[ \t]*\Z")
_AFTER = re.compile(r"[\s*`_)]*(?:\(s\)|s\b)?[\s*`]*")


class TypeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A type in a sentence. `many`: the words around it make it a collection; `others`: further types given as choices."""

    type: WrittenType
    many: bool
    others: tuple[WrittenLink | WrittenName, ...] = ()


def type_in(text: str, reading: Reading) -> TypeMention | None:
    """The first type that a piece of a sentence names: a link to a resource, a marked or camel-case name, a primitive."""
    links = [link for link in find_links(text, reading.definitions) if _leads_to_type(link, reading)]
    if links:
        choices = _choices(text, links)
        last = links[choices]
        many = _is_many(text[: links[0].start], text[last.end :], reading)
        first, *others = (written_link(each, reading) for each in links[: choices + 1])
        named = tuple(each for each in others if isinstance(each, WrittenLink | WrittenName))
        return TypeMention(type=first, many=many, others=named)
    return _primitive(text, reading) or _name(text, reading)


def _name(text: str, reading: Reading) -> TypeMention | None:
    for pattern in (_MARKED, _CAMEL, _ALONE):
        for found in pattern.finditer(text):
            name = found[1].lstrip("#")
            if name not in _VALUES:
                many = _is_many(text[: found.start()], text[found.end() :], reading)
                return TypeMention(type=WrittenName(name=name), many=many)
    return None


def _leads_to_type(link: Link, reading: Reading) -> bool:
    if reading.profile.primitive(plain(link.label)) is not None:
        return True
    target = resolve_in(reading, link.target)
    if target is None or isinstance(written_link(link, reading), WrittenText):
        return False
    folders = target.page.lower().split("/")[:-1]
    return any(each in folders for each in reading.profile.words.pages.resource_folders)


def _choices(text: str, links: list[Link]) -> int:
    """How many links behind the first are alternatives to it."""
    count = 0
    for left, right in pairwise(links):
        if not _UNION.match(text[left.end : right.start]):
            break
        count += 1
    return count


def _is_many(before: str, after: str, reading: Reading) -> bool:
    words = reading.profile.words.response
    if _any_of(words.collection).search(before):
        return True
    gap = _AFTER.match(after)
    plural = gap is not None and gap[0].strip("*`_ ") in ("s", "(s)")
    return plural or bool(_any_of(words.plural).match(after, gap.end() if gap else 0))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words as a whole."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _primitive(text: str, reading: Reading) -> TypeMention | None:
    for pattern in _PRIMITIVES:
        for found in pattern.finditer(text):
            primitive = reading.profile.primitive(found[1])
            if primitive not in (None, PrimitiveName.UNTYPED):
                many = _is_many(text[: found.start()], text[found.end() :], reading)
                return TypeMention(type=Primitive(name=primitive), many=many)
    return None
