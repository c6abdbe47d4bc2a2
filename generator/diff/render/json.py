"""The machine form. `generator/schemas/diff.schema.json` describes it, and version 1 is a promise."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.diff.compare import Comparison
from generator.diff.model import Bump, Happening, Judgement, Subject
from generator.text import Span

VERSION = 1
_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


class Place(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    line: int


class ChangeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One change as scripts read it."""

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


class DiffDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The whole comparison; `old` and `new` are the states as the caller named them."""

    version: int
    old: str
    new: str
    bump: Bump
    changes: tuple[ChangeRecord, ...]


def render_json(found: Comparison, old: str, new: str) -> str:
    """The comparison as one indented JSON document."""
    records = tuple(
        ChangeRecord(
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
        for each in found.changes
    )
    document = DiffDocument(version=VERSION, old=old, new=new, bump=found.bump, changes=records)
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def diff_schema() -> dict[str, Any]:
    """The JSON Schema of the document, derived from the structs: a test holds the published file to it."""
    return _DIALECT | msgspec.json.schema(DiffDocument)


def _place(span: Span | None) -> Place | None:
    return None if span is None else Place(path=span.path, line=span.line)
