"""A linked state to the tree of one SDK: lower, place, describe."""

from __future__ import annotations

import msgspec

from generator import __version__, emit
from generator.build.known_wrong import known_wrong
from generator.build.progress import Progress
from generator.build.states import Build
from generator.diagnostics import Diagnostic
from generator.emit.shipped import runtime_sources
from generator.python import SdkOptions, lower
from generator.workspace.manifest import Entry, Manifest, Origin, sha256
from generator.workspace.output import Tree
from generator.workspace.templates import digest_of


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for besides the docs. `jobs` changes nothing in what comes out."""

    options: SdkOptions
    templates: dict[str, str]
    config_digest: str
    """Of all that was configured and changes the outcome: options, dialect, overrides."""
    docs_digest: str
    jobs: int


class Examples(msgspec.Struct, frozen=True, kw_only=True):
    """Documented examples as tests: those that must pass, those that the docs got wrong, and those that no call fits."""

    passing: int
    known_wrong: int
    left_out: int


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """A tree that is ready to be written or compared, and what came up while it was made."""

    tree: Tree
    examples: Examples
    diagnostics: tuple[Diagnostic, ...]


def generate(build: Build, order: Order, progress: Progress) -> Generated:
    """The SDK of a state. The same state and order give the same bytes."""
    progress("naming", 0, 0)
    runtime = runtime_sources()
    lowered = lower(build.api, order.options, known_wrong=known_wrong(build.api), runtime=runtime)
    progress("formatting", 0, 0)
    files = emit.render(lowered.sheets, order.templates, jobs=order.jobs)
    contents = {each.path: each.text.encode() for each in files}
    entries = {
        each.path: Entry(sha256=sha256(contents[each.path]), pages=tuple(sorted({span.path for span in each.origin})))
        for each in files
    }
    origin = Origin(
        generator=__version__,
        docs=order.docs_digest,
        templates=digest_of({**order.templates, **{f"runtime/{name}": text for name, text in runtime.items()}}),
        config=order.config_digest,
    )
    corrections = [each.override for each in build.applied]
    suite = lowered.examples
    examples = Examples(
        passing=suite.tests - suite.known_wrong, known_wrong=suite.known_wrong, left_out=len(suite.left_out)
    )
    return Generated(
        tree=Tree(
            files=contents, manifest=Manifest(origin=origin, files=entries, overrides=tuple(map(str, corrections)))
        ),
        examples=examples,
        diagnostics=lowered.diagnostics,
    )
