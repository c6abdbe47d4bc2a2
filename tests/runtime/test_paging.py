"""Collections, page by page."""

from __future__ import annotations

import asyncio
import gc
import json

import pytest
from loopback import Answer, Seen, Service
from sample_sdk import AsyncGraph, Graph, Page, UnexpectedData, UntrustedLink
from sample_sdk._runtime.transport import Request, Response
from sample_sdk.models import User


def pages_of(service: Service, count: int, size: int = 2) -> None:
    """Script `count` pages of users, numbered through."""

    def answer(seen: Seen) -> Answer:
        number = int(seen.query.get("$skiptoken", "0"))
        value = [{"id": str(number * size + each)} for each in range(size)]
        link = {"@odata.nextLink": f"{service.url}/beta/users?$skiptoken={number + 1}"} if number + 1 < count else {}
        return Answer({"value": value, "@odata.count": count * size, **link})

    service.reply("GET /users", answer)


def test_iterating_fetches_page_after_page(ask, service: Service) -> None:
    pages_of(service, 3)

    users = ask(lambda graph: graph.users.list(top=2, select=["id", "displayName"], consistency_level="eventual"))

    assert [user.id for user in users] == list("012345")
    assert [each.query for each in service.seen] == [
        {"$select": "id,displayName", "$top": "2"},
        {"$skiptoken": "1"},
        {"$skiptoken": "2"},
    ]
    assert {each.headers["consistencylevel"] for each in service.seen} == {"eventual"}  # kept for every page


def test_nothing_is_asked_before_it_is_needed(graph: Graph, service: Service) -> None:
    pages_of(service, 5)

    users = graph.users.list()
    assert service.seen == []
    assert users.first().id == "0"
    assert len(service.seen) == 1
    assert [user.id for user in users.to_list(limit=3)] == ["0", "1", "2"]
    assert len(service.seen) == 3
    assert users.total() == 10
    assert [len(page) for page in users.pages()] == [2] * 5
    assert repr(users) == "<Pages of /users>"


def test_a_page_is_a_list_that_knows_more(graph: Graph, service: Service) -> None:
    service.reply("GET /users", {"@odata.context": "c", "@odata.count": 7, "value": [{"id": "1"}], "@x": 1})

    page = next(graph.users.list().pages())

    assert [user.id for user in page] == ["1"]
    assert (page.total, page.next_link, page.delta_link) == (7, None, None)
    assert page.about == {"@odata.context": "c", "@odata.count": 7, "@x": 1}


def test_an_empty_collection(ask, service: Service) -> None:
    service.reply("GET /users", {"value": []})

    assert ask(lambda graph: graph.users.list()) == []
    assert ask(lambda graph: graph.users.list().first()) is None


def test_empty_pages_in_between_are_passed_over(ask, service: Service) -> None:
    service.reply("GET /users", {"value": [], "@odata.nextLink": f"{service.url}/beta/users2"})
    service.reply("GET /users2", {"value": [{"id": "1"}]})

    assert len(ask(lambda graph: graph.users.list())) == 1


def test_a_link_to_the_same_page_does_not_run_for_ever(ask, service: Service) -> None:
    service.reply("GET /users", {"value": [], "@odata.nextLink": f"{service.url}/beta/users?$skiptoken=1"})

    with pytest.raises(UnexpectedData, match="same page"):
        ask(lambda graph: graph.users.list())


@pytest.mark.parametrize("length", [2, 3, 7, 100])
@pytest.mark.parametrize("before", [0, 1, 5])
def test_pages_in_a_circle_do_not_run_for_ever(ask, service: Service, before: int, length: int) -> None:
    def page(seen: Seen) -> Answer:
        number = int(seen.query.get("$skiptoken", -1)) + 1
        number = before if number == before + length else number
        return Answer({"value": [{"id": str(number)}], "@odata.nextLink": f"?$skiptoken={number}"})

    service.reply("GET /users", page)

    with pytest.raises(UnexpectedData, match="circle"):
        ask(lambda graph: graph.users.list())
    assert len(service.seen) <= 3 * (before + length)


def test_odd_collections(ask, service: Service) -> None:
    service.reply("GET /users", [{"id": "bare"}])
    assert ask(lambda graph: graph.users.list())[0].id == "bare"

    service.reply("GET /me/memberOf", {"value": [None, "text", {"id": "1"}]})
    assert ask(lambda graph: graph.me.member_of.list())[:2] == [None, "text"]
    with pytest.raises(UnexpectedData):
        ask(lambda graph: graph.me.member_of.list(), strict=True)

    service.reply("GET /groups/1/members", {"members": []})
    assert ask(lambda graph: graph.groups["1"].members.list()) == []
    with pytest.raises(UnexpectedData, match="should be a collection"):
        ask(lambda graph: graph.groups["1"].members.list(), strict=True)


class Endless:
    """A transport with as many pages as are asked for, without sockets: for volume."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.asked = 0

    def send(self, request: Request, /) -> Response:
        self.asked += 1
        link = {"@odata.nextLink": f"https://graph.microsoft.com/beta/users?$skiptoken={self.asked}"}
        value = [{"id": str(self.asked), "displayName": "x" * 100}]
        return Response(200, {}, json.dumps({"value": value, **(link if self.asked < self.pages else {})}).encode())

    async def asend(self, request: Request, /) -> Response:
        return self.send(request)

    def close(self) -> None: ...

    async def aclose(self) -> None: ...


def look(count: int, user: User) -> None:
    """Now and then, at what is in memory: no more than the page at hand, the one before and the next."""
    if count % 2_500 == 0:
        gc.collect()
        assert sum(type(each) in (Page, type(user)) for each in gc.get_objects()) <= 4


def test_ten_thousand_pages_need_the_memory_of_one() -> None:
    graph = Graph("t", transport=Endless(10_000))
    count = 0

    for count, user in enumerate(graph.users.list(), start=1):
        look(count, user)

    assert count == 10_000


def test_ten_thousand_pages_asynchronously() -> None:
    async def program() -> int:
        graph = AsyncGraph("t", transport=Endless(10_000))
        count = 0
        async for user in graph.users.list():
            count += 1
            look(count, user)
        return count

    assert asyncio.run(program()) == 10_000


def test_five_hundred_pages_over_sockets(ask, service: Service) -> None:
    pages_of(service, 500, size=1)

    assert len(ask(lambda graph: graph.users.list())) == 500


def test_delta_keeps_the_link_for_the_next_round(graph: Graph, service: Service) -> None:
    base = f"{service.url}/beta/users/delta"
    service.reply(
        "GET /users/delta",
        {"value": [{"id": "1"}], "@odata.nextLink": f"{base}?$skiptoken=a"},
        {"value": [{"id": "2", "@removed": {"reason": "deleted"}}], "@odata.deltaLink": f"{base}?$deltatoken=b"},
        {"value": [], "@odata.deltaLink": f"{base}?$deltatoken=c"},
    )

    changes = graph.users.delta(select=["displayName"])
    assert changes.delta_link is None
    assert [(user.id, user.odata_removed) for user in changes] == [("1", None), ("2", "deleted")]
    assert changes.delta_link == f"{base}?$deltatoken=b"

    again = graph.users.delta(select=["displayName"], delta_link=changes.delta_link)
    assert list(again) == []
    assert service.last.query == {"$deltatoken": "b"}
    assert again.delta_link == f"{base}?$deltatoken=c"


def test_asynchronous_collections(service: Service) -> None:
    pages_of(service, 3)
    base = f"{service.url}/beta/users/delta"
    service.reply("GET /users/delta", {"value": [{"id": "1"}], "@odata.deltaLink": f"{base}?$deltatoken=b"})

    async def program() -> None:
        async with AsyncGraph("t", base_url=service.url + "/beta") as graph:
            users = graph.users.list()
            assert (await users.first()).id == "0"
            assert len(await users.to_list()) == 6
            assert len(await users.to_list(limit=3)) == 3
            assert await users.to_list(limit=0) == []
            assert await users.total() == 6
            assert [len(page) async for page in users.pages()] == [2, 2, 2]
            changes = graph.users.delta()
            assert [user.id async for user in changes] == ["1"]
            assert changes.delta_link == f"{base}?$deltatoken=b"

    asyncio.run(program())


def test_an_action_that_returns_a_collection_is_done_at_once(ask, service: Service) -> None:
    service.reply("POST /me/checkMemberGroups", {"value": ["a", "b"], "@odata.nextLink": "https://evil.test/"})

    groups = ask(lambda graph: graph.me.check_member_groups(group_ids=["a", "b", "c"]))

    assert groups == ["a", "b"]
    assert groups.next_link == "https://evil.test/"
    assert service.last.json == {"groupIds": ["a", "b", "c"]}


def test_the_page_before_a_refused_link_is_not_handed_out(graph: Graph, service: Service) -> None:
    """A caller that works through half a collection and then fails has done half of its work twice the next time."""
    service.reply("GET /users", {"value": [{"id": "1"}], "@odata.nextLink": "https://evil.test/"})

    with pytest.raises(UntrustedLink):
        graph.users.list().first()


def test_a_limit_below_none_is_refused(ask, service: Service) -> None:
    service.reply("GET /users", {"value": [{"id": "1"}]})

    with pytest.raises(ValueError, match="not -1"):
        ask(lambda graph: graph.users.list().to_list(limit=-1))


@pytest.mark.parametrize(
    "link", ["?$skiptoken=2", "users?$skiptoken=2", "/beta/users?$skiptoken=2", "./users?$skiptoken=2"]
)
def test_a_relative_link_counts_from_the_address_that_was_asked(ask, service: Service, link: str) -> None:
    service.reply("GET /users", {"value": [{"id": "1"}], "@odata.nextLink": link}, {"value": [{"id": "2"}]})

    assert [user.id for user in ask(lambda graph: graph.users.list(top=1))] == ["1", "2"]
    assert [(each.path, each.query) for each in service.seen] == [
        ("/beta/users", {"$top": "1"}),
        ("/beta/users", {"$skiptoken": "2"}),
    ]
    assert service.last.headers["authorization"] == "Bearer t0ken"


def test_a_relative_link_to_the_same_page_does_not_run_for_ever(ask, service: Service) -> None:
    service.reply("GET /users", {"value": [], "@odata.nextLink": "?$skiptoken=1"})

    with pytest.raises(UnexpectedData, match="same page"):
        ask(lambda graph: graph.users.list())


@pytest.mark.parametrize("link", ["", " "])
def test_an_empty_delta_link_is_none(ask, service: Service, link: str) -> None:
    """Without one a round begins anew: not what a program wants that lost its link."""
    with pytest.raises(ValueError, match="the delta link is empty"):
        ask(lambda graph: graph.users.delta(delta_link=link))
    assert service.seen == []


def test_a_relative_delta_link(ask, service: Service) -> None:
    service.reply("GET /users/delta", {"value": [{"id": "1"}]})

    assert len(ask(lambda graph: graph.users.delta(delta_link="delta?$deltatoken=b"))) == 1
    assert (service.last.path, service.last.query) == ("/beta/users/delta", {"$deltatoken": "b"})
