"""Single mistakes in a generated package or in the data of its example tests, each where an example says otherwise.

Only what the examples state can be noticed by them: the code that their tests run, the fields whose values they show, the
members of enumerations, the arguments that are given. Mistakes of the other facts are for other tests.
"""

from __future__ import annotations

import ast
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tests.mutation.exercised import PACKAGE, Exercised

_VERBS = ("GET", "POST", "PATCH", "PUT", "DELETE")
_LETTERS = re.compile(r"[a-z]{3,}")
_TYPES = {
    "str": "bool",
    "bool": "str",
    "int": "bool",
    "float": "bool",
    "dt.datetime": "bool",
    "dt.date": "bool",
    "UUID": "bool",
}
"""What a field may be mistaken for that no JSON of the right kind can be."""


class Mutant(msgspec.Struct, frozen=True, kw_only=True):
    """One file with one mistake."""

    kind: str
    """`code` or `data`, and what is wrong: `code verb`."""
    file: str
    what: str
    text: str
    """The whole file."""
    tests: tuple[str, ...]
    """Those most likely to notice."""


def drawn(tree: Path, exercised: Exercised, number: int, seed: int) -> list[Mutant]:
    """`number` mistakes, drawn kind after kind in turn, so that the frequent kinds do not crowd out the others."""
    chance = random.Random(seed)
    kinds: dict[str, list[Mutant]] = {}
    for each in (*_of_calls(tree, exercised, chance), *_of_fields(tree, exercised), *_of_members(tree, exercised),
                 *_of_data(tree, exercised, chance)):  # fmt: skip
        kinds.setdefault(each.kind, []).append(each)
    for those in kinds.values():
        chance.shuffle(those)
    found: list[Mutant] = []
    while len(found) < number and any(kinds.values()):
        found += [those.pop() for _, those in sorted(kinds.items()) if those]
    return found[:number]


def slipped(word: str) -> str:
    """The word with its last run of letters changed by one."""
    run = list(_LETTERS.finditer(word))[-1]
    return f"{word[: run.end() - 1]}{'q' if run[0][-1] != 'q' else 'z'}{word[run.end() :]}"


# -- the code of requests ------------------------------------------------------------------------


def _of_calls(tree: Path, exercised: Exercised, chance: random.Random) -> Iterator[Mutant]:
    models = sorted(path.stem for path in (tree / PACKAGE / "models").glob("[!_]*.py"))
    classes = ["".join(map(str.title, each.split("_"))) for each in models]
    by_file: dict[str, dict[int, dict[str, list[str]]]] = {}
    for file, line, tests in exercised.calls:
        by_file.setdefault(file, {})[line] = tests
    for file, lines in by_file.items():
        text = (tree / file).read_text("utf-8")
        for function in ast.walk(ast.parse(text)):
            if isinstance(function, ast.FunctionDef):
                first = min([function.lineno, *(each.lineno for each in function.decorator_list)])
                if first in lines:
                    yield from _Source(file, text).of_function(function, lines[first], classes, chance)


class _Source:
    """A module's text, to be changed at places that its syntax tree names."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._text = file, text
        self._starts = [0]
        for line in text.encode().splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def of_function(
        self, function: ast.FunctionDef, tests: Mapping[str, list[str]], classes: Sequence[str], chance: random.Random
    ) -> Iterator[Mutant]:
        given = {name for names in tests.values() for name in names}
        for node in (each for statement in function.body for each in ast.walk(statement)):
            if isinstance(node, ast.Call):
                for argument in (*node.args, *(each.value for each in node.keywords)):
                    yield from self._of_argument(argument, tests, classes, chance)
            elif isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(value, ast.Name) and value.id in given:
                        told = tuple(test for test, names in tests.items() if value.id in names)
                        yield self._made("code wire name", key, repr(slipped(str(key.value))), told)
                        yield self._made("code dropped field", key, "", told, until=value)

    def _of_argument(
        self, node: ast.expr, tests: Mapping[str, list[str]], classes: Sequence[str], chance: random.Random
    ) -> Iterator[Mutant]:
        if isinstance(node, ast.Constant) and node.value in _VERBS:
            yield self._made(
                "code verb", node, repr(chance.choice([each for each in _VERBS if each != node.value])), (*tests,)
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("/"):
            if _LETTERS.search(node.value):
                yield self._made("code path segment", node, repr(slipped(node.value)), (*tests,))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "m":
            told = tuple(each for each in tests if each.endswith("-response]"))
            if told and node.attr in classes:
                yield self._made(
                    "code type", node, f"m.{chance.choice([each for each in classes if each != node.attr])}", told
                )

    def _made(
        self, kind: str, node: ast.expr, instead: str, tests: tuple[str, ...], until: ast.expr | None = None
    ) -> Mutant:
        raw, last = self._text.encode(), until or node
        begin = self._starts[node.lineno - 1] + node.col_offset
        end = self._starts[(last.end_lineno or 0) - 1] + (last.end_col_offset or 0)
        if until is not None and raw[end : end + 1] == b",":
            end += 1
        what = f"line {node.lineno}: {raw[begin:end].decode()} -> {instead or 'nothing'}"
        return Mutant(
            kind=kind,
            file=self._file,
            what=what,
            text=(raw[:begin] + instead.encode() + raw[end:]).decode(),
            tests=tests,
        )


# -- the code of models and enumerations ----------------------------------------------------------


def _of_fields(tree: Path, exercised: Exercised) -> Iterator[Mutant]:
    for file, name, tests in exercised.fields:
        text = (tree / file).read_text("utf-8")
        line = re.search(rf"^    {name}: (?P<type>[^\n=]+?)(?P<rest> = [^\n]*)?$", text, re.MULTILINE)
        if line is None:
            continue
        yield _changed("code dropped field", file, text, line, "", tests)
        wire = re.search(rf'"{name}": "(?P<wire>[^"]+)"', text)
        if wire is not None:
            yield _changed("code wire name", file, text, wire, f'"{name}": "{slipped(wire["wire"])}"', tests)
        elif _LETTERS.search(name):
            yield _changed("code wire name", file, text, line, line[0].replace(name, slipped(name), 1), tests)
        held = line["type"].removesuffix(" | None")
        inner = re.fullmatch(r"list\[(.+)\]", held)
        other = inner[1] if inner else _TYPES.get(held, f"list[{held}]")
        yield _changed("code type", file, text, line, f"    {name}: {other} | None{line['rest'] or ''}", tests)


def _of_members(tree: Path, exercised: Exercised) -> Iterator[Mutant]:
    for file, value, tests in exercised.members:
        text = (tree / file).read_text("utf-8")
        line = re.search(rf"^    \w+ = {re.escape(json.dumps(value))}$", text, re.MULTILINE)
        if line is not None and _LETTERS.search(value):
            yield _changed("code enum value", file, text, line, line[0].replace(value, slipped(value)), tests)


def _changed(kind: str, file: str, text: str, found: re.Match[str], instead: str, tests: Sequence[str]) -> Mutant:
    line = text.count("\n", 0, found.start()) + 1
    what = f"line {line}: {found[0].strip()} -> {instead.strip() or 'nothing'}"
    return Mutant(
        kind=kind, file=file, what=what, text=text[: found.start()] + instead + text[found.end() :], tests=tuple(tests)
    )


# -- the data of examples ------------------------------------------------------------------------


def _of_data(tree: Path, exercised: Exercised, chance: random.Random) -> Iterator[Mutant]:
    for path in sorted((tree / "tests" / "examples").glob("*.json")):
        text = path.read_text("utf-8")
        for number, example in enumerate(json.loads(text)):
            own = tuple(each for each in exercised.tests if f"[{path.stem}-{number + 1}-" in each)
            for half, tests in (
                (half, tuple(each for each in own if each.endswith(f"-{half}]"))) for half in ("request", "response")
            ):
                if tests:
                    message = example.get(half, {})
                    for kind, change, what in _mistakes(half, message, chance):
                        document = json.loads(text)
                        change(document[number][half])
                        file = path.relative_to(tree).as_posix()
                        yield Mutant(
                            kind=f"data {kind}", file=file, what=f"example {number + 1}, {half}: {what}",
                            text=json.dumps(document, indent=1), tests=tests,
                        )  # fmt: skip


Change = Callable[[dict[str, Any]], None]


def _mistakes(half: str, message: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, Change, str]]:
    if half == "request":
        verb = chance.choice([each for each in _VERBS if each != message["method"]])
        yield "verb", lambda made: made.update(method=verb), f"{message['method']} -> {verb}"
        path = message["path"]
        if _LETTERS.search(path):
            yield "path segment", lambda made: made.update(path=slipped(path)), f"{path} -> {slipped(path)}"
        for name in message.get("query", {}):
            yield "wire name", _renamed(["query"], name), f"query {name}"
    members = list(_members(message.get("body"), ["body"], frozenset(message.get("open", ()))))
    if members:
        where, name, value = chance.choice(members)
        yield "wire name", _renamed(where, name), f"{'.'.join(map(str, where))}.{name}"
        where, name, value = chance.choice(members)
        if isinstance(value, (str, bool, int, float)):
            yield "type", _retyped(where, name), f"{'.'.join(map(str, where))}.{name}"


def _members(value: Any, at: list[str | int], known: frozenset[str]) -> Iterator[tuple[list[str | int], str, Any]]:
    """Every member that its type has to know."""
    if isinstance(value, dict):
        for name, each in value.items():
            if (
                "@" not in name
                and name not in known
                and not (at == ["body"] and name == "value")
                and _LETTERS.search(name)
            ):
                yield at, name, each
            yield from _members(each, [*at, name], known)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _members(each, [*at, index], known)


def _inside(message: Any, where: Sequence[str | int]) -> Any:
    for each in where:
        message = message[each]
    return message


def _renamed(where: Sequence[str | int], name: str) -> Change:
    def change(message: dict[str, Any]) -> None:
        holder = _inside(message, where)
        renamed = {slipped(key) if key == name else key: value for key, value in holder.items()}
        holder.clear()
        holder.update(renamed)

    return change


def _retyped(where: Sequence[str | int], name: str) -> Change:
    return lambda message: _inside(message, where).update({name: {"of": ["another", "kind"]}})
