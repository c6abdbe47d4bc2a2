"""Text of a request line or URL to a `Path`, whatever way the page spells it.

Total: any text gives a reading. Templates and the URLs of examples share one grammar; in a URL, text is data.
Knows nothing of pages: who calls decides which repairs deserve a finding.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from generator.extract.path_segment import Mend, address, placeholder, read_segment
from generator.model.paths import Argument, Name, Path, Segment

REPAIRS = {
    "absolute-url": "the service's address stands before the path",
    "angle-brackets": "a placeholder is written <name> instead of {name}",
    "bare-alternate-key": "an alternate key has no parentheses",
    "elided-segments": "'...' stands for segments of any number",
    "empty-segment": "two slashes follow each other",
    "enum-cast": "an argument is written with the name of its enumeration",
    "missing-leading-slash": "the path does not begin with a slash",
    "missing-slash": "a slash is missing before a $ segment",
    "mixed-segment": "a segment mixes text and placeholders",
    "parenthesized-key": "a placeholder is written (name) instead of {name}",
    "quoted-key": "a key is written in quotes",
    "sample-id": "a sample value stands where a placeholder belongs",
    "tilde": "the path begins with ~",
    "trailing-slash": "the path ends with a slash",
    "trailing-text": "more text follows the path",
    "unclosed-parenthesis": "a parenthesis is not closed",
    "unnamed-argument": "an argument has no name",
    "misspelled-host": "the service's host name is misspelled",
    "version-prefix": "the API version stands before the path",
}
"""Every repair that reading a path may need, by name."""


class ServiceRoot(msgspec.Struct, frozen=True, kw_only=True):
    """Where the documented API lives: host names (any case) and the first path segments that name a version."""

    hosts: tuple[str, ...]
    versions: tuple[str, ...]


class PathReading(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says. `path` is None where it is no path; `host` is None for relative URLs and for the API's own hosts."""

    path: Path | None
    host: str | None = None
    version: str | None = None
    repairs: tuple[str, ...] = ()
    written: str | None = None
    """The path below the service root as the page has it, where reading it took more than another spelling."""


_REBUILDING = frozenset(
    {
        "bare-alternate-key",
        "elided-segments",
        "missing-slash",
        "mixed-segment",
        "parenthesized-key",
        "sample-id",
        "unnamed-argument",
    }
)
"""Repairs after which the path has other segments than the page."""

_OUTER = r"\{[^{}]*\}|\((?:'[^']*'|[^()'])*\)"
_HEAD = re.compile(rf"(?:{_OUTER}|[^?])*")
_WORDS = re.compile(rf"(?:{_OUTER}|'[^']*'|\S)*")
_PARTS = re.compile(rf"(?:{_OUTER}|[^/])+|/")
_PAIRS = re.compile(rf"(?:{_OUTER}|'[^']*'|[^&])+")
_SCHEME = re.compile(r"https?:/{1,2}(?=[^/])", re.IGNORECASE)
_PROTOCOL = re.compile(r"\sHTTP/[\d.]+\Z", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ANGLES = re.compile(r"<([^<>]*)>")
_STARTS = re.compile(r"[\w/~{<('$]")


def read_template(text: str, root: ServiceRoot) -> PathReading:
    """The path of a request line, without its verb."""
    return _read(text, root, concrete=False)


@lru_cache(maxsize=32768)  # several stages read every example's URL
def read_url(text: str, root: ServiceRoot) -> PathReading:
    """The URL of an example: literal segments are kept as written, percent-encoding included."""
    return _read(text, root, concrete=True)


def _read(text: str, root: ServiceRoot, *, concrete: bool) -> PathReading:
    repairs: list[str] = []
    text = _PROTOCOL.sub("", text.strip()).strip()
    end = _end(_HEAD, text)
    written, query = text[:end], text[end + 1 :]
    if not concrete and (cut := _end(_WORDS, written)) < len(written):
        written = written[:cut]
        repairs.append("trailing-text")
    if not _is_path(written, trailing="trailing-text" in repairs):
        return PathReading(path=None)
    written, host = _below_host(written, root, repairs.append)
    parts = _parts(written, repairs.append)
    if prefix := _versions(parts, root):
        repairs.append("version-prefix")
    version = parts[0].lower() if prefix else None
    segments = _segments(parts[prefix:], concrete=concrete, mend=repairs.append)
    # A version in disguise (`('beta')`) would be one when the canonical text is read.
    disguised = _versions([each.text if isinstance(each, Name) else "" for each in segments], root)
    path = Path(segments=segments[disguised:], query=_query(query))
    return PathReading(
        path=path,
        host=host,
        version=version,
        repairs=tuple(dict.fromkeys(repairs)),
        written=_written(parts[prefix:]) if _REBUILDING.intersection(repairs) else None,
    )


def _written(parts: list[str]) -> str:
    """The segments as they stand, placeholders in braces."""
    return "/" + "/".join(_ANGLES.sub(r"{\1}", each) for each in parts)


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return len(text) if found is None else found.end()


def _is_path(text: str, *, trailing: bool) -> bool:
    return bool(_STARTS.match(text)) and ("/" in text or not trailing)


def _below_host(text: str, root: ServiceRoot, mend: Mend) -> tuple[str, str | None]:
    """The path below the host, and the host where it is not the service's own."""
    scheme = _SCHEME.match(text)
    rest = text[scheme.end() :] if scheme else text
    dotted = rest.lower().replace("/", ".") + "."
    for host in root.hosts:
        if dotted.startswith(host + "."):
            mend("absolute-url")
            if not rest.lower().startswith(host):
                mend("misspelled-host")
            return "/" + rest[len(host) + 1 :], None
    if scheme is None:
        return text, None
    mend("absolute-url")
    host, _, below = rest.partition("/")
    return "/" + below, host.lower()


def _parts(text: str, mend: Mend) -> list[str]:
    """The written segments, none of them empty."""
    if text.startswith("~"):
        mend("tilde")
        text = "/" + text[1:].removeprefix("/")
    elif not text.startswith("/"):
        mend("missing-leading-slash")
        text = "/" + text
    parts: list[str] = []
    for each in _PARTS.findall(text):
        if each == "/":
            parts.append("")
        else:
            parts[-1] = each.strip()
    if len(parts) > 1 and not parts[-1]:
        mend("trailing-slash")
        parts.pop()
    if "" in parts[:-1]:
        mend("empty-segment")
    return [each for each in parts if each]


def _versions(names: list[str], root: ServiceRoot) -> int:
    """How many of the first segments only name a version."""
    return next((i for i, each in enumerate(names) if each.lower() not in root.versions), len(names))


def _segments(parts: list[str], *, concrete: bool, mend: Mend) -> tuple[Segment, ...]:
    found: list[Segment] = []
    at = 0
    while at < len(parts):
        text = parts[at]
        at += 1
        if not text.endswith(":") or text == ":":
            found.extend(read_segment(text, found, concrete=concrete, mend=mend))
            continue
        end = next((i for i in range(at, len(parts)) if parts[i].endswith(":")), len(parts))
        below = [each for each in (part.removesuffix(":") for part in parts[at : end + 1]) if each]
        at = end + 1
        if below:
            found.append(address(text[:-1], below, concrete=concrete, closed=at < len(parts), mend=mend))
        else:
            found.extend(read_segment(text.rstrip(":") or "id", found, concrete=concrete, mend=mend))
    return tuple(found)


def _query(text: str) -> tuple[Argument, ...]:
    """`name=value` pairs; the value is a placeholder only where it is nothing else, and text as written otherwise."""
    read = []
    for pair in _PAIRS.findall(text):
        name, _, given = (each.strip() for each in pair.partition("="))
        if not name:
            continue
        quoted = len(given) > 1 and given.startswith("'") and given.endswith("'")
        value = given[1:-1] if quoted else given
        held = _PLACEHOLDER.fullmatch(value)
        if held is None:
            read.append(Argument(name=name, placeholder=None, literal=given, quoted=False))
        else:
            read.append(Argument(name=name, placeholder=placeholder(held[1]), quoted=quoted))
    return tuple(read)
