"""The grammar of type cells: `String`, `[user](user.md) collection`, `Collection([x][])`, `microsoft.graph.x`, `Edm.Int32`.

A type is read as it is written. Only primitives are known here; a link or a name is for the linker to resolve.
"""

from __future__ import annotations

import re

import msgspec

from generator.diagnostics import Diagnostic
from generator.extract import row_codes
from generator.extract.links import resolve_in
from generator.extract.reading import Reading
from generator.facts.written import (
    TypeCell,
    WrittenCollection,
    WrittenItem,
    WrittenLink,
    WrittenName,
    WrittenText,
    WrittenType,
)
from generator.markdown.blocks import Cell
from generator.markdown.inline import Link, find_links, plain
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive
from generator.text import Span

_NAME = re.compile(r"#?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_SHORTCUT = re.compile(r"\[([^\[\]]+)\](?:\[[^\[\]]*\])?")
_WRAPS = " \t`*\\#"
_BRACKETED = re.compile(r"[ \t]*\(([^()]*)\)[ \t]*")
_SPLIT_UNION = re.compile(r"[ \t]+or[ \t]+|[ \t]*/[ \t]*", re.IGNORECASE)
_TWICE_MANY = re.compile(r"[Cc]ollection\([\w.]*\)[ \t]+of[ \t]+([\w.]+)")
"""`Collection(string) of color`: texts that are members of an enumeration."""
_LAST_WORD = re.compile(r"(?P<prose>[^.]{1,400}\.)[ \t]+(?P<type>[A-Za-z]\w*)")
"""A sentence that was meant for the next column, and the type behind it."""
_PRIMITIVES = {name: Primitive(name=name) for name in PrimitiveName}


class _Phrase(msgspec.Struct, frozen=True):
    """A type without its collection words and decorations. `core` is a link, text, or the links of a union; `rest` is prose
    that stood beside it.
    """

    core: Link | str | tuple[Link, ...]
    many: bool
    rest: str = ""


def read_type(cell: Cell, reading: Reading) -> TypeCell | None:
    """The type a cell names; None for an empty cell. What follows no form is reported and kept as text."""
    text = cell.text
    if not text:
        return None
    written, rest = _written(text, reading)
    item = written.item if isinstance(written, WrittenCollection) else written
    if isinstance(item, WrittenText):
        _report_text(item.text, cell.span, reading)
    elif item == _PRIMITIVES[PrimitiveName.UNTYPED] and len(_parts(text)) > 1:
        reading.report(_union(text, cell.span))
    elif rest:
        hint = "move the text to the Description column"
        found = row_codes.TYPE_UNREADABLE.at(cell.span, f"the type cell also says {rest[:60]!r}", hint=hint)
        reading.report(found)
    linked = _explained(text, reading) if isinstance(item, Primitive) else None
    return TypeCell(type=written, text=text, span=cell.span, linked=linked)


def _explained(text: str, reading: Reading) -> WrittenLink | None:
    """Where the link of a primitive leads: to a page that explains it, or to one of another type."""
    link = next(find_links(text, reading.definitions), None)
    target = None if link is None else resolve_in(reading, link.target)
    if link is None or target is None:
        return None
    return WrittenLink(label=plain(link.label), page=target.page.lower(), anchor=target.anchor)


def written_type(text: str, reading: Reading) -> WrittenType:
    """The type a piece of Markdown names, without reporting: `WrittenText` where it follows no form."""
    return _written(text, reading)[0]


def written_link(link: Link, reading: Reading) -> WrittenItem:
    """A link as a type: a primitive if its label is one, else the page it leads to, else the label as a name."""
    label = plain(link.label)
    primitive = reading.profile.primitive(label)
    if primitive is not None and primitive is not PrimitiveName.UNTYPED:
        return _PRIMITIVES[primitive]
    target = resolve_in(reading, link.target)
    if target is not None:
        return WrittenLink(label=label, page=target.page.lower(), anchor=target.anchor)
    return WrittenName(name=label) if _NAME.fullmatch(label) else WrittenText(text=label)


def _written(text: str, reading: Reading) -> tuple[WrittenType, str]:
    primitive = reading.profile.primitive_names.get(text.lower())
    if primitive is not None:
        return _PRIMITIVES[primitive], ""
    phrase = _phrase(text, reading)
    core = phrase.core
    if isinstance(core, Link):
        item = written_link(core, reading)
    elif isinstance(core, str):
        item = _named(core, text, reading)
    else:
        written = (written_link(each, reading) for each in core)
        choices = tuple(each for each in written if isinstance(each, WrittenLink | WrittenName))
        item = WrittenText(text=text, choices=choices)
    many = phrase.many or (isinstance(core, Link) and _is_collection(core.label, reading))
    return (WrittenCollection(item=item) if many else item), phrase.rest


def _is_collection(label: str, reading: Reading) -> bool:
    """`[collection](user.md)`, `[Collection of user](user.md)`."""
    words = reading.profile.words.types
    leads = tuple(f"{each} " for each in words.collection_leads)
    return label.lower() in words.collection_suffixes or label.lower().startswith(leads)


def _phrase(text: str, reading: Reading) -> _Phrase:
    links = list(find_links(text, reading.definitions))
    if len(links) > 1 and _is_union(text[links[0].end : links[1].start], reading):
        return _Phrase(tuple(links), many=False)
    if links:
        return _linked(text, links[0], reading)
    text = _SHORTCUT.sub(r"\1", text).replace("`", "").strip(_WRAPS)
    if (of := _TWICE_MANY.fullmatch(text)) is not None:
        return _Phrase(of[1], many=True)
    text, many = _without_collection(_without_brackets(text, reading), reading)
    told = _LAST_WORD.fullmatch(text)
    if told is not None and reading.profile.primitive(told["type"]) is not None:
        return _Phrase(told["type"], many, told["prose"])
    return _Phrase(_without_decorations(text, reading), many)


def _is_union(between: str, reading: Reading) -> bool:
    return between.strip(" ,").lower() in reading.profile.words.types.union_words


def _linked(text: str, link: Link, reading: Reading) -> _Phrase:
    """A cell with a link: what stands around it must be collection words, decorations, or prose that goes on."""
    words = reading.profile.words.types
    before = text[: link.start].strip(_WRAPS)
    after = text[link.end :].strip(_WRAPS)
    many = False
    for prefix in words.collection_prefixes:
        if before.lower().startswith(prefix):
            many, before, after = True, before[len(prefix) :].strip(_WRAPS), after.removeprefix(")").strip(_WRAPS)
            break
    if before.lower() in words.collection_leads:
        many, before = True, ""
    for suffix in words.collection_suffixes:
        if after.lower().startswith(suffix):
            many, after = True, after[len(suffix) :].strip(_WRAPS + "()")
    rest = _without_decorations(f"{before} {after}".strip(), reading)
    return _Phrase(link, many, "" if rest.lower() in words.nouns else rest.lstrip(". "))


def _without_collection(text: str, reading: Reading) -> tuple[str, bool]:
    words = reading.profile.words.types
    many = False
    for prefix in words.collection_prefixes:
        if text.lower().startswith(prefix) and text.endswith(")"):
            return text[len(prefix) : -1].strip(_WRAPS), True
    for suffix in words.collection_suffixes:
        while text.lower().endswith(f" {suffix}"):
            many, text = True, text[: -len(suffix)].rstrip(_WRAPS)
    if text.endswith("[]"):
        many, text = True, text[:-2]
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip(_WRAPS)
    return text, many


def _without_decorations(text: str, reading: Reading) -> str:
    """Bracketed words (`(optional)`), what follows a comma (`, maximum size 20`), and nouns (`error object`)."""
    profile = reading.profile
    text = _without_brackets(text, reading)
    head, comma, tail = text.partition(",")
    if comma and profile.decoration.matches(tail):
        text = head.rstrip()
    words = text.split()
    if len(words) == 2 and words[1].lower() in profile.words.types.nouns and profile.primitive(text) is None:
        return words[0]
    return "" if profile.decoration.matches(text) and profile.primitive(text) is None else text


def _without_brackets(text: str, reading: Reading) -> str:
    decoration = reading.profile.decoration
    if "(" not in text:
        return text
    return _BRACKETED.sub(lambda found: " " if decoration.matches(found[1]) else found[0], text).strip()


def _named(core: str, whole: str, reading: Reading) -> WrittenItem:
    primitive = reading.profile.primitive(core)
    if primitive is not None:
        return _PRIMITIVES[primitive]
    if _NAME.fullmatch(core):
        return WrittenName(name=core.lstrip("#"))
    parts = _parts(core)
    if len(parts) > 1 and all(reading.profile.primitive(part) is not None for part in parts):
        return _PRIMITIVES[PrimitiveName.UNTYPED]
    named = len(parts) > 1 and all(_NAME.fullmatch(each) for each in parts)
    return WrittenText(text=whole, choices=tuple(WrittenName(name=each) for each in parts) if named else ())


def _parts(text: str) -> list[str]:
    return _SPLIT_UNION.split(text.replace(",", " or "))


def _union(text: str, span: Span) -> Diagnostic:
    hint = "name the type that the others derive from"
    return row_codes.TYPE_UNION.at(span, f"{text[:80]!r} names several types", hint=hint)


def _report_text(text: str, span: Span, reading: Reading) -> None:
    if any(f" {word} " in text.lower() for word in reading.profile.words.types.union_words) and text.count("](") != 1:
        reading.report(_union(text, span))
        return
    hint = "write a name, a link or a primitive, with or without `collection`"
    reading.report(row_codes.TYPE_UNREADABLE.at(span, f"{text[:80]!r} follows no form of a type", hint=hint))
