"""The Python name of every type and enum, decided once. Knows declarations and naming, no annotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Label, Report
from generator.model.api import Api
from generator.model.declarations import Declaration, EnumType, StructuredType, namespace, short
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.python.codes import NAME_CLASH
from generator.python.naming import declared_class_name, distinct, module_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A class of the package: `models/<module>.py` or `enums/<module>.py` holds it."""

    declaration: Declaration
    class_name: str
    module: str

    @property
    def is_enum(self) -> bool:
        return isinstance(self.declaration, EnumType)

    @property
    def is_flags(self) -> bool:
        return isinstance(self.declaration, EnumType) and self.declaration.flags

    @property
    def qualified(self) -> str:
        """How modules of `requests/` write it: `m.User`, `e.BodyType`."""
        return f"{'e' if self.is_enum else 'm'}.{self.class_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """Every symbol by qualified OData name, with the inheritance between them."""

    by_name: Mapping[str, Symbol]
    lines: Hierarchy
    texts: frozenset[str]
    """Enums of which no page lists a member: their values are plain text."""

    def find(self, name: str) -> Symbol | None:
        return self.by_name.get(name)

    def has_derived(self, name: str) -> bool:
        return bool(self.lines.derived.get(name))


def name_symbols(api: Api, report: Report) -> Symbols:
    """The classes of all declarations. Names that are forced are reported with the places of all who wanted them."""
    texts = frozenset(each.name for each in api.enums if not each.members)
    untyped = {each.name for each in api.types if each.untyped}
    declared = {name: each for name, each in api.declarations().items() if name not in texts | untyped}
    wanted: dict[str, list[str]] = {}
    for name in sorted(declared):
        wanted.setdefault(declared_class_name(short(name)).casefold(), []).append(name)
    further = {name for rivals in wanted.values() for name in rivals if _is_below(name, rivals)}
    names = distinct({name: _candidates(declared[name])[name in further :] for name in sorted(declared)})
    for rivals in wanted.values():
        _report(rivals, declared, names, report)
    modules = distinct({name: module_names(names[name], "models") for name in sorted(declared)})
    symbols = {
        name: Symbol(declaration=declared[name], class_name=names[name], module=modules[name])
        for name in sorted(declared)
    }
    return Symbols(by_name=symbols, lines=hierarchy(api), texts=texts)


def _is_below(name: str, rivals: Sequence[str]) -> bool:
    """Whether a rival is declared in a namespace that this one's stands in: that one keeps the short name."""
    return any(namespace(name).startswith(f"{namespace(each)}.") for each in rivals if namespace(each))


def _candidates(declared: Declaration) -> tuple[str, ...]:
    """The short name; with the last part of the namespace before it; with the kind behind that; the whole name."""
    own, space = short(declared.name), namespace(declared.name)
    longer = declared_class_name(f"{short(space)}_{own}") if space else declared_class_name(own)
    kind = "Type" if isinstance(declared, StructuredType) else "Enum"
    whole = declared_class_name(declared.name.replace(".", "_"))
    return declared_class_name(own), longer, f"{longer}{kind}", f"{whole}{kind}"


def _report(rivals: list[str], declared: Mapping[str, Declaration], names: Mapping[str, str], report: Report) -> None:
    for name in rivals if len(rivals) > 1 else ():
        if names[name] == declared_class_name(short(name)):
            continue
        others = [other for other in rivals if other != name]
        places = declared[name].sources
        labels = tuple(
            Label(span=span, message=f"{other} is {names[other]}")
            for other in others
            for span in declared[other].sources[:1]
        )
        message = f"the class of {name} is {names[name]}: {', '.join(others)} would have the same short name"
        report(NAME_CLASH.at(places[0] if places else None, message, labels=labels))
