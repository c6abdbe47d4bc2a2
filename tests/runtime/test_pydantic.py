"""Models inside pydantic: what its users expect to work."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from sample_sdk.models import AssignedPlan, DeviceConfiguration, IosImportedPFXCertificateProfile, User

BORN = dt.datetime(2000, 1, 2, tzinfo=dt.UTC)


def test_validate_takes_wire_names_and_objects() -> None:
    user = User.model_validate({"displayName": "Ada", "new": 1})

    assert (user.display_name, user.model_extra) == ("Ada", {"new": 1})
    assert User.model_validate(user) is user
    assert User.model_validate_json('{"displayName": "Ada"}').display_name == "Ada"
    profile = DeviceConfiguration.model_validate({"@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile"})
    assert type(profile) is IosImportedPFXCertificateProfile
    with pytest.raises(ValidationError, match="should be User"):
        User.model_validate(5)


def test_dump() -> None:
    user = User(display_name="Ada", birthday=BORN, assigned_plans=[AssignedPlan(service="mail")], city=None)

    assert user.model_dump(exclude_unset=True) == {
        "assigned_plans": [{"service": "mail"}],
        "birthday": BORN,
        "city": None,
        "display_name": "Ada",
    }
    assert user.model_dump(exclude_none=True, by_alias=True, mode="json", exclude={"birthday"}) == {
        "assignedPlans": [{"service": "mail"}],
        "displayName": "Ada",
    }
    assert user.model_dump(include={"city"}) == {"city": None}
    assert "about_me" in user.model_dump()
    assert user.model_dump_json(exclude_unset=True, include={"birthday"}) == '{"birthday":"2000-01-02T00:00:00Z"}'


def test_inside_a_model_of_the_caller() -> None:
    class Team(BaseModel):
        lead: User
        members: list[User] = []

    team = Team(lead={"displayName": "Ada"}, members=[User(city="Bern")])

    assert team.lead.display_name == "Ada"
    assert team.model_dump(exclude_unset=True) == {"lead": {"display_name": "Ada"}, "members": [{"city": "Bern"}]}
    assert TypeAdapter(list[User]).validate_python([{"city": "Bern"}])[0].city == "Bern"


def test_json_schema() -> None:
    schema = User.model_json_schema()

    assert schema["title"] == "User"
    assert schema["properties"]["birthday"]["anyOf"][0] == {"type": "string", "format": "date-time"}
    assert schema["properties"]["assignedPlans"]["anyOf"][0] == {
        "type": "array",
        "items": {"type": "object", "title": "AssignedPlan"},
    }
    assert schema["properties"]["deviceEnrollmentLimit"]["anyOf"][0] == {"type": "integer"}


def test_fields_can_be_looked_at() -> None:
    assert {"id", "city", "assigned_plans"} <= set(User.model_fields)
    User.model_rebuild()
    assert User.model_fields["assigned_plans"].annotation == list[AssignedPlan] | None


def test_construct_and_copy() -> None:
    assert User(city="x").model_copy(update={"city": "y"}).changes() == {"city": "y"}
    with pytest.raises(ValidationError):
        User().model_copy(update={"city": 5})
    with pytest.raises(AttributeError):
        User().model_copy(update={"town": "y"})
