"""Documented examples against what a client made of them: what counts as the same, and how a difference
reads.
"""

from __future__ import annotations

import difflib
import json
import re
import shlex
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple, NoReturn
from urllib.parse import unquote

from .encoding import encode
from .kind import Problem
from .registry import model_of

_TYPE = "@odata.type"
_UNLISTED = re.compile(r"#|.*@|extension_[0-9a-fA-F]{32}_")
"""Members that no type lists: annotations, advertised actions, and extensions that a directory's owner
defined.
"""
_MOST_LINES, _MOST_PROBLEMS, _MOST_TEXT = 60, 8, 200


class Mismatch(AssertionError):  # noqa: N818 - not an error of the package: a test failed
    """A client did not do what the page shows."""


def differ(what: str, documented: Any, actual: Any) -> NoReturn:
    """Fail with a diff of the two."""
    if isinstance(documented, (dict, list)) or isinstance(actual, (dict, list)):
        raise Mismatch("\n".join([f"{what} differs:", *_diff(_lines(documented), _lines(actual))]))
    raise Mismatch(f"{what} differs:\n  documented  {documented!r}\n  actual      {actual!r}")


def _diff(documented: list[str], actual: list[str]) -> list[str]:
    rows = list(difflib.unified_diff(documented, actual, "documented", "actual", lineterm=""))
    more = [f"... and {len(rows) - _MOST_LINES} more lines"] if len(rows) > _MOST_LINES else []
    return [*rows[:_MOST_LINES], *more]


def _lines(value: Any) -> list[str]:
    text = json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False)
    return (value if isinstance(value, str) else text).splitlines()


class Piece(NamedTuple):
    """A part of a request: what the page shows and what was made."""

    name: str
    documented: Any
    actual: Any
    alike: bool | None = None
    """Whether they mean the same; None: if they are equal."""

    @property
    def fits(self) -> bool:
        return self.documented == self.actual if self.alike is None else self.alike


def same_requests(pieces: Iterable[Piece]) -> None:
    """Fail unless all pieces fit, with a diff of the whole request: one wrong piece often explains another."""
    every = list(pieces)
    wrong = [each.name for each in every if not each.fits]
    if wrong:
        documented = [row for each in every for row in _rows(each.name, each.documented)]
        actual = [
            row for each in every for row in _rows(each.name, each.documented if each.fits else each.actual)
        ]
        raise Mismatch("\n".join([f"the request differs: {', '.join(wrong)}", *_diff(documented, actual)]))


def _rows(name: str, value: Any) -> Iterator[str]:
    if name == "body":
        yield from () if value is None else _lines(value)
    elif name == "query":
        yield from (f"?{key}={each}" for key, each in sorted(value.items()))
    elif value is not None:
        yield f"{name.removeprefix('header ')}: {value}"


def told_problems(problems: Iterable[Problem]) -> str:
    """Each value that does not fit, on a line of its own; "" for none."""
    rows = [
        f"\n  {each.path or 'the value'}: {_cut(json.dumps(encode(each.value), ensure_ascii=False))} is {each.message}"
        for each in problems
    ]
    return "".join(rows[:_MOST_PROBLEMS]) + f"\n  and {len(rows) - _MOST_PROBLEMS} more" * (
        len(rows) > _MOST_PROBLEMS
    )


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]}..."


def rerun(test: str) -> str:
    """The command that runs one test again."""
    return f"run it again:  python -m pytest {shlex.quote(test)}"


def same(what: str, documented: Any, actual: Any) -> None:
    """Fail unless the two are equal."""
    if documented != actual:
        differ(what, documented, actual)


def plain_path(path: str) -> str:
    """A path as people write it.

    `messages('x')` is `messages/x`; quotes around a placeholder and capitals do not matter, as they do not to
    services.
    """
    decoded = unquote(path).rstrip("/:").casefold()
    unquoted = re.sub(r"'(\{[^{}']*\})'", r"\1", decoded)
    return re.sub(r"(?<=\w)\('([^'=]*)'\)(?=/|$)", r"/\1", unquoted)


def plain_header(name: str, value: str | None) -> str | None:
    """A header's value without the parameters of a content type."""
    return value.partition(";")[0].strip() if value and name.lower() == "content-type" else value


def check_documented(what: str, value: Any, known: Collection[str]) -> None:
    """Fail for properties that no page documents. `known` are names that members of open types may have."""
    found = [path + name for path, name in undocumented(value) if name not in known]
    if found:
        raise Mismatch(
            f"{what} holds what no page documents: {', '.join(found[:8])}{' ...' * (len(found) > 8)}"
        )


def undocumented(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The properties that no page documents, and statements of types that none does: where, and their names."""
    if isinstance(value, (list, tuple)):
        for index, each in enumerate(value):
            yield from undocumented(each, f"{path.removesuffix('.')}[{index}].")
        yield from (("", name) for name in getattr(value, "about", ()) if "@" not in name)
    elif hasattr(value, "model_extra"):
        extra = value.model_extra or {}
        stated = extra.get(_TYPE)
        found = model_of(stated) if isinstance(stated, str) else None
        # A class that says another name of itself than leads to it would send that name with every new object.
        if isinstance(stated, str) and (found is None or not _is_named(found, stated)):
            yield path, _TYPE
        else:
            yield from ((path, name) for name in extra if not _UNLISTED.match(name))
        for field in type(value)._fields():
            yield from undocumented(getattr(value, field.name), f"{path}{field.wire}.")


def _is_named(model: type[Any], stated: str) -> bool:
    return bool(model.__odata_type__.removeprefix("#") == stated.removeprefix("#"))


def json_of(result: Any, documented: Any) -> Any:
    """What was read, as JSON again."""
    if isinstance(documented, list) or not hasattr(result, "about"):
        return encode(list(result)) if hasattr(result, "about") else encode(result)
    return {**result.about, "value": encode(list(result))}
