"""A permission cell as scopes: `User.Read, User.ReadWrite`, `For **group** resource:<br/>Group.Read.All`, `Not supported.`"""

from __future__ import annotations

import re

import msgspec

from generator.dialect.profile import Profile
from generator.extract.sentences import without_breaks
from generator.markdown.inline import plain

_SCOPE = re.compile(
    r"(?<![\w./-])((?:[A-Z]|[a-z][A-Z])[\w-]*(?:\.[\w-]+)+|openid|profile|email|offline_access)(?![\w/])"
)
_LABEL = re.compile(r"([^:]{1,80}):(.*)\Z", re.DOTALL)
_LABEL_WORDS = re.compile(r"^(?:for|in)\s+|\s+resources?$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][\w.-]*")


class Granted(msgspec.Struct, frozen=True, kw_only=True):
    """What one part of a cell grants. `label` is what that part is for; `words` say more than scopes do."""

    label: str | None
    scopes: tuple[str, ...]
    supported: bool
    """False where the cell says that no scope will do."""
    together: bool
    words: tuple[str, ...]


def read_scopes(text: str, profile: Profile) -> tuple[Granted, ...]:
    """The parts of a cell, in order, the unlabelled first; () where it names no scope and does not say why."""
    found: dict[str | None, list[str]] = {}
    label: str | None = None
    for line in without_breaks(text).split("\n"):
        written = plain(line).strip()
        named = _LABEL.match(written)
        if named is not None and not _SCOPE.search(named[1]):
            label, written = _LABEL_WORDS.sub("", named[1].strip()), named[2].strip()
        if written:
            found.setdefault(label, []).append(written)
    parts = (_granted(label, "\n".join(lines), profile) for label, lines in found.items())
    return tuple(each for each in parts if each is not None)


def _granted(label: str | None, text: str, profile: Profile) -> Granted | None:
    words = profile.words.permissions
    scopes = tuple(dict.fromkeys(each.rstrip(".-") for each in _SCOPE.findall(text)))
    if not scopes:
        if not text or not profile.unsupported.matches(text):
            return None
        return Granted(label=label, scopes=(), supported=False, together=False, words=())
    rest = _SCOPE.sub("\0", text)
    other = tuple(each for each in _WORD.findall(rest) if each.lower() not in words.connectives)
    joined = any(each.strip(" *").lower() in words.together for each in rest.split("\0")[1:-1])
    return Granted(label=label, scopes=scopes, supported=True, together=joined, words=other)
