"""A page's text to blocks and sections. It knows Markdown and its published extensions, and nothing of APIs.

markdown-it reads the blocks; inline markup is left to whoever asks for it. Front matter and merge conflicts are taken
out first, since Markdown has no such thing. Every line ends up in a block or in a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.diagnostics import Diagnostic
from generator.markdown import codes, place, rules
from generator.markdown.blocks import Page
from generator.markdown.conflicts import unresolved_lines
from generator.markdown.flatten import Flattener
from generator.markdown.front_matter import read_front_matter
from generator.markdown.place import Place
from generator.markdown.tree import section_tree
from generator.text import SourceFile

_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]
_CHARACTERS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\0": "\ufffd"})
_LEAVES = frozenset({"inline", "table", "fence", "code_block", "comment", "include", "definition", "directive", "hr"})


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """A page and what was wrong with its Markdown."""

    page: Page
    diagnostics: tuple[Diagnostic, ...]


def parse_page(source: SourceFile) -> Parsed:
    """Blocks and sections of one page. Total: any text gives a page."""
    found: list[Diagnostic] = []
    text = source.text.translate(_CHARACTERS)
    lines = text.split("\n")
    numbers: Sequence[int] = range(1, len(lines) + 1)
    at = Place(path=source.path, numbers=numbers, report=found.append)
    _report_nul(source.text, at)
    if "\n<<<<<<<" in text or text.startswith("<<<<<<<"):
        dropped = unresolved_lines(lines, at)
        kept = [index for index in range(len(lines)) if index not in dropped]
        lines, numbers = [lines[index] for index in kept], [index + 1 for index in kept]
        at = Place(path=source.path, numbers=numbers, report=found.append)
    fields, size = read_front_matter(lines, at)
    body = "\n".join(lines[size:]) if size or len(lines) != source.text.count("\n") + 1 else text
    at = Place(path=source.path, numbers=numbers[size:] or [len(lines)], report=found.append)
    tokens = _tokens(body, at)
    flat = Flattener(body, at)
    flat.run(tokens)
    page = Page(
        path=source.path,
        front_matter=fields,
        root=section_tree(flat.blocks),
        definitions=tuple(flat.definitions),
        line_count=source.text.count("\n") + 1,
    )
    return Parsed(page=page, diagnostics=tuple(found))


def _report_nul(text: str, at: Place) -> None:
    offset = text.find("\0")
    if offset >= 0:
        line = text.count("\n", 0, offset)
        column = offset - text.rfind("\n", 0, offset)
        hint = "save the page as UTF-8 text"
        span = at.span(line, line, column, column + 1)
        at.report(codes.NUL_CHARACTER.at(span, "this page holds NUL characters", hint=hint))


def _tokens(body: str, at: Place) -> list[Token]:
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(body, parser, {place.KEY: at}, tokens)
    if any(token.level >= parser.options.maxNesting - 1 for token in tokens):
        _report_unread(body, tokens, at)
    return tokens


@cache
def _parser() -> MarkdownIt:
    """markdown-it with our rules; it holds no state of a page."""
    parser = MarkdownIt("commonmark")
    ruler = parser.block.ruler
    ruler.disable(["html_block", "reference"])
    ruler.at("fence", rules.fence, {"alt": _INTERRUPTS})
    ruler.at("table", rules.table, {"alt": ["paragraph", "reference"]})
    ruler.enable("table")
    for name, rule in (("comment", rules.comment), ("include", rules.include), ("directive", rules.directive)):
        ruler.before("fence", name, rule, {"alt": _INTERRUPTS})
    ruler.before("lheading", "definition", rules.definition, {"alt": []})
    return parser


def _report_unread(body: str, tokens: Sequence[Token], at: Place) -> None:
    """Lines that no token covers: markdown-it leaves out what is nested too deeply."""
    lines = body.split("\n")
    covered = bytearray(len(lines) + 1)
    for token in tokens:
        if token.map and (token.type in _LEAVES):
            first, after = token.map
            covered[first:after] = b"\1" * (after - first)
    unread = [index for index, line in enumerate(lines) if not covered[index] and line.strip(" \t>*+-")]
    if unread:
        message = f"{len(unread)} lines from here on are nested too deeply to be read"
        hint = "take the text out of some of the lists and quotes around it"
        at.report(codes.NESTED_TOO_DEEPLY.at(at.span(unread[0], unread[0]), message, hint=hint))
