"""JSON as pages write it: read strictly where possible, else mended by named repairs, else left as text.

Total and linear. Mended text keeps the order of members and the line on which each token stands, so a finding about
a member still points to the page. Knows nothing of HTTP or of types.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from generator.extract.json_tokens import Token, tokens

REPAIRS = {
    "comment": "a comment was left out",
    "control-character": "a control character in a string was escaped",
    "elided-items": "'...' in place of further items was left out",
    "invalid-escape": "a backslash that escapes nothing was doubled",
    "mismatched-bracket": "a closing bracket of the wrong kind was exchanged",
    "missing-comma": "a comma was put between two members",
    "missing-value": "null was put where a value is missing",
    "no-break-space": "spaces that JSON does not know were replaced",
    "raw-newline": "a string that runs over several lines was joined",
    "single-quotes": "strings in single quotes were put in double quotes",
    "smart-quotes": "typographic quotes were replaced",
    "surplus-bracket": "a closing bracket that closes nothing was left out",
    "surplus-comma": "a comma that separates nothing was left out",
    "unclosed-bracket": "a bracket that is never closed was closed at the end",
    "unclosed-string": "a string without closing quote was closed at the end of its line",
    "unescaped-quote": "quotes inside a string were escaped",
    "unquoted-key": "a member's name was put in quotes",
    "unquoted-value": "a value that is no JSON was put in quotes",
}
"""Every repair, by name."""

DEPTH = 100
"""Deeper nesting is left as text: no document needs it, and readers of the result must not run out of stack."""


DIGITS = 400
"""Longer integers are left as text: more than a double holds, and quadratic to read."""


class JsonText(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is one JSON document if `json`, after `repairs`; else the text as it came. `trouble` says why it is none."""

    text: str
    json: bool
    repairs: tuple[str, ...] = ()
    trouble: str | None = None
    line: int = 1
    """The line of `text` at which the first repair was made, or reading stopped; from 1, and 1 where nothing is wrong."""


def read_json(text: str) -> JsonText:
    """`text` as one JSON document, if it can be read as one."""
    if _depth(text) > DEPTH:
        return JsonText(text=text, json=False, trouble=f"it is nested more than {DEPTH} deep")
    if _is_json(text):
        return JsonText(text=text, json=True)
    draft = _mended(text)
    mended = "".join(draft.out)
    if draft.broken or draft.expects != "end":
        return JsonText(text=text, json=False, trouble=_EXPECTED[draft.expects], line=draft.line)
    if not _is_json(mended):
        return JsonText(text=text, json=False, trouble="a number or a character in it is beyond what JSON readers take")
    return JsonText(text=mended, json=True, repairs=tuple(draft.repairs), line=draft.repairs_line or 1)


def _depth(text: str) -> int:
    depth = deepest = 0
    if text.count("{") + text.count("[") <= DEPTH:
        return 0
    for each in re.finditer(r"[{}\[\]]", text):
        depth += 1 if each[0] in "{[" else -1
        deepest = max(deepest, depth)
    return deepest


def _is_json(text: str) -> bool:
    try:
        value = json.loads(text, parse_constant=_no_constant, parse_int=_int)
        if "\\ud" in text.lower():  # half of a surrogate pair can't be written again
            json.dumps(value, ensure_ascii=False).encode()
    except (json.JSONDecodeError, UnicodeEncodeError):
        return False
    return True


def _no_constant(name: str) -> str:
    raise json.JSONDecodeError(f"{name} is no JSON value", name, 0)


def _int(digits: str) -> int:
    if len(digits) > DIGITS:
        raise json.JSONDecodeError(f"a number of {len(digits)} digits", digits, 0)
    return int(digits)


@dataclass(slots=True)
class _Draft:
    """The document being mended. `expects`: `value`, `key`, `:`, `,` (after a member) or `end`."""

    out: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    expects: str = "value"
    comma: int | None = None
    """Index in `out` of a comma that no member follows yet."""
    broken: bool = False
    last: str = ""
    """The kind of the last token that is no space."""
    line: int = 1
    repairs: dict[str, None] = field(default_factory=dict)
    """Names, each once, in order."""
    repairs_line: int | None = None

    def mend(self, name: str, at: int | None = None) -> None:
        """Note a repair, made at the line reached or at that of a piece of `out`."""
        self.repairs[name] = None
        if self.repairs_line is None:
            self.repairs_line = self.line - sum(each.count("\n") for each in self.out[at:] if at is not None)


_EXPECTED = {
    "value": "a value is expected",
    "key": "the name of a member is expected",
    ":": "a colon is expected",
    ",": "a comma or a closing bracket is expected",
    "end": "more text follows the document",
}


def _mended(text: str) -> _Draft:
    draft = _Draft()
    for token in tokens(text, draft.mend):
        _STEPS[token.kind](draft, token)
        if draft.broken:
            return draft
        draft.line += token.text.count("\n")
        if token.kind != "space":
            draft.last = token.kind
    _drop_comma(draft)
    while draft.stack and draft.expects in (",", "value", "key"):
        draft.mend("unclosed-bracket")
        _close(draft, _CLOSERS[draft.stack[-1]])
    return draft


_CLOSERS = {"{": "}", "[": "]"}
_SCALAR = re.compile(r"true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_SPELLINGS = {"True": "true", "False": "false", "None": "null", "NULL": "null", "TRUE": "true", "FALSE": "false"}


def _space(draft: _Draft, token: Token) -> None:
    draft.out.append(token.text)


def _begin(draft: _Draft) -> None:
    """A member begins: what separates it from the last one is settled."""
    if draft.expects == "," and draft.comma is None:
        draft.mend("missing-comma")
        draft.out.append(",")
    if draft.expects == ",":
        draft.expects = "key" if draft.stack[-1] == "{" else "value"
    draft.comma = None


def _after_value(draft: _Draft) -> None:
    draft.expects = "," if draft.stack else "end"


def _open(draft: _Draft, token: Token) -> None:
    _begin(draft)
    if draft.expects != "value":
        draft.broken = True
        return
    draft.out.append(token.text)
    draft.stack.append(token.text)
    draft.expects = "key" if token.text == "{" else "value"


def _close(draft: _Draft, closer: str) -> None:
    _drop_comma(draft)
    if not draft.stack:
        draft.mend("surplus-bracket")
        draft.broken = draft.expects != "end"
        return
    if draft.expects == "value" and draft.stack[-1] == "{":
        draft.mend("missing-value")
        draft.out.append(" null")
    draft.broken = draft.expects == ":"
    opener = draft.stack.pop()
    if closer != _CLOSERS[opener]:
        draft.mend("mismatched-bracket")
    draft.out.append(_CLOSERS[opener])
    _after_value(draft)


def _comma(draft: _Draft, _token: Token) -> None:
    if draft.expects == "," and draft.comma is None:
        draft.comma = len(draft.out)
        draft.out.append(",")
    elif draft.expects == "value" and draft.stack[-1:] == ["{"]:
        draft.mend("missing-value")
        draft.out.append(" null,")
        draft.expects, draft.comma = ",", len(draft.out)
    else:
        draft.mend("surplus-comma")
        draft.broken = draft.expects == ":"


def _drop_comma(draft: _Draft) -> None:
    if draft.comma is not None:
        draft.mend("surplus-comma", draft.comma)
        draft.out[draft.comma] = " "
        draft.comma = None


def _colon(draft: _Draft, token: Token) -> None:
    draft.broken = draft.expects != ":"
    draft.expects = "value"
    draft.out.append(token.text)


def _string(draft: _Draft, token: Token) -> None:
    _begin(draft)
    draft.out.append(token.text)
    if draft.expects == "key":
        draft.expects = ":"
    elif draft.expects == "value":
        _after_value(draft)
    else:
        draft.broken = True


def _word(draft: _Draft, token: Token) -> None:
    if draft.last == "word":  # prose, not values that lack commas
        draft.broken = True
        return
    _begin(draft)
    if draft.expects == "key":
        draft.mend("unquoted-key")
        draft.out.append(json.dumps(token.text))
        draft.expects = ":"
    elif draft.expects == "value":
        plain = _SPELLINGS.get(token.text, token.text)
        if plain != token.text or not _SCALAR.fullmatch(plain):
            draft.mend("unquoted-value")
        draft.out.append(plain if _SCALAR.fullmatch(plain) else json.dumps(plain))
        _after_value(draft)
    else:
        draft.broken = True


def _dots(draft: _Draft, _token: Token) -> None:
    draft.mend("elided-items")


def _junk(draft: _Draft, _token: Token) -> None:
    draft.broken = True


_STEPS: dict[str, Callable[[_Draft, Token], None]] = {
    "space": _space,
    "string": _string,
    "word": _word,
    "open": _open,
    "close": lambda draft, token: _close(draft, token.text),
    ",": _comma,
    ":": _colon,
    "...": _dots,
    "junk": _junk,
}
