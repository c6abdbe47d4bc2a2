"""What documents of a package speak of: the collection under which most is documented, and its own calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.operations import ParameterPlace
from generator.model.types import Collection, Named, item_of
from generator.python.naming import snake
from generator.python.samples import sample_key, writable_texts
from generator.python.sites import Access, BodyForm, CallSite
from generator.python.symbols import Symbol, Symbols
from generator.python.words import singular, words

Chain = tuple[Access, ...]
_ITEM = Access(name=None, arguments=1)
_TAKEN = frozenset(
    [
        *(
            "asyncio",
            "batch",
            "chosen",
            "content",
            "delta",
            "download",
            "dt",
            "each",
            "error",
            "first",
            "found",
            "graph",
        ),
        *(
            "link",
            "made",
            "main",
            "many",
            "odd",
            "one",
            "os",
            "page",
            "patient",
            "problem",
            "response",
            "service",
            "some",
            "token",
        ),
    ]
)
"""Names that documents use themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A collection that can be listed, and whose items can be read. `calls` are those of the collection by method, those
    of an item as `[].get`.
    """

    chain: Chain
    symbol: Symbol
    calls: Mapping[str, CallSite]

    @property
    def name(self) -> str:
        """What one of the collection is called in code."""
        parts = words(self.chain[-1].name or "")
        made = snake("_".join((*parts[:-1], singular(parts[-1]))))
        return f"one_{made}" if made in _TAKEN else made

    @property
    def node(self) -> str:
        return chain_code(self.chain)

    @property
    def item(self) -> str:
        return chain_code((*self.chain, _ITEM))


def subject_of(sites: Iterable[CallSite], symbols: Symbols) -> Subject | None:
    """The collection of which most kinds of calls are documented; of several, the shortest; then the one below which most
    is. None where nothing can be listed and read by key.
    """
    known = tuple(sites)
    grouped: dict[Chain, dict[str, CallSite]] = {}
    below: dict[str | None, int] = {}
    for site in known:
        below[site.area] = below.get(site.area, 0) + 1
        for chain, method in ((site.chain, site.method), (site.chain[:-1], f"[].{site.method}")):
            if (
                chain
                and is_plain(site)
                and chain[-1].name is not None
                and (method[:2] != "[]" or site.chain[-1] == _ITEM)
            ):
                grouped.setdefault(chain, {})[method] = site
    suited = sorted(
        (
            sum(-_suits(method, site) for method, site in calls.items()),
            len(chain),
            -below[calls["list"].area],
            str(chain),
        )
        for chain, calls in grouped.items()
        if {"list", "[].get"} <= calls.keys() and _item_symbol(calls["list"], symbols) is not None
    )
    for *_, text in suited:
        chain = next(each for each in grouped if str(each) == text)
        symbol = _item_symbol(grouped[chain]["list"], symbols)
        if symbol is not None and any(writable_texts(symbol, symbols)):
            return Subject(chain=chain, symbol=symbol, calls=grouped[chain])
    return None


def _suits(method: str, site: CallSite) -> bool:
    wanted = {"list", "create", "[].get", "[].update", "[].delete"}
    return method in wanted and (site.body in (BodyForm.MODEL, BodyForm.NONE))


def _item_symbol(site: CallSite, symbols: Symbols) -> Symbol | None:
    """The class of what a list gives."""
    ref = site.spoken.response.type
    item = item_of(ref) if isinstance(ref, Collection) else ref
    found = symbols.find(item.name) if isinstance(item, Named) else None
    return found if found is not None and not found.is_enum else None


def is_plain(site: CallSite) -> bool:
    """The call is written with names and keys alone, needs no more than those and its body, and is not on its way out."""
    if all(each.operation.deprecation is not None for each in site.spoken.documents):
        return False
    return not any((step.name and step.arguments) or step.literal is not None for step in site.chain) and not any(
        each.required and each.place not in (ParameterPlace.BODY, ParameterPlace.FUNCTION) for each in site.parameters
    )


def chain_code(chain: Chain) -> str:
    """`graph.users["user-id"].messages`."""
    code, last = "graph", ""
    for each in chain:
        if each.name is None:
            code += f"[{sample_key(last)}]"
        else:
            code += f".{each.name}"
            last = each.name
    return code
