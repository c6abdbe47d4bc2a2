"""What can be wrong with a JSON value of an example, as a value: which rule reports it, and where in the document it is."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from generator.diagnostics import Label
from generator.lint.json_places import Pointer

UNKNOWN_PROPERTY = "example-unknown-property"
UNKNOWN_PARAMETER = "example-unknown-parameter"
UNKNOWN_TYPE = "example-unknown-type"
UNRELATED_TYPE = "example-unrelated-type"
UNKNOWN_MEMBER = "example-unknown-enum-member"
WRONG_TYPE = "example-wrong-type"
WRONG_FORMAT = "example-wrong-format"
PLACEHOLDER = "example-placeholder"
OUT_OF_RANGE = "example-out-of-range"
COLLECTION = "example-collection-mismatch"
DUPLICATE_KEY = "example-duplicate-key"
UNEXPECTED_BODY = "example-unexpected-body"
MISSING_BODY = "example-missing-body"
MISSING_REQUIRED = "example-missing-required"
READ_ONLY = "example-read-only-property"

REJECTED = frozenset({UNRELATED_TYPE, UNKNOWN_MEMBER, WRONG_TYPE, WRONG_FORMAT, PLACEHOLDER, COLLECTION})
"""What the generated SDK refuses to read when it reads strictly, as the tests of documented examples do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `pointer` leads to the value from the root of the body; `at_key`: its key is meant."""

    code: str
    pointer: Pointer
    message: str
    _: KW_ONLY
    at_key: bool = False
    hint: str | None = None
    labels: tuple[Label, ...] = ()
