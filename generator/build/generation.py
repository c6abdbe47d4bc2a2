"""A linked state to the tree of one SDK: lower, place, describe."""

from __future__ import annotations

from functools import partial

import msgspec

from generator import __version__, emit
from generator.build.account import left_out
from generator.build.judging import judge_examples
from generator.build.outcomes import Examples, Outcome, Tests
from generator.build.progress import Progress
from generator.build.states import Build
from generator.python import SdkOptions, lower
from generator.python.options import service_root
from generator.workspace.manifest import Entry, Manifest, Origin, sha256
from generator.workspace.output import Tree
from generator.workspace.templates import digest_of


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for besides the docs. `jobs` changes nothing in what comes out."""

    options: SdkOptions
    templates: dict[str, str]
    runtime: dict[str, str]
    """The runtime's files by name, which go into the package as they are."""
    config_digest: str
    """Of the configuration as it is written."""
    settings_digest: str
    """Of all in it that changes the outcome: options, dialect, overrides."""
    docs_digest: str
    pages: dict[str, str]
    """A digest of each page by path, for the manifest."""
    jobs: int

    @property
    def origin(self) -> Origin:
        """What the tree will be a function of."""
        runtime = {f"runtime/{name}": text for name, text in self.runtime.items()}
        return Origin(
            generator=__version__,
            docs=self.docs_digest,
            templates=digest_of({**self.templates, **runtime}),
            config=self.config_digest,
        )


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """A tree that is ready to be written or compared, what came up while it was made, and what black spelled in it."""

    tree: Tree
    outcome: Outcome
    spelled: emit.Spelled


def generate(build: Build, order: Order, progress: Progress, known: emit.Spelled | None = None) -> Generated:
    """The SDK of a state. The same state and order give the same bytes; what is `known` of earlier runs saves time alone."""
    progress("naming", 0, 0)
    judge = partial(judge_examples, build.indexed, build.diagnostics)
    lowered = lower(build.indexed, order.options, judge=judge, runtime=order.runtime)
    progress("formatting", 0, 0)
    rendered = emit.render(lowered.sheets, order.templates, jobs=order.jobs, known=known)
    contents = {each.path: each.text.encode() for each in rendered.files}
    entries = {
        each.path: Entry(sha256=sha256(contents[each.path]), pages=tuple(sorted({span.path for span in each.origin})))
        for each in rendered.files
    }
    corrections = tuple(str(each.override) for each in build.applied)
    manifest = Manifest(origin=order.origin, files=entries, pages=order.pages, overrides=corrections)
    suite = lowered.examples
    outcome = Outcome(
        manifest=manifest,
        pages=build.api.pages,
        types=len(build.api.types),
        enums=len(build.api.enums),
        operations=len(build.api.operations),
        examples=Examples(
            requests=Tests(passing=suite.requests - suite.wrong_requests, known_wrong=suite.wrong_requests),
            responses=Tests(passing=suite.responses - suite.wrong_responses, known_wrong=suite.wrong_responses),
            left_out=left_out(build, suite, service_root(order.options.base_url)),
        ),
        diagnostics=(*build.diagnostics, *lowered.diagnostics),
    )
    return Generated(tree=Tree(files=contents, manifest=manifest), outcome=outcome, spelled=rendered.spelled)
