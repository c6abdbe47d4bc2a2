"""Parameters of calls side by side: documented ones by place and name, OData options among the query parameters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, first, page_source
from generator.diff.model import Difference, Subject
from generator.diff.pairs import Paired, Pairs
from generator.model.indexes.calls import Call
from generator.model.indexes.query_options import SOME
from generator.model.operations import Parameter, ParameterPlace
from generator.text import Span

Key = tuple[str, str]

_NAMED_BY_PATH = {ParameterPlace.PATH}
"""Placeholders are part of the path, whose shape identifies the call; renaming one is no change."""
_OF_HTTP = {"accept", "authorization", "content-length", "content-type"}
"""Headers that every call has: clients send them by themselves."""


def named_options(call: Call, other: Call) -> tuple[str, ...]:
    """OData options that the pages of `call` name, where those of `other` do not just say that there are some."""
    return () if SOME in other.options else tuple(each for each in call.options if each != SOME)


def option_source(call: Call, option: str) -> Span:
    """Where the first page of the call that names the option does so."""
    operation = next(each.operation for each in call.documents if option in each.operation.options)
    return dict(zip(operation.options, operation.option_spans, strict=False)).get(option, operation.source)


def parameters(pairs: Pairs) -> Iterator[tuple[Call, Call, Paired[Key, Parameter]]]:
    """The parameters of every call that both states have."""
    for _, old, new in pairs.calls.kept():
        yield old, new, Paired(_by_key(old), _by_key(new))


def difference(old: Call, new: Call, message: str, before: Parameter | None, after: Parameter | None) -> Difference:
    """A difference of one parameter of `new`; it is named `VERB path parameter`."""
    one = after or before
    name = call_name(new) + (f" {one.name}" if one is not None else "")
    return Difference(
        subject=Subject.PARAMETER,
        type=None,
        name=name,
        message=message,
        old=None if before is None else _facts(before),
        new=None if after is None else _facts(after),
        old_source=page_source(old) if before is None else first(before.sources),
        new_source=page_source(new) if after is None else first(after.sources),
    )


def _by_key(call: Call) -> dict[Key, Parameter]:
    return {
        (each.place.value, each.name.lower() if each.place is ParameterPlace.HEADER else each.name): each
        for each in call.parameters
        if each.place not in _NAMED_BY_PATH
        and not (each.place is ParameterPlace.HEADER and each.name.lower() in _OF_HTTP)
    }


def _facts(each: Parameter) -> dict[str, object]:
    return {"in": each.place.value, "type": str(each.type), "required": each.markers.required}
