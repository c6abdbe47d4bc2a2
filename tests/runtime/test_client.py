"""The client as an object: options, lifecycle, threads, event loops, other HTTP libraries."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from conftest import ASSEMBLED
from loopback import Answer, Service
from sample_sdk import AsyncGraph, Graph, RequestTimedOut
from sample_sdk._runtime.transport import Request, Response
from sample_sdk.models import (
    DeviceConfiguration,
    DirectoryObject,
    IosCertificateProfile,
    IosImportedPFXCertificateProfile,
    Message,
    User,
)

ADA = {"id": "1", "displayName": "Ada"}


def test_options_of_a_client(ask, service: Service) -> None:
    service.reply("GET /users/1", ADA)

    ask(
        lambda graph: graph.users["1"].get(headers={"X-Two": "b"}, query={"$expand": "manager"}),
        headers={"X-One": "a"},
        user_agent="mine/1",
    )

    sent = service.last
    assert (sent.headers["x-one"], sent.headers["x-two"]) == ("a", "b")
    assert sent.headers["user-agent"].startswith("mine/1 sample_sdk python/3.")
    assert sent.query == {"$expand": "manager"}
    assert (sent.headers["accept"], len(sent.headers["client-request-id"])) == ("application/json", 36)


def test_with_options_changes_some_settings(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer({"error": {}}, 503))

    with pytest.raises(Exception, match="503"):
        ask(lambda graph: graph.with_options(max_retries=0, headers={"X": "1"}).users["1"].get())

    assert len(service.seen) == 1
    assert service.last.headers["x"] == "1"
    with pytest.raises(TypeError, match="base_url"):
        Graph("t").with_options(base_url="x")


@pytest.mark.parametrize("client", [Graph, AsyncGraph])
def test_options_that_would_not_be_used_are_refused(client) -> None:
    with pytest.raises(TypeError, match="proxy and http2 would not be used together with http_client"):
        client("t", http_client=object(), proxy="http://127.0.0.1:9", http2=True)
    with pytest.raises(TypeError, match="http_client would not be used together with transport"):
        client("t", http_client=object(), transport=object())
    with pytest.raises(TypeError, match="verify"):
        client.testing({}, verify=False)


@pytest.mark.parametrize("url", ["graph.microsoft.com", "ftp://x", "", "https://"])
def test_a_base_url_must_be_an_address(url: str) -> None:
    with pytest.raises(ValueError, match="base URL"):
        Graph("t", base_url=url)


def test_a_closed_client_says_so(service: Service) -> None:
    graph = Graph("t", base_url=service.url)
    graph.close()
    with pytest.raises(RuntimeError, match="closed"):
        graph.users["1"].get()


def test_a_client_of_the_caller_is_used_and_left_open(service: Service) -> None:
    service.reply("GET /users/1", ADA)
    with httpx.Client(headers={"x-mine": "1"}) as mine:
        with Graph("t", base_url=service.url + "/beta", http_client=mine) as graph:
            graph.users["1"].get()
        assert not mine.is_closed
    assert service.last.headers["x-mine"] == "1"

    async def program() -> None:
        async with httpx.AsyncClient(headers={"x-mine": "2"}) as mine:
            async with AsyncGraph("t", base_url=service.url + "/beta", http_client=mine) as graph:
                await graph.users["1"].get()
            assert not mine.is_closed

    asyncio.run(program())
    assert service.last.headers["x-mine"] == "2"


def test_a_client_of_the_caller_keeps_its_timeouts(service: Service) -> None:
    service.reply("GET /users/1", Answer(ADA, fault="slow"))
    quick = httpx.Timeout(0.05)

    with httpx.Client(timeout=quick) as mine, Graph(base_url=service.url + "/beta", http_client=mine) as graph:
        with pytest.raises(RequestTimedOut):
            graph.users["1"].get(max_retries=0)
        assert graph.users["1"].get(timeout=5).id == "1"

    async def program() -> None:
        async with httpx.AsyncClient(timeout=quick) as mine:
            graph = AsyncGraph(base_url=service.url + "/beta", http_client=mine)
            with pytest.raises(RequestTimedOut):
                await graph.users["1"].get(max_retries=0)
            assert (await graph.with_options(timeout=5).users["1"].get()).id == "1"

    asyncio.run(program())


def test_proxies(ask, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy gets the whole address; that of the environment is used, and another if the client says so."""
    with Service() as proxy:
        proxy.reply("GET /users/1", ADA)
        assert ask(lambda graph: graph.users["1"].get(), base_url="http://graph.test/beta", proxy=proxy.url).id == "1"
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert ask(lambda graph: graph.users["1"].get(), base_url="http://graph.test/beta").id == "1"
        assert [each.headers["host"] for each in proxy.seen] == ["graph.test"] * 2
    assert service.seen == []


def test_http2_says_what_is_missing(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed."""
    monkeypatch.setitem(sys.modules, "h2", None)
    with pytest.raises(ImportError, match="h2"):
        ask(lambda graph: graph.users["1"].get(), http2=True)


def test_any_transport_will_do() -> None:
    class Canned:
        def send(self, request: Request, /) -> Response:
            return Response(200, {"Content-Type": "application/json"}, json.dumps({"id": request.url}).encode())

        def close(self) -> None: ...

    with Graph("t", transport=Canned()) as graph:
        assert graph.users["1"].get().id == "https://graph.microsoft.com/beta/users/1"


def test_one_client_for_many_threads(graph: Graph, service: Service) -> None:
    service.reply("GET /users/1", ADA)

    with ThreadPoolExecutor(8) as pool:
        names = list(pool.map(lambda _: graph.users["1"].get().display_name, range(50)))

    assert names == ["Ada"] * 50


def test_one_asynchronous_client_for_several_event_loops(service: Service) -> None:
    service.reply("GET /users/1", ADA)
    graph = AsyncGraph("t", base_url=service.url + "/beta")

    async def once() -> str | None:
        try:
            return (await graph.users["1"].get()).display_name
        finally:
            await graph.aclose()

    assert [asyncio.run(once()) for _ in range(3)] == ["Ada"] * 3


def test_one_asynchronous_client_for_event_loops_in_several_threads(service: Service) -> None:
    service.reply("GET /users/1", ADA)
    graph = AsyncGraph("t", base_url=service.url + "/beta", verify=False)

    async def twenty(_: int) -> set[str | None]:
        try:
            return {(await graph.users["1"].get()).id for _ in range(20)}
        finally:
            await graph.aclose()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda number: asyncio.run(twenty(number)), range(4))) == [{"1"}] * 4
    assert len({each.port for each in service.seen}) == 4  # one connection for each loop, kept while it ran


PROGRAM = """
import gc, os, signal, sys, threading, warnings
sys.path.insert(0, sys.argv[1])
from sample_sdk import Graph
"""


def run(program: str, service: Service) -> None:
    """In a process of its own, where warnings are errors."""
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", PROGRAM + program, str(ASSEMBLED), service.url + "/beta"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (answer.returncode, answer.stderr) == (0, "")


def test_a_client_that_nobody_closes(service: Service) -> None:
    service.reply("GET /users/1", ADA)

    run(
        """
forgotten = Graph("t", base_url=sys.argv[2], verify=False)
forgotten.users["1"].get()
del forgotten
gc.collect()
kept = Graph("t", base_url=sys.argv[2], verify=False)
kept.users["1"].get()
""",
        service,
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
def test_a_child_process_has_connections_of_its_own(service: Service) -> None:
    service.reply("GET /users/1", ADA)

    run(
        """
graph = Graph("t", base_url=sys.argv[2], verify=False)
graph.users["1"].get()
child = os.fork()
if child == 0:
    graph.users["1"].get()
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
graph.users["1"].get()
""",
        service,
    )

    parent, child, parent_again = (each.port for each in service.seen)
    assert parent == parent_again != child


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
def test_a_child_process_does_not_wait_for_a_thread_of_its_parent(service: Service) -> None:
    service.reply("GET /users/1", ADA)

    run(
        """
asked, go_on = threading.Event(), threading.Event()
def credential():
    if os.getpid() == parent:
        asked.set()
        go_on.wait()
    return "t0ken"
parent = os.getpid()
graph = Graph(credential, base_url=sys.argv[2], verify=False)
thread = threading.Thread(target=lambda: graph.users["1"].get())
thread.start()
asked.wait()
warnings.simplefilter("ignore", DeprecationWarning)  # later Pythons warn of the very thing that is tested
child = os.fork()
if child == 0:
    signal.alarm(20)
    graph.users["1"].get()
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
go_on.set()
thread.join()
""",
        service,
    )
    assert len(service.seen) == 2


def test_many_requests_at_once(service: Service) -> None:
    service.reply("GET /users/1", ADA)

    async def program() -> list[User]:
        async with AsyncGraph("t", base_url=service.url + "/beta") as graph:
            return await asyncio.gather(*(graph.users["1"].get() for _ in range(20)))

    assert len(asyncio.run(program())) == 20


def test_bodies(ask, service: Service) -> None:
    service.reply("POST /me/sendMail")
    ask(
        lambda graph: graph.me.send_mail(
            message=Message(subject="Lunch", body={"content": "Noon?", "contentType": "text"})
        )
    )
    assert service.last.json == {"message": {"subject": "Lunch", "body": {"content": "Noon?", "contentType": "text"}}}

    ask(lambda graph: graph.me.send_mail())
    assert service.last.json == {}

    service.reply("PATCH /users/1")
    ask(lambda graph: graph.users["1"].update({"jobTitle": "x"}, if_match="W/1"))
    assert (service.last.json, service.last.headers["if-match"]) == ({"jobTitle": "x"}, "W/1")


def test_an_update_gives_back_the_class_that_was_sent(ask, service: Service) -> None:
    service.reply("PATCH /deviceManagement/deviceConfigurations/7", {"id": "7", "version": 8})
    profile = IosImportedPFXCertificateProfile(version=8)

    back = ask(lambda graph: graph.device_management.device_configurations["7"].update(profile))

    assert service.last.json == {"@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile", "version": 8}
    assert type(back) is IosImportedPFXCertificateProfile
    assert (back.version, back.problems()) == (8, [])


def test_references(ask, service: Service) -> None:
    service.reply("POST /groups/g/members/$ref")
    service.reply("PUT /users/1/manager/$ref")

    ask(lambda graph: graph.groups["g"].members.ref.create(graph.users["ada"]))
    assert service.last.json == {"@odata.id": f"{service.url}/beta/users/ada"}

    ask(lambda graph: graph.users["1"].manager.ref.replace("https://graph.microsoft.com/beta/users/boss"))
    assert service.last.json == {"@odata.id": "https://graph.microsoft.com/beta/users/boss"}

    with pytest.raises(ValueError, match="a reference is"):
        ask(lambda graph: graph.users["1"].manager.ref.replace("boss"))


def test_every_kind_of_result(ask, service: Service) -> None:
    service.reply("GET /users/$count", Answer(b"\xef\xbb\xbf42", headers={"Content-Type": "text/plain"}))
    assert ask(lambda graph: graph.users.count.get(consistency_level="eventual")) == 42
    assert service.last.headers["consistencylevel"] == "eventual"

    service.reply("POST /me/revokeSignInSessions", {"@odata.context": "c", "value": True})
    assert ask(lambda graph: graph.me.revoke_sign_in_sessions()) is True

    path = "/deviceManagement/deviceConfigurations/7/getOmaSettingPlainTextValue(secretReferenceValueId='x''y')"
    service.reply(f"GET {path}", {"value": "plain"})
    item = lambda graph: graph.device_management.device_configurations["7"]  # noqa: E731 - a path, said once
    assert ask(lambda graph: item(graph).get_oma_setting_plain_text_value("x'y")) == "plain"

    service.reply("GET /applications/1/usage", {"any": ["thing"]})
    assert ask(lambda graph: graph.applications["1"].usage()) == {"any": ["thing"]}

    service.reply("GET /users/1/manager", {"@odata.type": "#microsoft.graph.user", "id": "boss"})
    assert type(ask(lambda graph: graph.users["1"].manager.get())) is User

    service.reply(
        "GET /groups/g/members",
        {"value": [{"@odata.type": "#microsoft.graph.user"}, {"@odata.type": "#microsoft.graph.new"}]},
    )
    assert [type(each) for each in ask(lambda graph: graph.groups["g"].members.list())] == [User, DirectoryObject]

    service.reply("GET /groups/g/members/$ref", {"value": [{"@odata.id": "a"}]})
    assert ask(lambda graph: graph.groups["g"].members.ref.list()) == [{"@odata.id": "a"}]

    service.reply("GET /me/memberOf/microsoft.graph.group", {"value": [{"displayName": "g"}]})
    assert ask(lambda graph: graph.me.member_of.as_group.list())[0].display_name == "g"

    service.reply("POST /drive/root/createUploadSession", {"uploadUrl": "https://x", "nextExpectedRanges": ["0-"]})
    assert ask(lambda graph: graph.drive.root.create_upload_session()).upload_url == "https://x"

    service.reply("DELETE /users/1")
    assert ask(lambda graph: graph.users["1"].delete()) is None


def test_an_object_that_a_function_wraps(ask, service: Service) -> None:
    service.reply("GET /users/1", {"@odata.context": "c", "value": {"id": "1"}}, {"value": {"id": "1"}, "id": "2"})

    assert ask(lambda graph: graph.users["1"].get()).id == "1"
    assert ask(lambda graph: graph.users["1"].get()).id == "2"


def test_what_is_not_there(ask, service: Service) -> None:
    """Services may accept a request and tell nothing; OData says null with 204."""
    service.reply("PATCH /deviceManagement/deviceConfigurations/7")
    sent = IosImportedPFXCertificateProfile(display_name="x")
    assert ask(lambda graph: graph.device_management.device_configurations["7"].update(sent)) == sent
    told = ask(lambda graph: graph.device_management.device_configurations["7"].update({"displayName": "x"}))
    assert (told.to_dict(), told.changes()) == ({"displayName": "x"}, {})

    service.reply("POST /me/revokeSignInSessions")
    assert ask(lambda graph: graph.me.revoke_sign_in_sessions()) is None


def test_null_for_an_object_tells_nothing(ask, service: Service) -> None:
    service.reply("PATCH /deviceManagement/deviceConfigurations/7", Answer(b" null\n"))
    service.reply("GET /users/1", Answer(b"null"))
    sent = DeviceConfiguration(version=1)

    assert ask(lambda graph: graph.device_management.device_configurations["7"].update(sent)) == sent
    assert ask(lambda graph: graph.users["1"].get()) == User()


def test_an_object_in_a_dict_says_which_it_is(ask, service: Service) -> None:
    """No class is declared for what stands there."""
    service.reply("PATCH /users/1")
    service.reply("POST /me/sendMail")
    own = {"@odata.type": "#microsoft.graph.iosCertificateProfile", "version": 1}

    ask(lambda graph: graph.users["1"].update({"odd": [{"profile": IosCertificateProfile(version=1)}]}))
    assert service.last.json == {"odd": [{"profile": own}]}
    ask(lambda graph: graph.me.send_mail(message={"odd": IosCertificateProfile(version=1)}))
    assert service.last.json == {"message": {"odd": own}}
    ask(lambda graph: graph.me.send_mail(message=Message(subject="x")))
    assert service.last.json == {"message": {"subject": "x"}}


def test_an_object_that_was_accepted_says_which_it_is(ask, service: Service) -> None:
    """As a new one does, when it is kept as JSON; the next update sends no more than without."""
    service.reply("PATCH /deviceManagement/deviceConfigurations/7")

    def update(changes):
        return ask(lambda graph: graph.device_management.device_configurations["7"].update(changes))

    made = update(IosCertificateProfile(version=1))
    assert type(DeviceConfiguration.from_dict(made.to_dict())) is IosCertificateProfile
    made.version = 2
    again = update(made)
    own = {"@odata.type": "#microsoft.graph.iosCertificateProfile", "version": 2}
    assert (service.last.json, again.to_dict()) == (own, own)
    assert update(IosCertificateProfile._read({"version": 1})).to_dict() == {"version": 1}
    assert update({**own}).to_dict() == own


def test_a_function_of_times(ask, service: Service) -> None:
    path = "/me/reminderView(startDateTime='2021-07-07T00:00:00',endDateTime='2021-07-08T00:00:00')"
    service.reply(f"GET {path}", {"value": [{"eventSubject": "Lunch"}]})

    found = ask(lambda graph: graph.me.reminder_view("2021-07-07T00:00:00", "2021-07-08T00:00:00"))

    assert found[0].event_subject == "Lunch"


def test_nodes_show_where_they_are() -> None:
    graph = Graph("t")
    assert repr(graph.users["ada"].photo.value) == "<UserPhotoValue /users/ada/photo/$value>"
    assert repr(graph) == "<Graph of https://graph.microsoft.com/beta>"
    assert repr(graph.me.drive.root.at("a/b").children) == "<DriveItemChildren /me/drive/root:/a/b:/children>"


def test_a_node_is_not_iterable(ask) -> None:
    """Python would ask for the keys 0, 1, 2 and so on, without end."""
    with pytest.raises(TypeError, match=r"/users.* is a path and not iterable; its list\(\) is"):
        ask(lambda graph: list(graph.users))


def test_a_client_says_where_it_leads(ask) -> None:
    assert ask(lambda graph: repr(graph), base_url="https://graph.test/beta").endswith(
        "Graph of https://graph.test/beta>"
    )


def test_what_comes_back_of_an_update_has_no_changes(ask, service: Service) -> None:
    """Whether the service tells how the object is now, or nothing. What was given stays as it is, for another update."""
    place = "/deviceManagement/deviceConfigurations/7"
    service.reply(f"PATCH {place}", Answer(), {"id": "7", "displayName": "y", "version": 3}, Answer())
    sent = IosImportedPFXCertificateProfile._read({"id": "7", "displayName": "x", "version": 1})

    def update(profile):
        return ask(lambda graph: graph.device_management.device_configurations["7"].update(profile))

    sent.display_name = "y"
    first = update(sent)
    assert (first, first.changes(), sent.changes()) == (sent, {}, {"displayName": "y"})
    first.version = 2
    second = update(first)
    assert service.last.json["version"] == 2
    assert "displayName" not in service.last.json
    assert (second.version, second.changes()) == (3, {})

    made = update(IosImportedPFXCertificateProfile(display_name="new"))
    assert (made, made.changes()) == (IosImportedPFXCertificateProfile(display_name="new"), {})


def test_a_changed_read_only_field_is_refused(ask, service: Service) -> None:
    service.reply("PATCH /users/1")
    user = User._read({"id": "1", "imAddresses": ["a"], "manager": {"id": "2", "x": 1}, "city": "Bern"})
    user.city = "Basel"
    user.im_addresses.append("b")
    user.manager.id = "3"

    with pytest.raises(ValueError, match=r"User: im_addresses, manager\.id are read-only, .*send a new User"):
        ask(lambda graph: graph.users["1"].update(user))
    assert service.requests() == []

    user.im_addresses.pop()
    user.manager.id = "2"
    ask(lambda graph: graph.users["1"].update(user))
    assert service.last.json == {"city": "Basel"}
    ask(lambda graph: graph.users["1"].update(User(id="2", im_addresses=["b"])))
    assert service.last.json == {"id": "2", "imAddresses": ["b"]}

    user.manager.id = "3"
    with pytest.raises(ValueError, match=r"undo it, or assign manager = DirectoryObject\(\.\.\.\), all of which"):
        ask(lambda graph: graph.users["1"].update(user))
    user.manager = DirectoryObject(id="3")
    ask(lambda graph: graph.users["1"].update(user))
    assert service.last.json == {"city": "Basel", "manager": {"id": "3"}}


def test_a_read_only_time_of_the_same_moment_is_no_change(ask, service: Service) -> None:
    service.reply("PATCH /users/1")
    user = User._read({"id": "1", "createdDateTime": "2021-07-07T12:00:00.0000000Z"})
    user.city = "Basel"

    user.created_date_time = dt.datetime(2021, 7, 7, 14, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    ask(lambda graph: graph.users["1"].update(user))
    assert service.last.json == {"city": "Basel"}

    user.created_date_time += dt.timedelta(microseconds=1)
    with pytest.raises(ValueError, match="created_date_time is read-only"):
        ask(lambda graph: graph.users["1"].update(user))
