"""JSON annotations in HTML comments: `<!-- { "blockType": "response", "@odata.type": "..." } -->`."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from generator.markdown.blocks import Block, Comment, Fence, Heading
from generator.text import Span

_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
_PAIR = re.compile(r'"([\w@.#]+)"\s*:\s*("(?:[^"\\\n]|\\.)*"|true|false)')


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """One annotation. `kind` is its blockType in lower case, "" where it has none; `data` every key as written.

    `damaged`: the JSON could not be read, and `data` holds only the pairs that stand out of it.
    """

    kind: str
    data: dict[str, Any]
    span: Span
    damaged: bool = False

    def text(self, key: str) -> str | None:
        """The value of a key if it is text that is not empty."""
        value = self.data.get(key)
        return value if isinstance(value, str) and value else None

    def flag(self, key: str) -> bool | None:
        """The value of a key if it is true or false, as JSON or as text."""
        value = self.data.get(key)
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        return value if isinstance(value, bool) else None


class AnnotatedFence(msgspec.Struct, frozen=True, kw_only=True):
    """A code fence with the annotation before it."""

    fence: Fence
    annotation: Annotation | None
    comment: Comment | None
    """The comment that holds the annotation: to be accounted for together with it."""


def read_annotation(comment: Comment) -> Annotation | None:
    """A comment's JSON object; None for a comment that is none."""
    text = comment.text.strip()
    if not text.startswith("{"):
        return None
    data = _loaded(text)
    damaged = data is None
    if data is None:
        data = {key: json.loads(value) for key, value in _PAIR.findall(text) if _is_json(value)}
    kind = data.get("blockType")
    return Annotation(kind=kind.lower() if isinstance(kind, str) else "", data=data, span=comment.span, damaged=damaged)


def annotated_fences(blocks: Sequence[Block]) -> tuple[AnnotatedFence, ...]:
    """The fences among blocks, each with the last annotation since the fence before it; prose may stand between."""
    found: list[AnnotatedFence] = []
    pending: tuple[Annotation, Comment] | None = None
    for block in blocks:
        if isinstance(block, Comment):
            annotation = read_annotation(block)
            pending = pending if annotation is None else (annotation, block)
        elif isinstance(block, Fence):
            annotation, comment = pending or (None, None)
            found.append(AnnotatedFence(fence=block, annotation=annotation, comment=comment))
            pending = None
        elif isinstance(block, Heading):
            pending = None
    return tuple(found)


def _loaded(text: str) -> dict[str, Any] | None:
    for candidate in (text, _mended(text)):
        try:
            data, end = json.JSONDecoder(strict=False).raw_decode(candidate)
        except (ValueError, RecursionError):
            continue
        rest = candidate[end:].strip()
        # Notes for editors may follow the object.
        if isinstance(data, dict) and (not rest or rest.startswith("//")):
            return data
    return None


def _mended(text: str) -> str:
    """Without `//` and `/* */` comments and without trailing commas."""
    text = _STRING_OR_COMMENT.sub(lambda found: found[0] if found[0].startswith('"') else "", text)
    return _TRAILING_COMMA.sub(r"\1", text)


def _is_json(value: str) -> bool:
    try:
        json.loads(value, strict=False)
    except ValueError:
        return False
    return True
