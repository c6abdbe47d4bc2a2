"""Every finding of the linker, in one literal tuple."""

from __future__ import annotations

from generator.diagnostics import Code
from generator.link import include_codes, operation_codes, type_codes

CODES: tuple[Code, ...] = (
    type_codes.TYPE_NAME_CASE,
    type_codes.ENUM_AND_TYPE,
    type_codes.DUPLICATE_ENUM,
    type_codes.ENUM_VALUES_DIFFER,
    type_codes.UNRESOLVED_TYPE,
    type_codes.NAMESPACE_UNKNOWN,
    type_codes.LINK_NAMES_OTHER,
    type_codes.UNRESOLVED_BASE,
    type_codes.BASE_CONFLICT,
    type_codes.BASE_CYCLE,
    type_codes.PROPERTY_TYPE_CONFLICT,
    type_codes.INHERITED_TYPE_CONFLICT,
    type_codes.PROPERTY_ONLY_IN_JSON,
    type_codes.RELATIONSHIP_TO_COMPLEX,
    type_codes.PROPERTY_NAME,
    type_codes.PROPERTY_NAME_CASE,
    include_codes.INCLUDED_TABLE_MISSING,
    include_codes.INCLUDED_TABLE_UNUSED,
    operation_codes.UNKNOWN_VERB,
    operation_codes.UNKNOWN_PATH_SEGMENT,
    operation_codes.MISSING_INCLUDE,
    operation_codes.EXAMPLE_FOREIGN_HOST,
    operation_codes.EXAMPLE_UNMATCHED,
    operation_codes.EXAMPLE_VERB,
    operation_codes.COLLECTION_DENIED,
)
