"""Overrides from TOML: a table for each thing they correct, named as `sdkwright show` takes it.

["microsoft.graph.user.birthday"]
type = "Date"
reason = "the service sends a date without a time"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

from generator.config.lines import line_of
from generator.config.reader import ConfigError, KeyPath, Reader, kind_of
from generator.overrides import Key, Override
from generator.overrides.model import Value
from generator.text import Span

_BOOLEANS = {Key.READ_ONLY, Key.NAVIGATION, Key.ABSTRACT, Key.OPEN, Key.FLAGS}
_KNOWN = (*(key.value for key in Key), "reason")


def parse_overrides(text: str, name: str) -> tuple[Override, ...]:
    """The overrides in the file `name`. Raises ConfigError for text that is no TOML, unknown keys and wrong values."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: {error}") from error
    return read_overrides(Reader(text, name), table, ())


def read_overrides(reader: Reader, table: Mapping[str, object], at: KeyPath) -> tuple[Override, ...]:
    """The overrides in a table of tables. Raises ConfigError."""
    return tuple(each for target, value in table.items() for each in _of_target(reader, target, value, (*at, target)))


def _of_target(reader: Reader, target: str, value: object, at: KeyPath) -> Iterator[Override]:
    table = reader.table(value, at, _KNOWN)
    if "reason" not in table:
        reader.fail(at, f"the override of {target!r} needs a 'reason'")
    reason = reader.string(table["reason"], (*at, "reason"))
    if len(table) == 1:
        reader.fail(at, f"the override of {target!r} corrects nothing; known are {', '.join(Key)}")
    for name, given in table.items():
        if name != "reason":
            place = Span.at(reader.name, line_of(reader.text, (*at, name)))
            key = Key(name)
            yield Override(
                target=target, key=key, value=_value(reader, key, given, (*at, name)), reason=reason, place=place
            )


def _value(reader: Reader, key: Key, given: object, at: KeyPath) -> Value:
    if key in _BOOLEANS and isinstance(given, bool):
        return given
    if key in _BOOLEANS:
        reader.fail(at, f"{at[-1]!r} must be true or false, not {kind_of(given)}")
    if key is Key.VALUE:
        if isinstance(given, bool) or not isinstance(given, int):
            reader.fail(at, f"{at[-1]!r} must be an integer, not {kind_of(given)}")
        return given
    if key is Key.DROP or (key is Key.ADD and isinstance(given, bool)):
        if given is not True:
            reader.fail(at, f"{at[-1]!r} can only be true; leave it out instead")
        return True
    return reader.string(given, at)
