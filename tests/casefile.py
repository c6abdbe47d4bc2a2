"""Case files: a `## ` heading for each case, a page in a `md PATH` fence of four back-ticks, expectations in fences named for
what they hold. Headings inside the fences are text of the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_PART = re.compile(r"^## (?P<title>[^\n]+)$|^````(?P<info>[^\n`]+)\n(?P<text>.*?)^````$", re.MULTILINE | re.DOTALL)
_PAGE = "md "


@dataclass(frozen=True)
class Case:
    """One case: `pages` by path, `expected` by the fence's word."""

    name: str
    pages: dict[str, str]
    expected: dict[str, str]


def read_cases(path: Path) -> list[Case]:
    cases: list[Case] = []
    for part in _PART.finditer(path.read_text(encoding="utf-8")):
        info, text = part["info"], part["text"]
        if part["title"]:
            cases.append(Case(name=f"{path.stem}: {part['title']}", pages={}, expected={}))
        elif info.startswith(_PAGE):
            cases[-1].pages[info.removeprefix(_PAGE)] = text
        else:
            cases[-1].expected[info] = text
    return cases


def rewrite(path: Path, found: Callable[[Case], dict[str, str]]) -> None:
    """Put what is found in place of what was expected, for review."""
    results = iter([found(case) for case in read_cases(path)])
    current: dict[str, str] = {}

    def part(match: re.Match[str]) -> str:
        nonlocal current
        if match["title"]:
            current = next(results)
        elif not match["info"].startswith(_PAGE):
            return f"````{match['info']}\n{current[match['info']]}````"
        return match[0]

    path.write_text(_PART.sub(part, path.read_text(encoding="utf-8")), encoding="utf-8")
