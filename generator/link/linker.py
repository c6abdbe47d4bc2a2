"""The stage after extraction: all pages' facts in, one sealed `Api` and the findings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from generator.diagnostics import Diagnostic, sort_key
from generator.dialect.conventions import Conventions
from generator.facts.page import PageFacts
from generator.link.abstract import infer_abstract
from generator.link.declare_enums import declare_enums
from generator.link.declare_types import declare_types
from generator.link.draft import Draft, Pass, begin
from generator.link.entities import complete_entities
from generator.link.examples import attach_examples
from generator.link.explore import explore
from generator.link.included_tables import join_included_tables
from generator.link.inherit import inherit
from generator.link.inline_enums import declare_inline_enums
from generator.link.kinds import decide_kinds
from generator.link.operations import split_operations
from generator.link.parameters import declare_parameters
from generator.link.permissions import join_permissions
from generator.link.properties import declare_properties
from generator.link.redeclared import join_redeclared
from generator.link.representation import declare_shown_properties
from generator.link.restated import keep_restated
from generator.link.shown_bases import infer_shown_bases
from generator.link.shown_flags import mark_shown_flags
from generator.link.shown_spelling import respell_shown_members
from generator.link.signatures import declare_signatures
from generator.link.steps import settle_steps
from generator.link.untyped import find_untyped
from generator.model.api import Api, PageCounts

PASSES: tuple[Pass, ...] = (
    join_included_tables,
    declare_types,
    declare_enums,
    declare_inline_enums,
    inherit,
    declare_properties,
    declare_shown_properties,
    join_redeclared,
    split_operations,
    declare_signatures,
    explore,
    infer_shown_bases,
    join_redeclared,
    respell_shown_members,
    mark_shown_flags,
    decide_kinds,
    complete_entities,
    find_untyped,
    settle_steps,
    infer_abstract,
    keep_restated,
    declare_parameters,
    join_permissions,
    attach_examples,
)
"""Every pass, in order. Each sees what those before it found."""


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What linking gives: the model, and what it could not join."""

    api: Api
    pages: tuple[PageFacts, ...]
    """In the order of their paths, with the tables that they include."""
    diagnostics: tuple[Diagnostic, ...]


def link(pages: Sequence[PageFacts], conventions: Conventions) -> Linked:
    """Join what single pages declare. The order of `pages` does not matter; unresolved names stay opaque and are reported."""
    found: list[Diagnostic] = []
    draft = begin(tuple(pages), conventions)
    for each in PASSES:
        draft = each(draft, found.append)
    return Linked(api=_sealed(draft), pages=draft.pages, diagnostics=tuple(sorted(dict.fromkeys(found), key=sort_key)))


def _sealed(draft: Draft) -> Api:
    counts = Counter(each.kind.value for each in draft.pages)
    return Api(
        types=tuple(each for _, each in sorted(draft.types.items())),
        enums=tuple(each for _, each in sorted(draft.enums.items())),
        operations=draft.operations,
        pages=PageCounts(**counts),
    )
