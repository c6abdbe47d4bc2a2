"""msgraph-beta-sdk, as `worker.py` measures it: the same work by its own means."""

from __future__ import annotations

import asyncio
import importlib
import warnings
from collections.abc import Callable
from typing import Any

warnings.simplefilter("ignore")  # its builders warn when they are imported


def make_client(base: str) -> Any:
    package = importlib.import_module("msgraph_beta")
    anonymous = importlib.import_module("kiota_abstractions.authentication").AnonymousAuthenticationProvider()
    adapter = package.GraphRequestAdapter(anonymous)
    adapter.base_url = f"{base}/beta"
    return package.GraphServiceClient(request_adapter=adapter)


def reach(client: Any) -> Any:
    return client.users.by_user_id("1")


def decoder(client: Any, payload: str) -> Callable[[bytes], Any]:
    module, name = ("user_collection_response", "UserCollectionResponse") if payload == "page" else ("user", "User")
    parse = client.request_adapter._parse_node_factory.get_root_parse_node
    model = getattr(importlib.import_module(f"msgraph_beta.generated.models.{module}"), name)
    return lambda data: parse("application/json", data).get_object_value(model)


def encoder(client: Any) -> Callable[[Any], bytes]:
    writers = client.request_adapter.get_serialization_writer_factory()

    def encode(user: Any) -> bytes:
        user.backing_store.is_initialization_completed = False  # every property counts as changed, as for a creation
        writer = writers.get_serialization_writer("application/json")
        writer.write_object_value(None, user)
        written: bytes = writer.get_serialized_content()
        return written

    return encode


def getter(client: Any) -> Callable[[], Any]:
    loop = asyncio.new_event_loop()
    return lambda: loop.run_until_complete(client.users.by_user_id("1").get())
