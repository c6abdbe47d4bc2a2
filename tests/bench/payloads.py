"""What is decoded and encoded: a user as a list shows it, one with every property, and a page of a hundred."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def _words(text: str) -> list[str]:
    return text.split()


GUID = "efb87545-963c-4e0d-99df-69c6916d9eb0"
TIME = "2021-07-07T12:00:00.1234567Z"
TEXTS = _words(
    "aboutMe city companyName country department employeeId employeeType faxNumber givenName jobTitle mail mailNickname"
    " mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesImmutableId"
    " onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesUserPrincipalName passwordPolicies postalCode"
    " preferredLanguage preferredName securityIdentifier state streetAddress surname usageLocation userPrincipalName"
    " userType displayName externalUserState"
)
TIMES = _words(
    "birthday createdDateTime deletedDateTime employeeHireDate hireDate lastPasswordChangeDateTime"
    " onPremisesLastSyncDateTime refreshTokensValidFromDateTime signInSessionsValidFromDateTime"
)
LISTS = _words("businessPhones interests otherMails pastProjects proxyAddresses responsibilities schools skills")


def small() -> dict[str, Any]:
    """12 keys."""
    names = "displayName givenName jobTitle mail mobilePhone officeLocation preferredLanguage surname userPrincipalName"
    return {
        "@odata.context": "https://graph.microsoft.com/beta/$metadata#users/$entity",
        "businessPhones": ["+1 425 555 0109"],
        **{name: f"{name} of Adele" for name in names.split()},
        "id": GUID,
    }


def full() -> dict[str, Any]:
    """101 keys, some undocumented, and 60 objects in them."""
    license_ = {"disabledPlans": [GUID, GUID], "skuId": GUID}
    plan = {"assignedDateTime": TIME, "capabilityStatus": "Enabled", "service": "exchange", "servicePlanId": GUID}
    wire: dict[str, Any] = {
        "id": GUID,
        "accountEnabled": True,
        "deviceEnrollmentLimit": 15,
        **{name: f"{name} of some length" for name in TEXTS},
        **dict.fromkeys(TIMES, TIME),
        **{name: ["one", "two"] for name in LISTS},
        "ageGroup": "adult",
        "assignedLicenses": [license_] * 4,
        "assignedPlans": [plan] * 30,
        "identities": [{"signInType": "emailAddress", "issuer": "contoso.com", "issuerAssignedId": "ada@contoso.com"}],
        "licenseAssignmentStates": [{**license_, "state": "Active", "error": "None", "lastUpdatedDateTime": TIME}] * 4,
        "mailboxSettings": {"timeZone": "UTC", "language": {"locale": "en-US", "displayName": "English"}},
        "onPremisesExtensionAttributes": {f"extensionAttribute{number}": "text" for number in range(1, 16)},
        "passwordProfile": {"forceChangePasswordNextSignIn": True, "password": "x"},
        "provisionedPlans": [{"capabilityStatus": "Enabled", "provisioningStatus": "Success", "service": "x"}] * 20,
    }
    while len(wire) < 101:
        wire[f"extension_{len(wire)}"] = "an undocumented one"
    return wire


def write(folder: Path) -> None:
    for name, wire in {"small": small(), "full": full(), "page": {"value": [small()] * 100}}.items():
        (folder / f"{name}.json").write_text(json.dumps(wire, separators=(",", ":")))
