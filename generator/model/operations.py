"""Operations as the docs declare them: what one page says about one verb, at every path it gives."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from generator.model.declarations import Inference
from generator.model.paths import Path
from generator.model.steps import Step
from generator.model.types import TypeRef
from generator.model.wording import Account, Deprecation, Markers, Note, Verb
from generator.text import Span


class OperationKind(StrEnum):
    """What a call does, by verb and path (titles are unreliable)."""

    LIST = "list"
    GET = "get"
    CREATE = "create"
    UPDATE = "update"
    REPLACE = "replace"
    DELETE = "delete"
    ACTION = "action"
    FUNCTION = "function"
    DELTA = "delta"
    STREAM = "stream"
    """Reads or writes bytes: `$value`, `content`."""
    REFERENCE = "reference"
    """Reads or changes links: `$ref`."""
    COUNT = "count"


class ParameterPlace(StrEnum):
    PATH = "path"
    FUNCTION = "function"
    """Inside the parentheses of a function segment."""
    QUERY = "query"
    HEADER = "header"
    BODY = "body"


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """An input of an operation, under its wire name (`startDateTime`, `Prefer`, `$filter`)."""

    name: str
    place: ParameterPlace
    type: TypeRef
    description: str
    markers: Markers
    sources: tuple[Span, ...]
    inference: Inference | None = None


class Permission(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of account needs, least privileged first; empty scopes: not supported."""

    account: Account
    scopes: tuple[str, ...]
    span: Span


class PermissionTable(msgspec.Struct, frozen=True, kw_only=True):
    """One table. `label` is the heading, row or column that says what it is for, where a page has several."""

    label: str | None
    permissions: tuple[Permission, ...]
    span: Span


class BodyKind(StrEnum):
    NONE = "none"
    ENTITY = "entity"
    """An object of `type` or of a type derived from it; for updates, a part of one."""
    PARAMETERS = "parameters"
    """An object whose members are the operation's body parameters."""
    STREAM = "stream"
    REFERENCE = "reference"
    """`{"@odata.id": ...}`."""
    UNSTATED = "unstated"


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What the request carries."""

    kind: BodyKind
    type: TypeRef | None
    span: Span | None
    inference: Inference | None = None


class ResponseKind(StrEnum):
    NONE = "none"
    VALUE = "value"
    """One of `type`: entity, complex, enum or primitive."""
    COLLECTION = "collection"
    """Many of `type`'s item: `{"value": [...]}`, paged."""
    STREAM = "stream"
    UNSTATED = "unstated"


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What success returns. `statuses` in the order the page names them; `type` is a `Collection` when kind is COLLECTION."""

    kind: ResponseKind
    statuses: tuple[int, ...]
    type: TypeRef | None
    span: Span | None
    inference: Inference | None = None


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """One request line of a page."""

    path: Path
    span: Span
    steps: tuple[Step, ...] = ()
    """The path's segments explained; the linker fills it for every route."""
    written: str | None = None
    """The path as the page has it, below the service root, where it had to be repaired to name what it means
    (`/teams/(team-id)`, `/me/contactFolders/{id}/.../contacts`); None where `path` says the same.
    """


class HttpRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A documented request. `url` as written; `body` is text as documented, `repairs` what was mended to read it as JSON.

    `json` tells that `body` (after repairs) is one JSON document.
    """

    verb: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str | None
    json: bool
    repairs: tuple[str, ...]
    span: Span
    body_span: Span | None
    name: str | None = None


class HttpResponse(msgspec.Struct, frozen=True, kw_only=True):
    """A documented response; fields as for `HttpRequest`. `type_text` is what its annotation declares."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: str | None
    json: bool
    repairs: tuple[str, ...]
    span: Span
    body_span: Span | None
    type: TypeRef | None = None
    truncated: bool = False
    expects_error: bool = False


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A request with the responses that follow it (302, then 200: two). Either may be missing, never both."""

    ordinal: int
    """From 1, in page order."""
    title: str | None
    request: HttpRequest | None
    responses: tuple[HttpResponse, ...]
    route: int | None = None
    """Index of the operation's route that the URL matches; None: no match, a finding says why."""
    shown: Route | None = None
    """The route that the URL takes where it adds to the matched one: a cast, `$count`, the caller by another name."""
    span: Span


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One verb of one page. `id` is the page's path without suffix, with `#VERB` added where a page documents several verbs."""

    id: str
    page: str
    title: str
    summary: str
    verb: Verb
    kind: OperationKind
    name: str | None
    """The action's, function's or delta's own name; None for the plain verbs."""
    owner: str | None
    """Qualified name of the type it is bound to: the collection's item type or the entity the path ends at; None: unknown."""
    routes: tuple[Route, ...]
    parameters: tuple[Parameter, ...]
    options: tuple[str, ...]
    """OData system options the page documents, without `$` (`select`, `filter`, `top`...), sorted."""
    body: Body
    response: Response
    permissions: tuple[PermissionTable, ...]
    examples: tuple[Example, ...]
    notes: tuple[Note, ...]
    deprecation: Deprecation | None
    source: Span
    summary_span: Span | None = None
    option_spans: tuple[Span, ...] = ()
    """Where each of `options` is named."""
