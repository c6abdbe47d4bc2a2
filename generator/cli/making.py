"""One SDK on its way: what is asked for, what an earlier run remembers of it, and the making itself."""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.build.generation import Generated, Order, generate
from generator.build.outcomes import Memory, Outcome, memory
from generator.build.progress import Progress
from generator.build.reading import Read
from generator.cli.configured import refuse_nothing
from generator.cli.order import order_of
from generator.cli.session import Session, from_here
from generator.cli.state import Begun, begin, build_begun, read_begun
from generator.config import SdkConfig
from generator.emit import TemplateFaultError
from generator.workspace.errors import WorkspaceError
from generator.workspace.output import WriteReport, settle, write


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """Docs that were read, and what is to be made of them. `memory` is None with `--no-cache`."""

    begun: Begun
    order: Order
    memory: Memory | None
    templates: Path
    """The folder of the user's templates, if there are any."""


class Recalled(msgspec.Struct, frozen=True, kw_only=True):
    """What an earlier run made of docs that say the same; `read` is what they say, where telling took reading them."""

    outcome: Outcome | None
    read: Read | None


def approach(session: Session, sdk: SdkConfig, progress: Progress) -> Making:
    """Read docs, configuration and templates. Raises WorkspaceError or ConfigError when that cannot be done."""
    begun = begin(session, sdk, progress)
    order = order_of(session, begun)
    cache = begun.means.cache
    kept = None if cache is None else memory(cache.folder, sdk.name, order.origin, order.settings_digest, begun.docs)
    return Making(begun=begun, order=order, memory=kept, templates=session.project.root / (sdk.templates or ""))


def recall(making: Making) -> Recalled:
    """What the memory holds of it."""
    memory = making.memory
    if memory is None:
        return Recalled(outcome=None, read=None)
    digest = memory.read_before()
    if digest is not None:
        return Recalled(outcome=memory.recall(digest), read=None)
    read = read_begun(making.begun)
    memory.keep_read(read.digest)
    return Recalled(outcome=memory.recall(read.digest), read=read)


def make(making: Making, progress: Progress, read: Read | None = None) -> Generated:
    """Understand the docs and make the tree; later runs will remember what came of it. `read` is what the pages say, if
    that is known. Raises ConfigError as `refuse_nothing` does, and WorkspaceError for a template of the user's
    that cannot be used.
    """
    read = read or read_begun(making.begun)
    state = build_begun(making.begun, read)
    refuse_nothing(making.begun.sdk, state.build.api)
    try:
        made = generate(state.build, making.order, progress, making.memory.known() if making.memory else None)
    except TemplateFaultError as fault:
        raise _unusable(making, fault) from fault
    if making.memory:
        making.memory.keep(read.digest, made.outcome, made.spelled)
    return made


def _unusable(making: Making, fault: TemplateFaultError) -> WorkspaceError:
    """The fault with the file that it is in."""
    line = "" if fault.line is None else f":{fault.line}"
    return WorkspaceError(f"{from_here(making.templates / fault.template)}{line}: {fault.message}")


def bring_about(making: Making, out: Path, progress: Progress, *, force: bool = False) -> tuple[Outcome, WriteReport]:
    """Let `out` hold the SDK, with no more work than that takes. Raises EditedError or WorkspaceError as `write` does."""
    recalled = recall(making)
    if recalled.outcome is not None and (report := settle(out, recalled.outcome.manifest)) is not None:
        return recalled.outcome, report
    made = make(making, progress, recalled.read)
    progress("writing", 0, 0)
    return made.outcome, write(out, made.tree, force=force)
