"""The machine form. `generator/schemas/diff.schema.json` describes it, and version 1 is a promise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from generator.diff.model import Bump, Change, Happening, Judgement, Subject
from generator.diff.render.section import Section, largest
from generator.text import Span

VERSION = 1
_ORDER = tuple(Judgement)
_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


class Place(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    line: int


class ChangeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One change as scripts read it; `sdks` are those that it concerns, where several are compared."""

    change: Happening
    kind: Subject
    type: str | None
    name: str
    judgement: Judgement
    code: str
    message: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    old_source: Place | None
    new_source: Place | None
    fingerprint: str
    sdks: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


class DiffDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The whole comparison; `old` and `new` are the states as the caller named them. Where several SDKs are compared, `bump` is
    the largest of their steps, and `sdks` has each of them.
    """

    version: int
    old: str
    new: str
    bump: Bump
    changes: tuple[ChangeRecord, ...]
    sdks: dict[str, Bump] | msgspec.UnsetType = msgspec.UNSET


def render_json(sections: Sequence[Section], old: str, new: str) -> str:
    """The comparison as one indented JSON document."""
    bumps = {name: each.found.bump for each in sections for name in each.names}
    several = len(bumps) > 1
    document = DiffDocument(
        version=VERSION,
        old=old,
        new=new,
        bump=largest(bumps.values()),
        changes=_together(sections) if several else tuple(map(_record, sections[0].found.changes)),
        sdks=bumps if several else msgspec.UNSET,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _together(sections: Sequence[Section]) -> tuple[ChangeRecord, ...]:
    """The changes of all, the most serious first; one that concerns several is one."""
    concerned: dict[bytes, tuple[ChangeRecord, list[str]]] = {}
    for section in sections:
        for each in map(_record, section.found.changes):
            concerned.setdefault(msgspec.json.encode(each), (each, []))[1].extend(section.names)
    records = [msgspec.structs.replace(each, sdks=tuple(names)) for each, names in concerned.values()]
    return tuple(sorted(records, key=lambda each: _ORDER.index(each.judgement)))


def _record(each: Change) -> ChangeRecord:
    return ChangeRecord(
        change=each.change,
        kind=each.kind,
        type=each.type,
        name=each.name,
        judgement=each.judgement,
        code=each.code,
        message=each.message,
        old=each.old,
        new=each.new,
        old_source=_place(each.old_source),
        new_source=_place(each.new_source),
        fingerprint=each.fingerprint,
    )


def diff_schema() -> dict[str, Any]:
    """The JSON Schema of the document, derived from the structs: a test holds the published file to it."""
    return _DIALECT | msgspec.json.schema(DiffDocument)


def _place(span: Span | None) -> Place | None:
    return None if span is None else Place(path=span.path, line=span.line)
