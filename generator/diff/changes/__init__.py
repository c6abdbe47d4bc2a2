"""Every kind of change, in one visible place."""

from __future__ import annotations

from generator.diff.changes.added_enum import added_enum
from generator.diff.changes.added_member import added_member
from generator.diff.changes.added_operation import added_operation
from generator.diff.changes.added_option import added_option
from generator.diff.changes.added_parameter import added_parameter
from generator.diff.changes.added_permission import added_permission
from generator.diff.changes.added_property import added_property
from generator.diff.changes.added_required_parameter import added_required_parameter
from generator.diff.changes.added_type import added_type
from generator.diff.changes.became_enum import became_enum
from generator.diff.changes.became_optional import became_optional
from generator.diff.changes.became_read_only import became_read_only
from generator.diff.changes.became_required import became_required
from generator.diff.changes.became_shown import became_shown
from generator.diff.changes.became_stated import became_stated
from generator.diff.changes.became_writable import became_writable
from generator.diff.changes.changed_base_type import changed_base_type
from generator.diff.changes.changed_description import changed_description
from generator.diff.changes.changed_examples import changed_examples
from generator.diff.changes.changed_flags import changed_flags
from generator.diff.changes.changed_key import changed_key
from generator.diff.changes.changed_member_value import changed_member_value
from generator.diff.changes.changed_nullability import changed_nullability
from generator.diff.changes.changed_openness import changed_openness
from generator.diff.changes.changed_parameter_type import changed_parameter_type
from generator.diff.changes.changed_property_kind import changed_property_kind
from generator.diff.changes.changed_property_type import changed_property_type
from generator.diff.changes.changed_request_body import changed_request_body
from generator.diff.changes.changed_response import changed_response
from generator.diff.changes.changed_status import changed_status
from generator.diff.changes.changed_type_kind import changed_type_kind
from generator.diff.changes.deprecated_enum import deprecated_enum
from generator.diff.changes.deprecated_member import deprecated_member
from generator.diff.changes.deprecated_operation import deprecated_operation
from generator.diff.changes.deprecated_property import deprecated_property
from generator.diff.changes.deprecated_type import deprecated_type
from generator.diff.changes.described_read_only import described_read_only
from generator.diff.changes.documented_permissions import documented_permissions
from generator.diff.changes.documented_property import documented_property
from generator.diff.changes.moved_type import moved_type
from generator.diff.changes.refined_base_type import refined_base_type
from generator.diff.changes.removed_enum import removed_enum
from generator.diff.changes.removed_member import removed_member
from generator.diff.changes.removed_operation import removed_operation
from generator.diff.changes.removed_option import removed_option
from generator.diff.changes.removed_parameter import removed_parameter
from generator.diff.changes.removed_permission import removed_permission
from generator.diff.changes.removed_property import removed_property
from generator.diff.changes.removed_type import removed_type
from generator.diff.changes.reordered_permissions import reordered_permissions
from generator.diff.changes.undocumented_permissions import undocumented_permissions
from generator.diff.changes.undocumented_property import undocumented_property
from generator.diff.changes.withdrawn_deprecation import withdrawn_deprecation
from generator.diff.rule import ChangeRule

CHANGES: tuple[ChangeRule, ...] = (
    added_enum,
    added_member,
    added_operation,
    added_option,
    added_parameter,
    added_permission,
    added_property,
    added_required_parameter,
    added_type,
    became_enum,
    became_optional,
    became_read_only,
    became_required,
    became_shown,
    became_stated,
    became_writable,
    changed_base_type,
    changed_description,
    changed_examples,
    changed_flags,
    changed_key,
    changed_member_value,
    changed_nullability,
    changed_openness,
    changed_parameter_type,
    changed_property_kind,
    changed_property_type,
    changed_request_body,
    changed_response,
    changed_status,
    changed_type_kind,
    deprecated_enum,
    deprecated_member,
    deprecated_operation,
    deprecated_property,
    deprecated_type,
    described_read_only,
    documented_permissions,
    documented_property,
    moved_type,
    refined_base_type,
    removed_enum,
    removed_member,
    removed_operation,
    removed_option,
    removed_parameter,
    removed_permission,
    removed_property,
    removed_type,
    reordered_permissions,
    undocumented_permissions,
    undocumented_property,
    withdrawn_deprecation,
)
