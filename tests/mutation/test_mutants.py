"""The example tests are worth what they notice: of 200 drawn mistakes at least 95 % make one fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from tests.mutation.mutants import Mutant, drawn
from tests.mutation.replay import Replayed, exercised, replay

_SDK = Path(__file__).parents[2] / "generated" / "graph_beta"
_NUMBER, _SEED = 200, 20211


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy to be changed."""
    return Path(shutil.copytree(_SDK, tmp_path / "sdk", ignore=shutil.ignore_patterns("__pycache__")))


def test_examples_notice_what_is_wrong(tree: Path) -> None:
    mutants = drawn(tree, exercised(tree), _NUMBER, _SEED)

    found = replay(tree, mutants)

    noticed = sum(found.noticed.values())
    print(f"{noticed} of {len(mutants)} mistakes noticed: {found.noticed}", *found.survivors, sep="\n")
    assert len(mutants) == _NUMBER
    assert {each.kind for each in mutants} == found.noticed.keys()
    assert noticed >= 0.95 * _NUMBER


def test_what_is_not_wrong_is_not_noticed(tree: Path) -> None:
    """A mistake in a text for people survives, and so does none at all: the tests do not fail of themselves."""
    file = "graph_beta/models/user.py"
    text = (tree / file).read_text()
    same = Mutant(kind="code none", file=file, what="nothing", text=text, tests=())
    words = msgspec.structs.replace(same, kind="code docstring", text=text.replace("has an account", "has no account"))
    assert words.text != text

    found = replay(tree, [same, words])

    assert found == Replayed(noticed={}, survivors=[f"code none: {file} nothing", f"code docstring: {file} nothing"])
    assert (tree / file).read_text() == text
