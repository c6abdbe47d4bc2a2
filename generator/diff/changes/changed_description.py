"""A description in other words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, first, page_source, subject_of, summary_source
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import StructuredType, short
from generator.model.indexes.calls import Call
from generator.model.indexes.hierarchy import Hierarchy
from generator.text import Span


@change(Happening.CHANGED, Judgement.DOCS)
def changed_description(pairs: Pairs) -> Iterator[Difference]:
    """The description of a type, property, enum, member or operation was reworded.

    Callers see no difference but in docstrings. White space does not count. What a type's own page
    says of a property that it inherits is a description of its own.

    Before: "The score." After: "The score of the answer, from 0 to 1."
    """
    yield from _declarations(pairs)
    yield from _restated(pairs)
    for owner, properties in pairs.properties():
        for name, before, after in properties.kept():
            one, other = (before.description, first(before.sources)), (after.description, first(after.sources))
            yield from _reworded(subject_of(after), (owner, name), one, other)
    for owner, members in pairs.members():
        for name, told, tells in members.kept():
            one, other = (told.description, first(told.sources)), (tells.description, first(tells.sources))
            yield from _reworded(Subject.MEMBER, (owner, name), one, other)
    for _, called, call in pairs.calls.kept():
        one, other = _said_of(called), _said_of(call)
        if called.documents[0].operation.id == call.documents[0].operation.id:
            yield from _reworded(Subject.OPERATION, (None, call_name(call)), one, other)


Told = tuple[str, Span | None]


def _said_of(call: Call) -> Told:
    """The words of the first page, and where they stand."""
    first_page = call.documents[0].operation
    return first_page.summary, first_page.summary_span or page_source(call)


def _declarations(pairs: Pairs) -> Iterator[Difference]:
    for name, old, new in pairs.types.kept():
        one, other = (old.summary, summary_source(old)), (new.summary, summary_source(new))
        yield from _reworded(Subject.TYPE, (name, name), one, other)
    for name, was, now in pairs.enums.kept():
        one, other = (was.summary, summary_source(was)), (now.summary, summary_source(now))
        yield from _reworded(Subject.ENUM, (name, name), one, other)


def _restated(pairs: Pairs) -> Iterator[Difference]:
    """Inherited properties of which a type's own pages say something else than before, or no longer say anything."""
    for name, old, new in pairs.types.kept():
        for each in dict.fromkeys(one.name for one in (*old.restated, *new.restated)):
            one, other = _inherited(pairs.old_lines, old, each), _inherited(pairs.new_lines, new, each)
            if one is not None and other is not None:
                yield from _reworded(Subject.PROPERTY, (name, each), one, other)


def _inherited(lines: Hierarchy, declared: StructuredType, name: str) -> Told | None:
    """What is said of a property of a type: by the type itself, by its nearest base that does, or where it is declared."""
    found = next((each for _, each in lines.properties(declared.name) if each.name == name), None)
    if found is None:
        return None
    restated = lines.restated(declared.name, name)
    nearest = [each for owner, each in restated if owner == restated[0][0]]
    if not nearest:
        return found.description, first(found.sources)
    return " ".join(each.description for each in nearest), first(nearest[0].sources)


def _reworded(subject: Subject, named: tuple[str | None, str], old: Told, new: Told) -> Iterator[Difference]:
    if old[0].split() == new[0].split():
        return
    owner, name = named
    label = name if owner is None else short(owner) if owner == name else f"{short(owner)}.{name}"
    yield Difference(
        subject=subject,
        type=owner,
        name=name,
        message=f"{label} is described in other words",
        old={"description": old[0]},
        new={"description": new[0]},
        old_source=old[1],
        new_source=new[1],
        part=None
        if owner is None or owner == name
        else Part(of=f"described in other words in {short(owner)}", item=name),
    )
