"""Front matter: the `key: value` lines between two `---` lines at the top. It is cut off before Markdown is parsed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.markdown import codes
from generator.markdown.blocks import Field
from generator.markdown.bounds import bounded
from generator.markdown.place import Place

_FENCE = re.compile(r"---[ \t]*")
_FIELD = re.compile(r"([A-Za-z][\w.\-@ ]*?)[ \t]*:(?:[ \t]+(.*))?")
_LONGEST = 400
"""Lines to look ahead for the closing `---`: a page without one keeps all its text."""
_STRANGEST = 3
"""Lines that are no field, up to which front matter is still taken for it."""


def read_front_matter(lines: Sequence[str], place: Place) -> tuple[tuple[Field, ...], int]:
    """The fields and the number of lines that belong to them (0: the page has no front matter)."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return (), 0
    last = _closing(lines)
    if last is None:
        message = "the front matter has no closing line"
        place.report(codes.FRONT_MATTER_OPEN.at(place.span(0, 0), message, hint="end it with a line `---`"))
        last = _first_other(lines)
    fields: list[Field] = []
    for index in range(1, last):
        _field(lines[index], index, place, fields)
    closed = last < len(lines) and _FENCE.fullmatch(lines[last])
    return tuple(_read(each, place) for each in fields), last + 1 if closed else last


def _closing(lines: Sequence[str]) -> int | None:
    """The line that ends the front matter; None if what stands before the next `---` is a page."""
    strange = 0
    for index in range(1, min(len(lines), _LONGEST)):
        line = lines[index]
        if _FENCE.fullmatch(line):
            return index if strange <= _STRANGEST else None
        if line.startswith(("##", "|", "```", "<!--")):
            return None
        strange += not (line[:1] in ("", " ", "\t", "-", "#") or _FIELD.fullmatch(line))
    return None


def _first_other(lines: Sequence[str]) -> int:
    """The first line that is no field: where an unclosed block is taken to end."""
    return next((at for at in range(1, len(lines)) if not _FIELD.fullmatch(lines[at])), len(lines))


def _field(line: str, index: int, place: Place, fields: list[Field]) -> None:
    if not line.strip() or line.lstrip().startswith("#"):
        return
    span = place.span(index, index)
    found = _FIELD.fullmatch(line)
    if found:
        fields.append(Field(key=found[1], value=found[2] or "", span=span))
    elif fields and line[0] in " \t-":
        # A YAML list or a folded value: it belongs to the key above it.
        above = fields[-1]
        value = f"{above.value}\n{line.strip().removeprefix('- ')}"
        fields[-1] = Field(key=above.key, value=value, span=above.span)
    else:
        hint = "write `key: value`, one per line"
        place.report(codes.FRONT_MATTER_LINE.at(span, "this front matter line is no `key: value`", hint=hint))


def _read(field: Field, place: Place) -> Field:
    """A field with its lines made one value."""
    first, *more = field.value.split("\n")
    whole = " ".join([first.strip(), *more]).strip()
    if whole[:1] in {"'", '"'} and (len(whole) == 1 or whole[-1] != whole[0]):
        message = "the quote that opens this front matter value is not its last character"
        place.report(codes.FRONT_MATTER_LINE.at(field.span, message, hint="close the quote, or leave it out"))
    value = " ".join([_unquoted(first), *more]).strip()
    return Field(key=field.key, value=bounded(value, field.span, place.report), span=field.span)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    quote, inner = value[0], value[1:-1].strip()
    return inner.replace("''", "'") if quote == "'" else inner.replace('\\"', '"')
