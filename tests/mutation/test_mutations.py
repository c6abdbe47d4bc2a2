"""How much the generated example tests notice: facts of a generated package are made wrong one at a time, and a test must fail."""

from __future__ import annotations

import compileall
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

from tests.mutation.facts import Mutation, mutations, stated_types

ROOT = Path(__file__).parents[2]
PACKAGE = "graph_beta"
_SEED, _DRAWN, _NOTICED = 20, 200, 0.95
_SHOWN = 0.45
"""The least share of the facts that some example shows: the others are documented in tables alone."""


def test_wrong_facts_that_examples_show_are_noticed(tmp_path: Path) -> None:
    copy = tmp_path / PACKAGE
    shutil.copytree(ROOT / "generated" / PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    # Compiled for the sake of time; by content, since a file and its mutation may share size and second.
    compileall.compile_dir(copy, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    every = mutations(copy, PACKAGE)
    command = [sys.executable, str(Path(__file__).with_name("trial.py"))]
    with subprocess.Popen(command, cwd=copy, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        shown = set(json.loads(process.stdout.readline() or "[]")) | stated_types(copy)
        of_examples = [each for each in every if each.fact is None or each.fact in shown]
        drawn = draw(of_examples)
        process.stdin.write(json.dumps([{"path": each.path, "text": each.text} for each in drawn]) + "\n")
        process.stdin.close()
        noticed = [json.loads(line) for line in process.stdout]
    assert process.returncode == 0

    survivors = [each for each, was in zip(drawn, noticed, strict=True) if not was]

    in_code = [each for each in every if each.fact is not None]
    share = sum(each.fact in shown for each in in_code) / len(in_code)
    print(
        f"{len(drawn) - len(survivors)} of {len(drawn)} noticed; examples show {share:.1%} of {len(in_code)} facts in code"
    )
    print(*(f"survived  {each.kind}: {each.path}:{each.line}: {each.told}" for each in survivors), sep="\n")
    assert share >= _SHOWN
    assert len(survivors) <= len(drawn) * (1 - _NOTICED)


def draw(found: list[Mutation]) -> list[Mutation]:
    """As many of each kind, as far as there are: names of properties are most of the facts, and not all that matters."""
    chance = random.Random(_SEED)
    left: dict[str, list[Mutation]] = {}
    for each in found:
        left.setdefault(each.kind, []).append(each)
    for members in left.values():
        chance.shuffle(members)
    drawn: list[Mutation] = []
    while len(drawn) < _DRAWN:
        for members in left.values():
            if members and len(drawn) < _DRAWN:
                drawn.append(members.pop())
    return drawn
