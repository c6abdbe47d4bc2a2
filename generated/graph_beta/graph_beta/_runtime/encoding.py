"""From Python values to JSON values, whatever they are: models, dicts a caller wrote, parameters of actions."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from enum import Enum
from typing import Any
from uuid import UUID

from . import values
from .calls import UNSET

ATOMS = frozenset((str, int, bool, type(None)))
"""Types whose values are their own JSON and cannot change."""
FIXED = ATOMS | {float}
"""Types of JSON values that cannot change: all but lists and objects. Three numbers of `float` have no JSON."""


class Own:
    """Given for `declared`: a documented place, whose class every model there is of."""


def thaw(value: Any) -> Any:
    """A copy of a JSON value, so that a change to it never reaches what was received."""
    kind = value.__class__
    if kind is list:
        return [each if each.__class__ in FIXED else thaw(each) for each in value]
    if kind is dict:
        return {key: each if each.__class__ in FIXED else thaw(each) for key, each in value.items()}
    return value


def encode(value: Any, declared: type[Any] | None = None) -> Any:
    """The JSON value of `value`. A model of another class than `declared` also says which it is; without a declared
    class, as in a dict, it is what `to_dict()` gives.

    Raises TypeError for what has no JSON.
    """
    kind = value.__class__
    if kind in ATOMS:
        return value
    if kind is list:
        return [each if each.__class__ in ATOMS else encode(each, declared) for each in value]
    if kind is dict:
        return {
            str(key): each if each.__class__ in ATOMS else encode(each)
            for key, each in value.items()
            if each is not UNSET
        }
    writer = getattr(value, "_write", None)
    if writer is not None:
        return value.to_dict() if declared is None else writer(None if declared is Own else declared)
    return _encode_leaf(value, declared)


def _encode_leaf(value: Any, declared: type[Any] | None) -> Any:
    if isinstance(value, float):
        return values.write_float(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, (set, frozenset)):
        from .enums import write_flags

        return write_flags(value)
    if isinstance(value, Mapping):
        return {str(key): encode(each) for key, each in value.items() if each is not UNSET}
    if isinstance(value, (tuple, list)):
        return [encode(each, declared) for each in value]
    return write_text(value)


def write_text(value: Any) -> Any:
    """Times, GUIDs, binary and decimals as services write them. Raises TypeError for anything else."""
    match value:
        case dt.datetime():
            return values.write_datetime(value)
        case dt.date():
            return value.isoformat()
        case dt.time():
            return values.write_time(value)
        case dt.timedelta():
            return values.write_duration(value)
        case UUID():
            return str(value)
        case bytes() | bytearray():
            return values.write_binary(value if isinstance(value, bytes) else bytes(value))
    decimal = sys.modules.get("decimal")
    if decimal is not None and isinstance(value, decimal.Decimal):
        from .decimals import write_decimal

        return write_decimal(value)
    raise TypeError(f"{type(value).__name__} has no JSON")


def same_json(left: Any, right: Any) -> bool:
    """Whether two JSON values are the same to a reader: 1, 1.0 and true are three values here, as they are on
    the wire.
    """
    if left.__class__ is not right.__class__:
        return False
    if left.__class__ is dict:
        return left.keys() == right.keys() and all(same_json(each, right[key]) for key, each in left.items())
    if left.__class__ is list:
        return len(left) == len(right) and all(map(same_json, left, right))
    return bool(left == right) or (left != left and right != right)  # noqa: PLR0124 - NaN
