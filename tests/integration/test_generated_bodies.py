"""An action whose body may be of another kind still needs what its page requires."""

from __future__ import annotations

import pytest
from graph_beta import AsyncGraph, Graph
from graph_beta.models import Message

CALL = "POST /me/sendMail"


@pytest.mark.parametrize("client", [Graph, AsyncGraph])
@pytest.mark.parametrize("given", [{}, {"save_to_sent_items": True}, {"raw_body": None}])
def test_a_body_without_what_it_needs_is_not_sent(client: type[Graph], given: dict[str, object]) -> None:
    graph = client.testing({CALL: None})

    with pytest.raises(TypeError, match=r"^missing argument: message \(or raw_body"):
        graph.me.send_mail(**given)

    assert graph._transport.get().requests == []


@pytest.mark.parametrize("given", [{"message": Message(subject="x")}, {"raw_body": "TUlNRQ=="}, {"raw_body": b""}])
def test_either_body_will_do(given: dict[str, object]) -> None:
    graph = Graph.testing({CALL: None})

    graph.me.send_mail(**given)

    assert len(graph._transport.get().requests) == 1
