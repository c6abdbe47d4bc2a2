"""Text that means to be JSON, as tokens that are JSON: what is wrong inside a token is mended and named here.

Order and line structure stay: a token's text ends on the line where the page ends it. Which token may follow which is
`json_text`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

Mend = Callable[[str], None]
"""Where a repair is noted, by its name in `json_text.REPAIRS`."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """`kind`: `space`, `string`, `word`, `open`, `close`, `,`, `:`, `...` or `junk`; `text` is what to write for it."""

    kind: str
    text: str


_PLAIN = re.compile(
    r"[ \t\r\n]+|[{}\[\],:]|\.\.\.|…"
    r"|\d[\w.+-]*(?::\d[\w.+-]*)+"  # times, which nobody would write unquoted but on purpose
    r"|[^\s{}\[\],:\"'“”‘’/]+|/(?![/*])[^\s{}\[\],:\"'“”‘’]*"
)
_ODD_SPACE = re.compile(r"(?:[^\S \t\r\n]|[\ufeff\u200b\u2060])+")
_LINE_COMMENT = re.compile(r"//[^\n]*")
_ENDS = r"(?=[ \t]*(?:[,:}\]\n]|//|/\*|\Z))"
_STRING = re.compile(r'"((?:[^"\\\n]|\\[^\n])*)"')
_FOLLOWED = re.compile(r"\s*(?:[,:}\]\"“]|//|/\*|\Z)|[ \t]*\n")
_QUOTES_INSIDE = re.compile(rf'"([^\n]{{0,2000}}?)"{_ENDS}')
_SMART_END = re.compile(rf'["“”]([^"“”\n]{{0,2000}})["“”]{_ENDS}')
_OVER_LINES = re.compile(rf'"((?:[^"\\]|\\.){{0,2000}})"{_ENDS}', re.DOTALL)
_UNCLOSED = re.compile(r'["“”]([^\n]*?)(?=,?[ \t]*(?:\n|\Z))')
_SINGLE = re.compile(r"['‘’]((?:[^'‘’\\\n]|\\[^\n])*)['‘’]")
_ENDINGS = (
    (_QUOTES_INSIDE, "unescaped-quote"),
    (_SMART_END, "smart-quotes"),
    (_OVER_LINES, "raw-newline"),
    (_UNCLOSED, "unclosed-string"),
)
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\\"\x00-\x1f]')
_CONTROLS = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
_KINDS = {"{": "open", "[": "open", "}": "close", "]": "close", ",": ",", ":": ":", "...": "...", "…": "..."}


def tokens(text: str, mend: Mend) -> Iterator[Token]:
    """Every character of `text` is in a token or in a repair that was named."""
    at, unclosed_comment = 0, False
    while at < len(text):
        if plain := _PLAIN.match(text, at):
            at = plain.end()
            yield Token("space" if plain[0].isspace() else _KINDS.get(plain[0], "word"), plain[0])
        elif text.startswith("//", at):
            mend("comment")
            at = _end(_LINE_COMMENT, text, at)
        elif text.startswith("/*", at) and not unclosed_comment:
            end = text.find("*/", at + 2)
            unclosed_comment = end < 0
            mend("comment")
            end = len(text) if unclosed_comment else end + 2
            yield Token("space", "\n" * text.count("\n", at, end) or " ")
            at = end
        elif odd := _ODD_SPACE.match(text, at):
            mend("no-break-space")
            at = odd.end()
            yield Token("space", " ")
        elif text[at] in "\"“”'‘’":
            token, at = _quoted(text, at, mend)
            yield token
        else:
            yield Token("junk", text[at])
            at += 1


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at + 1 if found is None else found.end()


def _quoted(text: str, at: int, mend: Mend) -> tuple[Token, int]:
    if text[at] in "'‘’":
        found, repair = _SINGLE.match(text, at), "single-quotes"
    else:
        found, repair = _double_quoted(text, at)
    if found is None:
        return Token("junk", text[at]), at + 1
    content, lines = found[1], 0
    if repair:
        mend(repair)
    if repair == "single-quotes":
        content = content.replace("\\'", "'")
    elif repair == "unescaped-quote":
        content = content.removeprefix('"')
    elif repair == "raw-newline":
        lines, content = content.count("\n"), _joined(content)
    return Token("string", _written(content, mend, noted=not repair) + "\n" * lines), found.end()


def _double_quoted(text: str, at: int) -> tuple[re.Match[str] | None, str]:
    """The first reading that ends where a string may end, and the repair it needs."""
    found = _STRING.match(text, at)
    if found is not None and _FOLLOWED.match(text, found.end()):
        return found, ""
    for pattern, repair in _ENDINGS:
        if found := pattern.match(text, at):
            return found, repair
    return None, ""


def _joined(content: str) -> str:
    """Lines that an editor broke: words with a blank between them, a long URL without."""
    parts = [each.strip() for each in content.split("\n")]
    return (" " if any(" " in each for each in parts) else "").join(each for each in parts if each)


def _written(content: str, mend: Mend, *, noted: bool = True) -> str:
    """The content as a JSON string: valid escapes stay as they are, everything else is escaped."""

    def escape(found: re.Match[str]) -> str:
        text = found[0]
        if len(text) > 1:
            return text
        if noted:
            mend("invalid-escape" if text == "\\" else "control-character")
        return _CONTROLS.get(text) or (f"\\u{ord(text):04x}" if text < " " else "\\" + text)

    return f'"{_ESCAPE.sub(escape, content)}"'
