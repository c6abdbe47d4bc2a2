"""The first lines a user types, made of this API's own calls. Knows call sites and counts, no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from generator.model.api import Api
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive
from generator.python.naming import member_name
from generator.python.options import SdkOptions
from generator.python.prose import printable
from generator.python.sites import BodyForm, CallSite
from generator.python.symbols import Symbol, Symbols


class ReadmeView(msgspec.Struct, frozen=True, kw_only=True):
    """What the README tells of one package."""

    title: str
    package: str
    client: str
    distribution: str
    counts: str
    models: str
    """What the lines import; "" for none."""
    lines: tuple[str, ...]


def readme_view(api: Api, symbols: Symbols, sites: Iterable[CallSite], options: SdkOptions) -> ReadmeView:
    """The README of a package."""
    known = tuple(sites)
    shown = tuple(_chosen(known))
    models = sorted({each.body_class for each, _ in shown if each.body_class is not None and each.method != "list"})
    samples = {
        each.class_name: _sample(each, symbols) for each in symbols.by_name.values() if each.class_name in models
    }
    lines = [line for site, write in shown for line in write(site, samples.get(site.body_class or "", ""))]
    return ReadmeView(
        title=printable(options.title),
        package=options.package,
        client=options.client,
        distribution=options.package.replace("_", "-"),
        counts=", ".join(
            f"{number} {what}" + ("" if number == 1 else "s")
            for number, what in ((len(known), "call"), (len(api.types), "type"), (len(api.enums), "enumeration"))
        ),
        models=", ".join(models),
        lines=tuple(lines),
    )


Write = Callable[[CallSite, str], Iterator[str]]


def _chosen(sites: tuple[CallSite, ...]) -> Iterator[tuple[CallSite, Write]]:
    """One call of each kind: the one with the shortest chain."""
    ordered = sorted(sites, key=lambda each: (len(each.chain), _literal_keys(each), each.shape, each.verb))
    for suits, write in _KINDS:
        found = next((each for each in ordered if suits(each)), None)
        if found is not None:
            yield found, write


def _sample(symbol: Symbol, symbols: Symbols) -> str:
    """`User(display_name="...")`: a model with its first text that can be written."""
    for _, each in symbols.lines.properties(symbol.declaration.name):
        is_text = isinstance(each.type, Primitive) and each.type.name is PrimitiveName.STRING
        if is_text and not each.markers.read_only and each.name != "id" and not each.name.startswith("@"):
            return f'{symbol.class_name}({member_name(each.name)}="...")'
    return f"{symbol.class_name}(...)"


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


def _list(site: CallSite, _sample: str) -> Iterator[str]:
    top = "top=10" if any(each.name == "top" for each in site.parameters) else ""
    yield f"for each in {_call(site, top)}:  # pages are fetched as you iterate"
    yield "    print(each)"


def _get(site: CallSite, _sample: str) -> Iterator[str]:
    yield f"found = {_call(site)}"
    yield "found.to_dict()"


def _create(site: CallSite, sample: str) -> Iterator[str]:
    yield f"made = {_call(site, sample)}"


def _update(site: CallSite, sample: str) -> Iterator[str]:
    yield f"{_call(site, sample)}  # sends what was set or changed, nothing else"


def _action(site: CallSite, _sample: str) -> Iterator[str]:
    names = [f"{each.name}=..." for each in site.parameters if each.keyword and each.place == "body"][:2]
    yield _call(site, ", ".join(names))


_KINDS: tuple[tuple[Callable[[CallSite], bool], Write], ...] = (
    (lambda each: each.method == "list" and not _required(each), _list),
    (lambda each: each.method == "get" and bool(each.chain) and each.chain[-1].name is None, _get),
    (lambda each: each.method == "create" and each.body is BodyForm.MODEL, _create),
    (lambda each: each.method == "update" and each.body is BodyForm.MODEL, _update),
    (lambda each: each.body is BodyForm.PARAMETERS, _action),
)
