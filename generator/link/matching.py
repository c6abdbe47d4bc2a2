"""Whether an example's URL is one of a page's path templates: a ladder of ever looser comparisons. Knows paths only."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence

from generator.dialect.conventions import Conventions
from generator.model.paths import Address, Call, Key, Name, Path

Tokens = tuple[str, ...]
ANY = "{}"
"""Stands for a key."""
_TAILS = ("$count", "$value", "$ref", "content")


def match(url: Path, templates: Sequence[Path], conventions: Conventions) -> int | None:
    """Index of the template that the URL matches most strictly, the first of several; None if it matches none."""
    for loosen in _ladder(conventions):
        wanted = loosen(url)
        for index, template in enumerate(templates):
            if _same(wanted, loosen(template)):
                return index
    return None


def root_of(path: Path, conventions: Conventions) -> str:
    """Where a path begins, as all comparisons see it: a URL matches no template of another root, but for one that begins
    with a key.
    """
    tokens = _caller(_without_arguments(_lower(path)), conventions)
    return tokens[0] if tokens else ""


def nearest(url: Path, templates: Sequence[Path]) -> Path | None:
    """The template most like the URL, for a hint."""
    written = "/".join(_plain(url))
    scored = [(difflib.SequenceMatcher(None, written, "/".join(_plain(each))).ratio(), each) for each in templates]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _ladder(conventions: Conventions) -> Iterator[Callable[[Path], Tokens]]:
    yield _plain
    yield _lower
    yield lambda path: _without_arguments(_lower(path))
    yield lambda path: _caller(_without_arguments(_lower(path)), conventions)
    yield lambda path: _caller(_without_tail(_without_arguments(_lower(path))), conventions)
    yield lambda path: _caller(_without_tail(_spread(_lower(path))), conventions)


def _plain(path: Path) -> Tokens:
    return tuple(token for each in path.segments for token in _token(each))


def _token(segment: Name | Key | Call | Address) -> Iterator[str]:
    match segment:
        case Key():
            yield ANY
        case Name():
            yield segment.text
        case Call():
            yield f"{segment.name}({','.join(sorted(each.name for each in segment.arguments))})"
        case Address():
            yield ANY if segment.name.startswith("{") else segment.name
            yield f":{ANY}"


def _lower(path: Path) -> Tokens:
    return tuple(each.lower() for each in _plain(path))


def _without_arguments(tokens: Tokens) -> Tokens:
    """A function without its parentheses: some templates leave them out."""
    return tuple(each.partition("(")[0] for each in tokens)


def _spread(tokens: Tokens) -> Tokens:
    """An alternate key as a key."""
    return tuple(part for each in tokens for part in ((each.partition("(")[0], ANY) if "(" in each else (each,)))


def _caller(tokens: Tokens, conventions: Conventions) -> Tokens:
    """The caller by name: `/me` as `/users/{id}`."""
    if tokens[:1] == (conventions.me,):
        return (conventions.people, ANY, *tokens[1:])
    return tokens


def _without_tail(tokens: Tokens) -> Tokens:
    """Without what an example may add to the documented path: a cast, and how the result is wanted."""
    while len(tokens) > 1 and (tokens[-1] in _TAILS or "." in tokens[-1]):
        tokens = tokens[:-1]
    return tokens


def _same(url: Tokens, template: Tokens) -> bool:
    return len(url) == len(template) and all(
        mine == theirs or (theirs == ANY and not mine.startswith(("$", ":")))
        for mine, theirs in zip(url, template, strict=True)
    )
