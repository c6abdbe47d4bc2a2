"""Decimals, which services write as JSON numbers or as text. Loaded only where a page documents one."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any


class ExactDecimal(Decimal):
    """A `Decimal` that was read; `wire` is the JSON number or text it came as."""

    wire: int | float | str

    def __reduce__(self) -> Any:
        return (read_decimal, (self.wire,)) if hasattr(self, "wire") else super().__reduce__()

    def __deepcopy__(self, memo: object) -> ExactDecimal:
        return self


def read_decimal(wire: float | str) -> Decimal | None:
    """The number of `wire`; None when it is not one."""
    try:
        value = ExactDecimal(str(wire))
    except InvalidOperation:
        return None
    value.wire = wire
    return value


def write_decimal(value: Decimal) -> int | float | str:
    """A JSON number where that is exact, else text."""
    wire: int | float | str | None = getattr(value, "wire", None)
    if wire is not None:
        return wire
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)
