"""How a documented call is reached in the generated SDK: the chain of accesses, the method, its parameters.

Made once while lowering; example tests, the README's lines, docstrings and `show` all speak of calls through it.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from generator.model.indexes.calls import Call
from generator.model.operations import ParameterPlace


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """One step from a builder to the next: `.name`, `.name(value, …)` or, without a name, `[value]`.

    `arguments` placeholders of the call's path are consumed, in the order of `Path.placeholders`. `literal` is the key
    itself, where the docs write one in place of a placeholder.
    """

    name: str | None
    arguments: int = 0
    literal: str | None = None


class SiteParameter(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter of the method, apart from the body: path, query, header or body member.

    `type` is what the signature says without `| None` (`str`, `Sequence[m.User]`, `e.BodyType`, `Fields`).
    """

    name: str
    wire: str
    place: ParameterPlace
    type: str
    required: bool
    keyword: bool


class BodyForm(StrEnum):
    NONE = "none"
    MODEL = "model"
    """One argument: an object of `body_type` or of a type derived from it."""
    PARAMETERS = "parameters"
    """Keyword arguments: the body's documented members, in `parameters` with place BODY."""
    CONTENT = "content"
    """One argument: bytes."""
    REFERENCE = "reference"
    """One argument: the link's target."""
    RAW = "raw"
    """One argument: any JSON."""


class CallSite(msgspec.Struct, frozen=True, kw_only=True):
    """A call of the SDK. Placeholders that the chain does not consume are the method's leading positional arguments,
    in path order; they are among `parameters` with place FUNCTION or PATH.
    """

    verb: str
    shape: str
    spoken: Call
    """What the method declares to send and to give: its call, joined with those of other paths that share its class."""
    chain: tuple[Access, ...]
    method: str
    parameters: tuple[SiteParameter, ...]
    body: BodyForm
    body_parameter: str | None
    body_class: str | None
    """Class name of the declared body model, for MODEL."""
    gives: str
    """How the response is read, by the runtime's name for it: `_one`, `_many`, `_bytes`."""
    area: str
    """The module of `requests/` it stands in, by which tests are grouped."""
