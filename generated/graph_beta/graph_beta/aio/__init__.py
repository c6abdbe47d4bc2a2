"""The asynchronous client. Its nodes are those of the synchronous one; their types are in the stubs beside this file."""

from .._runtime.async_client import AsyncClient
from ..requests import Root


class AsyncGraph(AsyncClient, Root):
    """Asynchronous client of Microsoft Graph (beta). Paths are its attributes."""

    _BASE_URL = "https://graph.microsoft.com/beta"
    _SCOPES = ("https://graph.microsoft.com/.default",)
