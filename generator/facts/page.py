"""Everything one page says, typed. Extractors fill it, the linker reads it; neither knows the other."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from generator.facts.ledger import Ledger
from generator.facts.written import TypeCell, WrittenLink, WrittenName, WrittenType
from generator.model.operations import BodyKind, HttpRequest, HttpResponse, ParameterPlace, ResponseKind
from generator.model.paths import Path
from generator.model.wording import Account, Deprecation, Markers, Note, Words
from generator.text import Span


class PageKind(StrEnum):
    API = "api"
    RESOURCE = "resource"
    ENUM = "enum"
    """One enum, or a collection of them."""
    CONCEPTUAL = "conceptual"
    INCLUDE = "include"


class IncludeRef(msgspec.Struct, frozen=True, kw_only=True):
    """`[!INCLUDE [label](target)]`; `target` relative to the docs root, as far as it stays inside, else as written."""

    label: str
    target: str
    heading: str | None
    """Text of the heading it stands under."""
    span: Span
    section: str | None = None
    """The kind of section it stands in."""
    awaited: bool = False
    """The section wants a table, and has none of its own."""


class MemberFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One enum member of a table or of an inline list."""

    name: str
    value: int | None
    description: str
    span: Span
    preferred_only: bool = False
    deprecation: Deprecation | None = None


class EnumFacts(msgspec.Struct, frozen=True, kw_only=True):
    """An enum that a page or a section of it defines.

    `name` as the heading writes it; `qualified` if the page says the namespace. It may leave its members to an include.
    """

    name: str
    qualified: str | None
    anchor: str | None
    """The heading's slug; None when the page is about this enum alone."""
    members: tuple[MemberFacts, ...]
    flags: bool
    summary: str
    deprecation: Deprecation | None
    span: Span
    summary_span: Span | None = None


class PropertyFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a typed table (Properties, Relationships, a request body, parameters)."""

    name: str
    type: TypeCell | None
    """None when the table has no Type column."""
    description: str
    markers: Markers
    inherited_from: WrittenLink | None
    values: tuple[MemberFacts, ...]
    """An inline list of possible values, in the order given."""
    deprecation: Deprecation | None
    span: Span
    combined: bool = False
    """The description says that several of the values may stand together."""


class RepresentationFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A `resource` JSON block: its annotation and the keys and value hints of its JSON."""

    type_name: str | None
    base_type: str | None
    key: str | None
    open: bool | None
    abstract: bool | None
    media: bool | None
    optional: tuple[str, ...]
    body: str | None
    """The JSON as one normalized document; None where it can't be read."""
    repairs: tuple[str, ...]
    span: Span
    body_span: Span | None


class BaseFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that names a base or a derived type; `wording` is the phrase that says so ("Inherits from")."""

    type: WrittenType
    wording: str
    span: Span


class MethodFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a Methods table. `page` relative to the docs root, lower-cased; None when the row links nothing."""

    title: str
    page: str | None
    returns: TypeCell | None
    description: str
    span: Span


class TypeFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A structured type that a page defines."""

    name: str
    """As the page names it, best source first: annotation, then H1 word."""
    qualified: str | None
    namespace: str | None
    summary: str
    bases: tuple[BaseFacts, ...]
    derived: tuple[BaseFacts, ...]
    """The types that this page says derive from this one."""
    properties: tuple[PropertyFacts, ...]
    relationships: tuple[PropertyFacts, ...]
    has_property_table: bool
    representations: tuple[RepresentationFacts, ...]
    methods: tuple[MethodFacts, ...]
    abstract: bool
    """The prose says so."""
    open: bool
    deprecation: Deprecation | None
    span: Span
    summary_span: Span | None = None


class RouteFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One request line: verb and path."""

    verb: str
    path: Path
    text: str
    span: Span
    written: str | None = None
    """As for `Route`."""


class PermissionFacts(msgspec.Struct, frozen=True, kw_only=True):
    account: Account
    scopes: tuple[str, ...]
    span: Span


class PermissionTableFacts(msgspec.Struct, frozen=True, kw_only=True):
    label: str | None
    permissions: tuple[PermissionFacts, ...]
    span: Span


class IncludedTable(msgspec.Struct, frozen=True, kw_only=True):
    """A typed table of an include page, or one of enum members; `section` is the kind of section it stands in there, None
    where no heading says.
    """

    section: str | None
    rows: tuple[PropertyFacts, ...]
    span: Span
    members: tuple[MemberFacts, ...] = ()
    flags: bool = False
    """The members combine."""


class ParameterFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a parameter table (or a header row); `place` by the section it stands in."""

    place: ParameterPlace
    row: PropertyFacts


class BodyFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the prose of `Request body` says. `others`: types that it offers beside `type`."""

    kind: BodyKind
    type: WrittenType | None
    span: Span
    others: tuple[WrittenLink | WrittenName, ...] = ()


class ResponseFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the prose of `Response` says. `type` is the item type when `kind` is COLLECTION; `others` are offered beside it."""

    kind: ResponseKind
    statuses: tuple[int, ...]
    type: WrittenType | None
    span: Span
    others: tuple[WrittenLink | WrittenName, ...] = ()


class ResponseExample(msgspec.Struct, frozen=True, kw_only=True):
    """A response with the type its annotation declares, unresolved. `one`: it says in so many words that it is no collection."""

    message: HttpResponse
    type: WrittenType | None
    one: bool = False


class ExampleFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A request and what follows it up to the next request."""

    title: str | None
    request: HttpRequest | None
    request_type: WrittenType | None
    responses: tuple[ResponseExample, ...]
    span: Span
    in_passing: bool = False
    """It stands outside the examples, and is a request of some page: not always of its own."""


class OperationFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that an API page says of its operation(s): one per page; the linker splits it by verb."""

    routes: tuple[RouteFacts, ...]
    permissions: tuple[PermissionTableFacts, ...]
    parameters: tuple[ParameterFacts, ...]
    options: tuple[str, ...]
    """OData options documented, without `$`; with "*" where the page supports them in general."""
    body: BodyFacts | None
    response: ResponseFacts | None
    examples: tuple[ExampleFacts, ...]
    option_spans: tuple[Span, ...] = ()
    """Where each of `options` is named first."""


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading of the page: `anchor` is its slug, `section` the kind of section the profile takes it for."""

    level: int
    text: str
    anchor: str
    section: str | None
    span: Span


class LinkFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A relative link anywhere on the page, as written; `page` relative to the docs root, case kept."""

    page: str
    anchor: str | None
    span: Span


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One page. A page that can't be read at all still gives one, with nothing in it but its diagnostics beside it."""

    path: str
    kind: PageKind
    title: str
    stated_title: str
    """Of the front matter; empty where it gives none."""
    stated: tuple[str, ...]
    """The front matter's keys that have a value, lower-case. Their values are no facts: dates and names change with any edit."""
    namespace: Words | None
    summary: Words | None
    notes: tuple[Note, ...]
    deprecation: Deprecation | None
    types: tuple[TypeFacts, ...]
    enums: tuple[EnumFacts, ...]
    operation: OperationFacts | None
    permissions: tuple[PermissionTableFacts, ...]
    tables: tuple[IncludedTable, ...]
    """Tables of an include page: both belong to whoever includes it."""
    includes: tuple[IncludeRef, ...]
    headings: tuple[Heading, ...]
    links: tuple[LinkFacts, ...]
    ledger: Ledger
