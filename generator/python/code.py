"""Planned methods and leads as finished pieces of code, for the synchronous modules and for the asynchronous stubs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from generator.model.operations import ParameterPlace
from generator.python.arguments import JSON
from generator.python.describing import deprecated_decorator
from generator.python.layout import STEP, Group, Item, lay_out, mapping
from generator.python.literals import docstring, literal
from generator.python.methods import Argument, Result
from generator.python.nodes import Lead
from generator.python.plans import MethodPlan
from generator.python.prose import WIDTH
from generator.python.results import STREAMED
from generator.python.sites import BodyForm
from generator.python.wording import brief, folded

OPTIONS = "**options: Unpack[RequestOptions]"
BARE_OPTIONS = "**options: Unpack[BareOptions]"
_BODY = 2 * STEP


class MemberView(msgspec.Struct, frozen=True, kw_only=True):
    """A property or method: what stands before `def`, the signature, docstring and statements, indented for a class."""

    decorator: str
    signature: str
    doc: str
    statements: tuple[str, ...]


def method_views(plan: MethodPlan) -> tuple[MemberView, ...]:
    """A planned method; one that reads bytes has a second that reads them piece by piece."""
    if plan.json is not None:
        return (*_overloads(plan, plan.json), _of_two_forms(plan, plan.json))
    made = MemberView(
        decorator=_decorators(plan),
        signature=_signature("def ", plan.name, _parameters(plan), _returns(plan, plan.result.returns)),
        doc=folded(plan.words, _BODY),
        statements=_statements(plan, plan.result),
    )
    if plan.replaceable:
        return (*_bodies(plan), msgspec.structs.replace(made, statements=(_needed(plan), *made.statements)))
    if not _streams(plan):
        return (made,)
    again = MemberView(
        decorator=_decorators(plan),
        signature=_signature("def ", "stream", _parameters(plan), STREAMED.returns),
        doc=_SAME,
        statements=_statements(plan, STREAMED),
    )
    return made, again


def method_stubs(plan: MethodPlan) -> tuple[MemberView, ...]:
    """The same for the asynchronous client: signatures only."""
    if plan.json is not None:
        return _overloads(plan, plan.json, doc=folded(brief(plan.words), _BODY))
    if plan.replaceable:
        return _bodies(plan, doc=folded(brief(plan.words), _BODY))
    lead = "async def " if plan.result.awaited else "def "
    parameters = tuple(each.replace(" = UNSET", " = ...") for each in _parameters(plan))
    made = MemberView(
        decorator=_advice(plan),
        signature=_signature(lead, plan.name, parameters, _returns(plan, plan.result.returns_async)),
        doc=folded(brief(plan.words), _BODY),
        statements=(),
    )
    if not _streams(plan):
        return (made,)
    again = _signature("def ", "stream", parameters, STREAMED.returns_async)
    return made, MemberView(decorator=_advice(plan), signature=again, doc=_SAME, statements=())


def _overloads(plan: MethodPlan, json: Result, doc: str = "") -> tuple[MemberView, ...]:
    """What comes back by the format that is asked for: of the synchronous client, or with `doc` of the other."""
    forms = ((json, f'Literal["{JSON}"]', ""), (plan.result, 'Literal["text/csv"] | None', " = None"))
    return tuple(
        MemberView(
            decorator=_overload(plan),
            signature=_signature(
                "async def " if doc and result.awaited else "def ",
                plan.name,
                _parameters(plan, f"format: {annotation}{default}"),
                result.returns_async if doc else result.returns,
            )
            + ("" if doc else " ..."),
            doc=doc,
            statements=(),
        )
        for result, annotation, default in forms
    )


def _bodies(plan: MethodPlan, doc: str = "") -> tuple[MemberView, ...]:
    """The two ways to give a body: it or its members, or in place of them all another content. `doc`: of the other client."""
    lead = "async def " if doc and plan.result.awaited else "def "
    returns = plan.result.returns_async if doc else plan.result.returns
    rest = tuple(each for each in plan.arguments if each.place is not ParameterPlace.BODY)
    others = replace(plan, arguments=rest, sent=replace(plan.sent, argument=None))
    members = tuple(each.replace(" = UNSET", " = ...") if doc else each for each in _parameters(plan, given=True))
    raw = (*_parameters(others)[:-1], "raw_body: bytes | str", BARE_OPTIONS)
    raw = raw if "*" in raw else (*raw[:-2], "*", *raw[-2:])
    return tuple(
        MemberView(
            decorator=_overload(plan),
            signature=_signature(lead, plan.name, parameters, returned) + ("" if doc else " ..."),
            doc=doc,
            statements=(),
        )
        for parameters, returned in ((members, _returns(plan, returns)), (raw, returns))
    )


def _needed(plan: MethodPlan) -> str:
    """What refuses the members that may only be missing where another body stands in their place."""
    body = (plan.sent.argument,) if plan.sent.argument is not None else plan.at(ParameterPlace.BODY)
    members = [each.name for each in body if each.default is None]
    return lay_out(Group("self._need(", ("options", *(f"{name}={name}" for name in members))), _BODY)


def is_checked(plan: MethodPlan) -> bool:
    """Whether a method has arguments that nothing but its annotations tells the type of: it is an action or a function."""
    return any(each.place in (ParameterPlace.FUNCTION, ParameterPlace.BODY) for each in plan.arguments)


def _decorators(plan: MethodPlan) -> str:
    """Those of a method that runs; a stub and an overload have the advice alone."""
    return "\n    ".join(filter(None, (_advice(plan), "@checked" if is_checked(plan) else "")))


def _advice(plan: MethodPlan) -> str:
    return deprecated_decorator(plan.deprecation, "This call is deprecated.", STEP)


def _overload(plan: MethodPlan) -> str:
    return f"@overload\n    {_advice(plan)}" if plan.deprecation is not None else "@overload"


def _of_two_forms(plan: MethodPlan, json: Result) -> MemberView:
    """The method behind the overloads."""
    last = _statements(plan, json, nested=True)[-1]
    inner = f'if format == "{JSON}":\n{" " * (_BODY + STEP)}{last}'
    *same, otherwise = _statements(plan, plan.result)
    return MemberView(
        decorator=_decorators(plan),
        signature=_signature("def ", plan.name, _parameters(plan), f"{json.returns} | {plan.result.returns}"),
        doc=folded(plan.words, _BODY),
        statements=(*same, inner, otherwise),
    )


_SAME = '"""The same, piece by piece."""'


def _streams(plan: MethodPlan) -> bool:
    return plan.result.call == "_bytes" and plan.name == "get"


def lead_view(lead: Lead, target: str, path: str, local: str, *, stub: bool) -> MemberView:
    """A way to another node. `local` is the import that has to happen first; "" where the class is at hand."""
    returned = Group(f"return {target}(", ("self", _segment(lead.template, [each.name for each in lead.arguments])))
    statements = (*((f"{local}\n",) if local else ()), lay_out(returned, _BODY))
    is_property = lead.name is not None and not lead.arguments
    return MemberView(
        decorator="@property" if is_property else "",
        signature=_signature(
            "def ", lead.name or "__getitem__", ("self", *(each.declaration for each in lead.arguments)), target
        ),
        doc=docstring((path,), _BODY),
        statements=() if stub else statements,
    )


def _segment(template: str, values: Iterable[str]) -> Item:
    found = tuple(values)
    return Group("fill(", (literal(template), *found)) if found else literal(template)


def _signature(lead: str, name: str, parameters: tuple[str, ...], returns: str) -> str:
    return lay_out(Group(f"{lead}{name}(", parameters, definition=True), STEP, f" -> {returns}:")


def _parameters(plan: MethodPlan, form: str = "", *, given: bool = False) -> tuple[str, ...]:
    """Positional ones without defaults first, the body among them; then keywords, then the options of every call.
    `form` stands in place of the parameter that chooses one. `given`: as an overload that needs the body, or its members.
    """
    body: tuple[Argument, ...] = (plan.sent.argument,) if plan.sent.argument is not None else ()
    if plan.replaceable and not given:
        body = tuple(replace(each, default="UNSET") for each in body)
    positional = [each for each in plan.arguments if not each.keyword]
    functions = [each for each in positional if each.place is ParameterPlace.FUNCTION]
    others = [each for each in positional if each.place is not ParameterPlace.FUNCTION]
    ordered = sorted((*functions, *body, *others), key=lambda each: each.default is not None)
    keywords = [
        form if form and each.wire == "$format" else _declaration(each, may_miss=plan.replaceable and not given)
        for each in plan.arguments
        if each.keyword
    ]
    star = ["*"] if keywords else []
    return ("self", *(each.declaration for each in ordered), *star, *keywords, OPTIONS)


def _declaration(argument: Argument, *, may_miss: bool) -> str:
    is_member = argument.place is ParameterPlace.BODY and argument.default is None
    return f"{argument.declaration} = UNSET" if may_miss and is_member else argument.declaration


def saves(plan: MethodPlan) -> bool:
    """What comes back is what was sent."""
    sent, result = plan.sent, plan.result
    return sent.form is BodyForm.MODEL and result.call == "_one" and result.reads == sent.declared


def _returns(plan: MethodPlan, otherwise: str) -> str:
    return plan.sent.variable or otherwise if saves(plan) else otherwise


def _statements(plan: MethodPlan, result: Result, *, nested: bool = False) -> tuple[str, ...]:
    indent = _BODY + STEP if nested else _BODY
    path = _segment(plan.template, plan.values) if plan.template else None
    opening = f"return self.{'_save' if saves(plan) else result.call}("
    whole = Group(opening, _request(plan, result, path))
    bare, forms = plan.bare, plan.json is not None
    if isinstance(path, Group) and (bare or forms or indent + len(whole.flat) > WIDTH):
        assigned = lay_out(Group(f"path = {path.opening}", path.items), _BODY)
        if bare:
            assigned = f"{assigned} if {plan.values[0]} is not None else {literal(bare)}"
        return assigned, lay_out(Group(opening, _request(plan, result, "path")), indent)
    return (lay_out(whole, indent),)


def _request(plan: MethodPlan, result: Result, path: Item | None) -> tuple[Item, ...]:
    verb = literal(plan.verb.value)
    argument, call = plan.sent.argument, result.call
    if saves(plan) and argument is not None:
        items: list[Item] = [verb, plan.sent.declared, argument.name, "options"]
    else:
        items = [] if call in ("_many", "_delta", "_count") else [verb]
        items += [result.reads] if call in ("_one", "_many", "_page", "_delta") else []
        items += ["options", *_body(plan)]
    if path is not None:
        items.insert(items.index("options") + 1, _prefixed("path=", path))
    if any(each.name == "delta_link" for each in plan.arguments) and call == "_delta":
        items.append("delta_link=delta_link")
    for keyword, place in (("query=", ParameterPlace.QUERY), ("headers=", ParameterPlace.HEADER)):
        pairs = plan.at(place)
        if pairs:
            items.append(mapping(keyword, tuple((literal(each.wire), each.name) for each in pairs)))
    return tuple(items)


def _prefixed(prefix: str, item: Item) -> Item:
    return prefix + item if isinstance(item, str) else Group(prefix + item.opening, item.items)


def _body(plan: MethodPlan) -> list[Item]:
    argument = plan.sent.argument
    match plan.sent.form:
        case BodyForm.PARAMETERS:
            pairs = tuple((literal(each.wire), _member(each)) for each in plan.at(ParameterPlace.BODY))
            return [mapping("body=", pairs)]
        case BodyForm.MODEL if argument is not None:
            return [f"body={argument.name}", f"declared={plan.sent.declared}"]
        case BodyForm.CONTENT if argument is not None:
            return [f"content={argument.name}"]
        case BodyForm.REFERENCE if argument is not None:
            return [f"body=self._reference({argument.name})"]
        case BodyForm.RAW if argument is not None:
            return [f"body=typed({argument.name})"]
        case _:
            return []


def _member(argument: Argument) -> str:
    return f"typed({argument.name}, {argument.base})" if argument.base else argument.name
