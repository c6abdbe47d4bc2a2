"""The stage from the model to Python: an `Api` in, the sheets of a whole package out. It knows no files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from generator.diagnostics import Diagnostic, sort_key
from generator.model.api import Api
from generator.model.indexes.calls import calls
from generator.model.indexes.indexed import Indexed
from generator.python.builders import builders_of, module_views
from generator.python.codes import UNTESTED
from generator.python.enums import enum_views
from generator.python.examples.plan import ExampleKey, Plan, plans
from generator.python.examples.views import ExampleSuite, Judged, Reached, example_suite
from generator.python.imports import from_import
from generator.python.literals import docstring, literal
from generator.python.models import model_views
from generator.python.nodes import Fold
from generator.python.options import SdkOptions, service_root
from generator.python.prose import printable
from generator.python.reach import call_sites
from generator.python.readme import readme_view
from generator.python.roots import other_root
from generator.python.routes import route_tree
from generator.python.selection import idle_globs, select
from generator.python.sheets import Sheet, Verbatim
from generator.python.sites import CallSite
from generator.python.subject import subject_of
from generator.python.symbols import Symbols, name_symbols
from generator.python.tables import permission_table, type_table
from generator.python.using import using_view
from generator.python.web import with_addresses

_EXPORTED = (
    *("AsyncBatch", "AsyncDelta", "AsyncDownload", "AsyncPages", "AsyncTransport", "BadRequest", "Batch"),
    *("BatchResult", "Conflict", "ConnectionFailed", "Delta", "Download", "Forbidden", "Gone", "GraphError"),
    *("NotFound", "Page", "Pages", "PreconditionFailed", "RawResponse", "Request", "RequestTimedOut", "Response"),
    *("ServerError", "Throttled", "Transport", "TransportError", "Unauthorized", "UnexpectedData", "UntrustedLink"),
)


class Lowered(msgspec.Struct, frozen=True, kw_only=True):
    """A package, but for its formatting. `sites` tell how each documented call is reached."""

    sheets: tuple[Sheet | Verbatim, ...]
    sites: tuple[CallSite, ...]
    examples: ExampleSuite
    diagnostics: tuple[Diagnostic, ...]


Judge = Callable[[Sequence[CallSite], Mapping[ExampleKey, Plan]], Judged]
"""What is known of the examples, given how the SDK reaches each call, and which call each example is."""


def lower(
    indexed: Indexed,
    options: SdkOptions,
    *,
    judge: Judge | None = None,
    runtime: Mapping[str, str] | None = None,
) -> Lowered:
    """Name everything, decide every file. `judge` tells which examples the docs got wrong; `runtime` is the source of
    the runtime's files by name, which go into the package as they are.
    """
    found = list(_of_configuration(indexed.api, options))
    chosen = select(indexed.api, options.include, options.exclude)
    if options.web is not None:
        chosen = with_addresses(chosen, options.web)
    known = indexed if chosen is indexed.api else Indexed(api=chosen)
    symbols = name_symbols(chosen, found.append)
    documented = known.calls
    fold = Fold(symbols, found.append, web=options.web)
    top = fold.place(route_tree(documented))
    sites = tuple(call_sites(documented, top, found.append))
    planned = plans(known, service_root(options.base_url))
    suite = example_suite(
        Reached(api=chosen, symbols=symbols, sites={(each.verb, each.shape): each for each in sites}),
        planned,
        target=options,
        judged=judge(sites, planned) if judge is not None else Judged(),
    )
    found.extend(_untested(chosen, suite))
    sheets: list[Sheet | Verbatim] = [
        *_type_sheets(symbols, options, found),
        *_request_sheets(fold, options),
        *_package_sheets(chosen, symbols, sites, options, carried=_carried(suite)),
        *_test_sheets(suite),
        Verbatim(path=f"{options.package}/_types.json", text=type_table(symbols)),
        Verbatim(path=f"{options.package}/_permissions.json", text=permission_table(documented)),
        *(Verbatim(path=f"{options.package}/_runtime/{name}", text=text) for name, text in (runtime or {}).items()),
    ]
    return Lowered(
        sheets=tuple(sheets),
        sites=sites,
        examples=suite,
        diagnostics=tuple(sorted(dict.fromkeys(found), key=sort_key)),
    )


def _of_configuration(api: Api, options: SdkOptions) -> Iterator[Diagnostic]:
    """What is asked for in vain."""
    yield from idle_globs(api, options.include, options.exclude)
    yield from other_root(api, options.base_url)


def reached(api: Api, symbols: Symbols) -> tuple[CallSite, ...]:
    """How each call is reached, without the rest of the package."""
    documented = calls(api)
    top = Fold(symbols, _unheard).place(route_tree(documented))
    return tuple(call_sites(documented, top, _unheard))


def _unheard(_found: Diagnostic) -> None:
    """Names are reported where the package is made."""


def _untested(api: Api, suite: ExampleSuite) -> Iterator[Diagnostic]:
    left_out = frozenset(suite.left_out)
    for operation in api.operations:
        for example in operation.examples:
            if (operation.id, example.ordinal) in left_out:
                yield UNTESTED.at(example.span, f"example {example.ordinal} of {operation.id} is no call of this API")


_BASES = {"models": ("model", ("Base",)), "enums": ("enums", ("OpenEnum", "OpenFlags"))}
"""What all classes of a folder are derived from: its module in the runtime, and the names."""


def _type_sheets(symbols: Symbols, options: SdkOptions, found: list[Diagnostic]) -> Iterator[Sheet]:
    top = options.package
    for model in model_views(symbols, found.append, options.web):
        yield Sheet(
            template="python/model_module.py.j2",
            path=f"{top}/{model.path}",
            context={"model": model},
            origin=model.origin,
            settled=True,
        )
    for enum in enum_views(symbols, options.web):
        yield Sheet(
            template="python/enum_module.py.j2",
            path=f"{top}/{enum.path}",
            context={"enum": enum},
            origin=enum.origin,
            settled=True,
        )
    ordered = sorted(symbols.by_name.values(), key=lambda each: each.class_name)
    for folder, what, is_enum in (("models", "model", False), ("enums", "enumeration", True)):
        module, bases = _BASES[folder]
        lines = [
            *(from_import(f".._runtime.{module}", (f"{each} as {each}",)) for each in bases),
            *(
                from_import(f".{each.module}", (f"{each.class_name} as {each.class_name}",))
                for each in ordered
                if each.is_enum is is_enum
            ),
        ]
        lazy = {"what": what, "lines": lines, "bases": ", ".join(f"{each}={literal(module)}" for each in bases)}
        yield Sheet(template="python/lazy.py.j2", path=f"{top}/{folder}/__init__.py", context={"lazy": lazy})
        yield Sheet(
            template="python/lazy.pyi.j2", path=f"{top}/{folder}/__init__.pyi", context={"lazy": lazy}, settled=True
        )


def _request_sheets(fold: Fold, options: SdkOptions) -> Iterator[Sheet]:
    for module in module_views(builders_of(fold)):
        yield Sheet(
            template="python/request_stub.pyi.j2" if module.stub else "python/request_module.py.j2",
            path=f"{options.package}/{module.path}",
            context={"module": module},
            origin=module.origin,
            settled=True,
        )


_MOST = 1_000_000
"""Characters of examples that a wheel carries. Those of a large API are many times its code."""


def _carried(suite: ExampleSuite) -> bool:
    return bool(suite.data) and sum(len(each.text) for each in suite.data) <= _MOST


def _package_sheets(
    api: Api, symbols: Symbols, sites: tuple[CallSite, ...], options: SdkOptions, *, carried: bool
) -> Iterator[Sheet | Verbatim]:
    """`carried`: the documented examples are part of the wheel."""
    title = printable(options.title)
    public = sorted([*_EXPORTED, options.client, f"Async{options.client}"])
    package = {
        "name": options.package,
        "client": options.client,
        "doc": docstring((f"{title}. Generated by sdkwright. Do not edit.",), 0),
        "client_doc": docstring((f"Client of {title}. Paths are its attributes.",), 4),
        "async_doc": docstring((f"Asynchronous client of {title}. Paths are its attributes.",), 4),
        "base_url": literal(options.base_url),
        "scope": literal(options.scope),
        "exported": _EXPORTED,
        "public": [literal(each) for each in public],
        "distribution": json.dumps(options.package.replace("_", "-")),
        "version": json.dumps(options.version),
        "summary": json.dumps(f"Typed client of {title}, generated from its reference pages."),
        "wheel": json.dumps(options.package),
        "examples": json.dumps(f"{options.package}/_examples") if carried else "",
        "apart": not carried,
    }
    for template, path in _PACKAGE_FILES:
        yield Sheet(template=f"python/{template}", path=path.format(options.package), context={"package": package})
    subject = subject_of(sites, symbols)
    readme = readme_view(api, symbols, sites, options, subject)
    yield Sheet(template="python/README.md.j2", path="README.md", context={"readme": readme, "package": package})
    if subject is not None:
        using = using_view(subject, symbols, sites, options)
        yield Sheet(template="python/using.md.j2", path="docs/using.md", context={"using": using, "package": package})
    yield Verbatim(path=f"{options.package}/py.typed", text="")
    yield Verbatim(path=".gitattributes", text=_AS_WRITTEN)


_AS_WRITTEN = "# Each file is checked out with the bytes that sdkwright.lock has a digest of.\n* -text\n"
"""Else git writes other line ends on some systems, and every file counts as edited."""


_PACKAGE_FILES = (
    ("pyproject.toml.j2", "pyproject.toml"),
    ("package_init.py.j2", "{}/__init__.py"),
    ("client.py.j2", "{}/_client.py"),
    ("testing.py.j2", "{}/testing.py"),
    ("aio_init.py.j2", "{}/aio/__init__.py"),
    ("aio_init.pyi.j2", "{}/aio/__init__.pyi"),
    ("conftest.py.j2", "tests/conftest.py"),
)


def _test_sheets(suite: ExampleSuite) -> Iterator[Sheet | Verbatim]:
    for module in suite.modules:
        yield Sheet(
            template="python/test_module.py.j2",
            path=module.path,
            context={"module": module},
            origin=module.origin,
            settled=True,
        )
    for data in suite.data:
        yield Verbatim(path=data.path, text=data.text, origin=data.origin)
