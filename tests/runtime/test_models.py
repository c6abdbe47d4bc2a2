"""What a model keeps, sends and refuses."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from uuid import UUID

import pytest
from pydantic import ValidationError
from sample_sdk._runtime.edits import update_of
from sample_sdk._runtime.encoding import encode
from sample_sdk._runtime.model import Base
from sample_sdk.enums import BodyType, IntendedPurpose
from sample_sdk.models import (
    Application,
    AssignedPlan,
    DeviceConfiguration,
    DirectoryObject,
    Entity,
    Group,
    IosCertificateProfile,
    IosImportedPFXCertificateProfile,
    ItemBody,
    ManagedDeviceCertificateState,
    Message,
    PasswordProfile,
    User,
    WindowsUpdateForBusinessConfiguration,
)

WIRE = {
    "@odata.context": "https://graph.microsoft.com/beta/$metadata#users/$entity",
    "@odata.etag": 'W/"1"',
    "id": "1",
    "displayName": "Adele",
    "jobTitle": "Manager",
    "city": None,
    "businessPhones": ["1"],
    "accountEnabled": True,
    "createdDateTime": "2021-07-07T12:00:00.1234567Z",
    "passwordProfile": {"forceChangePasswordNextSignIn": True, "password": "x"},
    "assignedPlans": [{"service": "mail", "servicePlanId": "EFB87545-963c-4e0d-99df-69c6916d9eb0"}],
    "extension_x_badge": "4711",
    "brandNew": {"a": [1, "2021-07-07"], "when": "2021-07-07T12:00:00.1234567Z"},
}


def read() -> User:
    return User._read(copy.deepcopy(WIRE))


def test_reading() -> None:
    user = read()

    assert (user.display_name, user.city, user.about_me) == ("Adele", None, None)
    assert user.model_fields_set >= {"city"}
    assert "about_me" not in user.model_fields_set
    assert user.created_date_time == dt.datetime(2021, 7, 7, 12, 0, 0, 123456, dt.UTC)
    assert user.assigned_plans[0].service_plan_id == UUID("efb87545-963c-4e0d-99df-69c6916d9eb0")
    assert user.model_extra["extension_x_badge"] == "4711"
    assert (user.odata_etag, user.odata_type, user.odata_id) == ('W/"1"', "#microsoft.graph.user", None)
    assert user.problems() == []


def test_nothing_is_lost() -> None:
    assert read().to_dict() == WIRE
    assert list(read().to_dict()) == list(WIRE)


def test_a_fresh_object_sends_what_was_set() -> None:
    user = User(job_title="Director", city=None)

    assert user.to_dict() == {"@odata.type": "#microsoft.graph.user", "city": None, "jobTitle": "Director"}
    assert user.changes() == {"city": None, "jobTitle": "Director"}
    assert User().changes() == {}


def test_an_update_sends_what_changed_and_nothing_else() -> None:
    user = read()
    assert user.changes() == {}

    user.job_title = "Director"
    user.city = "Bern"
    user.display_name = None
    user.about_me = "new"
    assert user.changes() == {"displayName": None, "jobTitle": "Director", "city": "Bern", "aboutMe": "new"}

    user.job_title = "Manager"
    assert "jobTitle" not in user.changes()


def test_what_was_saved_has_no_changes() -> None:
    user = read()
    user.job_title = "Director"
    user.password_profile = PasswordProfile(password="new")
    user.business_phones.append("2")

    saved = user.saved()
    assert saved == user
    assert (saved.changes(), user.changes().keys()) == ({}, {"jobTitle", "passwordProfile", "businessPhones"})
    saved.password_profile.password = "newer"
    assert saved.changes() == {"passwordProfile": {"password": "newer"}}
    assert User(city="Bern").saved().changes() == {}


def test_edits_in_place_are_changes() -> None:
    user = read()

    user.business_phones.append("2")
    user.password_profile.force_change_password_next_sign_in = False
    user.model_extra["brandNew"]["a"].append(2)
    user.model_extra["extension_x_badge"] = None

    assert user.changes() == {
        "businessPhones": ["1", "2"],
        "passwordProfile": {"forceChangePasswordNextSignIn": False},
        "brandNew": {"a": [1, "2021-07-07", 2], "when": "2021-07-07T12:00:00.1234567Z"},
        "extension_x_badge": None,
    }


def test_a_nested_object_that_was_replaced_is_sent_whole() -> None:
    user = read()
    user.password_profile = PasswordProfile(password="new")

    assert user.changes() == {"passwordProfile": {"password": "new"}}


def test_read_only_fields_are_never_changes_of_what_was_read() -> None:
    user = read()
    user.id = "2"
    user.created_date_time = dt.datetime.now(dt.UTC)
    user.assigned_plans.append(AssignedPlan(service="chat"))

    assert user.changes() == {}
    assert User(id="2").changes() == {"id": "2"}


def test_an_edited_item_of_a_collection_sends_the_collection() -> None:
    group = Group._read({"members": [{"@odata.type": "#microsoft.graph.user", "id": "1", "city": "Bern"}, {"id": "2"}]})

    group.members[0].city = "Basel"

    assert group.changes() == {
        "members": [{"@odata.type": "#microsoft.graph.user", "id": "1", "city": "Basel"}, {"id": "2"}]
    }


def test_a_deleted_field_is_missing_again() -> None:
    user = read()
    user.job_title = "x"
    del user.job_title

    assert user.job_title is None
    assert "jobTitle" not in user.to_dict()
    assert "jobTitle" not in user.changes()
    with pytest.raises(AttributeError):
        del user.nothing


def test_wrong_names_and_values_are_refused() -> None:
    with pytest.raises(ValidationError, match="has no field 'jobTitle'; did you mean 'job_title'"):
        User(jobTitle="x")
    with pytest.raises(AttributeError, match="did you mean 'job_title'"):
        User().jobTitle = "x"
    with pytest.raises(AttributeError, match=r"has no field 'xyzzy'; what no page documents goes into model_extra$"):
        User().xyzzy = "x"
    with pytest.raises(ValidationError, match=r"job_title\n.*should be text, not int") as caught:
        User(job_title=5, account_enabled="yes", mail="a@b.c")
    assert [fault["loc"] for fault in caught.value.errors()] == [("job_title",), ("account_enabled",)]
    with pytest.raises(ValidationError):
        User().job_title = 5
    with pytest.raises(ValidationError, match=r"should be text, not datetime: its \.isoformat\(\) is text"):
        User(job_title=dt.datetime.now(dt.UTC))


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (User, "account_enabled", 1),
        (User, "device_enrollment_limit", True),
        (User, "device_enrollment_limit", 1.5),
        (User, "business_phones", "text"),
        (User, "assigned_plans", AssignedPlan()),
        (User, "business_phones", [1]),
        (User, "birthday", "2021-07-07"),
        (User, "birthday", dt.date(2021, 7, 7)),
        (User, "birthday", dt.datetime(2021, 7, 7)),  # noqa: DTZ001 - the point
        (User, "password_profile", ItemBody()),
        (User, "password_profile", "text"),
        (User, "assigned_plans", {"service": "x"}),
        (Application, "valid_from", dt.datetime(2021, 7, 7, tzinfo=dt.UTC)),
        (Application, "add_in_id", "no guid"),
        (Application, "logo", "no base64"),
        (ItemBody, "content_type", 5),
        (ItemBody, "content_type", IntendedPurpose.VPN),
        (WindowsUpdateForBusinessConfiguration, "update_weeks", 5),
        (WindowsUpdateForBusinessConfiguration, "period_offline", 5),
        (WindowsUpdateForBusinessConfiguration, "scheduled_install_time", "noon"),
    ],
)
def test_values_that_do_not_fit(model, field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        model(**{field: value})


def test_values_that_are_taken_for_what_they_say() -> None:
    app = Application(add_in_id="EFB87545-963c-4e0d-99df-69c6916d9eb0", logo=b"\xff\xfe", valid_from="2021-07-07")
    assert app.changes() == {
        "addInId": "EFB87545-963c-4e0d-99df-69c6916d9eb0",
        "logo": "//4=",
        "validFrom": "2021-07-07",
    }
    update = WindowsUpdateForBusinessConfiguration(
        update_weeks={"secondWeek", "firstWeek"},
        period_offline=dt.timedelta(days=5, hours=3),
        scheduled_install_time=dt.time(3, 30),
        feature_updates_rollback_start_date_time="2021-07-07T12:00:00.1234567Z",
    )
    assert update.changes() == {
        "updateWeeks": "firstWeek,secondWeek",
        "periodOffline": "P5DT3H",
        "scheduledInstallTime": "03:30:00",
        "featureUpdatesRollbackStartDateTime": "2021-07-07T12:00:00.1234567Z",
    }
    for buffer in (bytearray(b"\xff\xfe"), memoryview(b"\xff\xfe")):
        assert Application(logo=buffer).changes() == {"logo": "//4="}
    assert ItemBody(content_type="html").content_type is BodyType.HTML
    user = User(
        password_profile={"password": "x"},
        assigned_plans=(AssignedPlan(), None),
        birthday=dt.datetime(2000, 1, 2, tzinfo=dt.UTC),
    )
    assert user.changes() == {
        "assignedPlans": [{}, None],
        "birthday": "2000-01-02T00:00:00Z",
        "passwordProfile": {"password": "x"},
    }


def test_wire_names_that_no_rule_gives() -> None:
    state = ManagedDeviceCertificateState(certificate_eku="1.3.6")
    assert state.changes() == {"certificateEKU": "1.3.6"}
    assert ManagedDeviceCertificateState._read({"certificateEKU": "x", "certificateEku": "y"}).model_extra == {
        "certificateEku": "y"
    }
    assert Message(from_="ada").changes() == {"from": "ada"}


def test_an_undocumented_property_never_becomes_a_field() -> None:
    user = User._read({"display_name": "not the field", "displayName": "the field"})

    assert (user.display_name, user.model_extra) == ("the field", {"display_name": "not the field"})
    assert user.to_dict() == {"display_name": "not the field", "displayName": "the field"}


class TestAnObjectWithoutListsAndObjects:
    """It is written as it came as long as nobody touched it: each way of touching it must be noticed."""

    def flat(self) -> User:
        return User._read({"id": "1", "city": "Bern", "birthday": "2000-01-02T00:00:00.0000000Z", "mail": None})

    def test_untouched(self) -> None:
        assert self.flat().to_dict() == {
            "id": "1",
            "city": "Bern",
            "birthday": "2000-01-02T00:00:00.0000000Z",
            "mail": None,
        }
        given_away = self.flat().to_dict()
        given_away["city"] = "Basel"
        assert self.flat().to_dict()["city"] == "Bern"

    @pytest.mark.parametrize(
        ("touch", "city"),
        [
            (lambda user: setattr(user, "city", "Basel"), "Basel"),
            (lambda user: delattr(user, "city"), "missing"),
            (lambda user: user.model_fields_set.discard("city"), "missing"),
            (lambda user: user.model_extra.update(new=1), "Bern"),
            (lambda user: user.model_copy(update={"city": "Basel"}), "Bern"),
        ],
    )
    def test_touched(self, touch, city: str) -> None:
        user = self.flat()
        other = touch(user)

        assert user.to_dict().get("city", "missing") == city
        assert user.to_dict().get("new") == user.model_extra.get("new")
        if other is not None:
            assert other.to_dict()["city"] == "Basel"

    def test_a_set_is_read_from_a_text_and_can_change(self) -> None:
        update = WindowsUpdateForBusinessConfiguration._read({"updateWeeks": "firstWeek"})
        update.update_weeks.add("secondWeek")
        assert update.to_dict() == {"updateWeeks": "firstWeek,secondWeek"}

    def test_what_a_caller_gave_stays_the_callers(self) -> None:
        given = {"passwordProfile": {"password": "x"}}
        user = User.from_dict(given)
        given["passwordProfile"]["password"] = "y"
        assert user.to_dict()["passwordProfile"] == {"password": "x"}


class TestPolymorphism:
    def test_an_object_is_of_the_class_it_names(self) -> None:
        read = DeviceConfiguration._read(
            {"@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile", "intendedPurpose": "vpn"}
        )

        assert type(read) is IosImportedPFXCertificateProfile
        assert read.intended_purpose is IntendedPurpose.VPN

    def test_in_collections_and_properties(self) -> None:
        user = User._read(
            {
                "manager": {"@odata.type": "#microsoft.graph.user", "city": "Bern"},
                "memberOf": [
                    {"@odata.type": "#microsoft.graph.group"},
                    {"@odata.type": "microsoft.graph.application"},
                    {"id": "1"},
                ],
            }
        )

        assert type(user.manager) is User
        assert [type(each) for each in user.member_of] == [Group, Application, DirectoryObject]

    @pytest.mark.parametrize(
        "named", ["#microsoft.graph.brandNew", "#microsoft.graph.message", "", "#", 5, None, ["x"]]
    )
    def test_what_cannot_be_is_of_the_declared_class(self, named: object) -> None:
        wire = {"@odata.type": named, "id": "1", "shiny": 1}

        read = DeviceConfiguration._read(wire)

        assert type(read) is DeviceConfiguration
        assert read.to_dict() == wire
        foreign = named == "#microsoft.graph.message" or not isinstance(named, (str, type(None)))
        assert [problem.path for problem in read.problems()] == ["@odata.type"] * foreign

    def test_a_derived_object_says_which_it_is(self) -> None:
        profile = IosImportedPFXCertificateProfile(display_name="Mail", version=8)
        own = {"@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile"}

        assert profile._write(DeviceConfiguration) == {**own, "displayName": "Mail", "version": 8}
        assert update_of(profile, DeviceConfiguration) == {**own, "displayName": "Mail", "version": 8}
        assert profile._write(IosImportedPFXCertificateProfile) == {"displayName": "Mail", "version": 8}
        assert profile.to_dict() == {**own, "displayName": "Mail", "version": 8}
        assert DeviceConfiguration(version=8).to_dict() == {"version": 8}

    def test_a_derived_object_says_so_where_no_class_is_declared(self) -> None:
        user = User.from_dict({"id": "1"})
        user.model_extra["x"] = [IosCertificateProfile(version=8)]
        own = {"@odata.type": "#microsoft.graph.iosCertificateProfile", "version": 8}

        assert user.to_dict() == {"id": "1", "x": [own]}
        assert user.changes() == {"id": "1", "x": [own]}
        assert encode({"a": [user.model_extra]}) == {"a": [{"x": [own]}]}

    def test_a_complex_type_without_a_key_is_derived_from_its_base(self) -> None:
        class Target(Base, odata_type="#x.target"):
            pass

        class GroupTarget(Target, odata_type="#x.groupTarget"):
            group_id: str | None = None

        assert GroupTarget(group_id="1").to_dict() == {"@odata.type": "#x.groupTarget", "groupId": "1"}
        assert Target().to_dict() == {}

    def test_one_that_was_saved_says_so_as_a_new_one_does(self) -> None:
        saved = IosCertificateProfile(version=8).saved()
        own = {"@odata.type": "#microsoft.graph.iosCertificateProfile"}

        assert saved.to_dict() == saved.saved().to_dict() == copy.copy(saved).to_dict() == {**own, "version": 8}
        assert (saved.changes(), saved == IosCertificateProfile(version=8)) == ({}, True)
        saved.version = 9
        assert update_of(saved, DeviceConfiguration) == {**own, "version": 9}
        assert saved._write(IosCertificateProfile) == {"version": 9}
        assert IosCertificateProfile._read({"version": 8}).saved().to_dict() == {"version": 8}

    def test_nested_objects_too(self) -> None:
        group = Group(members=[User(city="Bern"), DirectoryObject(id="1")])

        assert group._write(Group) == {
            "members": [{"@odata.type": "#microsoft.graph.user", "city": "Bern"}, {"id": "1"}]
        }

    def test_what_was_read_keeps_what_it_had(self) -> None:
        profile = DeviceConfiguration._read(
            {"@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile", "version": 7}
        )
        assert profile.changes() == {}
        profile.version = 8
        assert update_of(profile, DeviceConfiguration) == {
            "@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile",
            "version": 8,
        }


ODD = {
    "id": 5,
    "accountEnabled": "yes",
    "birthday": "2021-02-30T00:00:00Z",
    "hireDate": 20210707,
    "deviceEnrollmentLimit": 1.0,
    "businessPhones": ["1", 2, None],
    "assignedPlans": [{"assignedDateTime": "soon", "servicePlanId": "x"}, "text", None, {}],
    "passwordProfile": ["not an object"],
    "memberOf": {"not": "a list"},
    "messages": [{"body": {"contentType": "markdown"}}, {"body": 7}],
}


def test_reading_never_raises_and_problems_say_what_is_odd() -> None:
    user = User._read(copy.deepcopy(ODD))

    assert user.to_dict() == ODD
    assert user.changes() == {}
    assert {problem.path: problem.message for problem in user.problems()} == {
        "id": "not text",
        "accountEnabled": "not true or false",
        "assignedPlans[0].assignedDateTime": "not a date and time with an offset",
        "assignedPlans[0].servicePlanId": "not a GUID",
        "assignedPlans[1]": "not an object of AssignedPlan",
        "birthday": "not a date and time with an offset",
        "businessPhones[1]": "not text",
        "deviceEnrollmentLimit": "not a whole number",
        "hireDate": "not a date and time with an offset",
        "memberOf": "not a list",
        "messages[0].body.contentType": "not a documented value of BodyType",
        "messages[1].body": "not an object of ItemBody",
        "passwordProfile": "not an object of PasswordProfile",
    }
    assert str(user.messages[0].body.content_type) == "markdown"


def test_from_dict_makes_a_new_object() -> None:
    user = User.from_dict(WIRE)

    assert user.to_dict() == WIRE
    assert user.changes() == WIRE
    assert (
        type(DeviceConfiguration.from_dict({"@odata.type": "#microsoft.graph.iosCertificateProfile"})).__name__
        == "IosCertificateProfile"
    )
    assert '"displayName": "Adele"' in user.to_json()


class TestAsAnObject:
    def test_equality(self) -> None:
        assert read() == read()
        assert User(city="x") == User(city="x")
        assert User(city=None) != User()
        assert User(city="x") != User(city="y")
        assert Entity(id="1") != DirectoryObject(id="1")
        assert User() != 5
        with pytest.raises(TypeError, match="unhashable"):
            hash(User())

    @pytest.mark.parametrize(
        "again", [copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each)), lambda each: each.model_copy(deep=True)]
    )
    def test_copies(self, again) -> None:
        user = read()
        user.job_title = "x"
        user.business_phones.append("2")

        twin = again(user)

        assert twin == user
        assert twin.to_dict() == user.to_dict()
        assert twin.changes() == {"jobTitle": "x", "businessPhones": ["1", "2"]}
        twin.password_profile.password = "y"
        assert twin.changes()["passwordProfile"] == {"password": "y"}
        assert "passwordProfile" not in user.changes()
        assert twin.created_date_time.text == "2021-07-07T12:00:00.1234567Z"
        assert str(twin.assigned_plans[0].service_plan_id) == "EFB87545-963c-4e0d-99df-69c6916d9eb0"

    def test_a_shallow_copy_has_its_own_fields(self) -> None:
        user = read()
        twin = copy.copy(user)
        twin.job_title = "x"
        assert user.job_title == "Manager"

    def test_repr_shows_what_is_set(self) -> None:
        assert repr(User(city="Bern", job_title=None)) == "User(city='Bern', job_title=None)"
        assert repr(User._read({"id": "1", "new": 1, "@odata.context": "long"})) == "User(id='1', new=1)"


def test_values_move_between_objects_with_their_text() -> None:
    user, other = read(), User()
    other.birthday = user.created_date_time

    assert other.changes() == {"birthday": "2021-07-07T12:00:00.1234567Z"}
    other.birthday = user.created_date_time + dt.timedelta(hours=1)
    assert other.changes() == {"birthday": "2021-07-07T13:00:00.123456Z"}


def test_a_subclass_written_by_hand() -> None:
    class Employee(User):
        badge: str | None = None
        salary: Decimal | None = None

    employee = Employee(badge="4711", city="Bern", salary=Decimal("1.10"))

    assert employee._write(Employee) == {"city": "Bern", "badge": "4711", "salary": 1.1}
    assert Employee._read({"badge": "1", "new": 2}).badge == "1"
