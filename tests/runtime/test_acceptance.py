"""What users of other generated SDKs ran into, one test each: every one of these loses data, lies or fails elsewhere."""

from __future__ import annotations

import asyncio
import copy
import datetime as dt
import pickle
import subprocess
import sys

import pytest
from conftest import ASSEMBLED
from loopback import Answer, Service
from pydantic import ValidationError
from sample_sdk import AsyncGraph, ConnectionFailed, Graph, GraphError, NotFound, ServerError, Unauthorized
from sample_sdk.enums import BodyType
from sample_sdk.models import (
    DeviceConfiguration,
    ItemBody,
    Message,
    User,
)
from sample_sdk.models import (
    WindowsUpdateForBusinessConfiguration as Updates,
)

ADA = {
    "id": "1",
    "displayName": "Adele",
    "jobTitle": "Manager",
    "city": None,
    "businessPhones": ["1"],
    "accountEnabled": True,
    "createdDateTime": "2021-07-07T12:00:00.1234567Z",
    "passwordProfile": {"forceChangePasswordNextSignIn": True},
    "extension_x_badge": "4711",
    "brandNew": {
        "a": [1, "2021-07-07"],
        "when": "2021-07-07T12:00:00.1234567Z",
        "g": "87d349ed-44d7-43e1-9a83-5f2406dee5bd",
    },
}
CONFIG = "/deviceManagement/deviceConfigurations/1"


@pytest.fixture
def ada(graph: Graph, service: Service) -> User:
    """A user that was read, and an address that takes updates."""
    service.reply("GET /users/1", ADA)
    service.reply("PATCH /users/1")
    return graph.users["1"].get()


def sent(graph: Graph, service: Service, user: User) -> object:
    graph.users["1"].update(user)
    return service.last.json


class TestModels:
    def test_unknown_properties_keep_their_type(self, ada: User) -> None:
        assert ada.model_extra == {"extension_x_badge": "4711", "brandNew": ADA["brandNew"]}
        assert ada.to_dict() == ADA

    def test_an_update_after_a_read_sends_one_field(self, graph: Graph, service: Service, ada: User) -> None:
        ada.job_title = "Director"
        assert sent(graph, service, ada) == {"jobTitle": "Director"}

    def test_an_update_of_a_nested_field(self, graph: Graph, service: Service, ada: User) -> None:
        ada.password_profile.force_change_password_next_sign_in = False
        assert sent(graph, service, ada) == {"passwordProfile": {"forceChangePasswordNextSignIn": False}}

    def test_an_update_of_a_list(self, graph: Graph, service: Service, ada: User) -> None:
        ada.business_phones.append("2")
        assert sent(graph, service, ada) == {"businessPhones": ["1", "2"]}

    def test_a_new_object_sends_what_was_set(self, graph: Graph, service: Service, ada: User) -> None:
        assert sent(graph, service, User(job_title="Director")) == {"jobTitle": "Director"}

    def test_none_is_sent_as_null_under_the_wire_name(self, graph: Graph, service: Service, ada: User) -> None:
        ada.job_title = None
        assert sent(graph, service, ada) == {"jobTitle": None}
        fresh = User()
        fresh.job_title = None
        assert sent(graph, service, fresh) == {"jobTitle": None}
        assert sent(graph, service, User(job_title=None)) == {"jobTitle": None}

    def test_null_and_absent_are_told_apart(self, ada: User) -> None:
        assert (ada.city, ada.about_me) == (None, None)
        assert "city" in ada.model_fields_set
        assert "about_me" not in ada.model_fields_set

    def test_a_wrong_name_is_caught(self) -> None:
        with pytest.raises(AttributeError, match="job_title"):
            User().jobTitle = "Director"

    def test_a_wrong_type_is_caught(self) -> None:
        with pytest.raises(ValidationError):
            User(job_title=5)

    def test_a_dict_is_a_body(self, graph: Graph, service: Service, ada: User) -> None:
        assert sent(graph, service, {"jobTitle": "x"}) == {"jobTitle": "x"}

    def test_a_dict_with_names_of_fields_is_refused(self, graph: Graph, service: Service, ada: User) -> None:
        with pytest.raises(ValueError, match="'jobTitle', not 'job_title'"):
            graph.users["1"].update({"job_title": "x"})
        with pytest.raises(ValidationError, match="'contentType', not 'content_type'"):
            Message(body={"content_type": "html"})
        assert service.last.method == "GET"

    def test_an_unknown_enum_value_is_kept(self) -> None:
        body = ItemBody._read({"contentType": "holographic", "content": "x"})
        assert body.content_type == "holographic"
        assert isinstance(body.content_type, BodyType)
        assert body.to_dict() == {"contentType": "holographic", "content": "x"}

    def test_an_unknown_type_is_its_base_with_everything(self, graph: Graph, service: Service) -> None:
        wire = {"@odata.type": "#microsoft.graph.brandNewConfiguration", "id": "2", "shiny": 1}
        service.reply(f"GET {CONFIG}", wire)
        config = graph.device_management.device_configurations["1"].get()
        assert type(config) is DeviceConfiguration
        assert config.odata_type == "#microsoft.graph.brandNewConfiguration"
        assert config.to_dict() == wire

    def test_flags_are_sets_and_go_back(self, graph: Graph, service: Service) -> None:
        kind = "#microsoft.graph.windowsUpdateForBusinessConfiguration"
        service.reply(f"GET {CONFIG}", {"@odata.type": kind, "id": "1", "updateWeeks": "firstWeek,secondWeek"})
        service.reply(f"PATCH {CONFIG}", {"id": "1"})
        node = graph.device_management.device_configurations["1"]
        config = node.get()
        assert config.update_weeks == {"firstWeek", "secondWeek"}
        config.update_weeks.add("fourthWeek")
        node.update(config)
        assert service.last.json == {"@odata.type": kind, "updateWeeks": "firstWeek,secondWeek,fourthWeek"}

    def test_durations_are_iso(self) -> None:
        assert Updates(period_offline=dt.timedelta(days=5, hours=3)).changes() == {"periodOffline": "P5DT3H"}

    def test_seven_digits_and_the_z_come_back(self, ada: User) -> None:
        assert ada.to_dict()["createdDateTime"] == "2021-07-07T12:00:00.1234567Z"
        fresh = User(birthday=dt.datetime(2021, 7, 7, tzinfo=dt.UTC))
        assert fresh.changes() == {"birthday": "2021-07-07T00:00:00Z"}

    def test_text_that_looks_like_a_date_stays_text(self) -> None:
        assert User._read({"invoice": "19-2026", "date": "2021-07-07"}).to_dict() == {
            "invoice": "19-2026",
            "date": "2021-07-07",
        }

    def test_models_are_objects_as_people_expect(self) -> None:
        one, other = User(display_name="x"), User(display_name="x")
        assert one == other
        assert repr(one) == "User(display_name='x')"
        assert pickle.loads(pickle.dumps(one)) == one
        assert copy.deepcopy(one).display_name == "x"
        assert {"to_dict", "to_json", "model_dump"} <= set(dir(one))


class TestRequests:
    def test_a_page_is_iterated_with_for(self, graph: Graph, service: Service) -> None:
        link = f"{service.url}/beta/users?$skiptoken=X"
        service.reply(
            "GET /users", {"@odata.nextLink": link, "value": [{"id": "1"}, {"id": "2"}]}, {"value": [{"id": "3"}]}
        )
        assert [user.id for user in graph.users.list()] == ["1", "2", "3"]

    def test_options_are_keyword_arguments(self, graph: Graph, service: Service) -> None:
        service.reply("GET /users", {"value": []})
        list(
            graph.users.list(
                select=["id", "displayName"],
                filter="startswith(displayName,'A&B')",
                count=True,
                top=5,
                consistency_level="eventual",
            )
        )
        assert service.last.query == {
            "$select": "id,displayName",
            "$filter": "startswith(displayName,'A&B')",
            "$count": "true",
            "$top": "5",
        }
        assert service.last.headers["consistencylevel"] == "eventual"

    def test_options_are_never_dropped_in_silence(self, graph: Graph) -> None:
        with pytest.raises(TypeError):
            graph.users.list(query_parameters={"select": ["id"]})

    def test_retry_after_is_honoured(self, graph: Graph, service: Service) -> None:
        waits: list[float] = []
        graph._sleep = waits.append
        service.reply("GET /users/1", Answer({"error": {}}, 429, {"Retry-After": "1"}), ADA)
        graph.users["1"].get()
        assert 1 <= waits[0] < 1.2

    def test_the_first_wait_without_a_header_is_short(self, graph: Graph, service: Service) -> None:
        waits: list[float] = []
        graph._sleep = waits.append
        service.reply("GET /users/1", Answer({"error": {}}, 503), ADA)
        graph.users["1"].get()
        assert waits[0] <= 0.5

    def test_a_creation_is_not_repeated_unless_it_was_refused(self, graph: Graph, service: Service) -> None:
        service.reply("POST /users", Answer({"error": {}}, 503))
        with pytest.raises(ServerError):
            graph.users.create(User(display_name="x"))
        assert len(service.seen) == 1

    def test_gateway_errors_are_tried_again_and_no_foreign_exception_leaks(
        self, graph: Graph, service: Service
    ) -> None:
        service.reply("GET /users/1", Answer({"error": {}}, 502), ADA)
        assert graph.users["1"].get().id == "1"
        with Graph("t", base_url="http://127.0.0.1:9/beta", max_retries=0) as lost, pytest.raises(ConnectionFailed):
            lost.users["1"].get()

    def test_every_request_has_an_id_whatever_the_host(self, graph: Graph, service: Service) -> None:
        service.reply("GET /users/1", ADA)
        graph.users["1"].get()
        graph.users["1"].get()
        assert len({each.headers["client-request-id"] for each in service.seen}) == 2

    def test_a_body_can_be_streamed(self, graph: Graph, service: Service) -> None:
        service.reply("GET /me/photo/$value", Answer(b"x" * 100_000))
        with graph.me.photo.value.stream() as photo:
            assert sum(map(len, photo)) == 100_000

    def test_an_error_has_a_class_a_code_and_a_request_id(self, graph: Graph, service: Service) -> None:
        inner = {"request-id": "rid-1", "client-request-id": "cid-1"}
        error = {"code": "Request_ResourceNotFound", "message": "Resource '1' does not exist", "innerError": inner}
        service.reply("GET /users/1", Answer({"error": error}, 404, {"request-id": ""}))
        with pytest.raises(NotFound) as caught:
            graph.users["1"].get()
        assert isinstance(caught.value, GraphError)
        assert (caught.value.status, caught.value.code, caught.value.request_id) == (
            404,
            "Request_ResourceNotFound",
            "rid-1",
        )
        assert "Request_ResourceNotFound" in str(caught.value)
        assert "rid-1" in str(caught.value)
        assert caught.value.args == ("Resource '1' does not exist",)

    def test_a_page_of_a_gateway_can_be_read(self, graph: Graph, service: Service) -> None:
        service.reply("GET /users/1", Answer(b"<html>Bad gateway</html>", 500, {"Content-Type": "text/html"}))
        with pytest.raises(ServerError) as caught:
            graph.users["1"].get()
        assert "Bad gateway" in caught.value.text

    @pytest.mark.parametrize(("body", "message"), [(None, "HTTP status 401"), ({"message": "x"}, "x")])
    def test_an_error_without_a_proper_body(self, graph: Graph, service: Service, body: object, message: str) -> None:
        service.reply("GET /users/1", Answer(body, 401))
        with pytest.raises(Unauthorized, match=message):
            graph.users["1"].get()

    def test_a_raw_response_is_typed_and_has_headers(self, graph: Graph, service: Service) -> None:
        service.reply("GET /users/1", Answer(ADA, headers={"X-Extra": "1"}))
        raw = graph.with_raw_response(graph.users["1"].get)()
        assert (raw.headers["x-extra"], raw.parse().id) == ("1", "1")

    def test_me_is_a_property(self, graph: Graph, service: Service) -> None:
        service.reply("GET /me", ADA)
        assert graph.me.get().id == "1"
        assert graph.users["2"]._path == "/users/2"

    def test_special_characters_in_keys(self, graph: Graph, service: Service) -> None:
        for key in ("a b#EXT#@c.com", "$x@c.com", "a/b"):
            with pytest.raises(NotFound):
                graph.users[key].get()
        assert [each.path for each in service.seen] == [
            "/beta/users/a%20b%23EXT%23@c.com",
            "/beta/users/%24x@c.com",
            "/beta/users/a%2Fb",
        ]

    def test_a_batch_works_out_of_the_box(self, graph: Graph, service: Service) -> None:
        service.reply("POST /$batch", {"responses": [{"id": "1", "status": 200, "body": ADA}]})
        batch = graph.batch()
        ada = batch.add(graph.users["1"].get)
        batch.send()
        assert ada.result().display_name == "Adele"

    def test_delta_keeps_its_link_and_says_what_was_removed(self, graph: Graph, service: Service) -> None:
        link = f"{service.url}/beta/users/delta?$deltatoken=T"
        service.reply(
            "GET /users/delta", {"@odata.deltaLink": link, "value": [{"id": "1", "@removed": {"reason": "changed"}}]}
        )
        changes = graph.users.delta()
        assert [user.odata_removed for user in changes] == ["changed"]
        assert changes.delta_link == link
        assert [user.odata_removed for user in graph.users.delta(delta_link=link, query={"a": "b"})] == ["changed"]
        assert service.last.query == {"$deltatoken": "T", "a": "b"}

    def test_file_paths_in_drives(self, graph: Graph, service: Service) -> None:
        service.reply("GET /me/drive/root:/a/b%20c.txt:/content", Answer(b"x"))
        assert graph.me.drive.root.at("a/b c.txt").content.get() == b"x"


class TestClients:
    def test_there_is_a_synchronous_client(self, service: Service) -> None:
        service.reply("GET /users/1", ADA)
        with Graph("t", base_url=service.url + "/beta") as graph:
            assert graph.users["1"].get().display_name == "Adele"

    def test_one_client_over_three_event_loops(self, service: Service) -> None:
        service.reply("GET /users/1", ADA)
        graph = AsyncGraph("t", base_url=service.url + "/beta")

        async def once() -> str | None:
            name = (await graph.users["1"].get()).display_name
            await graph.aclose()
            return name

        assert [asyncio.run(once()) for _ in range(3)] == ["Adele"] * 3

    def test_a_client_can_be_closed_and_adjusted(self) -> None:
        assert {"close", "__enter__", "__exit__", "with_options", "batch"} <= set(dir(Graph))
        assert {"aclose", "__aenter__", "__aexit__", "with_options", "batch"} <= set(dir(AsyncGraph))
        assert Graph("t").with_options(timeout=3)._settings.timeout == 3

    def test_nothing_warns(self) -> None:
        code = (
            f"import sys; sys.path.insert(0, {str(ASSEMBLED)!r})\n"
            "import sample_sdk.aio, sample_sdk.models as m, sample_sdk.enums as e\n"
            "import sample_sdk.requests.users, sample_sdk.requests.drives, sample_sdk.requests.groups\n"
            "for name in dir(m): getattr(m, name)().to_dict(); getattr(m, name).model_rebuild()\n"
            "for name in dir(e): list(getattr(e, name))\n"
        )
        answer = subprocess.run(
            [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
        )
        assert (answer.returncode, answer.stderr) == (0, "")

    def test_action_parameters_are_keyword_arguments(self, graph: Graph, service: Service) -> None:
        service.reply("POST /me/sendMail")
        graph.me.send_mail(message=Message(subject="x", body=ItemBody(content="y")), save_to_sent_items=False)
        assert service.last.json == {"message": {"subject": "x", "body": {"content": "y"}}, "saveToSentItems": False}
