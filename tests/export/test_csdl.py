"""CSDL: read by an OData client that is not ours, from a server, and checked against rules of the standard."""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.etree import ElementTree as ET

import odata
import pytest

from generator.model.api import Api
from generator.model.declarations import StructureKind
from tests.export.conftest import exported

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
IDENTIFIER = re.compile(r"[^\W\d]\w{0,127}")


class Service(BaseHTTPRequestHandler):
    """An OData service with the exported metadata and one user."""

    def do_GET(self) -> None:
        if self.path.startswith("/$metadata"):
            content, kind = exported("csdl").encode(), "application/xml"
        else:
            user = {"@odata.type": "#microsoft.graph.user", "id": "1", "displayName": "Eva"}
            content, kind = json.dumps({"value": [user]}).encode(), "application/json"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Tests say nothing."""


@pytest.fixture(scope="module")
def client() -> Iterator[odata.ODataService]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield odata.ODataService(f"http://127.0.0.1:{server.server_port}/", reflect_entities=True, quiet_progress=True)
        server.shutdown()


def test_a_client_finds_the_entity_sets(client: odata.ODataService) -> None:
    assert {"users", "groups", "applications", "deviceManagement"} <= set(client.entities)


def test_a_client_finds_entities_with_their_properties(client: odata.ODataService, api: Api) -> None:
    """All of them: those of the type itself, and inherited ones."""
    for declared in api.types:
        if declared.kind is StructureKind.ENTITY:
            found = client.types[declared.name]

            assert {each.name for each in declared.properties} <= set(dir(found)), declared.name


def test_a_client_queries(client: odata.ODataService) -> None:
    user = client.entities["users"]

    (found,) = client.query(user).filter(user.displayName == "Eva").limit(1)

    assert (found.id, found.displayName) == ("1", "Eva")


def test_a_client_finds_enums_and_actions(client: odata.ODataService) -> None:
    assert client.types["microsoft.graph.ageGroup"].minor
    assert client.entities["groups"].assignLicense


@pytest.fixture(scope="module")
def schemas() -> list[ET.Element]:
    return list(ET.fromstring(exported("csdl")).iter(f"{EDM}Schema"))


def test_every_name_is_an_identifier(schemas: list[ET.Element]) -> None:
    names = [each.get("Name", "") for schema in schemas for each in schema.iter() if each.get("Name")]

    assert [name for name in names if not IDENTIFIER.fullmatch(name)] == []


def test_every_type_is_declared(schemas: list[ET.Element]) -> None:
    declared = {f"{schema.get('Namespace')}.{each.get('Name')}" for schema in schemas for each in schema}
    used = {
        each.get(key, "") for schema in schemas for each in schema.iter() for key in ("Type", "BaseType", "EntityType")
    }
    items = {re.sub(r"Collection\((.*)\)", r"\1", each) for each in used if each}

    assert {each for each in items if not each.startswith("Edm.")} - declared == set()


def test_an_action_has_one_overload_for_what_it_is_bound_to(schemas: list[ET.Element]) -> None:
    bound = Counter(
        (each.get("Name"), parameter.get("Type") if (parameter := each.find(f"{EDM}Parameter")) is not None else None)
        for schema in schemas
        for each in schema.findall(f"{EDM}Action")
    )

    assert [key for key, count in bound.items() if count > 1] == []


def test_members_are_numbered_and_flags_are_powers_of_two(schemas: list[ET.Element]) -> None:
    for schema in schemas:
        for enum in schema.findall(f"{EDM}EnumType"):
            values = [int(each.get("Value", "")) for each in enum.findall(f"{EDM}Member")]

            assert len(values) == len(set(values)), enum.get("Name")
