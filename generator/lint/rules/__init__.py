"""Every rule, in one visible place. A rule is one file here, one line below and one file of cases."""

from __future__ import annotations

from generator.lint.rule import Rule
from generator.lint.rules.broken_link import broken_link
from generator.lint.rules.dead_anchor import dead_anchor
from generator.lint.rules.deprecation_without_replacement import deprecation_without_replacement
from generator.lint.rules.duplicate_heading import duplicate_heading
from generator.lint.rules.duplicate_request_name import duplicate_request_name
from generator.lint.rules.empty_section import empty_section
from generator.lint.rules.enum_value_repeated import enum_value_repeated
from generator.lint.rules.example_annotation_mismatch import example_annotation_mismatch
from generator.lint.rules.example_collection_mismatch import example_collection_mismatch
from generator.lint.rules.example_duplicate_key import example_duplicate_key
from generator.lint.rules.example_missing_body import example_missing_body
from generator.lint.rules.example_missing_required import example_missing_required
from generator.lint.rules.example_other_version import example_other_version
from generator.lint.rules.example_out_of_range import example_out_of_range
from generator.lint.rules.example_path_differs import example_path_differs
from generator.lint.rules.example_placeholder import example_placeholder
from generator.lint.rules.example_read_only_property import example_read_only_property
from generator.lint.rules.example_status_mismatch import example_status_mismatch
from generator.lint.rules.example_unexpected_body import example_unexpected_body
from generator.lint.rules.example_unknown_enum_member import example_unknown_enum_member
from generator.lint.rules.example_unknown_parameter import example_unknown_parameter
from generator.lint.rules.example_unknown_property import example_unknown_property
from generator.lint.rules.example_unknown_type import example_unknown_type
from generator.lint.rules.example_unrelated_type import example_unrelated_type
from generator.lint.rules.example_url_case import example_url_case
from generator.lint.rules.example_wrong_format import example_wrong_format
from generator.lint.rules.example_wrong_type import example_wrong_type
from generator.lint.rules.header_missing_authorization import header_missing_authorization
from generator.lint.rules.header_missing_content_type import header_missing_content_type
from generator.lint.rules.heading_spelling import heading_spelling
from generator.lint.rules.include_cycle import include_cycle
from generator.lint.rules.include_target_missing import include_target_missing
from generator.lint.rules.key_without_property import key_without_property
from generator.lint.rules.link_wrong_case import link_wrong_case
from generator.lint.rules.method_return_differs import method_return_differs
from generator.lint.rules.missing_description import missing_description
from generator.lint.rules.missing_front_matter import missing_front_matter
from generator.lint.rules.missing_representation import missing_representation
from generator.lint.rules.missing_section import missing_section
from generator.lint.rules.operation_only_shown import operation_only_shown
from generator.lint.rules.operation_unlisted import operation_unlisted
from generator.lint.rules.parameter_not_in_path import parameter_not_in_path
from generator.lint.rules.path_argument_undocumented import path_argument_undocumented
from generator.lint.rules.permission_misspelt import permission_misspelt
from generator.lint.rules.permission_order import permission_order
from generator.lint.rules.permissions_missing import permissions_missing
from generator.lint.rules.representation_missing_property import representation_missing_property
from generator.lint.rules.representation_type_differs import representation_type_differs
from generator.lint.rules.representation_unknown_type import representation_unknown_type
from generator.lint.rules.section_order import section_order
from generator.lint.rules.title_differs import title_differs
from generator.lint.rules.title_names_other_type import title_names_other_type
from generator.lint.rules.unused_enum import unused_enum
from generator.lint.rules.unused_type import unused_type

RULES: tuple[Rule, ...] = (
    broken_link,
    dead_anchor,
    deprecation_without_replacement,
    duplicate_heading,
    duplicate_request_name,
    empty_section,
    enum_value_repeated,
    example_annotation_mismatch,
    example_collection_mismatch,
    example_duplicate_key,
    example_missing_body,
    example_missing_required,
    example_other_version,
    example_out_of_range,
    example_path_differs,
    example_placeholder,
    example_read_only_property,
    example_status_mismatch,
    example_unexpected_body,
    example_unknown_enum_member,
    example_unknown_parameter,
    example_unknown_property,
    example_unknown_type,
    example_unrelated_type,
    example_url_case,
    example_wrong_format,
    example_wrong_type,
    header_missing_authorization,
    header_missing_content_type,
    heading_spelling,
    include_cycle,
    include_target_missing,
    key_without_property,
    link_wrong_case,
    method_return_differs,
    missing_description,
    missing_front_matter,
    missing_representation,
    missing_section,
    operation_only_shown,
    operation_unlisted,
    parameter_not_in_path,
    path_argument_undocumented,
    permission_misspelt,
    permission_order,
    permissions_missing,
    representation_missing_property,
    representation_type_differs,
    representation_unknown_type,
    section_order,
    title_differs,
    title_names_other_type,
    unused_enum,
    unused_type,
)
