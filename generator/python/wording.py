"""What the docstring of a method says: what it does, who may call it, where that is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.declarations import short
from generator.model.indexes.agreement import Documented
from generator.model.indexes.calls import Call
from generator.model.operations import Operation, OperationKind, PermissionTable
from generator.model.types import Named, item_of
from generator.model.wording import Account, Deprecation, Verb
from generator.python.describing import deprecation_line, source_lines
from generator.python.literals import docstring
from generator.python.prose import plain, printable, sentence, wrapped
from generator.python.routes import last_name
from generator.python.web import Web
from generator.python.words import singular, words
from generator.text.series import series

Paragraph = tuple[str, ...]
"""Lines; each is folded by itself, continuation lines indented behind it."""

ACCOUNTS = {
    Account.DELEGATED_WORK: "delegated (work or school)",
    Account.DELEGATED_PERSONAL: "delegated (personal)",
    Account.APPLICATION: "application",
}


def method_words(
    calls: tuple[Call, ...], parameters: tuple[tuple[str, str], ...], web: Web | None
) -> tuple[Paragraph, ...]:
    """The paragraphs of a method's docstring. `parameters`: what the pages say of them, by their names in Python."""
    operations = operations_of(calls)
    main = _main(calls[0], operations)
    found = [
        (_summary(calls[0], main, several=len(operations) > 1),),
        (deprecation_line(deprecation_of(calls)),),
        _parameters(parameters),
        _permissions(main.permissions),
        source_lines((each.source for each in (main, *operations)), web),
    ]
    return tuple(each for each in found if any(each))


def deprecation_of(calls: tuple[Call, ...]) -> Deprecation | None:
    """What the pages of a method advise against it, if all do: the page that speaks of the call itself, or else the first."""
    operations = operations_of(calls)
    if any(each.deprecation is None for each in operations):
        return None
    return _main(calls[0], operations).deprecation


def operations_of(calls: Iterable[Call]) -> list[Operation]:
    """The operations that document these calls, each once."""
    documents: Iterator[Documented] = (each for call in calls for each in call.documents)
    return list({each.operation.id: each.operation for each in documents}.values())


def _main(call: Call, operations: list[Operation]) -> Operation:
    """The page that speaks of the call itself and not of one derived type; of several, the one that tells the most."""
    own = [each for each in operations if _type_of(each) == _declared(call)]
    return max(
        own,
        key=lambda each: (bool(each.summary), len(each.options) + len(each.parameters) + len(each.examples)),
        default=operations[0],
    )


def _type_of(operation: Operation) -> str | None:
    ref = operation.body.type or operation.response.type
    return str(item_of(ref)) if ref is not None else operation.owner


def _declared(call: Call) -> str | None:
    ref = call.body.type or call.response.type
    return str(item_of(ref)) if ref is not None else call.owner


def _summary(call: Call, main: Operation, *, several: bool) -> str:
    ref = call.body.type or call.response.type
    if several and _type_of(main) != _declared(call) and ref is not None and isinstance(item_of(ref), Named):
        return _general(call)
    told = sentence(main.summary) or _untold(call) or sentence(main.title) or "Undocumented."
    counts = call.kind is OperationKind.COUNT and not re.search(r"\b(?:count|number)\b", told, re.IGNORECASE)
    return f"{_COUNTED} {told}" if counts else told


_COUNTED = "Get the number of objects instead of the objects."
"""What a page about listing them does not say of its path that ends in `$count`."""


def _untold(call: Call) -> str:
    """What can be said of an action or function of which the page says nothing; "" of any other call."""
    if call.kind not in (OperationKind.ACTION, OperationKind.FUNCTION) or call.name is None:
        return ""
    owner = f" of {printable(short(call.owner))}" if call.owner is not None else ""
    return f"The {call.kind.value} {printable(short(call.name))}{owner}. Its page does not say what it does."


def _general(call: Call) -> str:
    """What all the pages of one call say together, each of which speaks of one derived type."""
    many = " ".join(word if word.isupper() else word.lower() for word in words(last_name(call.steps)))
    one = " ".join((*many.split(" ")[:-1], singular(many.rpartition(" ")[2])))
    article = "an" if one[:1].lower() in "aeiou" else "a"
    kind = OperationKind.LIST if call.kind is OperationKind.LIST else call.verb
    return _GENERAL[kind].format(many=printable(many), one=printable(f"{article} {one}"))


_GENERAL = {
    OperationKind.LIST: "List {many}. Each object is of the class that its @odata.type names.",
    Verb.GET: "Read {one}. The object is of the class that its @odata.type names.",
    Verb.POST: "Create {one}: send an object of the class that it should be of.",
    Verb.PATCH: "Change {one}: the properties that are set on the object that is sent. The rest stay as they are.",
    Verb.PUT: "Replace {one} by an object of any of its classes.",
    Verb.DELETE: "Delete {one}.",
}


_PARAMETERS = "Parameters:"


def brief(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """What a stub repeats: what the method does, and what its parameters are."""
    summary, *others = paragraphs
    yield summary
    yield from (each for each in others if each[0] == _PARAMETERS)


def _parameters(parameters: tuple[tuple[str, str], ...]) -> Paragraph:
    told = tuple(f"    {name}: {text}" for name, description in parameters if (text := sentence(description)))
    return (_PARAMETERS, *told) if told else ()


def _permissions(tables: tuple[PermissionTable, ...]) -> Paragraph:
    once = {_rows(table): table for table in reversed(tables)}
    blocks = [(table.label, rows) for rows, table in reversed(once.items()) if rows]
    if not blocks:
        return ()
    lines = ["Permissions, least privileged first:"]
    for label, rows in blocks:
        deeper = "    " if len(blocks) > 1 else ""
        if deeper:
            lines.append(f"    {plain(label or 'in general')}:")
        lines += [f"    {deeper}{row}" for row in rows]
    return tuple(lines)


def _rows(table: PermissionTable) -> Paragraph:
    """The scopes, those that several kinds of account need alike once."""
    accounts: dict[tuple[str, ...], list[str]] = {}
    for each in table.permissions:
        if each.scopes:
            accounts.setdefault(each.scopes, []).append(ACCOUNTS[each.account])
    return tuple(f"{series(names)}: {', '.join(map(printable, scopes))}" for scopes, names in accounts.items())


def scopes_by_account(call: Call) -> dict[str, list[str]]:
    """The documented scopes of a call by account, in the order of the tables: of the page that speaks of the call itself,
    and of all its pages where that one has none.
    """
    found: dict[str, dict[str, None]] = {name: {} for name in ACCOUNTS.values()}
    operations = operations_of((call,))
    main = _main(call, operations)
    for operation in (main,) if main.permissions else operations:
        for table in operation.permissions:
            for each in table.permissions:
                found[ACCOUNTS[each.account]].update(dict.fromkeys(each.scopes))
    return {name: list(scopes) for name, scopes in found.items() if scopes}


def folded(paragraphs: Iterable[Paragraph], indent: int) -> str:
    """A docstring of paragraphs of lines."""
    return docstring(
        tuple("\n".join(_line(line, indent) for line in paragraph if line) for paragraph in paragraphs), indent
    )


def _line(line: str, indent: int) -> str:
    margin = len(line) - len(line.lstrip())
    text = wrapped(line.strip(), indent + margin, hanging=4 if margin else 0)
    return "\n".join(" " * margin + each for each in text.split("\n"))
