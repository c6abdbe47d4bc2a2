"""Names: a table of how the docs spell and how Python does, and laws that hold for any text."""

from __future__ import annotations

import keyword
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.naming import (
    BUILDER_RESERVED,
    MODEL_RESERVED,
    PARAMETER_RESERVED,
    VERB_METHODS,
    child_name,
    class_name,
    constant_name,
    declared_class_name,
    derived_wire_name,
    distinct,
    member_name,
    module_names,
    parameter_name,
    singular_class_name,
)
from generator.python.words import singular, words

NAMES = [
    # wire name, member, class, constant
    ("displayName", "display_name", "DisplayName", "DISPLAY_NAME"),
    ("minOSVersion", "min_os_version", "MinOSVersion", "MIN_OS_VERSION"),
    (
        "iosImportedPFXCertificateProfile",
        "ios_imported_pfx_certificate_profile",
        "IosImportedPFXCertificateProfile",
        "IOS_IMPORTED_PFX_CERTIFICATE_PROFILE",
    ),
    (
        "windows10GeneralConfiguration",
        "windows10_general_configuration",
        "Windows10GeneralConfiguration",
        "WINDOWS10_GENERAL_CONFIGURATION",
    ),
    ("extensionAttribute1", "extension_attribute1", "ExtensionAttribute1", "EXTENSION_ATTRIBUTE1"),
    ("oAuth2PermissionGrant", "oauth2_permission_grant", "OAuth2PermissionGrant", "OAUTH2_PERMISSION_GRANT"),
    ("noAuthentication", "no_authentication", "NoAuthentication", "NO_AUTHENTICATION"),
    ("callIDs", "call_ids", "CallIDs", "CALL_IDS"),
    ("iPv4Range", "ipv4_range", "IPv4Range", "IPV4_RANGE"),
    ("iPhone", "iphone", "IPhone", "IPHONE"),
    ("enableSharedIPad", "enable_shared_ipad", "EnableSharedIPad", "ENABLE_SHARED_IPAD"),
    ("managedEBooks", "managed_ebooks", "ManagedEBooks", "MANAGED_EBOOKS"),
    ("iPadding", "i_padding", "IPadding", "I_PADDING"),
    ("minSpeedInMHz", "min_speed_in_mhz", "MinSpeedInMHz", "MIN_SPEED_IN_MHZ"),
    ("3des", "x3_des", "X3Des", "VALUE_3_DES"),
    ("a-b c", "a_b_c", "ABC", "A_B_C"),
    ("from", "from_", "From", "FROM"),
    ("list", "list_", "List", "LIST"),
    ("", "x", "X", "EMPTY"),
    ("any", "any", "Any_", "ANY"),
    ("名", "u540d", "u540d", "u540d"),
]


@pytest.mark.parametrize("wire, member, made, constant", NAMES, ids=[row[0] for row in NAMES])
def test_names(wire: str, member: str, made: str, constant: str) -> None:
    assert (member_name(wire), class_name(wire), constant_name(wire)) == (member, made, constant)


PLURALS = [
    ("users", "user"), ("policies", "policy"), ("classes", "class"), ("statuses", "status"), ("status", "status"),
    ("people", "person"), ("analytics", "analytics"), ("news", "news"), ("mailboxes", "mailbox"), ("access", "access"),
]  # fmt: skip


@pytest.mark.parametrize("plural, one", PLURALS)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_a_singular_class_name_changes_the_last_word() -> None:
    assert singular_class_name("deviceConfigurations") == "DeviceConfiguration"
    assert singular_class_name("PFXs") == "PFX"


@pytest.mark.parametrize("name", ["json", "root", "page", "client", "target"])
def test_a_type_keeps_the_name_of_what_its_module_does_not_import(name: str) -> None:
    assert declared_class_name(name) == name.capitalize()


@pytest.mark.parametrize("name", ["any", "base", "decimal", "none", "openEnum", "UUID"])
def test_a_type_gives_way_to_what_its_module_imports(name: str) -> None:
    assert declared_class_name(name) == f"{name[0].upper()}{name[1:]}_"


@given(st.text())
def test_names_are_identifiers(text: str) -> None:
    for made in (member_name(text), parameter_name(text), child_name(text), class_name(text), constant_name(text)):
        assert made.isidentifier()
        assert made.isascii()
        assert not keyword.iskeyword(made)
        assert not made.startswith("_")


@given(st.text())
def test_reserved_names_are_avoided(text: str) -> None:
    assert member_name(text) not in MODEL_RESERVED
    assert parameter_name(text) not in PARAMETER_RESERVED
    assert child_name(text) not in BUILDER_RESERVED | VERB_METHODS


@given(st.text())
def test_a_module_name_is_a_safe_file_name(text: str) -> None:
    for folder in ("models", "requests/identity_governance/entitlement_management"):
        for made in module_names(class_name(text), folder):
            assert set(made) <= set(string.ascii_letters + string.digits + "_")
            assert len(f"{folder}/__pycache__/{made}.cpython-311.pyc") <= 109
            assert made not in {"con", "nul", "aux", "prn", "com1", "lpt1", "import"}


def test_a_module_name_that_is_too_long_keeps_its_last_words_or_its_first() -> None:
    made = module_names("userExperienceAnalyticsAppHealthDevicePerformanceDetails", "requests/device_management")

    assert made == (
        "analytics_app_health_device_performance_details",
        "user_experience_analytics_app_health_device",
        "user_experience_analytics_app_health_device_6635c23f",
    )


@given(st.lists(st.from_regex(r"[a-z][a-z]{1,8}", fullmatch=True), min_size=1, max_size=5))
def test_camel_case_needs_no_wire_name(parts: list[str]) -> None:
    """The runtime derives the wire name of what is written in plain camel case."""
    wire = parts[0] + "".join(part.capitalize() for part in parts[1:])

    assert derived_wire_name(member_name(wire)) == wire


@given(st.text(alphabet=string.ascii_letters + string.digits + "_-. "))
def test_words_lose_no_letter(text: str) -> None:
    assert "".join(words(text)) == "".join(char for char in text if char.isalnum())


candidates = st.lists(st.sampled_from(["a", "b", "A", "aB", "ab"]), min_size=1, max_size=3)


@given(st.dictionaries(st.integers(), candidates, max_size=8))
def test_distinct_names_are_distinct(wanted: dict[int, list[str]]) -> None:
    named = distinct(wanted)

    assert len({name.casefold() for name in named.values()}) == len(wanted)


@given(st.dictionaries(st.integers(), candidates, max_size=6), st.randoms())
def test_who_has_a_choice_does_not_depend_on_order(wanted: dict[int, list[str]], random: object) -> None:
    items = sorted(wanted.items())
    named = distinct(dict(items))
    again = distinct(dict(reversed(items)))

    unforced = {key for key, name in named.items() if name in wanted[key]}
    for key in unforced:
        assert again[key].rstrip(string.digits) == named[key].rstrip(string.digits)


def test_both_sides_of_a_clash_give_way() -> None:
    named = distinct({"x": ("Session", "GraphSession"), "y": ("Session", "CallRecordsSession"), "z": ("Other",)})

    assert named == {"x": "GraphSession", "y": "CallRecordsSession", "z": "Other"}
