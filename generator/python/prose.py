"""Markdown of the docs as plain text for docstrings. What comes out is one line of printable characters per paragraph."""

from __future__ import annotations

import html
import re
import textwrap
from functools import lru_cache

from generator.python.characters import SPACE, UNSEEN

WIDTH = 110
"""The longest line of generated code, black's setting in the generated package as well."""

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_CALLOUT = re.compile(r"\[!\w+(?:[^\]\[]*\[[^\]]*\]\([^)]*\))?\]")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)[^)]*\)")
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
_TAIL = re.compile(r"\]\((?!https?://)[^)\s]*(?:\.md|#)[^)\s]*\)")
"""What is left of a link whose opening bracket was forgotten."""
_BREAK = re.compile(r"</?(?:br|p|li|ul|ol|div|tr)\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|center|code|del|details|em|font|h[1-6]|i|img|ins|kbd|pre|s|samp|small|span|strong|sub"
    r"|summary|sup|table|tbody|td|th|thead|tt|u|var)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""Elements of HTML; any other word between angle brackets is one of the docs' own placeholders."""
_EMPHASIS = re.compile(r"(?<![\w*/`\\])(\*\*\*|\*\*|\*|__|_)(?=[^\s*_])(.+?)(?<=[^\s\\])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|$<>~'\"])")
_SPACE = re.compile(r"\s+")
_CODE = re.compile(r"(?<!`)(`++)(.+?)(?<!`)\1(?!`)")
_ASIDE = re.compile(r"`([0-9]+)`")
_APART = re.compile(r" (?=[.,;](?:\s|$))")
"""Space before a mark that ends something."""
_WORD = re.compile(r"[a-z]+(?=,? )")
_STOPS = re.compile(r"(?<!\.)\.(?: ?\.)(?=\s|$)")


@lru_cache(maxsize=65536)
def plain(markdown: str) -> str:
    """Markdown as one line of text: links reduced to their label (with the address where it is a web address),
    emphasis and HTML dropped, code kept in backquotes, nothing unprintable left.
    """
    text = _CALLOUT.sub(" ", _COMMENT.sub(" ", markdown))
    text = _TAIL.sub("", _REFERENCE.sub(r"\1", _LINK.sub(_label, _IMAGE.sub(" ", text))))
    codes: list[str] = []
    told = _inline(_CODE.sub(lambda found: _set_aside(found[2].strip(), codes), text))
    told = _STOPS.sub(".", _APART.sub("", _SPACE.sub(" ", told)))
    whole = _ASIDE.sub(lambda found: f"`{codes[int(found[1])]}`" if int(found[1]) < len(codes) else "", told)
    return _SPACE.sub(" ", printable(whole)).strip()


def _set_aside(code: str, codes: list[str]) -> str:
    """What stands for a piece of code while the text around it is read: its number, in backquotes as itself."""
    codes.append(code)
    return f"`{len(codes) - 1}`"


def _inline(text: str) -> str:
    text = _TAG.sub("", _BREAK.sub(" ", text))
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return html.unescape(_ESCAPE.sub(r"\1", text))


def _label(found: re.Match[str]) -> str:
    label, target = found.group(1), found.group(2)
    if not target.lower().startswith(("https://", "http://")) or label == target:
        return label
    return f"{label} ({target})"


def printable(text: str) -> str:
    """The text without characters that control terminals, change reading direction or show nothing."""
    if text.isascii() and text.isprintable():
        return text
    return UNSEEN.sub("", SPACE.sub(" ", text))


def sentence(markdown: str) -> str:
    """`plain`, ended by a full stop, and begun with a capital where a plain word begins it; empty where the docs say
    nothing.
    """
    text = plain(markdown)
    if _WORD.match(text):
        text = text[0].upper() + text[1:]
    return text if not text or text[-1] in ".!?:;)" else text + "."


def wrapped(text: str, indent: int, *, hanging: int = 0) -> str:
    """One line of text folded to the width of a docstring at that indent; continuation lines have `hanging` more."""
    width = max(WIDTH - indent, 40) - 3
    if len(text) <= width and SPACE.search(text) is None and text == text.strip():
        return text  # the most frequent case, and folding takes long
    return "\n".join(
        textwrap.wrap(text, width, subsequent_indent=" " * hanging, break_long_words=False, break_on_hyphens=False)
    )
