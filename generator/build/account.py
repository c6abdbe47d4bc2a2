"""What became of the documented examples that are no tests: each by its reason."""

from __future__ import annotations

from generator.build.outcomes import LeftOut
from generator.build.states import Build
from generator.extract.path_text import ServiceRoot, read_url
from generator.model.operations import Example
from generator.python.examples.views import ExampleSuite


def left_out(build: Build, suite: ExampleSuite, root: ServiceRoot) -> LeftOut:
    """The examples of all pages that `suite` has no test of. `root`: where the API lives."""
    documented = {(each.id, example.ordinal): example for each in build.api.operations for example in each.examples}
    without_call = [documented[key] for key in suite.left_out]
    elsewhere = sum(_is_elsewhere(each, root) for each in without_call)
    pages = {each.page for each in build.api.operations}
    strays = (page.operation.examples for page in build.pages if page.operation and page.path not in pages)
    return LeftOut(
        other_host=elsewhere,
        no_call=len(without_call) - elsewhere,
        no_operation=sum(map(len, strays)),
        nothing_shown=suite.silent,
    )


def _is_elsewhere(example: Example, root: ServiceRoot) -> bool:
    return example.request is not None and read_url(example.request.url, root).host is not None
