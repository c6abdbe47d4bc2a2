"""Case files: Markdown with a heading for each case, pages in `md path` fences, and what is expected in named fences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_CASE = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_FENCE = re.compile(r"^````(?P<info>[^\n`]*)\n(?P<text>.*?)^````$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One case: `pages` by path, `expected` by the fence's word."""

    name: str
    pages: dict[str, str]
    expected: dict[str, str]


def read_cases(path: Path) -> list[Case]:
    text = path.read_text(encoding="utf-8")
    starts = [*_CASE.finditer(text)]
    ends = [each.start() for each in starts[1:]] + [len(text)]
    return [_case(path, found["title"], text[found.end() : end]) for found, end in zip(starts, ends, strict=True)]


def rewrite(path: Path, expected: dict[str, dict[str, str]]) -> None:
    """Put what was found in place of what was expected, for review."""
    text = path.read_text(encoding="utf-8")
    starts = [*_CASE.finditer(text)]
    ends = [each.start() for each in starts[1:]] + [len(text)]
    parts = [text[: starts[0].start()]]
    for found, end in zip(starts, ends, strict=True):
        new = expected[f"{path.stem}: {found['title']}"]
        body = text[found.start() : end]
        parts.append(_FENCE.sub(lambda fence, new=new: _fence(fence, new), body))
    path.write_text("".join(parts), encoding="utf-8")


def _fence(fence: re.Match[str], new: dict[str, str]) -> str:
    word = fence["info"].strip()
    return f"````{word}\n{new[word]}````" if word in new else fence[0]


def _case(path: Path, title: str, body: str) -> Case:
    pages: dict[str, str] = {}
    expected: dict[str, str] = {}
    for fence in _FENCE.finditer(body):
        word, _, name = fence["info"].strip().partition(" ")
        (pages if word == "md" else expected)[name or word] = fence["text"]
    return Case(name=f"{path.stem}: {title}", pages=pages, expected=expected)
