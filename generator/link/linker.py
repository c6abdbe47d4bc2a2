"""The stage after extraction: all pages' facts in, one sealed `Api` and the findings out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.diagnostics import Diagnostic
from generator.facts.page import PageFacts
from generator.model.api import Api


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What linking gives: the model, and what it could not join."""

    api: Api
    diagnostics: tuple[Diagnostic, ...]


def link(pages: Sequence[PageFacts]) -> Linked:
    """Join what single pages declare. The order of `pages` does not matter; unresolved names stay opaque and are reported."""
    raise NotImplementedError
