"""What a name that a person typed may mean: a path, a type, a member of one, a page, an action."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from generator.cli.show.declarations import declaration_sheets, member_sheet, property_sheet
from generator.cli.show.layout import Sheet
from generator.cli.show.operations import call_sheet
from generator.dialect import Profile
from generator.extract.path_text import ServiceRoot, read_template
from generator.model.api import Api
from generator.model.declarations import Declaration, StructuredType, short
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.hierarchy import hierarchy

_REQUEST = re.compile(r"(?:(GET|POST|PATCH|PUT|DELETE)\s+)?(/?\S*)", re.IGNORECASE)


def find(api: Api, profile: Profile, name: str) -> tuple[Sheet, ...]:
    """The sheets of everything that `name` means, by the first reading that finds something; case does not matter."""
    verb, path = _request(name)
    if path is not None:
        root = ServiceRoot(hosts=profile.words.http.hosts, versions=profile.words.http.versions)
        read = read_template(path, root).path
        shape = None if read is None else read.shape
        return tuple(call_sheet(each) for each in calls(api) if each.shape == shape and verb in {"", each.verb})
    for reading in (_declarations, _members, _pages, _named_calls, _anyones_members):
        found = tuple(reading(api, name.lower()))
        if found:
            return found
    return ()


def nearest(api: Api, name: str) -> tuple[str, ...]:
    """Up to five names or requests that exist and look like `name`."""
    if _request(name)[1] is not None:
        known = {f"{each.verb} {each.path}".lower(): f"{each.verb} {each.path}" for each in calls(api)}
    else:
        known = {each.lower(): each for each in _names(api)}
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


def _declarations(api: Api, name: str) -> Iterator[Sheet]:
    return declaration_sheets(api, _named(api, name))


def _members(api: Api, name: str) -> Iterator[Sheet]:
    owner, _, member = name.replace("/", ".").rpartition(".")
    relatives = hierarchy(api)
    for each in _named(api, owner):
        if isinstance(each, StructuredType):
            for declaring, one in relatives.properties(each.name):
                if one.name.lower() == member:
                    yield property_sheet(relatives.types[declaring], one)
        else:
            yield from (member_sheet(each, one) for one in each.members if one.name.lower() == member)


def _pages(api: Api, name: str) -> Iterator[Sheet]:
    page = name.removesuffix(".md")
    wanted = {each.id for each in api.operations if page in {each.id.lower(), each.page.lower().removesuffix(".md")}}
    return (
        _sheets(each for each in calls(api) if any(one.operation.id in wanted for one in each.documents))
        if wanted
        else iter(())
    )


def _named_calls(api: Api, name: str) -> Iterator[Sheet]:
    return _sheets(each for each in calls(api) if each.name and name in {each.name.lower(), short(each.name).lower()})


def _anyones_members(api: Api, name: str) -> Iterator[Sheet]:
    for owner in api.types:
        yield from (property_sheet(owner, one) for one in owner.properties if one.name.lower() == name)
    for enum in api.enums:
        yield from (member_sheet(enum, one) for one in enum.members if one.name.lower() == name)


def _sheets(found: Iterable[Call]) -> Iterator[Sheet]:
    return (call_sheet(each) for each in found)
