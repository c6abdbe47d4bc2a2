"""The law that nothing is lost: what is read and written again is what came, whatever it was."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_sdk._runtime.content import json_bytes
from sample_sdk._runtime.encoding import same_json
from sample_sdk._runtime.model import shape_of
from sample_sdk.models import (
    Application,
    DeviceConfiguration,
    DirectoryObject,
    User,
    WindowsUpdateForBusinessConfiguration,
)

NEAR_MISSES = st.sampled_from(
    [
        "2021-07-07T12:00:00.1234567Z", "2021-07-07T12:00:00+05:30", "2021-02-30T00:00:00Z", "0000-01-01T00:00:00Z",
        "2021-07-07T24:00:00Z", "2021-07-07T23:59:60Z", "2021-07-07", "08:00", "08:00:00.0000000", "24:00:00", "P5DT3H",
        "-PT0.1234567S", "P", "PT", "P1Y", "PT" + "9" * 30 + "S", "EFB87545-963C-4e0d-99df-69c6916d9eb0", "/w==", "_w", "//8", "a",
        "firstWeek, secondWeek", "firstWeek,firstWeek", "secondWeek,firstWeek", "", ",", " ", "userDefined", "INF", "-INF", "NaN",
        "#microsoft.graph.user", "#microsoft.graph.group", "microsoft.graph.iosCertificateProfile", "#microsoft.graph.unknown", "#",
    ]
)  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=[]))  # with halves of characters, which JSON can hold
JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT | NEAR_MISSES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.just("@odata.type"), inner, max_size=4),
    max_leaves=10,
)
MODELS = [Application, DeviceConfiguration, DirectoryObject, User, WindowsUpdateForBusinessConfiguration]


@st.composite
def object_of(draw: st.DrawFn) -> tuple[type[Any], dict[str, Any]]:
    """A class, and JSON that uses its documented names with any values."""
    model = draw(st.sampled_from(MODELS))
    names = st.sampled_from(["@odata.type", *shape_of(model).by_wire]) | st.text()
    return model, draw(st.dictionaries(names, JSON, max_size=8))


@given(object_of())
@settings(max_examples=100, deadline=None)
def test_decode_then_encode_is_the_identity(case: tuple[type[Any], dict[str, Any]]) -> None:
    model, wire = case
    text = json.dumps(wire)

    read = model._read(json.loads(text))

    assert same_json(read.to_dict(), wire)
    assert list(read.to_dict()) == list(wire)
    assert json.dumps(read.to_dict()) == text
    assert read.changes() == {}
    assert same_json(json.loads(json_bytes(read.to_dict())), wire)
    assert same_json(model.from_dict(wire).to_dict(), wire)
    read.problems()
    repr(read)


@given(object_of())
@settings(max_examples=30, deadline=None)
def test_copies_are_equal(case: tuple[type[Any], dict[str, Any]]) -> None:
    model, wire = case
    read = model._read(copy.deepcopy(wire))

    for twin in (copy.deepcopy(read), pickle.loads(pickle.dumps(read))):
        assert twin == read
        assert same_json(twin.to_dict(), wire)
        assert twin.changes() == {}
        assert twin.problems() == read.problems()


@given(object_of(), st.data())
@settings(max_examples=30, deadline=None)
def test_what_is_edited_and_nothing_else_is_a_change(
    case: tuple[type[Any], dict[str, Any]], data: st.DataObject
) -> None:
    _, wire = case
    read = User._read(copy.deepcopy({name: value for name, value in wire.items() if name != "@odata.type"}))
    texts = [field for field in type(read)._fields() if field.atomic and not field.read_only]
    field = data.draw(st.sampled_from([each for each in texts if each.kind.types == (str,)]))
    value = data.draw(st.text())

    setattr(read, field.name, value)

    assert read.changes() == ({} if wire.get(field.wire) == value and field.wire in wire else {field.wire: value})
    assert same_json(
        read.to_dict(), {**{key: each for key, each in wire.items() if key != "@odata.type"}, field.wire: value}
    )
