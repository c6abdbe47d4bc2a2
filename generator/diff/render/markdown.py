"""The comparison as a changelog section or a comment on a pull request."""

from __future__ import annotations

import re

from generator.diff.compare import Comparison
from generator.diff.model import Bump
from generator.diff.render.groups import by_judgement, place

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@])")
_SPACES = re.compile(r"\s+")
_LONGEST = 300
"""Lines of a section: a comment of more is cut by the services that show it, so we cut it ourselves and say so."""


def render_markdown(found: Comparison, old: str, new: str) -> str:
    """A section a judgement, a list item a change."""
    lines = [f"## API changes: {_quoted(old)} to {_quoted(new)}", ""]
    if found.bump is Bump.NONE:
        return "\n".join([*lines, "No changes."]) + "\n"
    lines += [f"Suggested version step: **{found.bump.value}**.", ""]
    for title, groups in by_judgement(found):
        total = sum(len(changes) for _, changes in groups)
        lines += [f"### {title} ({total})", ""]
        items = [
            f"- **{_quoted(name)}**: {_quoted(each.message)} ({_quoted(place(each))})"
            for name, changes in groups
            for each in changes
        ]
        lines += items[:_LONGEST]
        if len(items) > _LONGEST:
            lines.append(f"- … and {len(items) - _LONGEST} more")
        lines.append("")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Text of pages as text of Markdown: nothing in it is markup, and nobody is mentioned."""
    return _SPECIAL.sub(r"\\\1", _SPACES.sub(" ", text).strip())
