"""Diagnostics as values. They are cached with the page they speak of, so they hold data only."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import msgspec

from generator.text import Span


class Severity(StrEnum):
    """How much it matters. An error leaves something out of the SDK; a warning does not; a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        return ("error", "warning", "note").index(self.value)


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of finding: made once, beside the rule or pass that reports it, listed in a literal registry.

    `id` is stable and kebab-case, named for what is wrong. `explanation` is the manual page that
    `sdkwright explain` prints: Markdown with what it finds, why it matters, a bad and a good example.
    """

    id: str
    severity: Severity
    summary: str
    explanation: str
    since: str = "0.1"
    hint: str | None = None
    """What to change, where the finding itself does not know better."""

    def at(
        self, span: Span | None, message: str, *, hint: str | None = None, labels: tuple[Label, ...] = ()
    ) -> Diagnostic:
        """A finding of this kind."""
        return Diagnostic(
            code=self.id, severity=self.severity, message=message, span=span, hint=hint or self.hint, labels=labels
        )


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A second place that helps to understand a finding."""

    span: Span
    message: str


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. `message` is one plain sentence without markup; text from pages in it is quoted by `repr`-like rules.

    `span` is None only for findings about a whole run (a config, a folder).
    """

    code: str
    severity: Severity
    message: str
    span: Span | None
    hint: str | None = None
    labels: tuple[Label, ...] = ()


Report = Callable[[Diagnostic], None]
"""Where a pass puts what it finds: in practice, a bound `list.append`."""


def sort_key(found: Diagnostic) -> tuple[str, int, int, int, str, str]:
    """The one total order of findings: file, line, column, severity, code, message."""
    span = found.span
    path, line, column = ("", 0, 0) if span is None else (span.path, span.line, span.column or 0)
    return (path, line, column, found.severity.rank, found.code, found.message)
