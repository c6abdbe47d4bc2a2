"""Case files: Markdown with an H2 for each case, pages in `md path` fences of four back-ticks, expectations in named ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(r"^````(?P<info>[^\n`]*)\n(?P<text>.*?)^````$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass
class Case:
    """One case: `pages` by path, `expected` by the fence's word."""

    name: str
    pages: dict[str, str] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)


def read_cases(path: Path) -> list[Case]:
    cases: list[Case] = []
    _walk(path, lambda title: cases.append(Case(name=f"{path.stem}: {title}")), lambda fence: _take(cases[-1], fence))
    return cases


def rewrite(path: Path, found: dict[str, dict[str, str]]) -> None:
    """Put what was found in place of what was expected, for review."""
    names: list[str] = []

    def replaced(fence: re.Match[str]) -> str:
        new = found[names[-1]].get(fence["info"].strip())
        return fence[0] if new is None else f"````{fence['info']}\n{new}````"

    text = _walk(path, lambda title: names.append(f"{path.stem}: {title}"), replaced)
    path.write_text(text, encoding="utf-8")


def _walk(path: Path, on_title: Callable[[str], object], on_fence: Callable[[re.Match[str]], str]) -> str:
    """The text with each fence as `on_fence` gives it; headings inside fences belong to the pages."""
    text = path.read_text(encoding="utf-8")
    parts: list[str] = []
    at = 0
    for fence in [*_FENCE.finditer(text), None]:
        between = text[at : fence.start() if fence else len(text)]
        for title in _TITLE.findall(between):
            on_title(title)
        parts.append(between)
        if fence is not None:
            parts.append(on_fence(fence))
            at = fence.end()
    return "".join(parts)


def _take(case: Case, fence: re.Match[str]) -> str:
    word, _, name = fence["info"].strip().partition(" ")
    (case.pages if word == "md" else case.expected)[name or word] = fence["text"]
    return fence[0]
