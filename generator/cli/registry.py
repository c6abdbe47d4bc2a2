"""Every code that a finding can have, in one visible place. A test looks for codes that were forgotten here."""

from __future__ import annotations

from types import MappingProxyType

from generator import lint
from generator.diagnostics import Code
from generator.diagnostics.suppress import UNUSED_SUPPRESSION
from generator.diff import CHANGES as CHANGE_RULES
from generator.extract import codes as extract_codes
from generator.link import codes as link_codes
from generator.markdown import codes as markdown_codes
from generator.overrides import codes as override_codes
from generator.python import codes as python_codes
from generator.workspace import codes as workspace_codes

_ALL: tuple[Code, ...] = (
    *workspace_codes.CODES,
    *markdown_codes.CODES,
    *extract_codes.CODES,
    *link_codes.CODES,
    *(rule.code for rule in lint.RULES),
    *override_codes.CODES,
    *python_codes.CODES,
    UNUSED_SUPPRESSION,
)

CODES = MappingProxyType({code.id: code for code in sorted(_ALL, key=lambda each: each.id)})
"""By id, sorted."""

CHANGES = MappingProxyType({rule.code: rule for rule in CHANGE_RULES})
"""What `diff` tells of, by code, sorted."""
