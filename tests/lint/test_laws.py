"""Laws of the parts that judge examples: places lead to what they name, nothing raises, and forms are those of the runtime."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator
from generator.lint.json_places import places, span_in
from generator.lint.json_text import decode
from generator.lint.literals import Fit, fit
from generator.lint.shapes import shapes
from generator.lint.value_check import check_value
from generator.model.api import Api, PageCounts
from generator.model.declarations import EnumMember, EnumType, Property, StructuredType, StructureKind
from generator.model.primitives import PrimitiveName as P
from generator.model.types import Collection, Named, Opaque, Primitive
from generator.model.wording import Markers
from generator.text import Span

KEYS = st.sampled_from(["@odata.type", "id", "next", "kind", "many", "x@y", "other"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
JSON = st.recursive(
    SCALARS | st.sampled_from(["#n.node", "#n.leaf", "#n.lost", "one", "a,b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
HERE = Span.at("resources/node.md", 1)


@given(value=JSON, indent=st.sampled_from([None, 2]))
def test_every_place_holds_its_value(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)

    for place in places(text):
        found = value
        for step in place.pointer:
            found = found[step]
        written = text[slice(*place.value)]
        assert written in "{[" or json.loads(written) == found
        assert place.key is None or json.loads(text[slice(*place.key)]) == place.pointer[-1]


@given(value=JSON)
def test_every_value_has_a_place(value: Any) -> None:
    assert {place.pointer for place in places(json.dumps(value))} == set(_pointers(value, ()))


def _pointers(value: Any, at: tuple[str | int, ...]) -> Any:
    yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from _pointers(inner, (*at, step))


@given(text=st.text(alphabet='{}[]:,"\\ \n/*a1', max_size=30), pointer=st.lists(KEYS | st.integers(0, 3), max_size=3))
def test_any_text_has_places(text: str, pointer: list[str | int]) -> None:
    span = span_in(text, Span.at("api/x.md", 7), tuple(pointer))

    assert 7 <= span.line <= 7 + text.count("\n")
    decode(text)


def _property(name: str, kind: Any) -> Property:
    return Property(
        name=name,
        type=kind,
        description="",
        navigation=False,
        markers=Markers(),
        deprecation=None,
        sources=(HERE,),
    )


def _type(name: str, base: str | None, properties: tuple[Property, ...]) -> StructuredType:
    return StructuredType(
        name=name,
        kind=StructureKind.ENTITY,
        base=base,
        abstract=False,
        open=False,
        media=False,
        keys=(),
        properties=properties,
        summary="",
        notes=(),
        deprecation=None,
        sources=(HERE,),
    )


NODE = Named(name="n.node")
KIND = Named(name="n.kind")
KNOWN = shapes(
    Api(
        types=(
            _type("n.leaf", "n.node", ()),
            _type(
                "n.node",
                None,
                (_property("next", NODE), _property("kind", KIND), _property("many", Collection(item=NODE))),
            ),
        ),
        enums=(
            EnumType(
                name="n.kind",
                members=(EnumMember(name="one", value=1, description="", sources=(HERE,)),),
                flags=False,
                summary="",
                deprecation=None,
                sources=(HERE,),
            ),
        ),
        operations=(),
        pages=PageCounts(),
    )
)
TYPES = st.sampled_from([NODE, KIND, Opaque(text="?"), *(Primitive(name=name) for name in P)])


@given(value=JSON, kind=TYPES | st.builds(lambda item: Collection(item=item), TYPES))
def test_judging_never_raises_and_points_into_the_value(value: Any, kind: Any) -> None:
    there = set(_pointers(value, ()))

    for fault in check_value(value, kind, KNOWN):
        assert fault.pointer in there
        assert fault.message


def test_no_depth_is_too_deep() -> None:
    value: dict[str, Any] = {"lost": 1}
    for _ in range(100_000):
        value = {"next": value}

    (fault,) = check_value(value, NODE, KNOWN)

    assert len(fault.pointer) == 100_001


def _runtime(name: str) -> ModuleType:
    path = Path(generator.__file__).parent.parent / "templates" / "python" / "runtime" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


VALUES = _runtime("values")
READERS = {
    P.DATE_TIME_OFFSET: VALUES.read_datetime,
    P.DATE: VALUES.read_date,
    P.TIME_OF_DAY: VALUES.read_time,
    P.DURATION: VALUES.read_duration,
    P.GUID: VALUES.read_guid,
    P.BINARY: VALUES.read_binary,
    P.STREAM: VALUES.read_binary,
    P.DOUBLE: VALUES.read_float,
    P.SINGLE: VALUES.read_float,
    P.DECIMAL: _runtime("decimals").read_decimal,
}
LIKE = {
    P.DATE_TIME_OFFSET: r"[0-2]\d{3}-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-6]\d(:[0-6]\d(\.\d{0,13})?)?([Zz]|[+-][0-2]\d:?\d\d)?",
    P.DATE: r"\d{4}-[01]\d-[0-3]\d|[0-3]?\d/\d/\d{4}",
    P.TIME_OF_DAY: r"[0-2]\d:[0-6]\d(:[0-6]\d(\.\d{0,13})?)?|\d:\d\d",
    P.DURATION: r"[+-]?P(\d{1,3}[DWM])?(T(\d{1,3}H)?(\d{1,3}M)?(\d{1,3}(\.\d{0,9})?S)?)?",
    P.GUID: r"\{?[0-9a-gA-G]{8}-([0-9a-f]{4}-){3}[0-9a-f]{11,12}\}?",
    P.BINARY: r"[A-Za-z0-9+/_ .-]{0,9}={0,3}",
    P.STREAM: r"[A-Za-z0-9+/_-]{0,9}={0,3}",
    P.DOUBLE: r"-?INF|NaN|Infinity|\d",
    P.SINGLE: r"-?INF|NaN|Infinity|\d",
    P.DECIMAL: r"[+-]?[0-9]{1,3}(\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?|[a-z]{0,2}x",
}


@pytest.mark.parametrize("name", READERS, ids=str)
@given(data=st.data())
def test_a_text_fits_if_the_runtime_reads_it(name: P, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(LIKE[name], fullmatch=True))

    assert (fit(text, name) is Fit.FITS) == (READERS[name](text) is not None)


@pytest.mark.parametrize("padding", ["", "=", "==", "===", "====="])
@pytest.mark.parametrize("digits, fits", [("AAAA", True), ("AAA", True), ("AA", True), ("A", False), ("A=AA", False)])
def test_padding_is_read_alike_by_all_versions_of_python(digits: str, padding: str, fits: bool) -> None:
    assert (fit(digits + padding, P.BINARY) is Fit.FITS) == fits
