"""Which OData query options a page documents, from prose and from the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from generator.extract.statements import Statement, statements
from generator.facts.page import ParameterFacts
from generator.markdown.blocks import Block
from generator.text import Span

SYSTEM_OPTIONS = frozenset(
    {"apply", "compute", "count", "deltatoken", "expand", "filter", "format"}
    | {"orderby", "search", "select", "skip", "skiptoken", "top"}
)
"""OData's system query options and Graph's two tokens, in lower case and without `$`."""

_DOLLAR = re.compile(r"(?<![\w/])\\?\$([A-Za-z]+)")
_MARKED = re.compile(r"(?:`|\*\*|_)([A-Za-z]+)(?:`|\*\*|_)")
_QUERY = re.compile(r"query (?:param|option|string)|odata|`?expand`? values", re.IGNORECASE)
_DENIED = re.compile(
    r"\bnot support|n't support|\bno support|\bnot (?:currently )?supported|\bunsupported|\bwithout applying"
    r"|\b(?:cannot|can't|can not|do not|don't|not to) use\b|\bnot (?:available|allowed)\b"
)
_ALL = re.compile(r"\bsupports? (?:all (?:of )?)?(?:the )?\[?odata (?:query )?(?:parameters|options)\b(?!.*:$)")
"""Then what other sentences say of single options are remarks."""
_SUPPORTS = re.compile(r"\bsupports?\b|\bcan (?:use|be used|control)|\busing\b")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Options without `$`, and the parameters that are none."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]
    """Where each of `names` stands first."""
    parameters: tuple[ParameterFacts, ...]


def read_options(blocks: Iterable[Block], rows: Sequence[ParameterFacts], beside: Iterable[Block] = ()) -> Options:
    """Sorted names; `*` where the prose supports options without naming any, or all of them and remarks on some. `beside` is
    prose on other parameters: what it says counts where it names an option.
    """
    names: dict[str, Span] = {}
    general: Statement | None = None
    denied = False
    for each in statements(blocks):
        if denied or _DENIED.search(each.words):
            denied = not denied and each.text.endswith(":")  # what a colon announces is what is denied
            continue
        found = _named(each)
        names = dict.fromkeys(found, each.span) | names
        if general is None and not found and _QUERY.search(each.words) and _SUPPORTS.search(each.words):
            general = each
    for each in statements(beside):
        if _SUPPORTS.search(each.words) and not _DENIED.search(each.words):
            names = dict.fromkeys(_named(each), each.span) | names
    others = []
    for row in rows:
        name = row.row.name.lstrip("$").lower()
        if name in SYSTEM_OPTIONS:
            names.setdefault(name, row.row.span)
        else:
            others.append(row)
    tabled = any(row.row.name.lstrip("$").lower() in SYSTEM_OPTIONS for row in rows)
    if general is not None and (not names or (_ALL.search(general.words) and not tabled)):
        names = names | {"*": general.span}
    ordered = sorted(names)
    return Options(names=tuple(ordered), spans=tuple(names[each] for each in ordered), parameters=tuple(others))


def _named(statement: Statement) -> set[str]:
    """The options a sentence names: with `$` anywhere, without it only where it speaks of query options."""
    found = {each.lower() for each in _DOLLAR.findall(statement.text)}
    if _QUERY.search(statement.words):
        found |= {each.lower() for each in _MARKED.findall(statement.text)}
    return found & SYSTEM_OPTIONS
