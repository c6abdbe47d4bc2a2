"""Which module of `requests/` holds which class, and what the classes are called. Knows routes and names only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.declarations import short
from generator.model.paths import Call
from generator.model.steps import Role, Step
from generator.python.naming import class_name, distinct, module_names, plain_module_names, singular_class_name
from generator.python.routes import Route, is_key, segment_text

_MUCH = 40
"""Classes at and below a segment of a path from which on it is a folder: what follows it has modules of its own,"""
_ENOUGH = 2
"""unless fewer classes than these stand there."""
_DEEPEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A module of `requests/`, and its twin of `aio/`."""

    parts: tuple[str, ...]
    """Module names below `requests`; empty for the root's own."""
    package: bool
    """Other areas stand below it, so it is a folder with an `__init__`."""

    @property
    def folder(self) -> tuple[str, ...]:
        """The Python package the module is resolved in."""
        return self.parts if self.package else self.parts[:-1]

    def file(self, top: str, suffix: str) -> str:
        """Its path below the package: `requests/users.py`."""
        inner = "/".join((top, *self.parts))
        return f"{inner}/__init__{suffix}" if self.package else f"{inner}{suffix}"

    def to(self, other: Area) -> str:
        """How this module imports from another: `.users`, `..drives`."""
        shared = 0
        for mine, theirs in zip(self.folder, other.parts, strict=False):
            if mine != theirs:
                break
            shared += 1
        return "." * (len(self.folder) - shared + 1) + ".".join(other.parts[shared:])

    @property
    def up(self) -> str:
        """The package itself, seen from the module."""
        return "." * (len(self.folder) + 2)


def canonical(routes: Sequence[Route]) -> Route:
    """The route a shared class is named after: the shortest, then the first."""
    return min(routes, key=lambda each: (len(each.trail), each.template))


def areas(homes: Sequence[Route]) -> tuple[Area, ...]:
    """The area of each class, by its canonical route. The first segment has a module; a further one where
    enough stands below it, if there is a name for it.
    """
    statics = [_statics(each.trail) for each in homes]
    names = _module_names(Counter(each[:deep] for each in statics for deep in range(1, min(len(each), _DEEPEST) + 1)))
    parents = {prefix[:-1] for prefix in names} | {()}
    return tuple(Area(parts=names[home], package=home in parents) for home in (_home(each, names) for each in statics))


Prefix = tuple[str, ...]
"""The leading names of paths."""


def _home(static: Prefix, chosen: Mapping[Prefix, Prefix]) -> Prefix:
    while static not in chosen:
        static = static[:-1]
    return static


def _module_names(sizes: Mapping[Prefix, int]) -> dict[Prefix, Prefix]:
    """The modules that there are, by what the paths in them begin with; siblings never share a name."""
    below: dict[Prefix, list[Prefix]] = {}
    for prefix in sorted(sizes, key=lambda each: (len(each), each)):
        below.setdefault(prefix[:-1], []).append(prefix)
    found: dict[Prefix, Prefix] = {(): ()}
    for before, rivals in below.items():
        if before in found and (not before or sizes[before] > _MUCH):
            folder = "/".join(("requests", *found[before]))
            large = [each for each in rivals if not before or sizes[each] >= _ENOUGH]
            wanted = {each: module_names(each[-1], folder) for each in large if plain_module_names(each[-1], folder)}
            for each, name in distinct(wanted).items():
                if len(wanted[each]) == 1 or name != wanted[each][-1]:
                    found[each] = (*found[before], name)
    return found


_PLAIN = (Role.ENTITY_SET, Role.SINGLETON, Role.NAVIGATION, Role.PROPERTY, Role.UNKNOWN)


def _statics(trail: tuple[Step, ...]) -> tuple[str, ...]:
    """The leading names of a path, keys and casts left out. What is below a cast stands by its own name beside what the
    other types have of that name, and all below that with it. Actions and `$` segments stay with what is before them.
    """
    found: list[str] = []
    cast = False
    for step in trail:
        cast = cast or step.role is Role.CAST
        if is_key(step) or step.role in (Role.ALTERNATE_KEY, Role.ADDRESS, Role.CAST):
            continue
        text = segment_text(step)
        if step.role not in _PLAIN or "." in text or text.startswith("$"):
            break
        found.append(text)
        if cast:
            break
    return tuple(found)


def class_names(homes: Sequence[Route]) -> tuple[str, ...]:
    """The name of each class, after its canonical route; a singleton's name is left out of what is below it, unless that
    makes the whole name of another: `/users/{id}` is `UserItem`, and `/education/users/{id}` is `EducationUserItem`.
    """
    wanted = {number: _candidates(each.trail) for number, each in enumerate(homes)}
    whole = {names[0].casefold(): number for number, names in wanted.items() if names[:1] == names[_WHOLE:][:1]}
    for number, names in wanted.items():
        kept = [each for each in names[:-1] if whole.get(each.casefold(), number) == number]
        wanted[number] = (*kept, names[-1])
    first = _of_plurals(homes)
    wanted |= {number: wanted[number][:1] for number in first}
    order = sorted(wanted, key=lambda number: (number not in first, len(homes[number].trail), homes[number].template))
    named = distinct({number: wanted[number] for number in order})
    return tuple(named[number] for number in range(len(homes)))


def _of_plurals(homes: Sequence[Route]) -> frozenset[int]:
    """The paths through a plural that other paths have in singular: the name is theirs, and a page that says `/user/{id}`
    once for `/users/{id}` does not change it.
    """
    alike: dict[tuple[str, ...], dict[int, list[int]]] = {}
    for number, each in enumerate(homes):
        rivals = alike.setdefault((str(len(each.trail)), *_parts(each.trail)), {})
        rivals.setdefault(_plurals(each.trail), []).append(number)
    most = [rivals[max(rivals)] for rivals in alike.values() if len(rivals) > 1]
    return frozenset(numbers[0] for numbers in most if len(numbers) == 1)


def _plurals(trail: tuple[Step, ...]) -> int:
    """How many names in a path are plurals of which a key picks one."""
    texts = [class_name(segment_text(step)) for step, following in pairwise(trail) if is_key(following)]
    return sum(singular_class_name(each) != each for each in texts)


_WHOLE = 2
"""Where among a class's names the one stands from which nothing is left out."""
_LONG = 56
"""Characters of a class name from which on leading parts of its path are left out."""
_LINKS = ("Item", "At")
_CAST = re.compile(r"As(?=[A-Z])")
"""What no name begins with: it says how the next part hangs on the one before it."""


def _candidates(trail: tuple[Step, ...]) -> tuple[str, ...]:
    """The path below a singleton, cut at the front where that is long; then not cut; then with the singleton; at last
    with every key and argument, which no two paths share.
    """
    if not trail:
        return ("Root",)
    parts = [class_name(each) for each in _parts(trail)]
    below = parts[1:] if len(parts) > 1 and trail[0].role is not Role.ENTITY_SET and not is_key(trail[1]) else parts
    if below[0] in _LINKS:
        below = parts
    cut = below
    while len(cut) > 2 and sum(map(len, cut)) > _LONG:
        cut = cut[1:] if cut[1] not in _LINKS else cut[2:]
    if cut is not below:
        cut = [_CAST.sub("", cut[0]), *cut[1:]]
    return tuple(class_name("".join(each)) for each in (cut, below, parts, [*_whole(trail)]))


def _whole(trail: tuple[Step, ...]) -> Iterator[str]:
    for step in trail:
        segment = step.segment
        if is_key(step) or step.role is Role.ALTERNATE_KEY:
            yield "Item"
        elif step.role is Role.ADDRESS:
            yield "At"
        else:
            yield class_name(segment_text(step))
            if isinstance(segment, Call) and segment.arguments:
                yield f"With{'And'.join(class_name(each.name) for each in segment.arguments)}"


def _parts(trail: tuple[Step, ...]) -> Iterator[str]:
    for place, step in enumerate(trail):
        following = trail[place + 1] if place + 1 < len(trail) else None
        keyed = following is not None and (is_key(following) or following.role is Role.ALTERNATE_KEY)
        if is_key(step) or step.role is Role.ALTERNATE_KEY:
            if following is None or following.role not in (*_PLAIN, Role.FUNCTION, Role.ACTION):
                yield "Item"
        elif step.role is Role.ADDRESS:
            yield "At"
        elif step.role is Role.CAST:
            yield f"As{class_name(short(segment_text(step)))}"
        else:
            text = short(segment_text(step))
            yield singular_class_name(text) if keyed else class_name(text)
