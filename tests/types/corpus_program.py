import asyncio
from typing import assert_type

from graph_beta import AsyncGraph, AsyncPages, Delta, Graph, GraphError, NotFound, Pages
from graph_beta.models import (
    DeviceConfiguration,
    DirectoryRole,
    DriveItem,
    MailboxUsageDetail,
    Message,
    Reminder,
    User,
    Windows10GeneralConfiguration,
)


def names(graph: Graph) -> list[str]:
    users = graph.users.list(select=["id", "displayName"], filter="accountEnabled eq true", top=5)
    return [(user.display_name or "").upper() for user in users]


def changes(graph: Graph) -> None:
    try:
        graph.users["1"].update(User(job_title="Director"))
    except NotFound as error:
        assert_type(error.code, str | None)
    except GraphError as error:
        print(error.request_id)
    configuration = graph.device_management.device_configurations["1"].get()
    assert_type(configuration, DeviceConfiguration)
    if isinstance(configuration, Windows10GeneralConfiguration):
        assert_type(configuration.start_menu_hide_sleep, bool | None)
    general = Windows10GeneralConfiguration(display_name="All", version=2)
    assert_type(graph.device_management.device_configurations["1"].update(general), Windows10GeneralConfiguration)


def reads(graph: Graph) -> None:
    assert_type(graph.users.delta(), Delta[User])
    assert_type(graph.users["1"].messages.list(), Pages[Message])
    assert_type(graph.users["1"].reminder_view("2021-01-01", "2021-01-02").first(), Reminder | None)
    assert_type(graph.directory_roles.by_role_template_id("1").get(), DirectoryRole)
    assert_type(graph.me.drive.root.delta(), Delta[DriveItem])
    assert_type(graph.me.drive.root.delta("latest"), Delta[DriveItem])
    assert_type(graph.me.photo.value.get(), bytes)
    assert_type(graph.reports.get_mailbox_usage_detail("D7"), bytes)
    rows = graph.reports.get_mailbox_usage_detail("D7", format="application/json")
    assert_type(rows, Pages[MailboxUsageDetail])


async def awaited(graph: AsyncGraph) -> None:
    assert_type(await graph.users["1"].get(), User)
    assert_type(graph.users.list(), AsyncPages[User])


if __name__ == "__main__":
    asyncio.run(awaited(AsyncGraph("token")))
