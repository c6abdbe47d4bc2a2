"""A rule: a generator of findings whose name is its code and whose docstring is its manual page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Code, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding

Check = Callable[[Docs], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code."""

    code: Code
    check: Check


def rule(severity: Severity, *, hint: str, since: str = "0.1") -> Callable[[Check], Rule]:
    """Make a rule of a check: `def example_wrong_type(docs)` has the code `example-wrong-type`.

    `hint` tells what to change, for findings that do not say it better themselves.

    The docstring's first line is the summary, the rest the manual page (What, Why, Bad, Good).
    """

    def make(check: Check) -> Rule:
        text = inspect.cleandoc(check.__doc__ or "")
        summary, _, explanation = text.partition("\n")
        name = check.__name__.replace("_", "-")
        code = Code(
            id=name,
            severity=severity,
            summary=summary,
            explanation=explanation.strip() + "\n",
            since=since,
            hint=hint,
        )
        return Rule(code, check)

    return make
