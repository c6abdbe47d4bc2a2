"""One SDK on its way: what is asked for, what an earlier run remembers of it, and the making itself."""

from __future__ import annotations

import msgspec

from generator.build.generation import Generated, Order, generate
from generator.build.outcomes import Memory, Outcome, memory
from generator.build.progress import Progress
from generator.cli.order import order_of
from generator.cli.session import Session
from generator.cli.state import Begun, begin, build_begun
from generator.config import SdkConfig


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """Docs that were read, and what is to be made of them. `memory` is None with `--no-cache`."""

    begun: Begun
    order: Order
    memory: Memory | None

    def remembered(self) -> Outcome | None:
        """What an earlier run made of the very same."""
        return None if self.memory is None else self.memory.recall()


def approach(session: Session, sdk: SdkConfig, progress: Progress) -> Making:
    """Read docs, configuration and templates. Raises WorkspaceError or ConfigError when that cannot be done."""
    begun = begin(session, sdk, progress)
    order = order_of(session, begun)
    cache = begun.means.cache
    kept = None if cache is None else memory(cache.folder, sdk.name, order.origin, begun.docs.diagnostics)
    return Making(begun=begun, order=order, memory=kept)


def make(making: Making, progress: Progress) -> Generated:
    """Understand the docs and make the tree; later runs will remember what came of it."""
    state = build_begun(making.begun)
    made = generate(state.build, making.order, progress, making.memory.known() if making.memory else None)
    if making.memory:
        making.memory.keep(made.outcome, made.spelled)
    return made
