"""Every code that a finding can have, in one visible place. A test looks for codes that were forgotten here."""

from __future__ import annotations

from types import MappingProxyType

from generator import lint
from generator.diagnostics import Code
from generator.diagnostics.suppress import UNUSED_SUPPRESSION
from generator.markdown import codes as markdown_codes
from generator.workspace import codes as workspace_codes

_ALL: tuple[Code, ...] = (
    *workspace_codes.CODES,
    *markdown_codes.CODES,
    *(rule.code for rule in lint.RULES),
    UNUSED_SUPPRESSION,
)

CODES = MappingProxyType({code.id: code for code in sorted(_ALL, key=lambda each: each.id)})
"""By id, sorted."""
