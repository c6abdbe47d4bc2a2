"""Every rule, in one visible place."""

from __future__ import annotations

from generator.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
