"""The wire name of a property where pages write it in several ways, or in a way the service never does."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from generator.diagnostics import Report
from generator.dialect.conventions import Conventions
from generator.facts.page import PropertyFacts
from generator.link.draft import Defining
from generator.link.spelling import small_first
from generator.link.type_codes import PROPERTY_NAME, PROPERTY_NAME_CASE

_NAME = re.compile(r"[A-Za-z_]\w*\Z")


def shown_names(part: Defining) -> Mapping[str, str]:
    """Members of the page's JSON representation, by lower-case name."""
    found: dict[str, str] = {}
    for block in part.facts.representations:
        shown = msgspec.json.decode(block.body) if block.body else None
        if isinstance(shown, dict):
            found.update((key.lower(), key) for key in shown)
    return found


def wire_name(row: PropertyFacts, shown: Mapping[str, str], conventions: Conventions, report: Report) -> str | None:
    """The name by table and JSON: the JSON's where both begin small; None for what can be no name."""
    if not _NAME.match(row.name):
        report(PROPERTY_NAME.at(row.span, f"{row.name!r} is not the name of a property"))
        return None
    candidates = [shown.get(row.name.lower(), row.name), row.name]
    best = next((each for each in candidates if each[0].islower() or not conventions.small_members), None)
    best = best or small_first(row.name)
    if best != row.name:
        report(PROPERTY_NAME_CASE.at(row.span, f"{row.name!r} is taken for {best!r}"))
    return best
