"""One segment of a path, in any of the spellings that pages use, as one or more canonical segments.

Knows the grammar of OData segments only: neither hosts nor queries (`path_text`), nor which segment is a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from generator.model.paths import Address, Argument, Call, Key, Name, Segment

Mend = Callable[[str], None]
"""Where a repair is noted, by its name in `path_text.REPAIRS`."""

_NAME = re.compile(r"\$?[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*)*")
_HOST = re.compile(r"[\w.]+\.(?:com|edu|gov|net|org)", re.ASCII | re.IGNORECASE)
"""A host name stands for a site by its address. No type is called like a top-level domain, so it is no qualified name."""
_LONG_HEX = re.compile(r"(?=.*\d)[0-9A-Fa-f]{20,}")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}|<([^<>]*)>")
_CALL = re.compile(r"([^()']*)\((.*)\)\Z", re.DOTALL)
_ARGUMENTS = re.compile(r"(?:'[^']*'|[^,'])+|'")
_ENUM_CAST = re.compile(r"[A-Za-z_][\w.]*'(.*)'\Z", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_KEY_THEN_DOLLAR = re.compile(r"\{([^{}]*)\}(\$[a-z]+)\Z")
_KEYWORDS = frozenset({"true", "false", "null"})
_SAMPLE = "parameterValue"
_SPACES = re.compile(r"\s+")
_BAR = re.compile(r"\s*\|\s*")
_LOOSE = re.compile(r"[{}<>]+")
_NOT_IN_PLACEHOLDER = re.compile(r"[{}<>()',=]+")
_NOT_IN_NAME = re.compile(r"[^\w.@$-]+")
_NOT_IN_TEXT = re.compile(r"[\s{}<>()'?/]")


def placeholder(inner: str) -> str:
    """The text between the braces with blanks settled: `id | userPrincipalName` is `id|userPrincipalName`."""
    return _BAR.sub("|", _SPACES.sub(" ", _NOT_IN_PLACEHOLDER.sub(" ", inner)).strip()) or "id"


def read_segment(text: str, before: list[Segment], *, concrete: bool, mend: Mend) -> tuple[Segment, ...]:
    """Canonical segments for one written segment; none where it stands for nothing.

    `before` are the segments already read: an alternate key without parentheses moves into the last of them.
    `concrete` reads an example's URL, where text is data and not a name.
    """
    if not text.strip(".…"):
        mend("elided-segments")
        return ()
    if (held := _whole_placeholder(text, mend)) is not None:
        return (Key(placeholder=held),)
    if "(" in text:
        return _call(text, concrete=concrete, mend=mend)
    if text.startswith("'") and text.endswith("'"):
        mend("quoted-key")
        return (_plain(text.strip("'").strip(), concrete=concrete, mend=mend, key=True),)
    return (
        _dollar_after_key(text, mend)
        or _bare_alternate_key(text, before, concrete=concrete, mend=mend)
        or (_plain(text, concrete=concrete, mend=mend),)
    )


def _dollar_after_key(text: str, mend: Mend) -> tuple[Segment, ...]:
    split = _KEY_THEN_DOLLAR.match(text)
    if split is None:
        return ()
    mend("missing-slash")
    return Key(placeholder=placeholder(split[1])), Name(text=split[2])


def address(name: str, below: list[str], *, concrete: bool, closed: bool, mend: Mend) -> Address:
    """`name:/below…:`. In an example's URL the item's own path stands where templates have a placeholder."""
    text = "/".join(below)
    if concrete or _LOOSE.search(text):
        held = placeholder(text)
    else:
        mend("sample-id")
        held = "item-path"
    owner = _plain(name.strip(), concrete=concrete, mend=mend)
    return Address(name=str(owner), placeholder=held, closed=closed)


def _whole_placeholder(text: str, mend: Mend) -> str | None:
    found = _PLACEHOLDER.fullmatch(text)
    if found is None:
        return None
    if found[1] is None:
        mend("angle-brackets")
        return placeholder(found[2])
    return placeholder(found[1])


def _call(text: str, *, concrete: bool, mend: Mend) -> tuple[Segment, ...]:
    if not text.endswith(")"):
        mend("unclosed-parenthesis")
        text += ")"
    found = _CALL.match(text)
    if found is None:
        return (_plain(text, concrete=concrete, mend=mend),)
    name, inner = found[1].strip(), found[2].strip()
    if not name:
        mend("parenthesized-key")
        return (_plain(inner, concrete=concrete, mend=mend, key=True),)
    owner = _plain(name, concrete=concrete, mend=mend)
    if not inner or isinstance(owner, Key):
        return (owner,)
    arguments = [each for each in (part.strip() for part in _ARGUMENTS.findall(inner)) if each]
    if len(arguments) == 1 and (key := _lone_key(name, arguments[0], concrete=concrete, mend=mend)) is not None:
        return owner, key
    read = tuple(_argument(each, concrete=concrete, mend=mend) for each in arguments)
    return (Call(name=str(owner), arguments=read),) if read else (owner,)


def _lone_key(name: str, text: str, *, concrete: bool, mend: Mend) -> Segment | None:
    """`items('k')` is `items/k`: a lone unnamed value after a plural is a key, after a singular a function's argument."""
    if _is_named(text):
        return None
    value, _, held = _value("", text, concrete=concrete, mend=mend)
    if held is None:
        return _plain(value, concrete=concrete, mend=mend, key=True)
    return Key(placeholder=held) if name.endswith("s") else None


def _is_named(text: str) -> bool:
    name, equals, _ = text.partition("=")
    return bool(equals) and bool(name.strip()) and not _LOOSE.search(name) and "'" not in name


def _argument(text: str, *, concrete: bool, mend: Mend) -> Argument:
    if _is_named(text):
        name, _, given = text.partition("=")
        return argument(name.strip(), given.strip(), concrete=concrete, mend=mend)
    mend("unnamed-argument")
    read = argument("value", text, concrete=concrete, mend=mend)
    held = read.placeholder
    return read if held is None else Argument(name=_NOT_IN_NAME.sub("", held) or "value", placeholder=held)


def argument(name: str, given: str, *, concrete: bool, mend: Mend) -> Argument:
    """`name=given` with the value's spelling settled: a placeholder, or a literal where the page fixes the value."""
    name = _NOT_IN_NAME.sub("", name) or "value"
    value, quoted, held = _value(name, given, concrete=concrete, mend=mend)
    if held is not None:
        return Argument(name=name, placeholder=held, quoted=quoted)
    literal = _paired(value) if quoted else _encoded(value)
    if not quoted and "'" in value:  # commas between quotes did not end the argument; without the quotes they would
        literal = literal.replace(",", "%2C")
    return Argument(name=name, placeholder=None, literal=literal, quoted=quoted)


def _paired(text: str) -> str:
    """Quoted text with its quotes doubled, as OData writes them."""
    return text.replace("''", "'").replace("'", "''").strip()


def _encoded(text: str) -> str:
    """Text in which nothing can be taken for grammar: such characters are percent-encoded, as they are on the wire."""
    return _NOT_IN_TEXT.sub(lambda found: quote(found[0], safe=""), text.strip())


def _value(name: str, text: str, *, concrete: bool, mend: Mend) -> tuple[str, bool, str | None]:
    """The literal text, whether it is quoted, and the placeholder's name where it is none."""
    cast = _ENUM_CAST.match(text)
    if cast is not None:
        mend("enum-cast")
        text = f"'{cast[1]}'"
    quoted = len(text) > 1 and text.startswith("'") and text.endswith("'")
    value = text[1:-1].strip() if quoted else text
    held = _whole_placeholder(value, mend)
    if held is None and not concrete:
        held = _sample(name, value, quoted=quoted)
    return value, quoted, held


def _sample(name: str, value: str, *, quoted: bool) -> str | None:
    """The placeholder that a word in a template is meant to be: `p=p-value`, `count=n`, `p='parameterValue'`, and, as a
    key says no more by repeating its own name, `appId='appId'`.
    """
    if value == _SAMPLE or (name and _bare(value) == _bare(name)):
        return name or "id"
    if quoted or value in _KEYWORDS or not _WORD.fullmatch(value):
        return None
    return value.removesuffix("-value") or name


def _bare(text: str) -> str:
    """A name without what spellings of it differ in: letter case, dashes, underscores."""
    return text.replace("-", "").replace("_", "").lower()


def _bare_alternate_key(text: str, before: list[Segment], *, concrete: bool, mend: Mend) -> tuple[Segment, ...]:
    """`/directoryRoles/roleTemplateId={x}`: the key belongs in parentheses behind the collection, and is quoted there."""
    name, equals, given = text.partition("=")
    if (
        not equals
        or not given.strip("=")
        or not _WORD.fullmatch(name)
        or not before
        or not isinstance(before[-1], Name)
    ):
        return ()
    mend("bare-alternate-key")
    owner = before.pop()
    read = argument(name, given.strip(), concrete=concrete, mend=mend)
    quoted = Argument(name=read.name, placeholder=read.placeholder, literal=read.literal)
    return (Call(name=str(owner), arguments=(quoted,)),)


def _plain(text: str, *, concrete: bool, mend: Mend, key: bool = False) -> Name | Key:
    if (held := _whole_placeholder(text, mend)) is not None:
        return Key(placeholder=held)
    if _LOOSE.search(text):
        mend("mixed-segment")
        return Key(placeholder=placeholder(text))
    if concrete and (data := _encoded(text).rstrip(":")).strip(".…"):
        return Name(text=data)
    if key:
        return Key(placeholder=placeholder(text.rstrip(":")))
    if _NAME.fullmatch(text) and not _is_sample(text):
        return Name(text=text)
    mend("sample-id")
    return Key(placeholder="id")


def _is_sample(text: str) -> bool:
    return text == "id" or any(each.fullmatch(text) for each in (_LONG_HEX, _HOST))
