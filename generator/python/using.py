"""What a user's guide of one package shows: this API's own calls and types, one of each kind. Knows sites and symbols.

The guide's words stand in its template. What an API has no instance of is None here and left out there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.model.operations import ParameterPlace
from generator.python.instances import (
    AlternateView,
    EnumView,
    FamilyView,
    OddView,
    actions,
    alternates,
    enums,
    families,
    field_of,
    functions,
    odd,
    references,
)
from generator.python.literals import literal
from generator.python.options import SdkOptions
from generator.python.prose import printable
from generator.python.samples import sample_key, telling_text
from generator.python.sites import BodyForm, CallSite
from generator.python.subject import Subject, chain_code, is_plain
from generator.python.symbols import Symbols


class SubjectView(msgspec.Struct, frozen=True, kw_only=True):
    """The collection that the guide speaks of, as code: `graph.users`, `graph.users["user-id"]`, `User`.

    `create` and the like say what the docs offer; `options` are the arguments of a list.
    """

    node: str
    item: str
    request: str
    """What reads one of it, as replies name it: `GET /users/user-id`."""
    name: str
    model: str
    field: str
    wire: str
    text: str
    """A literal for the field, and `other` a further one. `wire` is the literal of its name in JSON."""
    other: str
    printed: str
    """The text itself, as it is printed."""
    options: str
    selects: bool
    counts: bool
    create: bool
    update: bool
    delete: bool
    delta: bool


class UsingView(msgspec.Struct, frozen=True, kw_only=True):
    """What the guide shows. Each part is None (a call: "") where the API has none."""

    title: str
    package: str
    client: str
    distribution: str
    base_url: str
    subject: SubjectView
    alternate: AlternateView | None
    family: FamilyView | None
    enum: EnumView | None
    odd: OddView | None
    action: str
    function: str
    times: bool
    """The function is given times."""
    bytes: str
    reference: str


def using_view(subject: Subject, symbols: Symbols, sites: Iterable[CallSite], options: SdkOptions) -> UsingView:
    """The guide of a package, which speaks of one of its collections most."""
    known = tuple(sites)
    plain = sorted(
        filter(is_plain, known),
        key=lambda each: (each.chain[: len(subject.chain)] != subject.chain, len(each.chain), each.shape, each.verb),
    )
    function, times = next(functions(plain), ("", False))
    return UsingView(
        title=printable(options.title),
        package=options.package,
        client=options.client,
        distribution=options.package.replace("_", "-"),
        base_url=literal(options.base_url),
        subject=_subject(subject, symbols),
        alternate=next(alternates(known, subject), None),
        family=next(families(plain, symbols), None),
        enum=next(enums(subject.symbol, symbols), None),
        odd=next(odd(subject.symbol, symbols), None),
        action=next(actions(plain), ""),
        function=function,
        times=times,
        bytes=next((chain_code(each.chain) for each in plain if each.gives == "_bytes" and each.method == "get"), ""),
        reference=next(references(plain, subject, symbols), ""),
    )


def _subject(subject: Subject, symbols: Symbols) -> SubjectView:
    calls = subject.calls
    listing, getting = calls["list"], calls["[].get"]
    updating, creating = calls.get("[].update"), calls.get("create")
    sample = telling_text(subject.symbol, symbols, [each for each in (updating, creating) if each is not None])
    assert sample is not None  # a subject has a text
    chosen, text, other = sample
    has = frozenset(each.name for each in listing.parameters if each.place is ParameterPlace.QUERY)
    shown = (f'select=["id", {literal(chosen.name)}]',) * ("select" in has) + ("top=50",) * ("top" in has)
    return SubjectView(
        node=subject.node,
        item=subject.item,
        request=literal(f"GET /{'/'.join(_path(getting))}"),
        name=subject.name,
        model=subject.symbol.class_name,
        field=field_of(subject.symbol, chosen, symbols),
        wire=literal(chosen.name),
        text=literal(text),
        other=literal(other),
        printed=text,
        options=", ".join(shown),
        selects=any(each.name == "select" for each in getting.parameters),
        counts="count" in has,
        create=creating is not None and creating.body is BodyForm.MODEL,
        update=updating is not None and updating.body is BodyForm.MODEL,
        delete="[].delete" in calls,
        delta="delta" in calls and calls["delta"].gives == "_delta",
    )


def _path(site: CallSite) -> Iterator[str]:
    last = ""
    for access, step in zip(site.chain, site.spoken.steps, strict=False):
        if access.name is None:
            yield sample_key(last)[1:-1]
        else:
            last = access.name
            yield printable(step.name or access.name)
