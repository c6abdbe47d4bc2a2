"""Every line marked `wrong` is one that a type checker must find."""

from graph_beta import AsyncGraph, Graph
from graph_beta.enums import BodyType, IntendedPurpose
from graph_beta.models import IosImportedPFXCertificateProfile, ItemBody, Message, User

graph = Graph("t")
User(jobTitle="typo")  # wrong
User(job_title=5)  # wrong
ItemBody(content_type=IntendedPurpose.VPN)  # wrong
BodyType.PDF  # wrong
graph.users["ada"].get(selct="id")  # wrong
graph.users["ada"].nothing  # wrong
graph.users[5].get()  # wrong
graph.users.list(top="many")  # wrong
graph.groups["g"].members.ref.create()  # wrong
graph.me.send_mail(message=User())  # wrong
graph.me.send_mail()  # wrong
graph.me.reminder_view("2020-01-01")  # wrong
graph.users["ada"].update()  # wrong
graph.users["ada"].update(Message())  # wrong
graph.device_management.device_configurations["1"].update(User())  # wrong
graph.reports.get_mailbox_usage_detail("D7", format="pdf")  # wrong
graph.reports.get_mailbox_usage_detail("D7", format="application/json").decode()  # wrong
graph.me.drive.root.at(5)  # wrong
graph.applications.by_app_id()  # wrong
user = graph.users["ada"].get()
user.jobTitle = "x"  # wrong
len(user.display_name)  # wrong
profile: IosImportedPFXCertificateProfile = graph.device_management.device_configurations["1"].get()  # wrong


async def program(graph: AsyncGraph) -> None:
    (await graph.users["ada"].get()).nothing  # wrong
    graph.users["ada"].get().display_name  # wrong
