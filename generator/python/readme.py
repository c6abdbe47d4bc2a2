"""The first lines a user types, made of this API's own calls. Knows call sites and counts, no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from generator.model.api import Api
from generator.python.options import SdkOptions
from generator.python.prose import printable
from generator.python.sites import BodyForm, CallSite


class ReadmeView(msgspec.Struct, frozen=True, kw_only=True):
    """What the README tells of one package."""

    title: str
    package: str
    client: str
    distribution: str
    counts: str
    lines: tuple[str, ...]


def readme_view(api: Api, sites: Iterable[CallSite], options: SdkOptions) -> ReadmeView:
    """The README of a package."""
    known = tuple(sites)
    return ReadmeView(
        title=printable(options.title),
        package=options.package,
        client=options.client,
        distribution=options.package.replace("_", "-"),
        counts=f"{len(known)} calls, {len(api.types)} types, {len(api.enums)} enumerations",
        lines=tuple(_lines(known)),
    )


def _lines(sites: tuple[CallSite, ...]) -> Iterator[str]:
    """One line of each kind of call, of the shortest chain that has it."""
    ordered = sorted(sites, key=lambda each: (len(each.chain), _literal_keys(each), each.shape, each.verb))
    taken: set[str] = set()
    for suits, write in _KINDS:
        found = next((each for each in ordered if suits(each) and each.shape not in taken), None)
        if found is not None:
            taken.add(found.shape)
            yield from write(found)


def _literal_keys(site: CallSite) -> int:
    return sum(each.literal is not None for each in site.chain)


def _required(site: CallSite) -> bool:
    return any(each.required for each in site.parameters)


def _call(site: CallSite, arguments: str = "") -> str:
    code = "graph"
    for each in site.chain:
        if each.name is None:
            code += f'["{each.literal or "id"}"]' if each.literal is None else f"[{each.literal!r}]"
        else:
            code += f".{each.name}" + (f"({', '.join(['...'] * each.arguments)})" if each.arguments else "")
    return f"{code}.{site.method}({arguments})"


def _list(site: CallSite) -> Iterator[str]:
    top = "top=10" if any(each.name == "top" for each in site.parameters) else ""
    yield f"for each in {_call(site, top)}:  # pages are fetched as you iterate"
    yield "    print(each)"


def _get(site: CallSite) -> Iterator[str]:
    yield f"found = {_call(site)}"
    yield "found.to_dict()"


def _create(site: CallSite) -> Iterator[str]:
    yield f"made = {_call(site, f'{site.body_class}(...)')}"


def _update(site: CallSite) -> Iterator[str]:
    yield f"{_call(site, f'{site.body_class}(...)')}  # sends what was set or changed, nothing else"


def _action(site: CallSite) -> Iterator[str]:
    names = [f"{each.name}=..." for each in site.parameters if each.keyword and each.place == "body"][:2]
    yield _call(site, ", ".join(names))


_KINDS: tuple[tuple[Callable[[CallSite], bool], Callable[[CallSite], Iterator[str]]], ...] = (
    (lambda each: each.method == "list" and not _required(each), _list),
    (lambda each: each.method == "get" and bool(each.chain) and each.chain[-1].name is None, _get),
    (lambda each: each.method == "create" and each.body is BodyForm.MODEL, _create),
    (lambda each: each.method == "update" and each.body is BodyForm.MODEL, _update),
    (lambda each: each.body is BodyForm.PARAMETERS, _action),
)
