"""Pass: which types are abstract: those the docs call so, and bases that pages only ever show as something derived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.link.draft import Draft
from generator.link.sightings import accepted
from generator.model.declarations import Inference
from generator.model.indexes.hierarchy import hierarchy_of
from generator.model.wording import Verb

_DERIVED = 2


def infer_abstract(draft: Draft, _report: Report) -> Draft:
    """A type with two or more derived types that no page creates, and no example names as what it shows, is abstract."""
    known = hierarchy_of(draft.types.values())
    made = set(_made(draft))
    types = dict(draft.types)
    for name, each in draft.types.items():
        derived = known.derived.get(name, ())
        if each.abstract or len(derived) < _DERIVED or name in made:
            continue
        reason = f"{len(derived)} types derive from it, and none is documented to be just that"
        types[name] = msgspec.structs.replace(
            each, abstract=True, inferences=(*each.inferences, Inference(rule="abstract", reason=reason))
        )
    return replace(draft, types=types)


def _made(draft: Draft) -> Iterator[str]:
    """Types that a page creates."""
    for operation in draft.operations:
        name = accepted(operation)
        if operation.verb is Verb.POST and name is not None and operation.name is None:
            yield name
