from .._runtime.async_client import AsyncClient
from ._root import Root

class AsyncGraph(AsyncClient, Root):
    """Asynchronous client of Microsoft Graph (beta). Paths are its attributes."""
