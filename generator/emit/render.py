"""Sheets to files. What black spelled before need not be spelled again; nothing else is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from generator.emit.faults import making_python, rendering
from generator.emit.format import Part, joined, parts
from generator.emit.outputs import OutputFile
from generator.emit.shipped import shipped_templates
from generator.emit.templates import environment
from generator.python.sheets import Sheet, Verbatim

Spelled = Mapping[bytes, str]
"""Parts of files as black spells them, by `Part.key`."""


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """Finished files, sorted by path, and all that black spelled in them."""

    files: tuple[OutputFile, ...]
    spelled: Spelled


def render(
    sheets: Sequence[Sheet | Verbatim], templates: Mapping[str, str], *, jobs: int = 1, known: Spelled | None = None
) -> Rendered:
    """Every file. Two sheets of one path are a bug of the back end and fail. `known` and `jobs` change nothing but time.

    Raises TemplateFaultError for what is wrong with a template that is not the shipped one of its name.
    """
    own = _own(templates)
    made = [each for each in sheets if isinstance(each, Sheet)]
    found = [
        OutputFile(path=each.path, text=each.text, origin=each.origin) for each in sheets if isinstance(each, Verbatim)
    ]
    placed = list(_placed(made, templates, own))
    with making_python(zip(made, placed, strict=True), own):
        spelled = _spelled(placed, known or {}, jobs)
    for sheet, pieces in zip(made, placed, strict=True):
        found.append(OutputFile(path=sheet.path, text=joined(pieces, spelled), origin=sheet.origin))
    found.sort(key=lambda each: each.path)
    for before, after in pairwise(found):
        if before.path == after.path:
            raise ValueError(f"two views want to be {after.path}")
    return Rendered(files=tuple(found), spelled=spelled)


def _spelled(placed: list[list[str | Part]], known: Spelled, jobs: int) -> Spelled:
    wanted = {each.key: each for pieces in placed for each in pieces if isinstance(each, Part)}
    missing = {key: each for key, each in wanted.items() if key not in known}
    kept = {key: known[key] for key in wanted if key in known}
    if not missing:
        return kept
    from generator.emit.spelling import spell  # noqa: PLC0415 - black takes longer to import than many a run

    return kept | spell(missing, jobs)


def _own(templates: Mapping[str, str]) -> frozenset[str]:
    shipped = shipped_templates()
    return frozenset(name for name, text in templates.items() if shipped.get(name) != text)


def _placed(sheets: Sequence[Sheet], templates: Mapping[str, str], own: frozenset[str]) -> Iterator[list[str | Part]]:
    """The pieces of each sheet. A user's own template may lay out as it likes: it is not settled."""
    known = environment(templates)
    for each in sheets:
        with rendering(own, each.context):
            text = known.get_template(each.template).render(each.context)
        yield list(parts(each.path, text, settled=each.settled and each.template not in own))
