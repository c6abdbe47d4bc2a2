"""What a field's annotation means on the wire.

The annotations of generated models follow a small grammar (`T | None`, `list[T]`, `set[E]`), so they are read
as text: nothing is evaluated, and a class that an annotation names is imported when its first value comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .encoding import ATOMS, encode, thaw
from .enums import OpenEnum
from .kind import Kind, Problem
from .leaves import LEAVES, Choice, Flags, Plain, items_of
from .registry import find_class


class Nested(Kind):
    """An object of a documented class, or of one derived from it as its @odata.type says."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self.load = load

    def read(self, wire: Any) -> Any:
        return self.load()._read(wire) if type(wire) is dict else thaw(wire)

    def accept(self, value: Any) -> Any:
        declared = self.load()
        if isinstance(value, declared):
            return value
        if isinstance(value, Mapping):
            from .checking import refuse_python_names

            refuse_python_names(declared, value)
            return declared.from_dict(value)
        raise ValueError(f"should be {declared.__name__}, not {type(value).__name__}")

    def write(self, value: Any) -> Any:
        declared = self.load()
        return value._write(declared) if isinstance(value, declared) else encode(value, declared)

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        declared = self.load()
        if isinstance(value, declared):
            yield from value.problems()
        else:
            yield Problem("", f"not an object of {declared.__name__}", value)


class Many(Kind):
    """A collection; its items fit or do not fit one by one."""

    def __init__(self, item: Kind) -> None:
        self.item = item
        # Items that JSON has itself are copied in one step.
        self.plain = type(item) is Plain

    def read(self, wire: Any) -> Any:
        if type(wire) is not list or self.plain:
            return thaw(wire)
        read = self.item.read
        return [None if each is None else read(each) for each in wire]

    def accept(self, value: Any) -> Any:
        return [None if each is None else self.item.accept(each) for each in items_of(value)]

    def write(self, value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            return encode(value)
        write = self.item.write
        return [each if each.__class__ in ATOMS else write(each) for each in value]

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem("", "not a list", value)
            return
        for index, each in enumerate(value):
            for problem in () if each is None else self.item.misfits(each):
                yield problem.below(f"[{index}]")


def kind_of(annotation: str) -> Kind:
    """The kind that an annotation names.

    One outside the grammar (a subclass written by hand) takes any JSON.
    """
    text = annotation.removesuffix("| None").strip()
    if text in LEAVES:
        return LEAVES[text]
    if text.startswith("list["):
        return Many(kind_of(text[5:-1]))
    flags = text.startswith("set[")
    found = find_class(text[4:-1] if flags else text)
    if found is None:
        return LEAVES["Any"]
    what, load = found
    return Nested(load) if what == "model" else Flags(load) if flags else Choice(load)


def kind_of_type(token: type[Any]) -> Kind:
    """The kind of what a method returns: a model, an enumeration or a type of Python."""
    if token is object:
        return LEAVES["Any"]
    if hasattr(token, "_read"):
        return Nested(lambda: token)
    if issubclass(token, OpenEnum):
        return Choice(lambda: token)
    return LEAVES.get(token.__name__) or LEAVES.get(f"dt.{token.__name__}", LEAVES["Any"])
