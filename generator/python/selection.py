"""The part of an API that a package is made for: the operations whose paths are wanted, and the types they reach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

import msgspec

from generator.diagnostics import Diagnostic
from generator.model.api import Api
from generator.model.declarations import Declaration, StructuredType
from generator.model.indexes.hierarchy import hierarchy
from generator.model.operations import Example, Operation
from generator.model.types import Named, TypeRef, item_of
from generator.python.codes import GLOB_UNMATCHED


def select(api: Api, include: tuple[str, ...], exclude: tuple[str, ...]) -> Api:
    """The API narrowed to paths that match a glob of `include` (all, if it is empty) and none of `exclude`.

    Globs are compared with paths as documented, without regard to case; `*` is one segment, `**` any number, and
    `{...}` any key, whatever pages call it.
    """
    if not include and not exclude:
        return api
    wanted = [_pattern(each) for each in include or ("/**",)]
    unwanted = [_pattern(each) for each in exclude]
    operations = tuple(_narrowed(api.operations, wanted, unwanted))
    names = _reached(api, operations)
    return msgspec.structs.replace(
        api,
        operations=operations,
        types=tuple(each for each in api.types if each.name in names),
        enums=tuple(each for each in api.enums if each.name in names),
    )


def leaves_nothing(api: Api, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    """Whether the globs leave none of the operations there are."""
    narrowed = _narrowed(api.operations, [_pattern(each) for each in include or ("/**",)], list(map(_pattern, exclude)))
    return bool(api.operations) and next(narrowed, None) is None


def idle_globs(api: Api, include: tuple[str, ...], exclude: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A finding for each glob that matches no documented path."""
    if not include and not exclude:
        return
    paths = sorted({str(route.path) for operation in api.operations for route in operation.routes})
    for key, globs in (("include", include), ("exclude", exclude)):
        for glob in globs:
            pattern = _pattern(glob)
            if not any(map(pattern.fullmatch, paths)):
                near = _nearest(glob, paths)
                hint = "remove it, or correct the path" if near is None else f"did you mean {near!r}?"
                yield GLOB_UNMATCHED.at(None, f"{key} {glob!r} matches no documented path", hint=hint)


def _nearest(glob: str, paths: Sequence[str]) -> str | None:
    """The glob with its beginning, up to the first wildcard, as the documented path has it that is spelled most like it;
    None where that matches nothing either.
    """
    segments = glob.strip("/").split("/")
    length = next((at for at, each in enumerate(segments) if "*" in each), len(segments))
    known = {"/".join(path.strip("/").split("/")[:length]) for path in paths}
    for near in get_close_matches("/".join(segments[:length]), sorted(known)) if length else ():
        mended = "/" + "/".join((near, *segments[length:]))
        if any(map(_pattern(mended).fullmatch, paths)):
            return mended
    return None


_WILD = re.compile(r"(\*|\{[^{}]*\})")


def _pattern(glob: str) -> re.Pattern[str]:
    return re.compile("".join(map(_segment, glob.strip("/").split("/"))), re.IGNORECASE)


def _segment(text: str) -> str:
    """The expression for a segment."""
    return "(?:/[^/]*)*" if text == "**" else "/" + "".join(map(_matching, _WILD.split(text)))


def _matching(piece: str) -> str:
    """The expression for a piece of a segment."""
    if piece == "*":
        return "[^/]*"
    return r"\{[^{}/]*\}" if piece.startswith("{") and piece.endswith("}") else re.escape(piece)


def _narrowed(
    operations: Iterable[Operation], wanted: list[re.Pattern[str]], unwanted: list[re.Pattern[str]]
) -> Iterator[Operation]:
    """The operations with the routes that are wanted; examples of other routes go with them."""
    for operation in operations:
        kept = [
            place
            for place, route in enumerate(operation.routes)
            if any(each.fullmatch(str(route.path)) for each in wanted)
            and not any(each.fullmatch(str(route.path)) for each in unwanted)
        ]
        if kept:
            yield msgspec.structs.replace(
                operation,
                routes=tuple(operation.routes[place] for place in kept),
                examples=tuple(_examples(operation.examples, kept)),
            )


def _examples(examples: Iterable[Example], kept: list[int]) -> Iterator[Example]:
    for each in examples:
        if each.route is None:
            yield each
        elif each.route in kept:
            yield msgspec.structs.replace(each, route=kept.index(each.route))


def _reached(api: Api, operations: Iterable[Operation]) -> frozenset[str]:
    """Types by name: what operations take and return with everything derived from it, and whatever those refer to."""
    declared = api.declarations()
    lines = hierarchy(api)
    direct = {name for each in operations for name in _named(_refs_of(each), declared)}
    roots = {each.name for each in api.types if each.base is None}
    pending = sorted(direct | {other for name in direct - roots for other in lines.descendants(name)})
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found and name in declared:
            found.add(name)
            pending.extend(_neighbours(declared[name], declared))
    return frozenset(found)


def _refs_of(operation: Operation) -> Iterator[TypeRef | None]:
    yield operation.body.type
    yield operation.response.type
    for parameter in operation.parameters:
        yield parameter.type
    for route in operation.routes:
        yield from (step.type for step in route.steps[-1:])


def _named(refs: Iterable[TypeRef | None], declared: Mapping[str, Declaration]) -> Iterator[str]:
    for ref in refs:
        item = item_of(ref) if ref is not None else None
        if isinstance(item, Named) and item.name in declared:
            yield item.name


def _neighbours(declared: Declaration, known: Mapping[str, Declaration]) -> list[str]:
    if not isinstance(declared, StructuredType):
        return []
    base = [declared.base] if declared.base is not None else []
    return [*base, *_named((each.type for each in declared.properties), known)]
