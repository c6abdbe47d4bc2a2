import asyncio
import datetime as dt
from typing import assert_type

from graph_beta import (
    AsyncGraph,
    AsyncPages,
    Batch,
    BatchResult,
    Delta,
    Download,
    Forbidden,
    Graph,
    GraphError,
    NotFound,
    Page,
    Pages,
    RawResponse,
    Transport,
)
from graph_beta.enums import BodyType, IntendedPurpose, OpenEnum
from graph_beta.models import (
    Application,
    Base,
    DeviceConfiguration,
    DirectoryObject,
    DriveItem,
    IosImportedPFXCertificateProfile,
    ItemBody,
    MailboxUsageDetail,
    Message,
    Recipient,
    Reminder,
    User,
)
from graph_beta.testing import Replies, Reply


def derived_types(graph: Graph) -> None:
    configurations = graph.device_management.device_configurations
    read = configurations["1"].get(select=["id"])
    assert_type(read, DeviceConfiguration)
    if isinstance(read, IosImportedPFXCertificateProfile):
        assert_type(read.intended_purpose, IntendedPurpose | None)
    mail = IosImportedPFXCertificateProfile(display_name="Mail", version=8, intended_purpose=IntendedPurpose.VPN)
    assert_type(configurations["1"].update(mail), IosImportedPFXCertificateProfile)
    assert_type(configurations.create(mail, timeout=5), IosImportedPFXCertificateProfile)
    configurations["1"].as_ios_imported_pfx_certificate_profile.managed_device_certificate_states.list()


def collections(graph: Graph) -> None:
    users = graph.users.list(select="id", filter="startsWith(displayName,'A')", top=5, consistency_level="eventual")
    assert_type(users, Pages[User])
    for user in users:
        assert_type(user.display_name, str | None)
        assert_type(user.created_date_time, dt.datetime | None)
        assert_type(user.business_phones, list[str] | None)
    for page in users.pages():
        assert_type(page, Page[User])
    changed = graph.users.delta()
    assert_type(changed, Delta[User])
    assert_type(graph.users.delta(delta_link=changed.delta_link).first(), User | None)
    assert_type(graph.users.count.get(), int)
    assert_type(graph.groups["g"].members.list(), Pages[DirectoryObject])


def calls(graph: Graph) -> None:
    message = Message(
        subject="Hello", body=ItemBody(content="Hi", content_type=BodyType.TEXT), to_recipients=[Recipient()]
    )
    assert_type(graph.me.messages.create(message), Message)
    assert_type(graph.me.send_mail(message=message, save_to_sent_items=None, timeout=3), None)
    assert_type(graph.me.get_member_groups(security_enabled_only=True), Page[str])
    assert_type(graph.me.reminder_view("2020-01-01", "2020-01-02").first(), Reminder | None)
    assert_type(graph.applications.by_app_id("a").get(), Application)
    graph.groups["g"].members.ref.create(graph.users["ada"])
    graph.groups["g"].members["u"].ref.delete()
    graph.users["ada"].delete(headers={"If-Match": "*"}, query={"a": "b"}, max_retries=0)


def files(graph: Graph) -> None:
    assert_type(graph.me.drive.root.at("a/b.txt").get(), DriveItem)
    content = graph.me.drive.root.at("a/b.txt").content
    assert_type(content.get(), bytes)
    with content.stream() as download:
        assert_type(download, Download)
        download.save("b.txt")
    content.replace(b"text", content_type="text/plain")
    session = graph.me.drive.root.at("big.bin").create_upload_session()
    assert_type(graph.upload(session, b"x", DriveItem), DriveItem)
    assert_type(graph.me.photo.value.get(), bytes)


def reports(graph: Graph) -> None:
    assert_type(graph.reports.get_mailbox_usage_detail("D7"), bytes)
    assert_type(graph.reports.get_mailbox_usage_detail("D7", format="text/csv"), bytes)
    rows = graph.reports.get_mailbox_usage_detail("D7", format="application/json")
    assert_type(rows, Pages[MailboxUsageDetail])


def more(graph: Graph) -> None:
    raw = graph.with_raw_response(graph.users["ada"].get)(select="id")
    assert_type(raw, RawResponse[User])
    assert_type(raw.parse(), User)
    batch = graph.batch()
    assert_type(batch, Batch)
    ada = batch.add(graph.users["ada"].get, select="id")
    assert_type(ada, BatchResult[User])
    assert_type(ada.result(), User)
    try:
        graph.users["x"].delete()
    except (NotFound, Forbidden) as error:
        assert_type(error.code, str | None)
    except GraphError as error:
        print(error.request_id)
    with graph.with_options(timeout=5) as other:
        assert_type(other, Graph)


def names_of(models: list[Base], fallback: OpenEnum, transport: Transport) -> Graph:
    """What users write for several of their models, and around a transport of their own."""
    replies: Transport = Replies({f"GET /{fallback}": Reply(each.to_dict(), 200) for each in models})
    return Graph(transport=replies if models else transport)


async def asynchronous(graph: AsyncGraph) -> None:
    assert_type(await graph.users["ada"].get(), User)
    assert_type(graph.users.list(), AsyncPages[User])
    async for user in graph.users.list(select=["id"]):
        assert_type(user, User)
    assert_type(await graph.reports.get_mailbox_usage_detail("D7"), bytes)
    mail = IosImportedPFXCertificateProfile(display_name="Mail")
    updated = await graph.device_management.device_configurations["1"].update(mail)
    assert_type(updated, IosImportedPFXCertificateProfile)
    async with graph.me.photo.value.stream() as photo:
        await photo.save("x")


if __name__ == "__main__":
    for part in (derived_types, collections, calls, files, reports, more):
        part(Graph.testing({"GET /users": {"value": []}}))
    asyncio.run(asynchronous(AsyncGraph(lambda: "token")))
