"""What a name that a person typed may mean: a path, a type, a member of one, a page, an action."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from generator.cli.show.declarations import declaration_sheet, member_sheet, property_sheet
from generator.cli.show.layout import Sheet
from generator.cli.show.operations import call_sheet
from generator.cli.show.subject import Subject
from generator.extract.path_text import ServiceRoot, read_template
from generator.model.api import Api
from generator.model.declarations import Declaration, StructuredType, short
from generator.model.indexes.calls import Call

_REQUEST = re.compile(r"(?:(GET|POST|PATCH|PUT|DELETE)\s+)?(/?\S*)", re.IGNORECASE)


def find(subject: Subject, name: str) -> tuple[Sheet, ...]:
    """The sheets of everything that `name` means, by the first reading that finds something; case does not matter."""
    verb, path = _request(name)
    if path is not None:
        words = subject.profile.words.http
        root = ServiceRoot(hosts=words.hosts, versions=words.versions)
        read = read_template(path, root).path
        shape = None if read is None else read.shape
        return _sheets(subject, (each for each in subject.calls if each.shape == shape and verb in {"", each.verb}))
    for reading in (_declarations, _members, _pages, _named_calls, _anyones_members):
        found = tuple(reading(subject, name.lower()))
        if found:
            return found
    return ()


def nearest(subject: Subject, name: str) -> tuple[str, ...]:
    """Up to five names or requests that exist and look like `name`."""
    if _request(name)[1] is not None:
        known = {f"{each.verb} {each.path}".lower(): f"{each.verb} {each.path}" for each in subject.calls}
    else:
        known = {each.lower(): each for each in _names(subject.api)}
    return tuple(known[each] for each in difflib.get_close_matches(name.lower(), known, n=5))


def _request(name: str) -> tuple[str, str | None]:
    match = _REQUEST.fullmatch(name.strip())
    if match is None or not (match[1] or match[2].startswith("/")):
        return "", None
    return (match[1] or "").upper(), match[2]


def _names(api: Api) -> Iterator[str]:
    for each in api.types:
        yield short(each.name)
        yield from (f"{short(each.name)}.{one.name}" for one in each.properties)
    for enum in api.enums:
        yield short(enum.name)
        yield from (f"{short(enum.name)}.{one.name}" for one in enum.members)
    yield from (each.name for each in api.operations if each.name)


def _named(api: Api, name: str) -> tuple[Declaration, ...]:
    everything: Iterable[Declaration] = (*api.types, *api.enums)
    return tuple(each for each in everything if name in {each.name.lower(), short(each.name).lower()})


def _declarations(subject: Subject, name: str) -> Iterator[Sheet]:
    return (declaration_sheet(subject, each) for each in _named(subject.api, name))


def _members(subject: Subject, name: str) -> Iterator[Sheet]:
    owner, _, member = name.replace("/", ".").rpartition(".")
    relatives = subject.relatives
    for each in _named(subject.api, owner):
        if isinstance(each, StructuredType):
            for declaring, one in relatives.properties(each.name):
                if one.name.lower() == member:
                    yield property_sheet(subject, relatives.types[declaring], one, each)
        else:
            yield from (member_sheet(each, one) for one in each.members if one.name.lower() == member)


def _pages(subject: Subject, name: str) -> Iterator[Sheet]:
    page = name.removesuffix(".md")
    wanted = {
        each.id for each in subject.api.operations if page in {each.id.lower(), each.page.lower().removesuffix(".md")}
    }
    documented = (call for call in subject.calls if any(one.operation.id in wanted for one in call.documents))
    yield from _sheets(subject, documented) if wanted else ()


def _named_calls(subject: Subject, name: str) -> Iterator[Sheet]:
    named = (each for each in subject.calls if each.name and name in {each.name.lower(), short(each.name).lower()})
    yield from _sheets(subject, named)


def _anyones_members(subject: Subject, name: str) -> Iterator[Sheet]:
    for owner in subject.api.types:
        yield from (property_sheet(subject, owner, one) for one in owner.properties if one.name.lower() == name)
    for enum in subject.api.enums:
        yield from (member_sheet(enum, one) for one in enum.members if one.name.lower() == name)


def _sheets(subject: Subject, found: Iterable[Call]) -> tuple[Sheet, ...]:
    return tuple(call_sheet(subject, each) for each in found)
