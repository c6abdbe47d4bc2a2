"""Every documented call once: what all pages that document one verb on one path shape say together.

Knows linked operations only.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.api import Api
from generator.model.operations import Body, Operation, OperationKind, Parameter, Response, Route
from generator.model.paths import Path
from generator.model.steps import Step
from generator.model.wording import Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented:
    """One page's request line for a call."""

    operation: Operation
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One verb on one path. `path`, `steps` are those of the first of `documents`, which stand in order of page path and line."""

    verb: Verb
    path: Path
    shape: str
    """`path.shape`: placeholders unnamed, lower-case; (verb, shape) is unique."""
    steps: tuple[Step, ...]
    kind: OperationKind
    name: str | None
    """The action's, function's or delta's own name; None for the plain verbs."""
    owner: str | None
    """The type it is bound to: of the collection's item, of the entity the path ends at, or of the action's binding."""
    parameters: tuple[Parameter, ...]
    """Of all pages: path parameters in path order, then function, query, header, body ones as documented; each
    (place, name) once.
    """
    options: tuple[str, ...]
    body: Body
    """For several pages: of their types' nearest common base."""
    response: Response
    documents: tuple[Documented, ...]


def calls(api: Api) -> tuple[Call, ...]:
    """All calls, sorted by (shape, verb). Cost: one pass over the operations; keep the result."""
    raise NotImplementedError
