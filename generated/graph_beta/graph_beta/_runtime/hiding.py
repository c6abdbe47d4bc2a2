"""What a person may see of an address that is a permission in itself: in `repr`, in messages and in logs.

Whoever has the address of an upload session or of a download needs no token, so it is worth as much as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from .shapes import Shape

_PERMISSIONS = ("uploadurl", "downloadurl")
"""Ends of the wire names of addresses whose path is a secret too, not their query alone."""
_SECRETS = ("password", "passcode", "secret", "secrettext", "token")
"""Ends of the wire names of what nobody but its owner should read."""
_COLLECTIONS = (list, tuple, set, frozenset)


def host_of(url: str) -> str:
    """An address without anything that could be a secret: `https://host/...`."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "..."
    return f"{parts.scheme}://{host}/..."


def hidden(name: str, value: Any) -> Any:
    """The value of a property as `repr` may show it, `name` being its wire name."""
    if isinstance(value, str):
        return _hidden_text(name, value)
    if type(value) is dict:
        return {key: hidden(str(key), each) for key, each in value.items()}
    if type(value) in _COLLECTIONS:
        return type(value)(hidden(name, each) for each in value)
    return value


def hidden_input(name: str, value: Any) -> Any:
    """A value that does not fit, as a message may show it; `name` is that of its field, parameter or property."""
    if isinstance(value, (bytes, bytearray)) or name.replace("_", "").lower().endswith(_SECRETS):
        return "..."
    if type(value) is dict:
        return {key: hidden_input(str(key), each) for key, each in value.items()}
    if type(value) in _COLLECTIONS:
        return type(value)(hidden_input(name, each) for each in value)
    return hidden(name.replace("_", ""), value)


def _hidden_text(name: str, value: str) -> str:
    if not value[:8].lower().startswith(("https://", "http://")):
        return value
    if name.lower().endswith(_PERMISSIONS):
        return host_of(value)
    # Text that goes on behind white space only begins with an address.
    head, mark, _ = value.partition("?")
    return f"{head}?..." if mark and len(value.split(maxsplit=1)) == 1 else value


def shown_args(model: Any, shape: Shape, extra: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What `repr` shows of a model: the fields that are set, and what no page documents."""
    for name, field in shape.by_name.items():
        if name in model.__pydantic_fields_set__:
            yield name, hidden(field.wire, model.__dict__[name])
    for wire, value in extra.items():
        yield wire, hidden(wire, value)
