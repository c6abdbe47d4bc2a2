"""What the pages that document one call state of its body or response. A page that states nothing contradicts nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.diff.pairs import Pairs
from generator.model.indexes.calls import Call
from generator.model.operations import Body, BodyKind, Operation, Response, ResponseKind
from generator.model.types import TypeRef
from generator.text import Span

Statement = tuple[TypeRef | None, str, Span]
"""The type if there is one, the words for it, and where it stands."""


def body(operation: Operation) -> Statement | None:
    """What the page says that the request carries."""
    return _stated(operation.body, BodyKind.UNSTATED, operation.source)


def response(operation: Operation) -> Statement | None:
    """What the page says that success returns."""
    return _stated(operation.response, ResponseKind.UNSTATED, operation.source)


def contradiction(
    pairs: Pairs, old: Call, new: Call, of: Callable[[Operation], Statement | None]
) -> tuple[Statement, Statement] | None:
    """A statement that no page makes any more, with one that none made before. More pages that say more are none."""
    was, now = _all(old, of), _all(new, of)
    gone = [each for each in was.values() if not any(_same(pairs, each, other) for other in now.values())]
    come = [each for each in now.values() if not any(_same(pairs, other, each) for other in was.values())]
    return (gone[0], come[0]) if gone and come else None


def _all(call: Call, of: Callable[[Operation], Statement | None]) -> Mapping[str, Statement]:
    found = [stated for each in call.documents if (stated := of(each.operation)) is not None]
    return {words: (ref, words, span) for ref, words, span in reversed(found)}


def _same(pairs: Pairs, old: Statement, new: Statement) -> bool:
    if old[0] is not None and new[0] is not None:
        return pairs.same_type(old[0], new[0])
    return old[1] == new[1]


def _stated(each: Body | Response, unstated: BodyKind | ResponseKind, page: Span) -> Statement | None:
    if each.kind is unstated or each.inference is not None:
        return None
    return each.type, each.kind.value if each.type is None else str(each.type), each.span or page
