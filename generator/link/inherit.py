"""Pass: base types, by what pages say: a sentence, the annotation, the base's page, rows marked as inherited, best first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import msgspec

from generator.diagnostics import Label, Report
from generator.facts.written import WrittenName
from generator.link.draft import Defining, Draft
from generator.link.references import report_doubts
from generator.link.type_codes import BASE_CONFLICT, BASE_CYCLE, UNRESOLVED_BASE
from generator.model.declarations import Inference
from generator.model.indexes.hierarchy import Hierarchy, hierarchy_of
from generator.text import Span

Stated = tuple[str, Span]
"""A base's qualified name and where it is stated."""


def inherit(draft: Draft, report: Report) -> Draft:
    """Give every type its base, then cut cycles."""
    _check_rows(draft, report)
    stated = {name: found for name in draft.defining if (found := stated_base(draft, name, report)) is not None}
    bases = {name: base for name, (base, _) in stated.items()}
    claimed = _claimed(draft, bases)
    bases |= claimed
    known = hierarchy_of(msgspec.structs.replace(each, base=bases.get(name)) for name, each in draft.types.items())
    by_rows = {name: base for name in draft.types if (base := _base_of_rows(draft, name, bases.get(name), known))}
    bases = _acyclic(bases | by_rows, draft, report)
    types = {}
    for name, each in draft.types.items():
        reasons = each.inferences
        if name in stated and name in bases and stated[name][0] != bases[name]:
            by = "the base's page says that" if name in claimed else "its rows say that"
            report_overruled(name, stated[name], bases[name], by, report)
        if name in claimed and bases.get(name) == claimed[name]:
            reasons += (Inference(rule="derived-types", reason=f"the page of {claimed[name]} says so"),)
        if name in by_rows and name in bases:
            reasons += (Inference(rule="inherited-rows", reason=f"rows are marked as inherited from {bases[name]}"),)
        types[name] = msgspec.structs.replace(each, base=bases.get(name), inferences=reasons)
    return replace(draft, types=types)


def _check_rows(draft: Draft, report: Report) -> None:
    """What rows say they are inherited from, and what methods return, as far as it is doubtful."""
    for part in (part for parts in draft.defining.values() for part in parts):
        for method in part.facts.methods:
            if method.returns is not None:
                report_doubts(draft.names, method.returns.type, part.place, method.returns.span, report)
        for row in (*part.facts.properties, *part.facts.relationships):
            if row.inherited_from is not None:
                report_doubts(draft.names, row.inherited_from, part.place, row.span, report)


def report_overruled(name: str, stated: Stated, base: str, by: str, report: Report) -> None:
    """A base that the type's own pages state, and that others know better."""
    message = f"the page says {name!r} derives from {stated[0]!r}, {by} it derives from {base!r}"
    report(BASE_CONFLICT.at(stated[1], message, hint="name the nearest base"))


def stated_base(draft: Draft, name: str, report: Report) -> Stated | None:
    """The base that the pages of a type state: in a sentence, else in an annotation."""
    parts = draft.defining.get(name, ())
    prose = [found for part in parts if (found := _from_prose(draft, name, part, report))]
    noted = [found for part in parts if (found := _from_annotation(draft, name, part, report))]
    if prose and noted and prose[0][0] != noted[0][0]:
        report(
            BASE_CONFLICT.at(
                noted[0][1],
                f"the annotation says {name!r} derives from {noted[0][0]!r}, the text says {prose[0][0]!r}",
                labels=(Label(span=prose[0][1], message="the text is believed"),),
            )
        )
    return next(iter((*prose, *noted)), None)


def _from_prose(draft: Draft, name: str, part: Defining, report: Report) -> Stated | None:
    for each in part.facts.bases:
        if isinstance(found := draft.names.type(each.type, part.place), msgspec.Struct) and str(found) in draft.types:
            if str(found) != name:
                report_doubts(draft.names, each.type, part.place, each.span, report)
                return str(found), each.span
        else:
            report(
                UNRESOLVED_BASE.at(each.span, f"the base of {name!r} is not a type that a page defines: {str(found)!r}")
            )
    return None


def _from_annotation(draft: Draft, name: str, part: Defining, report: Report) -> Stated | None:
    for block in part.facts.representations:
        if not block.base_type:
            continue
        written = WrittenName(name=block.base_type)
        found = draft.names.item(written, part.place)
        if str(found) in draft.types and str(found) != name:
            report_doubts(draft.names, written, part.place, block.span, report)
            return str(found), block.span
        if str(found) != name:
            report(
                UNRESOLVED_BASE.at(
                    block.span, f"the base of {name!r} is not a type that a page defines: {block.base_type!r}"
                )
            )
    return None


def _claimed(draft: Draft, stated: dict[str, str]) -> dict[str, str]:
    """Bases by the word of the base's page, for types whose own pages state none but the root entity."""
    found: dict[str, str] = {}
    for base, parts in draft.defining.items():
        for part in parts:
            for each in part.facts.derived:
                name = str(draft.names.type(each.type, part.place))
                if name in draft.types and name != base and stated.get(name) in (None, draft.conventions.root_entity):
                    found.setdefault(name, base)
    return found


def _base_of_rows(draft: Draft, name: str, base: str | None, known: Hierarchy) -> str | None:
    """The nearest of the types that rows are marked as inherited from, where nothing better than the root entity is stated."""
    if base is not None and base != draft.conventions.root_entity:
        return None
    marked: Counter[str] = Counter()
    for part in draft.defining[name]:
        for row in (*part.facts.properties, *part.facts.relationships):
            if row.inherited_from is not None and (found := draft.names.linked(row.inherited_from, part.place)):
                marked[found] += 1
    names = [each for each in marked if each != name and each in draft.types and name not in known.lineage(each)]
    if not names:
        return None
    best = min(names, key=lambda each: (-len(set(known.lineage(each)) & set(names)), -marked[each], each))
    return None if best == base else best


def _acyclic(bases: dict[str, str], draft: Draft, report: Report) -> dict[str, str]:
    """Without the link that closes a cycle: the one of the cycle's last type in name order."""
    kept = dict(bases)
    for name in sorted(bases):
        chain = [name]
        while (following := kept.get(chain[-1])) is not None and following not in chain:
            chain.append(following)
        if following is not None:
            last = max(chain[chain.index(following) :])
            report(BASE_CYCLE.at(draft.types[last].sources[0], f"{last!r} inherits from itself through {kept[last]!r}"))
            del kept[last]
    return kept
