"""The classes of request nodes: the tree of paths folded, so that identical subtrees are one class.

Knows routes and methods; how a class is laid out as code, and in which module, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Label, Report
from generator.model.declarations import short
from generator.model.operations import ParameterPlace
from generator.model.paths import Argument as PathArgument
from generator.model.steps import Role
from generator.model.wording import Verb
from generator.python.arguments import path_arguments
from generator.python.codes import NAME_CLASH
from generator.python.methods import Argument
from generator.python.naming import child_name, distinct, snake
from generator.python.plans import MethodPlan, parentheses, plan_methods
from generator.python.routes import DOLLAR, Edge, Route, last_name, segment_text
from generator.python.symbols import Symbols
from generator.python.web import Web
from generator.python.words import singular, words
from generator.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A way from a node to another: a property, a method, or (`name` None) `[...]`."""

    name: str | None
    template: str
    """What it adds to the path, with `{}` for each argument."""
    arguments: tuple[Argument, ...]
    target: int
    """Number of the class it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeClass:
    """What all nodes of one class have. Equal classes are one."""

    leads: tuple[Lead, ...]
    methods: tuple[MethodPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A route with its class, and the names below it by the keys of its children."""

    route: Route
    number: int
    names: Mapping[str, str]
    children: Mapping[str, Placed]
    methods: Mapping[tuple[str | None, Verb], MethodPlan]
    """By key of the procedure (None: the node itself) and verb."""


@dataclass(slots=True)
class Fold:
    """Classes by number, and the routes that share each. Filled by `place`, read afterwards."""

    symbols: Symbols
    report: Report
    numbers: dict[NodeClass, int] = field(default_factory=dict)
    routes: list[list[Route]] = field(default_factory=list)
    web: Web | None = None

    def place(self, route: Route) -> Placed:
        """The class of a route, and of all below it."""
        names = member_names(route, self.report)
        leads: list[Lead] = []
        methods: list[MethodPlan] = []
        by_key: dict[tuple[str | None, Verb], MethodPlan] = {}
        below: dict[str, Placed] = {}
        for verb, plan in plan_methods(route, None, self.symbols, self.web):
            by_key[None, verb] = plan
        for each in route.children:
            if each.is_method:
                for verb, plan in plan_methods(each, names[each.key], self.symbols, self.web):
                    by_key[each.key, verb] = plan
            else:
                below[each.key] = self.place(each)
                leads += _leads(route, each, names, below[each.key].number, self.symbols)
        methods.extend(by_key.values())
        made = NodeClass(leads=tuple(sorted(leads, key=lambda each: each.name or "")), methods=tuple(methods))
        number = self.numbers.setdefault(made, len(self.numbers))
        if number == len(self.routes):
            self.routes.append([])
        self.routes[number].append(route)
        return Placed(route=route, number=number, names=names, children=below, methods=by_key)


def member_names(route: Route, report: Report) -> dict[str, str]:
    """Python names of the children that have one, by key. Forced names are reported."""
    named = [each for each in route.children if each.edge in (Edge.CHILD, Edge.PROCEDURE)]
    root = route.step is None
    overloaded = _overloaded(named)
    wanted = {each.key: tuple(dict.fromkeys(_candidates(each, root=root)))[each.key in overloaded :] for each in named}
    names = distinct(wanted)
    for each in named:
        if names[each.key] != wanted[each.key][0] and not each.arguments:
            rivals = [other for other in named if other is not each and wanted[other.key][0] == wanted[each.key][0]]
            labels = tuple(
                Label(span=span, message=f"{other.template} is {names[other.key]}")
                for other in rivals
                for span in _spans(other)[:1]
            )
            message = f"{each.template} is {names[each.key]} in Python: its plain name is wanted more than once"
            report(NAME_CLASH.at(next(iter(_spans(each)), None), message, labels=labels))
    return names


def _overloaded(named: list[Route]) -> frozenset[str]:
    """Functions that share their name with another form of theirs, and have arguments to tell them apart by."""
    texts = [segment_text(each.step).lower() for each in named if each.step is not None]
    return frozenset(
        each.key
        for each in named
        if each.arguments and each.step is not None and texts.count(segment_text(each.step).lower()) > 1
    )


def _spans(route: Route) -> list[Span]:
    return [each.route.span for _, calls in route.calls for call in calls for each in call.documents] or [
        span for child in route.children for span in _spans(child)
    ]


def _candidates(route: Route, *, root: bool) -> Iterator[str]:
    step = route.step
    assert step is not None
    text = segment_text(step)
    if step.role in DOLLAR:
        yield DOLLAR[step.role]
    elif step.role is Role.CAST:
        yield f"as_{snake(short(text))}"
        yield f"as_{snake(text)}"
    else:
        own = child_name(short(text) if route.edge is Edge.PROCEDURE else text, root=root)
        yield own
        if route.arguments:
            yield f"{own}_with_{'_and_'.join(snake(each.name) for each in route.arguments)}"
        yield child_name(text, root=root)
        yield f"{own.rstrip('_')}_{step.role.value.replace('-', '_')}"


def _leads(route: Route, child: Route, names: Mapping[str, str], target: int, symbols: Symbols) -> Iterator[Lead]:
    if child.edge is Edge.AT:
        path = Argument(name="path", wire="path", place=ParameterPlace.PATH, annotation="str")
        yield Lead(name="at", template=":/{+}:", arguments=(path,), target=target)
        return
    if child.edge is Edge.ITEM:
        if child.keyed:
            yield Lead(name=None, template="/{}", arguments=(_key_argument(route),), target=target)
        for alternate in child.alternates:
            yield _alternate(alternate, target)
        return
    assert child.step is not None
    calls = tuple(call for _, found in child.calls for call in found)
    arguments = path_arguments(child.arguments, calls, symbols) if child.arguments else ()
    template = f"/{segment_text(child.step)}{parentheses(child.arguments)}"
    yield Lead(name=names[child.key], template=template, arguments=arguments, target=target)


def _alternate(arguments: tuple[PathArgument, ...], target: int) -> Lead:
    """`by_app_id(app_id)`. A value that the docs fix stays in the path."""
    inner = ",".join(
        str(each) if each.placeholder is None else f"{each.name}='{{}}'" if each.quoted else f"{each.name}={{}}"
        for each in arguments
    )
    return Lead(
        name=alternate_name(arguments),
        template=f"({inner})",
        arguments=tuple(
            Argument(
                name=child_name(each.name),
                wire=each.name,
                place=ParameterPlace.PATH,
                annotation="str" if each.quoted else "Any",
            )
            for each in arguments
            if each.placeholder is not None
        ),
        target=target,
    )


def alternate_name(arguments: tuple[PathArgument, ...]) -> str:
    return f"by_{'_and_'.join(snake(each.name) for each in arguments)}"


def _key_argument(route: Route) -> Argument:
    """The key of one of a collection, named after the collection."""
    text = last_name(route.trail)
    parts = words(text)
    name = "_".join((*parts[:-1], singular(parts[-1]))).lower() if parts else "item"
    return Argument(name=f"{snake(name)}_id", wire="", place=ParameterPlace.PATH, annotation="str")
