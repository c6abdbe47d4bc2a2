"""Pass: which documented types are no objects but any JSON: they are called like it, and nothing is told of their members."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.link.draft import Draft
from generator.model.declarations import Inference, StructureKind, short
from generator.model.indexes.hierarchy import hierarchy_of


def find_untyped(draft: Draft, _report: Report) -> Draft:
    """A complex type without properties and relatives whose name is a word for untyped JSON: lists and text are its values
    too.
    """
    known = hierarchy_of(draft.types.values())
    types = dict(draft.types)
    for name, each in draft.types.items():
        alone = each.base is None and not known.derived.get(name) and not each.properties
        if alone and each.kind is StructureKind.COMPLEX and short(name).lower() in draft.conventions.untyped:
            reason = f"it has no properties, and {short(name)!r} is a word for untyped JSON"
            inference = Inference(rule="untyped", reason=reason)
            types[name] = msgspec.structs.replace(each, untyped=True, inferences=(*each.inferences, inference))
    return replace(draft, types=types)
