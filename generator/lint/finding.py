"""What a rule yields, and the diagnostic it becomes with the rule's code."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Label
from generator.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, at one place. The runner adds the rule's code."""

    span: Span
    message: str
    hint: str | None = None
    labels: tuple[Label, ...] = ()
