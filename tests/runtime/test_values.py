"""Times, GUIDs, binary and enumerations: what they mean in Python, and that their text comes back."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from uuid import UUID

import pytest
from sample_sdk._runtime import values
from sample_sdk._runtime.decimals import read_decimal, write_decimal
from sample_sdk._runtime.encoding import encode
from sample_sdk._runtime.enums import FlagSet, write_flags
from sample_sdk.enums import IntendedPurpose
from sample_sdk.enums import WindowsUpdateForBusinessUpdateWeeks as Weeks


@pytest.mark.parametrize(
    ("read", "write", "text", "value"),
    [
        (
            values.read_datetime,
            values.write_datetime,
            "2017-01-01T00:00:35.1329464-08:00",
            dt.datetime(2017, 1, 1, 8, 0, 35, 132946, dt.UTC),
        ),
        (values.read_datetime, values.write_datetime, "2021-07-07T12:00Z", dt.datetime(2021, 7, 7, 12, tzinfo=dt.UTC)),
        (values.read_time, values.write_time, "08:00:00.0000000", dt.time(8)),
        (values.read_time, values.write_time, "08:30", dt.time(8, 30)),
        (values.read_duration, values.write_duration, "P5DT3H", dt.timedelta(days=5, hours=3)),
        (values.read_duration, values.write_duration, "-PT1M0.5000000S", -dt.timedelta(minutes=1, seconds=0.5)),
        (values.read_duration, values.write_duration, "PT36H", dt.timedelta(hours=36)),
        (values.read_guid, str, "EFB87545-963C-4e0d-99df-69c6916d9eb0", UUID("efb87545-963c-4e0d-99df-69c6916d9eb0")),
        (values.read_guid, str, "efb87545-963c-4e0d-99df-69c6916d9eb0", UUID("efb87545-963c-4e0d-99df-69c6916d9eb0")),
        (values.read_binary, values.write_binary, "_-8", b"\xff\xef"),
        (values.read_binary, values.write_binary, "", b""),
        (read_decimal, write_decimal, "1.10", Decimal("1.10")),
        (read_decimal, write_decimal, 0.1, Decimal("0.1")),
    ],
)
def test_what_is_read_comes_back(read, write, text, value) -> None:
    found = read(text)

    assert found == value
    assert write(found) == text
    for twin in (copy.deepcopy(found), copy.copy(found), pickle.loads(pickle.dumps(found))):
        assert (twin, write(twin)) == (value, text)


@pytest.mark.parametrize(
    ("write", "value", "text"),
    [
        (values.write_datetime, dt.datetime(2021, 7, 7, tzinfo=dt.UTC), "2021-07-07T00:00:00Z"),
        (
            values.write_datetime,
            dt.datetime(2021, 7, 7, 1, 2, 3, 4, dt.timezone(dt.timedelta(hours=-8))),
            "2021-07-07T01:02:03.000004-08:00",
        ),
        (values.write_duration, dt.timedelta(), "PT0S"),
        (values.write_duration, dt.timedelta(days=2), "P2D"),
        (values.write_duration, dt.timedelta(days=-1, seconds=1.5), "-PT23H59M58.5S"),
        (values.write_duration, dt.timedelta(minutes=90), "PT1H30M"),
        (values.write_binary, b"\xff\xef", "/+8="),
        (write_decimal, Decimal(3), 3),
        (write_decimal, Decimal("0.1"), 0.1),
        (write_decimal, Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (values.write_float, float("-inf"), "-INF"),
        (values.write_float, float("nan"), "NaN"),
        (values.write_float, 1.5, 1.5),
    ],
)
def test_what_was_made_in_python_is_written_canonically(write, value, text) -> None:
    assert write(value) == text
    assert encode(value) == text


@pytest.mark.parametrize(
    ("read", "text"),
    [
        *(
            (values.read_datetime, text)
            for text in ("2021-07-07", "2021-07-07T12:00:00", "20210707T120000Z", "2021-07-07 12:00:00Z", "x")
        ),
        *((values.read_date, text) for text in ("20210707", "2021-W27", "2021-02-30", "2021-7-7", "٢٠٢١-٠٧-٠٧")),
        *((values.read_time, text) for text in ("8:00", "25:00", "T08:00", "08:00Z")),
        *(
            (values.read_duration, text)
            for text in ("P", "PT", "P1Y", "P1W", "5 days", "P1DT", "PT" + "9" * 5000 + "S")
        ),
        *(
            (values.read_guid, text)
            for text in ("x", "{efb87545-963c-4e0d-99df-69c6916d9eb0}", "efb87545963c4e0d99df69c6916d9eb0")
        ),
        *((values.read_binary, text) for text in ("a", "a b=", "é", "====")),
        (read_decimal, "1,5"),
    ],
)
def test_text_of_another_form_is_not_read(read, text: str) -> None:
    assert read(text) is None


def test_values_made_by_arithmetic_have_their_own_text() -> None:
    later = values.read_datetime("2017-01-01T00:00:35.1329464Z") + dt.timedelta(1)

    assert values.write_datetime(later) == "2017-01-02T00:00:35.132946Z"
    assert copy.deepcopy(later) == pickle.loads(pickle.dumps(later)) == later
    half = values.read_duration("PT1H") / 2
    assert values.write_duration(half) == "PT30M"
    assert pickle.loads(pickle.dumps(half)) == half


def test_open_enumerations() -> None:
    new = IntendedPurpose("brandNew")

    assert IntendedPurpose("vpn") is IntendedPurpose.VPN
    assert IntendedPurpose.VPN == "vpn"
    assert IntendedPurpose.VPN.is_documented
    assert (new, str(new), new.is_documented, f"{new}") == ("brandNew", "brandNew", False, "brandNew")
    assert isinstance(new, IntendedPurpose)
    assert {new: 1}["brandNew"] == 1
    assert "brandNew" not in [str(each) for each in IntendedPurpose]
    for twin in (copy.deepcopy(new), copy.copy(new), pickle.loads(pickle.dumps(new))):
        assert (twin, type(twin)) == (new, IntendedPurpose)
    assert pickle.loads(pickle.dumps(IntendedPurpose.VPN)) is IntendedPurpose.VPN
    with pytest.raises(ValueError, match="5 is not a valid"):
        IntendedPurpose(5)


def test_flags() -> None:
    weeks = FlagSet.read("secondWeek, firstWeek", Weeks)

    assert weeks == {Weeks.FIRST_WEEK, "secondWeek"}
    assert write_flags(weeks) == "secondWeek, firstWeek"
    weeks.add(Weeks.EVERY_WEEK)
    assert write_flags(weeks) == "firstWeek,secondWeek,everyWeek"
    assert write_flags({Weeks("sixthWeek"), Weeks.THIRD_WEEK, Weeks("fifthWeek")}) == "thirdWeek,fifthWeek,sixthWeek"
    assert write_flags(set()) == ""
    again = pickle.loads(pickle.dumps(FlagSet.read("b,firstWeek", Weeks)))
    assert write_flags(again) == write_flags(copy.deepcopy(again)) == "b,firstWeek"


def test_what_has_no_json_is_an_error() -> None:
    with pytest.raises(TypeError, match="object has no JSON"):
        encode({"x": object()})


def test_a_guid_that_was_read_is_a_uuid() -> None:
    read, plain = values.read_guid("EFB87545-963C-4e0d-99df-69c6916d9eb0"), UUID("efb87545-963c-4e0d-99df-69c6916d9eb0")

    assert (read, hash(read), read.fields, read.is_safe) == (plain, hash(plain), plain.fields, plain.is_safe)
    assert {plain: 1}[read] == 1
    with pytest.raises(AttributeError, match="nothing"):
        _ = read.nothing
