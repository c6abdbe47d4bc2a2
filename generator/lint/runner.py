"""Run rules over the docs: findings become diagnostics in the one total order."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, sort_key
from generator.lint.docs import Docs
from generator.lint.rule import Rule


def run(docs: Docs, rules: Iterable[Rule]) -> tuple[Diagnostic, ...]:
    """Every finding of every rule, each once."""
    found = {
        each.code.at(finding.span, finding.message, hint=finding.hint, labels=finding.labels): None
        for each in rules
        for finding in each.check(docs)
    }
    return tuple(sorted(found, key=sort_key))
