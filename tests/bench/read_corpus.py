"""Reads a whole docs folder and says how long it took, what was found and what was not: `python -m tests.bench.read_corpus DOCS`.

Nothing is asserted here: the numbers are for people who change the reader.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from generator.dialect.profile import load_profile
from generator.extract.page import Extracted, read_page
from generator.facts.page import PropertyFacts
from generator.facts.written import WrittenCollection, WrittenText
from generator.text import SourceFile, decode


def main() -> None:
    arguments = _arguments()
    root = Path(arguments.docs)
    paths = sorted(root.rglob("*.md"))[:: arguments.every]
    sources = [SourceFile(path=path.relative_to(root).as_posix(), text=decode(path.read_bytes())[0]) for path in paths]
    profile = load_profile(arguments.dialect)
    started = time.process_time()
    pages = [read_page(source, profile) for source in sources]
    seconds = time.process_time() - started
    size = sum(len(source.text) for source in sources)
    print(f"{len(pages)} pages, {size / 1e6:.1f} MB, {seconds:.1f} CPU s")
    for name, counts in _counts(pages).items():
        print(f"{name}: " + ", ".join(f"{key} {count}" for key, count in counts.most_common()))
    for found in (found for page in pages for found in page.diagnostics if found.code in arguments.show):
        print(f"{found.span}: {found.code}: {found.message}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docs")
    parser.add_argument("--dialect", default="graph")
    parser.add_argument("--every", type=int, default=1, help="read each n-th page")
    parser.add_argument("--show", action="append", default=[], help="a code whose findings to list")
    return parser.parse_args()


def _counts(pages: list[Extracted]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {
        "kinds": Counter(page.facts.kind.value for page in pages),
        "declared": _declared(pages),
        "rows": Counter(),
        "markers": Counter(),
        "operations": _operations(pages),
        "findings": Counter(found.code for page in pages for found in page.diagnostics),
    }
    for row in (row for page in pages for row in _rows(page)):
        _count_row(row, counts["rows"], counts["markers"])
    for page in pages:
        for tally in page.facts.ledger.tallies:
            ledger = counts.setdefault(f"ledger {tally.kind.value}", Counter())
            ledger.update({"total": tally.total, "used": tally.used, "reported": len(tally.reported)})
            ledger.update({f"ignored:{name}": count for name, count in tally.ignored})
    return counts


def _declared(pages: list[Extracted]) -> Counter[str]:
    types = [each for page in pages for each in page.facts.types]
    enums = [each for page in pages for each in page.facts.enums]
    shown = [block for each in types for block in each.representations]
    return Counter(
        {
            "types": len(types),
            "types with annotation": sum(each.qualified is not None for each in types),
            "types with namespace": sum(each.namespace is not None for each in types),
            "types with base": sum(bool(each.bases) for each in types),
            "abstract": sum(each.abstract for each in types),
            "open": sum(each.open for each in types),
            "deprecated": sum(each.deprecation is not None for each in types),
            "representations": len(shown),
            "representations read": sum(block.body is not None for block in shown),
            "methods": sum(len(each.methods) for each in types),
            "methods linked": sum(method.page is not None for each in types for method in each.methods),
            "enums": len(enums),
            "enum names": len({each.name.lower() for each in enums}),
            "members": sum(len(each.members) for each in enums),
            "flags": sum(each.flags for each in enums),
            "pages with summary": sum(page.facts.summary is not None for page in pages),
            "notes": sum(len(page.facts.notes) for page in pages),
            "includes": sum(len(page.facts.includes) for page in pages),
            "links": sum(len(page.facts.links) for page in pages),
        }
    )


def _operations(pages: list[Extracted]) -> Counter[str]:
    operations = [page.facts.operation for page in pages if page.facts.operation is not None]
    return Counter(
        {
            "pages": len(operations),
            "routes": sum(len(each.routes) for each in operations),
            "with permissions": sum(bool(each.permissions) for each in operations),
            "parameters": sum(len(each.parameters) for each in operations),
            "examples": sum(len(each.examples) for each in operations),
        }
    )


def _rows(page: Extracted) -> list[PropertyFacts]:
    rows = [row for each in page.facts.types for row in (*each.properties, *each.relationships)]
    operation = page.facts.operation
    return rows + ([each.row for each in operation.parameters] if operation is not None else [])


def _count_row(row: PropertyFacts, rows: Counter[str], markers: Counter[str]) -> None:
    rows["all"] += 1
    if row.type is not None:
        item = row.type.type.item if isinstance(row.type.type, WrittenCollection) else row.type.type
        rows["collections"] += isinstance(row.type.type, WrittenCollection)
        rows[type(item).__name__] += 1
        rows["types unreadable"] += isinstance(item, WrittenText)
    rows["inherited"] += row.inherited_from is not None
    rows["with values"] += bool(row.values)
    rows["deprecated"] += row.deprecation is not None
    for name in row.markers.__struct_fields__:
        markers[name] += getattr(row.markers, name) not in (None, False, ())


if __name__ == "__main__":
    main()
