"""What actions and functions take: the values that fit their annotations, checked as those of models are."""

from __future__ import annotations

import datetime as dt
import inspect
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
from loopback import Service
from pydantic import ValidationError
from sample_sdk import Graph
from sample_sdk._runtime.calls import UNSET, AsWritten
from sample_sdk.enums import BodyType
from sample_sdk.enums import WindowsUpdateForBusinessUpdateWeeks as Weeks
from sample_sdk.models import AssignedPlan, Message, User

DAY = dt.date(2021, 7, 7)
NOON = dt.datetime(2021, 7, 7, 12, tzinfo=dt.UTC)
GUID = UUID("87d349ed-44d7-43e1-9a83-5f2406dee5bd")
FITTING: dict[str, Any] = {"day": DAY, "weeks": "firstWeek", "plans": []}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"day": "{day}"}, {"day": "{day}"}),
        ({"weeks": "x,firstWeek"}, {"weeks": "x,firstWeek"}),
        ({"weeks": Weeks.FIRST_WEEK}, {"weeks": "firstWeek"}),
        ({"weeks": ["thirdWeek", "firstWeek"]}, {"weeks": "firstWeek,thirdWeek"}),
        ({"weeks": {"thirdWeek", "firstWeek", "x"}}, {"weeks": "firstWeek,thirdWeek,x"}),
        ({"weeks": {Weeks.THIRD_WEEK, Weeks.FIRST_WEEK}}, {"weeks": "firstWeek,thirdWeek"}),
        ({"plans": (AssignedPlan(service="a"), {"service": "b"})}, {"plans": [{"service": "a"}, {"service": "b"}]}),
        ({"plans": [MappingProxyType({"service": "a"})]}, {"plans": [{"service": "a"}]}),
        ({"plans": {1: AssignedPlan(service="a")}.values()}, {"plans": [{"service": "a"}]}),
        (
            {"plans": [{"service": "a", "assignedDateTime": NOON}]},
            {"plans": [{"service": "a", "assignedDateTime": "2021-07-07T12:00:00Z"}]},
        ),
        ({"format": "rtf", "hours": 7}, {"format": "rtf", "hours": 7}),
        ({"format": None, "hours": None}, {"format": None, "hours": None}),
        ({"format": UNSET, "hours": UNSET}, {}),
        ({"note": NOON}, {"note": "2021-07-07T12:00:00Z"}),
        ({"note": DAY}, {"note": "2021-07-07"}),
        ({"note": dt.time(3, 30)}, {"note": "03:30:00"}),
        ({"note": dt.timedelta(hours=1)}, {"note": "PT1H"}),
        ({"note": GUID}, {"note": str(GUID)}),
        ({"note": BodyType.HTML}, {"note": "html"}),
        ({"hours": AsWritten("{hours}")}, {"hours": "{hours}"}),
    ],
)
def test_what_fits(ask, service: Service, given: dict[str, Any], sent: dict[str, Any]) -> None:
    service.reply("POST /groups/1/planUpdates")

    ask(lambda graph: graph.groups["1"].plan_updates(**{**FITTING, **given}))

    assert service.last.json == {"day": "2021-07-07", "weeks": "firstWeek", "plans": [], **sent}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("day", NOON, "should be a date, not a datetime"),
        ("day", None, "should be a date, not NoneType"),
        ("weeks", None, "should be a set of WindowsUpdateForBusinessUpdateWeeks, not NoneType"),
        ("weeks", b"firstWeek", "should be a set of WindowsUpdateForBusinessUpdateWeeks, not bytes"),
        ("weeks", Message(subject="a"), "should be a set of WindowsUpdateForBusinessUpdateWeeks, not Message"),
        ("weeks", {"firstWeek": 1}, "should be a set of WindowsUpdateForBusinessUpdateWeeks, not dict"),
        ("weeks", {None}, "should be WindowsUpdateForBusinessUpdateWeeks, not NoneType"),
        ("weeks", {BodyType.HTML}, "should be WindowsUpdateForBusinessUpdateWeeks, not BodyType"),
        ("weeks", BodyType.HTML, "should be WindowsUpdateForBusinessUpdateWeeks, not BodyType"),
        ("plans", [MappingProxyType({"assigned_date_time": NOON})], "'assignedDateTime', not 'assigned_date_time'"),
        ("format", Weeks.FIRST_WEEK, "should be BodyType, not WindowsUpdateForBusinessUpdateWeeks"),
        ("plans", "a", "should be a list, not str"),
        ("plans", bytearray(b"a"), "should be a list, not bytearray"),
        ("plans", AssignedPlan(), "should be a list, not AssignedPlan"),
        ("plans", {"service": "a"}, "should be a list, not dict"),
        ("plans", None, "should be a list, not NoneType"),
        ("plans", [Message()], "should be AssignedPlan, not Message"),
        ("plans", [{"assigned_date_time": NOON}], "'assignedDateTime', not 'assigned_date_time'"),
        ("format", 1, "should be BodyType, not int"),
        ("note", NOON.replace(tzinfo=None), "should have a time zone, or be the text that is meant: its .isoformat()"),
        ("note", 7, "should be text, not int"),
        ("note", b"7", "should be text, not bytes"),
        ("hours", "7", "should be a whole number, not str"),
        ("hours", True, "should be a whole number, not bool"),
    ],
)
def test_what_does_not_fit(ask, service: Service, name: str, value: Any, told: str) -> None:
    with pytest.raises(ValidationError, match=f"for GroupItem.plan_updates\n{name}\n  .*{told}"):
        ask(lambda graph: graph.groups["1"].plan_updates(**{**FITTING, name: value}))
    assert service.seen == []


def test_every_fault_is_told(graph: Graph) -> None:
    with pytest.raises(ValidationError) as caught:
        graph.groups["1"].plan_updates(day=1, weeks=2, plans=3)
    assert [each["loc"] for each in caught.value.errors()] == [("day",), ("weeks",), ("plans",)]


def test_parameters_of_functions(ask, service: Service) -> None:
    service.reply("GET /me/reminderView(startDateTime='2021-07-07T12:00:00Z',endDateTime='later')", {"value": []})

    assert ask(lambda graph: graph.me.reminder_view(NOON, end_date_time="later")) == []
    with pytest.raises(ValidationError, match="end_date_time\n  should have a time zone"):
        ask(lambda graph: graph.me.reminder_view(NOON, dt.datetime(2021, 7, 7)))  # noqa: DTZ001 - that is the fault


def test_items_of_text(ask, service: Service) -> None:
    service.reply("POST /users/1/checkMemberGroups", {"value": []})

    ask(lambda graph: graph.users["1"].check_member_groups(group_ids=[GUID, "x"]))

    assert service.last.json == {"groupIds": [str(GUID), "x"]}


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda graph: graph.me.reminder_view(NOON), "missing 1 required positional argument: 'end_date_time'"),
        (lambda graph: graph.me.reminder_view(1, 2, 3), "takes 3 positional arguments but 4 were given"),
        (lambda graph: graph.me.reminder_view(NOON, NOON, start_date_time=NOON), "multiple values .*'start_date_time'"),
        (lambda graph: graph.me.reminder_view(NOON, NOON, stop=1), "unexpected keyword argument: stop"),
    ],
)
def test_a_wrong_call_is_told_by_its_own_names(graph: Graph, call, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        call(graph)


@pytest.mark.parametrize("body", ["Ada", None, Message(), [User()]])
def test_a_body_of_another_class_is_refused(ask, service: Service, body: Any) -> None:
    told = f"body\n  should be User, not {type(body).__name__}"
    with pytest.raises(ValidationError, match=told):
        ask(lambda graph: graph.users.create(body))
    with pytest.raises(ValidationError, match=told):
        ask(lambda graph: graph.users["1"].update(body))
    assert service.seen == []


@pytest.mark.parametrize(
    "body",
    [
        {"manager": {"deleted_date_time": None}},
        {"messages": [None, Message(), {"body": {"content_type": "html"}}]},
        MappingProxyType({"messages": ({"received_date_time": None},)}),
        {"password_profile": {"password": "x"}},
    ],
)
def test_names_of_fields_within_a_dict_are_refused(graph: Graph, service: Service, body: Any) -> None:
    with pytest.raises(ValueError, match=r"a dict has the names of JSON: '[a-zA-Z]+', not '[a-z_]+'"):
        graph.users["1"].update(body)
    assert service.seen == []


def test_any_mapping_is_a_body(ask, service: Service) -> None:
    service.reply("PATCH /users/1")
    body = MappingProxyType({"manager": MappingProxyType({"id": "2"}), "my_own": {"content_type": 1}})

    ask(lambda graph: graph.users["1"].update(body))

    assert service.last.json == {"manager": {"id": "2"}, "my_own": {"content_type": 1}}


def test_a_checked_method_looks_like_itself() -> None:
    method = Graph("t").groups["1"].plan_updates

    assert method.__name__ == "plan_updates"
    assert list(inspect.signature(method).parameters)[:2] == ["day", "weeks"]
    assert BodyType.__name__ in str(inspect.signature(method))
