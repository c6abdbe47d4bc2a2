"""Which documented call an example's URL is, and what its placeholders hold. Knows paths and calls, no Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from generator.model.indexes.calls import Call as DocumentedCall
from generator.model.operations import OperationKind, ParameterPlace
from generator.model.paths import Address, Argument, Call, Key, Name, Path, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A call with the text that each placeholder of its path has in the URL, in the order of `Path.placeholders`.

    `named` are arguments that the URL gives to a function whose documented path leaves them out, by wire name.
    """

    call: DocumentedCall
    values: tuple[str, ...]
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A call with what comparing it to a URL takes."""

    call: DocumentedCall
    listed: tuple[str, ...]
    bare: bool
    """Whether its path may be written without the parameters that are listed."""
    rank: tuple[int, str]
    """Of several that fit, the least is the call: the one with the most literal segments."""


class Matcher:
    """Finds calls by URL. Built once over all calls; look-ups compare only calls of the same verb, length, beginning and end."""

    def __init__(self, found: Iterable[DocumentedCall]) -> None:
        self._candidates: dict[_Bucket, list[_Candidate]] = {}
        self._known: dict[tuple[str, Path], Match | None] = {}
        for call in found:
            if not call.path.segments:
                continue  # the root itself, which has no name that a URL could be told by
            listed = _listed_by(call)
            bare = not listed or _may_be_bare(call)
            made = _Candidate(call, listed, bare, (-_literals(call.path), call.shape))
            self._candidates.setdefault(_bucket(call.verb.value, call.path, _end(call.path)), []).append(made)

    def find(self, verb: str, url: Path) -> Match | None:
        """The call that the URL fits with the most literal segments; None: no page documents one."""
        key = (verb, url)
        if key not in self._known:
            self._known[key] = self._found(verb, url) if url.segments else None
        return self._known[key]

    def _found(self, verb: str, url: Path) -> Match | None:
        best: tuple[_Candidate, tuple[str, ...]] | None = None
        for end in {_end(url), None}:
            for each in self._candidates.get(_bucket(verb, url, end), ()):
                if best is not None and best[0].rank < each.rank:
                    continue
                values = align(url, each.call.path, each.listed)
                if values is not None and (each.bare or isinstance(url.segments[-1], Call)):
                    best = each, values
        return Match(call=best[0].call, values=best[1]) if best else None


def _may_be_bare(call: DocumentedCall) -> bool:
    """Whether the function's one parameter may be left out."""
    found = [each for each in call.parameters if each.place is ParameterPlace.FUNCTION]
    return len(found) == 1 and found[0].markers.optional


def _listed_by(call: DocumentedCall) -> tuple[str, ...]:
    """The parameters that a function's URL must have although its documented path, in no form, shows any."""
    routes = (route for each in call.documents for route in each.operation.routes)
    if call.kind not in (OperationKind.FUNCTION, OperationKind.DELTA) or any(
        isinstance(last, Call) and last.arguments for route in routes for last in route.path.segments[-1:]
    ):
        return ()
    return tuple(each.name for each in call.parameters if each.place is ParameterPlace.FUNCTION)


def align(url: Path, template: Path, listed: tuple[str, ...] = ()) -> tuple[str, ...] | None:
    """The placeholders' texts, percent-decoded; None where the URL does not fit the template.

    `listed` are the parameters of a function whose template ends without parentheses: a URL may have them.
    """
    if len(url.segments) != len(template.segments):
        return None
    values: list[str] = []
    for place, (written, wanted) in enumerate(zip(url.segments, template.segments, strict=True), start=1):
        held = _fit(written, wanted)
        if held is None and place == len(url.segments):
            held = _listed(written, wanted, listed)
        if held is None:
            return None
        values.extend(held)
    return tuple(values)


def _text(argument: Argument) -> str:
    """What an argument of a URL holds, percent-decoded."""
    return unquote(argument.literal) if argument.literal is not None else "{" + (argument.placeholder or "") + "}"


_Bucket = tuple[str, int, str, str | None]


def _bucket(verb: str, path: Path, end: str | None) -> _Bucket:
    """Calls are told apart by verb, length, first segment, which is never a placeholder, and how the path ends."""
    return verb, len(path.segments), _named(path.segments[0]) or "", end


def _end(path: Path) -> str | None:
    """The last segment's name; None for a placeholder, which any text may stand for."""
    return _named(path.segments[-1])


def _named(segment: Segment) -> str | None:
    match segment:
        case Name():
            return segment.text.lower()
        case Call():
            return segment.name.lower()
        case Address() if not segment.name.startswith("{"):
            return segment.name.lower()
        case _:
            return None


def _literals(path: Path) -> int:
    return sum(isinstance(each, Name | Call) for each in path.segments)


def _fit(written: Segment, wanted: Segment) -> tuple[str, ...] | None:
    match wanted, written:
        case Name(), Name():
            return () if written.text.lower() == wanted.text.lower() else None
        case Key(), Name() if not written.text.startswith("$"):
            return (unquote(written.text),)
        case Key(), Key():
            return ("{" + written.placeholder + "}",)
        case Call(), Call() if written.name.lower() == wanted.name.lower():
            return _fit_arguments(written.arguments, wanted.arguments)
        case Address(), Address():
            return _fit_address(written, wanted)
        case _:
            return None


def _listed(written: Segment, wanted: Segment, listed: tuple[str, ...]) -> tuple[str, ...] | None:
    """The arguments of a function that the template names without any."""
    if not isinstance(written, Call) or not isinstance(wanted, Name) or written.name.lower() != wanted.text.lower():
        return None
    return _fit_arguments(written.arguments, tuple(Argument(name=each, placeholder=each) for each in listed))


def _fit_arguments(written: tuple[Argument, ...], wanted: tuple[Argument, ...]) -> tuple[str, ...] | None:
    given = {each.name.lower(): each for each in written}
    if len(given) != len(wanted) or any(each.name.lower() not in given for each in wanted):
        return None
    return tuple(_arguments(given, wanted))


def _arguments(given: dict[str, Argument], wanted: tuple[Argument, ...]) -> Iterator[str]:
    for each in wanted:
        if each.placeholder is None:
            continue
        yield _text(given[each.name.lower()])


def _fit_address(written: Address, wanted: Address) -> tuple[str, ...] | None:
    below = unquote(written.placeholder)
    if wanted.name.startswith("{"):
        return (unquote(written.name), below)
    return (below,) if written.name.lower() == wanted.name.lower() else None
