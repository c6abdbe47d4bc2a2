"""Every line marked `wrong` is one that a type checker must find."""

from sample_sdk import AsyncGraph, Graph
from sample_sdk.models import User

graph = Graph("t")
User(jobTitle="x")  # wrong
User(job_title=5)  # wrong
graph.users["ada"].get(selct="id")  # wrong
graph.users["ada"].nothing  # wrong
graph.users[5].get()  # wrong
user = graph.users["ada"].get()
user.jobTitle = "x"  # wrong
len(user.display_name)  # wrong
graph.users["ada"].update(graph)  # wrong
Graph("t", tiemout=5)  # wrong
graph.with_raw_response(graph.users["ada"].get)(selct="id")  # wrong


async def program(graph: AsyncGraph) -> None:
    (await graph.users["ada"].get()).nothing  # wrong
    graph.users["ada"].get().display_name  # wrong
