"""What a child process must not take over from its parent: connections that both would write into, and locks
that a thread of the parent holds.
"""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Renewable(Protocol):
    def _renew(self) -> None: ...


_alive: WeakSet[Renewable] = WeakSet()


def renewed_in_children(item: Renewable) -> None:
    """From now on `item._renew()` runs in every child process, before anything else does."""
    _alive.add(item)


def _renew() -> None:
    for item in list(_alive):
        item._renew()


if hasattr(os, "register_at_fork"):  # elsewhere nothing forks
    os.register_at_fork(after_in_child=_renew)
