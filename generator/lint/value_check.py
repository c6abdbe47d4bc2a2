"""A JSON value against the type the model gives it: names, kinds of values, enum members, forms of text.

Pure, and knows neither examples nor pages. A worklist instead of recursion, so that no depth of nesting is too deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Label
from generator.lint import faults as code
from generator.lint.control_names import misspelt_controls
from generator.lint.enum_check import enum_fault
from generator.lint.faults import Fault
from generator.lint.json_places import Pointer
from generator.lint.literals import FORMS, Fit, fit
from generator.lint.placeholders import is_cut_short, is_placeholder
from generator.lint.quoting import quote
from generator.lint.shapes import Shape, Shapes
from generator.model.declarations import Property, short
from generator.model.operations import Parameter
from generator.model.primitives import PrimitiveName
from generator.model.types import Collection, Named, Opaque, Primitive, TypeRef
from generator.text.nearest import nearest

Work = list[tuple[Any, TypeRef, Pointer]]
_TYPE_KEY = "@odata.type"
_UNLISTED = re.compile(r"#|.*@|extension_[0-9a-fA-F]{32}_")
"""Members that no type lists: annotations, advertised actions, and the extensions that a directory's owner defined."""


def check_value(value: Any, expected: TypeRef, known: Shapes, at: Pointer = ()) -> Iterator[Fault]:
    """Every fault of the value, in no particular order. Null is a value of every type."""
    work: Work = [(value, expected, at)]
    while work:
        yield from _check_one(*work.pop(), known, work)


def check_members(value: dict[str, Any], shape: Shape, known: Shapes, at: Pointer = ()) -> Iterator[Fault]:
    """Every fault of an object whose members are a type's properties or an action's parameters."""
    work: Work = []
    yield from _members(value, shape, known, at, work)
    while work:
        yield from _check_one(*work.pop(), known, work)


def _check_one(value: Any, expected: TypeRef, at: Pointer, known: Shapes, work: Work) -> Iterator[Fault]:
    if value is None or isinstance(expected, Opaque) or expected in known.untyped:
        return
    if isinstance(expected, Collection):
        if isinstance(value, list):
            work.extend((each, expected.item, (*at, index)) for index, each in enumerate(value))
        elif not (isinstance(expected.item, Primitive) and expected.item.name is PrimitiveName.UNTYPED):
            yield Fault(code.COLLECTION, at, f"one {_kind(value)} stands where a list of {expected.item} belongs")
    elif isinstance(value, list) and expected != Primitive(name=PrimitiveName.UNTYPED):
        yield Fault(code.COLLECTION, at, f"a list stands where one {expected} belongs")
    elif isinstance(expected, Primitive):
        yield from _primitive(value, expected.name, at)
    elif expected.name in known.enums:
        yield from enum_fault(value, known.enums[expected.name], at)
    elif expected.name in known.structures:
        yield from _object(value, expected, at, known, work)


def _primitive(value: Any, name: PrimitiveName, at: Pointer) -> Iterator[Fault]:
    verdict = fit(value, name)
    if verdict is Fit.FITS:
        return
    if verdict is Fit.OUT_OF_RANGE:
        yield Fault(code.OUT_OF_RANGE, at, f"{value} is out of the range of {name}")
        return
    wanted = FORMS.get(name) or f"a value of {name}"
    if isinstance(value, str) and is_placeholder(value):
        yield Fault(code.PLACEHOLDER, at, f"{quote(value)} is a placeholder for {wanted}")
    elif isinstance(value, str) and is_cut_short(value):
        yield Fault(code.PLACEHOLDER, at, f"{quote(value)} is cut short, where {wanted} belongs")
    elif verdict is Fit.WRONG_FORM:
        yield Fault(code.WRONG_FORMAT, at, f"{quote(value)} is not {wanted}", hint=f"the type is {name}")
    else:
        yield Fault(code.WRONG_TYPE, at, f"{_kind(value)} {quote(value)} stands where {name} belongs")


def _object(value: Any, expected: Named, at: Pointer, known: Shapes, work: Work) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(code.WRONG_TYPE, at, f"{_kind(value)} {quote(value)} stands where an object of {expected} belongs")
        return
    stated, found = _stated_type(value, expected, at, known)
    yield from found
    yield from _members(value, known.structures[stated], known, at, work)


def _stated_type(value: dict[str, Any], expected: Named, at: Pointer, known: Shapes) -> tuple[str, list[Fault]]:
    """The type to judge an object by, which it may state itself, and what is wrong with that statement."""
    text = value.get(_TYPE_KEY)
    if not isinstance(text, str):
        return expected.name, []
    name = text.removeprefix("#")
    if name in known.structures:
        if known.hierarchy.is_kind_of(name, expected.name):
            return name, []
        message = f"{name} does not inherit from {expected}"
        return name, [Fault(code.UNRELATED_TYPE, (*at, _TYPE_KEY), message, labels=_defined(name, known))]
    meant = known.nearest_type(name)
    hint = None if meant is None else f'did you mean "#{meant}"?'
    labels = () if meant is None else _defined(meant, known)
    found = Fault(
        code.UNKNOWN_TYPE, (*at, _TYPE_KEY), f"no page defines a type {quote(name)}", hint=hint, labels=labels
    )
    same = meant is not None and meant.lower() == name.lower() and known.hierarchy.is_kind_of(meant, expected.name)
    return (meant if same and meant else expected.name), [found]


def _members(value: dict[str, Any], shape: Shape, known: Shapes, at: Pointer, work: Work) -> Iterator[Fault]:
    yield from misspelt_controls(value, at)
    unknown_type = (
        isinstance(value.get(_TYPE_KEY), str)
        and shape.type is not None
        and (value[_TYPE_KEY].removeprefix("#").lower() != shape.type.name.lower())
    )
    for key, each in value.items():
        member = shape.members.get(key)
        if member is not None:
            work.append((each, member.type, (*at, key)))
        elif not (shape.open or unknown_type or _UNLISTED.match(key)):
            yield _unknown_member(key, shape, known, at)


def _unknown_member(key: str, shape: Shape, known: Shapes, at: Pointer) -> Fault:
    near = nearest(key, shape.members)
    labels = () if near is None else _declared(shape.members[near])
    hint = None if near is None else f'did you mean "{near}"?'
    if shape.type is None:
        message = f"{quote(key)} is not a documented parameter"
        return Fault(code.UNKNOWN_PARAMETER, (*at, key), message, at_key=True, hint=hint, labels=labels)
    name = shape.type.name
    derived = known.derived_with(name, key)
    if derived is not None and (near is None or near.lower() != key.lower()):
        hint = f'{short(derived)} has it: is "@odata.type": "#{derived}" missing?'
        labels = _declared(known.structures[derived].members[key])
    message = f"{quote(key)} is not a property of {name}"
    return Fault(
        code.UNKNOWN_PROPERTY, (*at, key), message, at_key=True, hint=hint, labels=labels or _defined(name, known)
    )


def _declared(member: Property | Parameter) -> tuple[Label, ...]:
    return tuple(Label(span=span, message=f"{member.name} is documented here") for span in member.sources[:1])


def _defined(name: str, known: Shapes) -> tuple[Label, ...]:
    declared = known.structures[name].type
    sources = () if declared is None else declared.sources[:1]
    return tuple(Label(span=span, message=f"{short(name)} is defined here") for span in sources)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return {dict: "object", list: "list", str: "text", int: "number", float: "number"}[type(value)]
