"""The first lines a user types, made of this API's own calls. Knows call sites and counts, no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from generator.model.api import Api
from generator.model.declarations import StructuredType
from generator.model.operations import ParameterPlace
from generator.python.literals import literal
from generator.python.options import SdkOptions
from generator.python.prose import printable
from generator.python.samples import argument_samples, sample_key, sample_model
from generator.python.sites import BodyForm, CallSite
from generator.python.subject import Chain, Subject
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
    guided: bool
    """There is a guide beside it."""


def readme_view(
    api: Api, symbols: Symbols, sites: Iterable[CallSite], options: SdkOptions, subject: Subject | None
) -> ReadmeView:
    """The README of a package. `subject` is what its guide speaks of."""
    known = tuple(sites)
    models_only = (each for each in symbols.by_name.values() if isinstance(each.declaration, StructuredType))
    by_class = {each.class_name: each for each in models_only}
    shown = tuple(_chosen(known, subject, lambda site: _body(site, by_class, symbols)))
    models = sorted({each.body_class for each, _, _ in shown if each.body is BodyForm.MODEL and each.body_class})
    lines = [line for site, write, sample in shown for line in write(site, sample)]
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
        guided=subject is not None,
    )


Write = Callable[[CallSite, str], Iterator[str]]


def _chosen(
    sites: tuple[CallSite, ...], subject: Subject | None, body: Callable[[CallSite], str | None]
) -> Iterator[tuple[CallSite, Write, str]]:
    """One call of each kind that can be written out whole: the subject's own, or else the one with the shortest chain."""
    about = subject.chain if subject is not None else ()
    plain = (
        each for each in sites if not any(step.name and step.arguments for step in each.chain) and not _demands(each)
    )
    ordered = sorted(plain, key=lambda each: (*_distance(each, about), each.shape, each.verb))
    for suits, write in _KINDS:
        suited = ((each, body(each)) for each in ordered if suits(each))
        found = next(((each, sample) for each, sample in suited if sample is not None), None)
        if found is not None:
            yield found[0], write, found[1]


def _body(site: CallSite, by_class: Mapping[str, Symbol], symbols: Symbols) -> str | None:
    """What the call is given as its body; "" for nothing, None where no sample of it can be written."""
    match site.body:
        case BodyForm.NONE:
            return ""
        case BodyForm.MODEL:
            symbol = by_class.get(site.body_class or "")
            return None if symbol is None else sample_model(symbol, symbols, site)
        case BodyForm.PARAMETERS:
            return ", ".join(argument_samples(site)) or None
        case _:
            return None


def _distance(site: CallSite, about: Chain) -> tuple[bool, int, int]:
    literal_keys = sum(each.literal is not None for each in site.chain)
    return site.chain[: len(about)] != about, len(site.chain), literal_keys


def _demands(site: CallSite) -> bool:
    """The call needs more than its body and its keys."""
    return any(each.required and each.place != ParameterPlace.BODY for each in site.parameters)


def _call(site: CallSite, arguments: str = "") -> str:
    code, last = "graph", ""
    for each in site.chain:
        if each.name is None:
            code += f"[{sample_key(last) if each.literal is None else literal(each.literal)}]"
        else:
            code += f".{each.name}"
            last = each.name
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


def _action(site: CallSite, sample: str) -> Iterator[str]:
    yield _call(site, sample)


_KINDS: tuple[tuple[Callable[[CallSite], bool], Write], ...] = (
    (lambda each: each.method == "list", _list),
    (lambda each: each.method == "get" and bool(each.chain) and each.chain[-1].name is None, _get),
    (lambda each: each.method == "create" and each.body is BodyForm.MODEL, _create),
    (lambda each: each.method == "update" and each.body is BodyForm.MODEL, _update),
    (lambda each: each.body is BodyForm.PARAMETERS, _action),
)
