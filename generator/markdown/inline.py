"""Markup inside a line: links, and the plain text under emphasis, code, escapes, tags and entities.

Only what an extractor asks for is read. Each pattern fails within the brackets where it began, so time stays linear
in the length of the text, whatever a page holds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

import msgspec

_LINK = re.compile(
    r"(?P<image>!?)\[(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"(?:\([ \t]*<?(?P<target>(?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+\"[^\"]*\")?\s*\)|\[(?P<ref>[^\[\]]*)\])?"
)
_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)|(?<!`)``(?!`)(?:[^`\n]|`(?!`))+``(?!`)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:[ \t][^<>\n]*)?/?>")
_EMPHASIS = re.compile(r"\*+|`+")
_UNDERLINED = re.compile(r"(?<![A-Za-z0-9_])(_{1,3})(?=[^\s_])([^_\n]+)\1(?![A-Za-z0-9_])")


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """`[label](target)` or a reference resolved to its target; `start` and `end` are offsets in the text it was found in."""

    label: str
    target: str
    start: int
    end: int


def find_links(text: str, definitions: Mapping[str, str]) -> Iterator[Link]:
    """Links of a piece of Markdown, in order. A reference without a definition is no link; images are none either."""
    if "[" not in text:
        return
    for found in _LINK.finditer(without_code(text)):
        if found["image"] or found["label"].startswith("!"):
            continue
        target = found["target"]
        if target is None and definitions:
            target = definitions.get(reference_key(found["ref"] or found["label"]))
        if target is not None:
            first, last = found.span("label")
            yield Link(label=text[first:last], target=target, start=found.start(), end=found.end())


def undefined_references(text: str, definitions: Mapping[str, str]) -> Iterator[Link]:
    """Reference links that no definition gives a target: `target` is the name that was looked up."""
    if "][" not in text:
        return
    for found in _LINK.finditer(without_code(text)):
        name = found["ref"] or found["label"]
        if found["ref"] is None or reference_key(name) in definitions or _is_index(text, found):
            continue
        first, last = found.span("label")
        yield Link(label=text[first:last], target=name, start=found.start(), end=found.end())


def _is_index(text: str, found: re.Match[str]) -> bool:
    """`items[0][1]`, and brackets that are escaped."""
    before = text[found.start() - 1 : found.start()]
    return before.isalnum() or before in ("\\", "]")


def without_code(text: str) -> str:
    """The text with its code spans blanked out by as many letters: nothing in them is markup."""
    return _CODE.sub(_blanked, text) if "`" in text else text


def reference_key(label: str) -> str:
    """The form in which reference labels are compared."""
    return " ".join(label.lower().split())


def plain(text: str) -> str:
    """The text a reader sees: link labels, code and emphasis without their marks, entities and escapes resolved."""
    if "[" in text:
        text = _LINK.sub(_label, text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "\\" in text:
        text = _PROTECTED.sub(_restored, _without_emphasis(_ESCAPE.sub(_protected, text)))
    else:
        text = _without_emphasis(text)
    if "&" in text:
        text = html.unescape(text)
    return text.strip()


def _without_emphasis(text: str) -> str:
    """Without stars, back-ticks and pairs of underscores; a lone underscore is part of a name (`_id`)."""
    text = _EMPHASIS.sub("", text)
    return _UNDERLINED.sub(r"\2", text) if "_" in text else text


def unescaped(text: str) -> str:
    """Backslash escapes and entities resolved, all else as written."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return html.unescape(text) if "&" in text else text


# Escaped characters pass the removal of emphasis in disguise: moved into the private use area and back.
_PROTECTED = re.compile(r"[\ue021-\ue07e]")


def _protected(found: re.Match[str]) -> str:
    return chr(0xE000 + ord(found[1]))


def _restored(found: re.Match[str]) -> str:
    return chr(ord(found[0]) - 0xE000)


def _blanked(found: re.Match[str]) -> str:
    return "x" * len(found[0])


def _label(found: re.Match[str]) -> str:
    return found["label"]
