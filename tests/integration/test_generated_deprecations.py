"""What the docs advise against warns when it is called, and then does what it is asked to; nothing else warns."""

from __future__ import annotations

import asyncio
import warnings

import pytest
from graph_beta import AsyncGraph, Graph

CALL = "POST /me/invalidateAllRefreshTokens"
SAID = "This action is deprecated. Use revokeSignInSessions instead."


def test_a_deprecated_call_warns_where_it_is_made() -> None:
    graph = Graph.testing({CALL: None})

    with pytest.warns(DeprecationWarning, match="deprecated") as caught:
        graph.me.invalidate_all_refresh_tokens()

    assert [(str(each.message), each.filename) for each in caught] == [(SAID, __file__)]
    assert [each.method for each in graph._transport.get().requests] == ["POST"]


def test_so_it_does_for_the_asynchronous_client() -> None:
    async def main() -> None:
        async with AsyncGraph.testing({CALL: None}) as graph:
            with pytest.warns(DeprecationWarning, match=SAID):
                await graph.me.invalidate_all_refresh_tokens()

    asyncio.run(main())


def test_looking_at_it_does_not_warn() -> None:
    graph = Graph.testing({CALL: None})

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        method = graph.me.invalidate_all_refresh_tokens

    assert method.__deprecated__ == SAID
    assert "Deprecated: " in (method.__doc__ or "")
