import asyncio
import datetime as dt
from typing import assert_type

from sample_sdk import AsyncGraph, AsyncPages, Delta, Graph, NotFound, Page, Pages, RawResponse
from sample_sdk.enums import IntendedPurpose
from sample_sdk.models import (
    DeviceConfiguration,
    IosImportedPFXCertificateProfile,
    Message,
    Reminder,
    User,
)


def program(graph: Graph) -> None:
    configs = graph.device_management.device_configurations
    assert_type(configs["1"].get(), DeviceConfiguration)
    profile = IosImportedPFXCertificateProfile(display_name="Mail", version=8, intended_purpose=IntendedPurpose.VPN)
    assert_type(configs["1"].update(profile), IosImportedPFXCertificateProfile)
    assert_type(graph.users.list(select=["id"], top=5), Pages[User])
    for user in graph.users.list():
        assert_type(user.display_name, str | None)
        assert_type(user.birthday, dt.datetime | None)
    assert_type(graph.users.delta(), Delta[User])
    assert_type([user.odata_removed for user in graph.users.delta()], list[str | None])
    assert_type(graph.users.count.get(), int)
    assert_type(graph.me.check_member_groups(group_ids=["a"]), Page[str])
    assert_type(graph.me.reminder_view("a", "b").first(), Reminder | None)
    graph.me.send_mail(message=Message(subject="x"), save_to_sent_items=None, timeout=3)
    graph.groups["g"].members.ref.create(graph.users["ada"])
    raw = graph.with_raw_response(graph.users["ada"].get)(select="id")
    assert_type(raw, RawResponse[User])
    assert_type(raw.parse(), User)
    batch = graph.batch()
    ada = batch.add(graph.users["ada"].get, select="id")
    assert_type(ada.result(), User)
    session = graph.drive.root.create_upload_session()
    assert_type(graph.upload(session, b"x", User), User)
    with graph.users["ada"].photo.value.stream() as photo:
        photo.save("x")
    try:
        graph.users["x"].delete()
    except NotFound as error:
        print(error.code)
    with graph.with_options(timeout=5) as other:
        assert_type(other, Graph)


async def aprogram(graph: AsyncGraph) -> None:
    assert_type(await graph.users["ada"].get(), User)
    async for user in graph.users.list(select=["id"]):
        assert_type(user, User)
    assert_type(graph.users.list(), AsyncPages[User])
    await graph.me.send_mail(message=Message(subject="x"))
    raw = await graph.with_raw_response(graph.users["ada"].get)(select="id")
    assert_type(raw.parse(), User)
    batch = graph.batch()
    ada = batch.add(graph.users["ada"].get, select="id")
    users = batch.add(graph.users.list)
    await batch.send()
    assert_type(ada.result(), User)
    assert_type(users.result(), AsyncPages[User])
    configs = graph.device_management.device_configurations
    profile = IosImportedPFXCertificateProfile(display_name="Mail")
    assert_type(await configs["1"].update(profile), IosImportedPFXCertificateProfile)
    async with graph.users["ada"].photo.value.stream() as photo:
        await photo.save("x")


graph = Graph("t", timeout=3, base_url="https://x")
testing = Graph.testing({"GET /users": {"value": []}})
asyncio.run(aprogram(AsyncGraph(lambda: "token")))
