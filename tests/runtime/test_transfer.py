"""Large and raw bodies: uploads in pieces, downloads in pieces, responses as they came."""

from __future__ import annotations

import asyncio
import gzip
import io
import re
from pathlib import Path

import pytest
from loopback import Answer, Seen, Service
from sample_sdk import AsyncGraph, Forbidden, Graph, GraphError, NotFound, TransportError, UnexpectedData, UntrustedLink
from sample_sdk import models as m

UNIT = 320 << 10
FILE = bytes(range(256)) * (UNIT * 3 // 256) + b"the end"


class Uploads:
    """An upload session of a service: keeps the pieces, tells what it waits for, fails as scripted."""

    def __init__(self, service: Service, *faults: Answer | None) -> None:
        self.service = service
        self.received = b""
        self.faults = list(faults)
        service.reply("PUT /up/1", self._put)
        service.reply("GET /up/1", lambda seen: Answer(self._waiting()))
        self.url = f"{service.url}/up/1"

    def _waiting(self) -> dict[str, object]:
        return {
            "nextExpectedRanges": [f"{len(self.received)}-{len(FILE) - 1}"],
            "expirationDateTime": "2030-01-01T00:00:00Z",
        }

    def _put(self, seen: Seen) -> Answer:
        start, end, total = map(int, re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", seen.headers["content-range"]).groups())
        assert (end - start + 1, total) == (len(seen.body), len(FILE))
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None and fault.status is not None and fault.status != 202:
            return fault
        if start != len(self.received):
            return Answer({"error": {"code": "invalidRange"}}, 416)
        self.received += seen.body
        if fault is not None:
            return fault  # the piece has come, its answer gets lost
        return (
            Answer({"id": "7", "name": "film.mp4", "size": total}, 201)
            if end + 1 == total
            else Answer(self._waiting(), 202)
        )


@pytest.fixture(params=["bytes", "file", "path"])
def content(request: pytest.FixtureRequest, tmp_path: Path):
    path = tmp_path / "film.mp4"
    path.write_bytes(FILE)
    return {"bytes": FILE, "file": io.BytesIO(FILE), "path": path}[request.param]


def test_a_large_file_goes_up_in_pieces(ask, service: Service, content) -> None:
    uploads = Uploads(service)
    done: list[tuple[int, int]] = []
    session = m.UploadSession.from_dict({"uploadUrl": uploads.url, "nextExpectedRanges": ["0-"]})

    item = ask(
        lambda graph: graph.upload(session, content, m.DriveItem, chunk_size=UNIT, progress=lambda *at: done.append(at))
    )

    assert uploads.received == FILE
    assert (item.id, item.size) == ("7", len(FILE))
    assert done == [(UNIT, len(FILE)), (2 * UNIT, len(FILE)), (3 * UNIT, len(FILE)), (len(FILE), len(FILE))]
    assert service.requests() == ["PUT /up/1"] * 4
    assert not [each for each in service.seen if "authorization" in each.headers]


@pytest.mark.parametrize(
    "fault", [Answer(fault="reset"), Answer(BUSY := {"error": {"code": "busy"}}, 503), Answer(BUSY, 500)]
)
def test_an_interrupted_upload_goes_on_where_it_stopped(ask, service: Service, fault: Answer) -> None:
    uploads = Uploads(service, None, fault)

    ask(lambda graph: graph.upload(uploads.url, FILE, chunk_size=UNIT))

    assert uploads.received == FILE
    assert service.requests().count("PUT /up/1") == 4 + (fault.status is not None)


def test_an_upload_is_resumed_by_another_program(ask, service: Service) -> None:
    uploads = Uploads(service, None, None, Answer({"error": {"code": "denied"}}, 403))
    with pytest.raises(Forbidden):
        ask(lambda graph: graph.upload(uploads.url, FILE, chunk_size=UNIT))
    assert len(uploads.received) == 2 * UNIT

    item = ask(lambda graph: graph.upload(uploads.url, FILE, chunk_size=UNIT))

    assert uploads.received == FILE
    assert item["id"] == "7"


def test_an_upload_that_keeps_failing_is_given_up(ask, service: Service) -> None:
    uploads = Uploads(service, *[Answer(BUSY, 503)] * 10)

    with pytest.raises(GraphError, match="503"):
        ask(lambda graph: graph.upload(uploads.url, FILE, chunk_size=UNIT))
    assert service.requests().count("PUT /up/1") == 4


def test_a_lost_answer_to_the_last_piece_is_what_failed(ask, service: Service) -> None:
    """The session is over then: asked what it waits for, the service no longer knows it."""
    service.reply("PUT /up/1", Answer(fault="reset"))
    session = {"uploadUrl": f"{service.url}/up/1"}

    with pytest.raises(TransportError) as caught:
        ask(lambda graph: graph.upload(session, b"all of it"))

    assert caught.value.sent
    assert service.requests() == ["PUT /up/1", "GET /up/1"]


def test_a_piece_that_is_asked_for_again_is_sent_again(ask, service: Service) -> None:
    uploads = Uploads(service, None, Answer({"nextExpectedRanges": [f"{UNIT}-"]}, 202))

    def forgets(seen: Seen) -> Answer:
        answer = uploads._put(seen)
        if len(service.requests()) == 2:
            uploads.received = uploads.received[:UNIT]
        return answer

    service.reply("PUT /up/1", forgets)
    session = {"uploadUrl": uploads.url, "nextExpectedRanges": ["0-"]}

    assert ask(lambda graph: graph.upload(session, FILE, chunk_size=UNIT))["id"] == "7"
    assert uploads.received == FILE
    assert service.requests() == ["PUT /up/1"] * 5


@pytest.mark.parametrize("asked", [0, UNIT, 2 * UNIT])
def test_an_upload_that_does_not_get_on_is_given_up(ask, service: Service, asked: int) -> None:
    service.reply("PUT /up/1", lambda seen: Answer({"nextExpectedRanges": [f"{asked}-"]}, 202))
    session = {"uploadUrl": f"{service.url}/up/1", "nextExpectedRanges": ["0-"]}

    with pytest.raises(UnexpectedData, match="again and again"):
        ask(lambda graph: graph.upload(session, FILE, chunk_size=UNIT))
    assert len(service.requests()) <= 5


def test_uploads_that_cannot_work(ask, service: Service) -> None:
    with pytest.raises(ValueError, match="empty file"):
        ask(lambda graph: graph.upload(f"{service.url}/up/1", b""))
    with pytest.raises(ValueError, match="no address"):
        ask(lambda graph: graph.upload({"uploadUrl": None}, b"x"))
    with pytest.raises(ValueError, match="is not the address of an upload session") as caught:
        ask(lambda graph: graph.upload("up.test/s3cret?sig=s3cret", b"x"))
    assert "s3cret" not in str(caught.value)
    with pytest.raises(TypeError, match="seekable"):
        ask(lambda graph: graph.upload(f"{service.url}/up/1", iter([b"x"])))
    with pytest.raises(TypeError, match=r"pathlib\.Path"):
        ask(lambda graph: graph.upload(f"{service.url}/up/1", "film.mp4"))
    with pytest.raises(ValueError, match="no address"):
        ask(lambda graph: graph.upload(m.UploadSession(), b"x"))
    with pytest.raises(UntrustedLink):
        ask(lambda graph: graph.upload("http://elsewhere.test/up", b"x"))
    service.reply("GET /up/2", {"odd": 1})
    with pytest.raises(UnexpectedData, match="waits for"):
        ask(lambda graph: graph.upload(f"{service.url}/up/2", b"x"))
    with pytest.raises(NotFound):
        ask(lambda graph: graph.upload(f"{service.url}/up/gone", b"x"))


def test_small_content(ask, service: Service, tmp_path: Path) -> None:
    service.reply("PUT /drive/root:/docs/a%20b/r%C3%A9sum%C3%A9.txt:/content", {"id": "1"})

    for content in (b"hello", bytearray(b"hello"), io.BytesIO(b"hello"), iter([b"hel", b"lo"])):
        item = ask(lambda graph, content=content: graph.drive.root.at("docs/a b/résumé.txt").content.replace(content))
        assert (item.id, service.last.body) == ("1", b"hello")
    assert service.last.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("/tmp/film.mp4", "may be|encode text"),
        (None, "not NoneType"),
        ({"name": "x"}, "not dict"),
        (m.User(), "not User"),
        (7, "not int"),
        (io.StringIO("text"), "binary mode"),
    ],
)
def test_what_is_no_content_is_refused(ask, service: Service, content: object, why: str) -> None:
    with pytest.raises(TypeError, match=why):
        ask(lambda graph: graph.drive.root.at("a.txt").content.replace(content))
    assert service.requests() == []


def test_a_download_in_pieces(graph: Graph, service: Service, tmp_path: Path) -> None:
    service.reply("GET /me/photo/$value", Answer(FILE, headers={"Content-Type": "image/jpeg"}))

    assert graph.me.photo.value.get() == FILE
    with graph.me.photo.value.stream() as photo:
        assert (photo.headers["content-type"], photo.length) == ("image/jpeg", len(FILE))
        assert b"".join(photo) == FILE
    with graph.me.photo.value.stream() as photo:
        assert photo.save(tmp_path / "me.jpg") == len(FILE)
    assert (tmp_path / "me.jpg").read_bytes() == FILE
    with graph.me.photo.value.stream() as photo:
        assert photo.read() == FILE
    assert service.last.headers["accept"] == "*/*"
    with pytest.raises(RuntimeError, match="with"):
        graph.me.photo.value.stream().read()

    service.reply("GET /users/1/photo/$value", Answer(gzip.compress(FILE), headers={"Content-Encoding": "gzip"}))
    with graph.users["1"].photo.value.stream() as photo:
        assert (photo.length, photo.read()) == (None, FILE)


def test_a_download_that_fails(graph: Graph, service: Service) -> None:
    with pytest.raises(NotFound, match="notScripted"), graph.me.photo.value.stream():
        pass

    service.reply("GET /me/photo/$value", Answer(FILE, fault="truncate"))
    with pytest.raises(TransportError), graph.me.photo.value.stream() as photo:
        photo.read()


def test_asynchronous_downloads(service: Service, tmp_path: Path) -> None:
    service.reply("GET /me/photo/$value", Answer(FILE))

    async def program() -> None:
        async with AsyncGraph("t", base_url=service.url + "/beta") as graph:
            async with graph.me.photo.value.stream() as photo:
                assert b"".join([piece async for piece in photo]) == FILE
            async with graph.me.photo.value.stream() as photo:
                assert await photo.save(tmp_path / "me.jpg") == len(FILE)
            service.reply("GET /users/1/photo/$value", Answer(FILE, fault="truncate"))
            with pytest.raises(TransportError):
                async with graph.users["1"].photo.value.stream() as photo:
                    await photo.read()
            with pytest.raises(NotFound):
                async with graph.drive.items["1"].content.stream():
                    pass

    asyncio.run(program())
    assert (tmp_path / "me.jpg").read_bytes() == FILE


def test_raw_responses(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer({"id": "1", "displayName": "Ada"}, headers={"ETag": "W/1"}))

    raw = ask(lambda graph: graph.with_raw_response(graph.users["1"].get)(select="id"))

    assert (raw.status, raw.headers["etag"], raw.request_id) == (200, "W/1", "req-1")
    assert raw.json() == {"id": "1", "displayName": "Ada"}
    assert raw.text.startswith("{")
    assert raw.parse().display_name == "Ada"
    assert service.last.query == {"$select": "id"}
    assert repr(raw) == f"<RawResponse 200, {len(raw.content)} bytes>"


def test_a_raw_collection_goes_on(graph: Graph, service: Service) -> None:
    service.reply("GET /users", {"value": [{"id": "1"}], "@odata.nextLink": f"{service.url}/beta/more"})
    service.reply("GET /more", {"value": [{"id": "2"}]})

    raw = graph.with_raw_response(graph.users.list)(top=1)

    assert raw.json()["value"] == [{"id": "1"}]
    assert [user.id for user in raw.parse()] == ["1", "2"]
    assert len(service.seen) == 2


def test_a_raw_response_is_asked_for_by_the_client_of_the_method(ask, service: Service) -> None:
    service.reply("GET /users/1", {"id": "1"})

    ask(lambda graph: graph.with_raw_response(graph.with_options(headers={"X-One": "1"}).users["1"].get)())

    assert service.last.headers["x-one"] == "1"


def test_raw_needs_a_method(graph: Graph) -> None:
    with pytest.raises(TypeError, match="without calling it"):
        graph.with_raw_response(graph.users["1"])
    with pytest.raises(TypeError, match="already"):
        graph.with_raw_response(graph.me.photo.value.stream)()
