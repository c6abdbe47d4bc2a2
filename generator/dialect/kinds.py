"""What sections and columns can be, in any dialect. A profile says by which words a page means them."""

from __future__ import annotations

from enum import StrEnum


class SectionKind(StrEnum):
    """Values are the keys of `[sections]` in a profile."""

    PERMISSIONS = "permissions"
    HTTP_REQUEST = "http-request"
    HEADERS = "headers"
    OPTIONS = "options"
    """Query parameters, OData's among them."""
    FUNCTION_PARAMETERS = "function-parameters"
    PATH_PARAMETERS = "path-parameters"
    REQUEST_BODY = "request-body"
    RESPONSE = "response"
    """The section of a page, or the response of an example: where it stands tells."""
    REQUEST = "request"
    EXAMPLES = "examples"
    METHODS = "methods"
    PROPERTIES = "properties"
    ANNOTATIONS = "annotations"
    """Properties that only instances carry (`@odata...`)."""
    RELATIONSHIPS = "relationships"
    REPRESENTATION = "representation"
    MEMBERS = "members"
    """The members of the enum that the page is about."""
    VALUES = "values"
    """The members of the enum that the heading names."""
    DERIVED_TYPES = "derived-types"
    ERRORS = "errors"
    REMARKS = "remarks"
    """Prose about the subject: notes, limitations, authorization."""
    RELATED = "related"
    """Links elsewhere."""


class Column(StrEnum):
    """Values are the keys of `[columns]` in a profile."""

    NAME = "name"
    TYPE = "type"
    DESCRIPTION = "description"
    VALUE = "value"
    REQUIRED = "required"
    NULLABLE = "nullable"
    READ_ONLY = "read-only"
    DEPRECATED = "deprecated"
    RETURNS = "returns"
    DEFAULT = "default"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
