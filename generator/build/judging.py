"""What is known of the documented examples before their tests are made: what the SDK must refuse, and why.

Nothing is known wrong without a finding: the reasons are those of the example rules and of the linker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.diagnostics import Diagnostic
from generator.lint.declared import Declared, declared_by
from generator.lint.example_check import Wrong
from generator.lint.json_text import decode
from generator.lint.open_members import open_members
from generator.lint.refusal import answer_of, refused
from generator.lint.shapes import Shapes, shapes
from generator.model.indexes.indexed import Indexed
from generator.model.operations import Example, HttpRequest, HttpResponse
from generator.python.examples.data import OpenMembers, query_of
from generator.python.examples.plan import ExampleKey, Plan
from generator.python.examples.views import Judged, KnownWrong, Reason
from generator.python.sites import CallSite
from generator.text import Span

_OF_URLS = ("example-other-version", "example-verb", "example-unmatched", "example-path-differs")
"""Findings that explain why no documented call is an example's, the most telling first."""


def judge_examples(
    indexed: Indexed, diagnostics: Iterable[Diagnostic], sites: Sequence[CallSite], planned: Mapping[ExampleKey, Plan]
) -> Judged:
    """Every example that is `planned`. `diagnostics` are those of linking and of the rules."""
    known = shapes(indexed.api, indexed.hierarchy)
    spoken = {(each.verb, each.shape): each.spoken for each in sites}
    of_urls = _of_urls(diagnostics)
    wrong: dict[ExampleKey, KnownWrong] = {}
    unlisted: dict[ExampleKey, OpenMembers] = {}
    for operation in indexed.api.operations:
        for example in operation.examples:
            key = (operation.id, example.ordinal)
            plan = planned.get(key)
            if plan is None:
                continue
            call = plan.match.call
            declared = _asked(declared_by(spoken.get((call.verb.value, call.shape), call), known), plan)
            found = refused(example, declared, known)
            url = None if plan.found or example.request is None else _of_url(example.request.span, of_urls)
            request = url or _reason(found.request)
            if request is not None or found.response is not None:
                wrong[key] = KnownWrong(request=request, response=_reason(found.response))
            if (names := _open(example, declared, known)) != _NONE_OPEN:
                unlisted[key] = names
    return Judged(wrong=wrong, open_members=unlisted)


_NONE_OPEN = OpenMembers()


def _asked(declared: Declared, plan: Plan) -> Declared:
    """What comes back as `plan` asks for it."""
    asks_json = plan.path is not None and query_of(plan.path).get("$format") == "application/json"
    return replace(declared, response=declared.response_as_json or declared.response) if asks_json else declared


def _reason(found: Wrong | None) -> Reason | None:
    return None if found is None else Reason(code=found.code, span=found.finding.span)


def _of_urls(diagnostics: Iterable[Diagnostic]) -> Mapping[tuple[str, int], Reason]:
    """The findings about requests' URLs, by page and line."""
    found: dict[tuple[str, int], Reason] = {}
    for code in reversed(_OF_URLS):
        for each in diagnostics:
            if each.code == code and each.span is not None:
                found[each.span.path, each.span.line] = Reason(code=code, span=each.span)
    return found


def _of_url(request: Span, found: Mapping[tuple[str, int], Reason]) -> Reason:
    """Why no call fits the request. The rules know other services' hosts and versions than the configured one, so the
    last resort says what is the case.
    """
    default = Reason(code="example-path-differs", span=request)
    return found.get((request.path, request.line), default)


def _open(example: Example, declared: Declared, known: Shapes) -> OpenMembers:
    response: frozenset[str] = (
        frozenset() if declared.response is None else open_members(_json(answer_of(example)), declared.response, known)
    )
    sent = _json(example.request)
    request: frozenset[str] = frozenset() if declared.body is None else open_members(sent, declared.body, known)
    if isinstance(sent, dict):
        members = (declared.members or {}).items()
        request = request.union(*(open_members(sent.get(name), ref, known) for name, ref in members if ref is not None))
    return OpenMembers(request=request, response=response)


def _json(message: HttpRequest | HttpResponse | None) -> Any:
    document = decode(message.body) if message is not None and message.json and message.body is not None else None
    return None if document is None else document.value
