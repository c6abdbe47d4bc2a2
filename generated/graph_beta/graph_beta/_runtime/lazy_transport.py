"""A transport that is made with the first request: importing httpx and loading certificates takes a while."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from .forks import renewed_in_children


class LazyTransport:
    """Holds one transport for a client and all that `with_options` makes of it."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._of_parents: list[Any] = []
        self.made: Any = None
        self.closed = False
        renewed_in_children(self)

    def get(self) -> Any:
        if self.closed:
            raise RuntimeError("the client is closed")
        if self.made is None:
            with self._lock:
                self.made = self.made or self._make()
        return self.made

    def _renew(self) -> None:
        """In a child process: connections of its own. Those of the parent are kept unused, for closing them is the
        parent's to do.
        """
        self._lock = threading.Lock()
        if self.made is not None:
            self._of_parents.append(self.made)
            self.made = None
