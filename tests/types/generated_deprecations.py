# mypy: enable-error-code=deprecated
"""Calls that the pages of this repository advise against, marked `wrong`: a type checker that is asked to tells of them."""

from graph_beta import AsyncGraph, Graph

graph = Graph("t")
graph.me.invalidate_all_refresh_tokens()  # wrong
graph.users["ada"].invalidate_all_refresh_tokens()  # wrong
graph.me.revoke_sign_in_sessions()


async def program(graph: AsyncGraph) -> None:
    await graph.me.invalidate_all_refresh_tokens()  # wrong
    await graph.me.revoke_sign_in_sessions()
