"""Indexes of a linked API: calls, callables, roots, the route tree, usage, inheritance, kinds."""

from __future__ import annotations

from functools import cache

import pytest

from generator.dialect.profile import load_profile
from generator.extract import read_page
from generator.link import link
from generator.model.api import Api
from generator.model.indexes.callables import callables
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.hierarchy import hierarchy
from generator.model.indexes.kinds import kind_of, name_of, owner_of
from generator.model.indexes.roots import roots
from generator.model.indexes.tree import Node, tree
from generator.model.indexes.usage import usage
from generator.model.operations import OperationKind, ParameterPlace
from generator.model.paths import Key, Name
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role, Step
from generator.model.types import Collection, Named, Primitive, TypeRef
from generator.model.wording import Verb
from generator.text import SourceFile


def resource(name: str, rows: str, *, base: str = "", key: bool = False, relationships: str = "") -> str:
    noted = f'"@odata.type": "microsoft.graph.{name}"' + (', "keyProperty": "id"' if key else "")
    return (
        f"# {name} resource type\n\nNamespace: microsoft.graph\n\nA thing. {base}\n\n"
        f"## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n{rows}\n\n"
        f"## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n{relationships}\n\n"
        f'## JSON representation\n<!-- {{ "blockType": "resource", {noted} }} -->\n```json\n{{}}\n```\n'
    )


def operation(title: str, request: str, response: str, parameters: str = "") -> str:
    return (
        f"# {title}\n\nNamespace: microsoft.graph\n\n## HTTP request\n```http\n{request}\n```\n\n{parameters}\n\n"
        f"## Response\nIf successful, this method returns a `200 OK` response code and {response} in the response body.\n"
    )


PAGES = {
    "resources/entity.md": resource("entity", "|id|String|The key.|", key=True),
    "resources/policy.md": resource("policy", "|id|String|The key.|\n|name|String|The name.|", key=True),
    "resources/mailpolicy.md": resource(
        "mailPolicy", "|limit|Int32|The limit.|", base="Inherits from [policy](policy.md)."
    ),
    "resources/webpolicy.md": resource(
        "webPolicy",
        "|proxy|String|The proxy.|",
        base="Inherits from [policy](policy.md).",
        relationships="|parts|[policy](policy.md) collection|Parts.|",
    ),
    "api/mailpolicy-get.md": operation(
        "Get mailPolicy", "GET /policies/{id}", "a [mailPolicy](../resources/mailpolicy.md) object"
    ),
    "api/webpolicy-get.md": operation(
        "Get webPolicy",
        "GET /policies/{policyId}\nGET /Policies/{id}/microsoft.graph.webPolicy/parts",
        "a [webPolicy](../resources/webpolicy.md) object",
    ),
    "api/policy-list.md": operation(
        "List policies", "GET /policies", "a collection of [policy](../resources/policy.md) objects"
    ),
    "api/policy-check.md": operation(
        "policy: check",
        "GET /policies/{id}/check(day='{day}',full={full})\nGET /policies/{id}/check(day='{day}')",
        "a String",
        "## Function parameters\n|Parameter|Type|Description|\n|:---|:---|:---|\n|day|Date|The day.|\n|full|Boolean|All.|",
    ),
}


@cache
def api() -> Api:
    profile = load_profile("graph")
    return link(
        [read_page(SourceFile(path=path, text=text), profile).facts for path, text in PAGES.items()],
        profile.conventions,
    ).api


def call(verb: str, shape: str) -> Call:
    return next(each for each in calls(api()) if (each.verb, each.shape) == (verb, shape))


def test_calls_are_one_for_each_verb_and_shape() -> None:
    assert [(each.verb.value, each.shape) for each in calls(api())] == [
        ("GET", "/policies"),
        ("GET", "/policies/{}"),
        ("GET", "/policies/{}/check(day)"),
        ("GET", "/policies/{}/check(day,full)"),
        ("GET", "/policies/{}/microsoft.graph.webpolicy/parts"),
    ]


def test_pages_of_one_call_are_merged() -> None:
    merged = call("GET", "/policies/{}")

    assert [each.operation.id for each in merged.documents] == ["api/mailpolicy-get", "api/webpolicy-get"]
    assert merged.response.type == Named(name="microsoft.graph.policy")
    assert (merged.kind, merged.name, merged.owner) == (OperationKind.GET, None, "microsoft.graph.policy")


def test_parameters_of_a_call() -> None:
    found = call("GET", "/policies/{}/check(day,full)").parameters

    assert [(each.place, each.name, str(each.type)) for each in found] == [
        (ParameterPlace.FUNCTION, "day", "Edm.Date"),
        (ParameterPlace.FUNCTION, "full", "Edm.Boolean"),
    ]


def test_callables_merge_overloads() -> None:
    (check,) = callables(api())

    assert (check.name, check.owner, check.function, check.on_collection) == (
        "check",
        "microsoft.graph.policy",
        True,
        False,
    )
    assert [[each.name for each in overload.parameters] for overload in check.overloads] == [["day", "full"], ["day"]]
    assert check.returns == Primitive(name=PrimitiveName.STRING)
    assert check.namespace == "microsoft.graph"


def test_roots() -> None:
    assert [(each.name, str(each.type), each.many) for each in roots(api())] == [
        ("policies", "microsoft.graph.policy", True)
    ]


def outline(node: Node, depth: int = 0) -> list[str]:
    own = [f"{'  ' * depth}{node.key} {','.join(each.verb for each in node.calls)}".rstrip()] if node.step else []
    return own + [line for child in node.children for line in outline(child, depth + bool(node.step))]


def test_tree_joins_paths_step_by_step() -> None:
    assert outline(tree(calls(api()))) == [
        "policies GET",
        "  {} GET",
        "    check(day) GET",
        "    check(day,full) GET",
        "    microsoft.graph.webpolicy",
        "      parts GET",
    ]


def test_usage_turns_references_round() -> None:
    used = usage(api())

    assert used.by_properties["microsoft.graph.policy"] == (("microsoft.graph.webPolicy", "parts"),)
    assert used.by_operations["microsoft.graph.mailPolicy"] == ("api/mailpolicy-get",)
    assert used.by_bases["microsoft.graph.policy"] == ("microsoft.graph.mailPolicy", "microsoft.graph.webPolicy")
    assert "microsoft.graph.nothing" not in used.by_properties


def test_hierarchy() -> None:
    known = hierarchy(api())
    mail, web, policy = (f"microsoft.graph.{name}" for name in ("mailPolicy", "webPolicy", "policy"))

    assert known.ancestors(mail) == (policy, "microsoft.graph.entity")
    assert known.descendants("microsoft.graph.entity") == (policy, mail, web)
    assert known.common([mail, web]) == policy
    assert known.common([]) is None
    assert known.is_kind_of(mail, policy)
    assert not known.is_kind_of(policy, mail)
    assert [prop.name for _, prop in known.properties(mail)] == ["id", "name", "limit"]
    assert known.lineage("unknown") == ("unknown",)


POLICY = Named(name="microsoft.graph.policy")
MANY = Collection(item=POLICY)
STREAM = Primitive(name=PrimitiveName.STREAM)


def step(role: Role, ref: TypeRef | None = None, name: str | None = None) -> Step:
    segment = Key(placeholder="id") if role is Role.KEY else Name(text=name or role.value)
    return Step(segment=segment, role=role, name=name, owner="microsoft.graph.policy" if name else None, type=ref)


@pytest.mark.parametrize(
    "verb,last,kind",
    [
        (Verb.GET, step(Role.ENTITY_SET, MANY), OperationKind.LIST),
        (Verb.POST, step(Role.ENTITY_SET, MANY), OperationKind.CREATE),
        (Verb.GET, step(Role.KEY, POLICY), OperationKind.GET),
        (Verb.PATCH, step(Role.KEY, POLICY), OperationKind.UPDATE),
        (Verb.PUT, step(Role.KEY, POLICY), OperationKind.REPLACE),
        (Verb.DELETE, step(Role.KEY, POLICY), OperationKind.DELETE),
        (Verb.POST, step(Role.ACTION, name="run"), OperationKind.ACTION),
        (Verb.GET, step(Role.FUNCTION, POLICY, "check"), OperationKind.FUNCTION),
        (Verb.PATCH, step(Role.FUNCTION, POLICY, "range"), OperationKind.UPDATE),
        (Verb.GET, step(Role.FUNCTION, MANY, "delta"), OperationKind.DELTA),
        (Verb.GET, step(Role.REF, MANY), OperationKind.REFERENCE),
        (Verb.GET, step(Role.COUNT), OperationKind.COUNT),
        (Verb.PUT, step(Role.VALUE, STREAM), OperationKind.STREAM),
        (Verb.GET, step(Role.PROPERTY, STREAM, "content"), OperationKind.STREAM),
        (Verb.POST, step(Role.UNKNOWN), OperationKind.ACTION),
    ],
)
def test_kinds(verb: Verb, last: Step, kind: OperationKind) -> None:
    assert kind_of(verb, (last,)) is kind


def test_names_and_owners() -> None:
    run = (step(Role.KEY, POLICY), step(Role.ACTION, name="run"))

    assert (name_of(run), owner_of(run)) == ("run", "microsoft.graph.policy")
    assert (name_of(run[:1]), owner_of(run[:1])) == (None, "microsoft.graph.policy")
    assert (name_of(()), owner_of(())) == (None, None)
