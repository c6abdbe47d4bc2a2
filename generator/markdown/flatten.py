"""markdown-it's tokens to blocks: containers are dissolved, tabs noted on what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from markdown_it.token import Token

from generator.markdown import codes, comment_codes
from generator.markdown.blocks import Block, Callout, Comment, Definition, Fence, Heading, Include, Paragraph
from generator.markdown.bounds import bounded
from generator.markdown.inline import plain, without_code
from generator.markdown.place import Place
from generator.markdown.rows import read_table
from generator.markdown.rules.include import INCLUDE
from generator.markdown.slug import Slugs
from generator.text import Span
from generator.text.nearest import nearest

_TAB = re.compile(r"\[[^\[\]]*\]\(#tab/([\w.-]+)(?:/[\w./-]*)?\)")
_ALERT = re.compile(
    r"\[!(\w+)\][ \t]*\n?|\*\*(\w+)(?::\*\*|\*\*[ \t]*:)[ \t]*|\*\*(note|important|tip|caution|warning)\*\*[ \t]*"
    r"|(note|important|tip|caution|warning):[ \t]*",
    re.IGNORECASE,
)
"""What opens a callout: a word in brackets, a bold word with a colon, or one of five words."""
_HIDDEN = re.compile(r"<!--(.*?)-->", re.DOTALL)
_COMMENT_BEGIN = re.compile("<!--")
_COMMENT_END = re.compile(r"-->[ \t]*$", re.MULTILINE)
"""At the end of a line: between words it is an arrow."""
_DIRECTIVE = re.compile(r"\[!([A-Za-z]+)(?![\w-])")
_DIRECTIVES = ("include", "note", "tip", "important", "caution", "warning", "video", "code", "div")
_GLUED_HEADING = re.compile(r"#{1,6}[A-Za-z]")
_INVISIBLE = "\u200b"


class Flattener:
    """Walks the tokens of one page once."""

    def __init__(self, source: str, place: Place) -> None:
        self.source = source
        self.place = place
        self.blocks: list[Block] = []
        self.definitions: list[Definition] = []
        self._slugs = Slugs()
        self._tab: str | None = None
        self._tabs: dict[str, Span] = {}
        """The open group, by id."""
        self._quotes = 0
        self._label = ""
        """Of the quote that is open: it goes for all paragraphs and items in it."""
        self._item = False
        self._heading = 0
        self._invisible = _INVISIBLE in source

    def run(self, tokens: Sequence[Token]) -> None:
        handlers = self._HANDLERS
        for token in tokens:
            handler = handlers.get(token.type)
            if handler is not None:
                handler(self, token)
        self._end_tabs(closed=False)

    def _span(self, token: Token) -> Span:
        first, after = token.map or (0, 1)
        return self.place.span(first, max(first, after - 1))

    def _text(self, text: str) -> str:
        return text.replace(_INVISIBLE, "") if self._invisible else text

    def _on_heading(self, token: Token) -> None:
        self._heading = int(token.tag[1:])

    def _on_rule(self, _token: Token) -> None:
        self._end_tabs(closed=True)

    def _end_tabs(self, *, closed: bool) -> None:
        if self._tabs and not closed:
            *_, last = self._tabs.values()
            hint = "put a line --- behind the last tab"
            self.place.report(codes.TABS_OPEN.at(last, "no line --- closes these tabs", hint=hint))
        self._tab = None
        self._tabs = {}

    def _on_item(self, _token: Token) -> None:
        self._item = True

    def _on_quote(self, _token: Token) -> None:
        self._quotes += 1

    def _on_quote_end(self, _token: Token) -> None:
        self._quotes -= 1
        if not self._quotes:
            self._label = ""

    def _on_inline(self, token: Token) -> None:
        if self._heading:
            level, self._heading = self._heading, 0
            self._heading_block(token, level)
        else:
            self._prose(token)
        self._item = False

    def _heading_block(self, token: Token, level: int) -> None:
        raw = bounded(self._text(token.content), self._span(token), self.place.report)
        tab = _TAB.fullmatch(raw.strip())
        if tab:
            self._begin_tab(tab[1].lower(), self._span(token))
            return
        self._end_tabs(closed=False)
        text = plain(_HIDDEN.sub("", raw)).rstrip("#").rstrip()
        anchor = self._slugs.add(text)
        self.blocks.append(
            Heading(level=level, text=text.removesuffix(":").rstrip(), anchor=anchor, span=self._span(token))
        )

    def _begin_tab(self, name: str, span: Span) -> None:
        if self._tabs.pop(name, None) is not None:
            hint = "close the group before it with a line ---, or name the tab for what it shows"
            self.place.report(codes.TAB_REPEATED.at(span, f"the group has a tab {name!r} already", hint=hint))
        self._tab = name
        self._tabs[name] = span

    def _prose(self, token: Token) -> None:
        span = self._span(token)
        text = bounded(self._text(token.content), span, self.place.report)
        aside: list[Block] = []
        if "<!--" in text:
            aside += [Comment(text=found[1], span=span) for found in _HIDDEN.finditer(text)]
            text = _HIDDEN.sub("", text).strip()
        if "[!" in text and INCLUDE.search(text):
            aside += [
                Include(label=found[1], target=found[2], span=span, tab=self._tab) for found in INCLUDE.finditer(text)
            ]
            text = INCLUDE.sub("", text).strip()
        if text:
            self._warn(text, span)
            if "[!" in text:
                self._warn_of_directive(text, span)
            if "-->" in text or "<!--" in text:
                self._warn_of_comment(text, span)
            self.blocks += (
                self._quoted(text, span) if self._quotes else (Paragraph(text=text, span=span, item=self._item),)
            )
        self.blocks += aside

    def _quoted(self, text: str, span: Span) -> tuple[Callout, ...]:
        """A paragraph of a quote; none where it is the label of what follows, and nothing else."""
        label = _ALERT.match(text)
        if label is None:
            return (Callout(kind=self._label, text=text, span=span),)
        kind = next(each for each in label.groups() if each).lower()
        self._label = self._label or kind
        said = text[label.end() :]
        return (Callout(kind=kind, text=said, span=span),) if said.strip() else ()

    def _warn(self, text: str, span: Span) -> None:
        """Prose that was meant to be something else."""
        if text[0] == "|" and text.count("|") > 1:
            hint = "put a header row and a separator row `|---|---|` above the rows"
            self.place.report(codes.ROWS_WITHOUT_HEADER.at(span, "these rows belong to no table", hint=hint))
        elif text[0] == "#" and _GLUED_HEADING.match(text):
            message = "viewers take this line for prose, not for a heading"
            self.place.report(codes.HEADING_GLUED.at(span, message, hint="put a blank after the #"))

    def _warn_of_directive(self, text: str, span: Span) -> None:
        """A directive whose name is nearly one that publishing tools know."""
        for found in _DIRECTIVE.finditer(without_code(text)):
            name = found[1].lower()
            near = None if name in _DIRECTIVES else nearest(name, _DIRECTIVES)
            if near is not None:
                line = min(span.line + text.count("\n", 0, found.start()), span.end_line)
                hint = f"did you mean [!{near.upper()}]?"
                at = Span.at(span.path, line)
                self.place.report(codes.DIRECTIVE_UNKNOWN.at(at, f"no tool knows {found[0]!r}", hint=hint))

    def _warn_of_comment(self, text: str, span: Span) -> None:
        """Half a comment in prose: what was to be hidden is shown, or the reverse."""
        bare = without_code(text)
        for mark, code, message in (
            (_COMMENT_END, comment_codes.COMMENT_UNOPENED, "nothing opens the comment that ends here"),
            (_COMMENT_BEGIN, comment_codes.COMMENT_OPEN, "this comment is never closed"),
        ):
            found = mark.search(bare)
            if found is not None:
                line = min(span.line + bare.count("\n", 0, found.start()), span.end_line)
                self.place.report(code.at(Span.at(span.path, line), message))

    def _on_table(self, token: Token) -> None:
        lines = token.meta["lines"]
        self.blocks.append(read_table(lines, self.source, self.place))
        for index, start, end in lines:
            if self.source.find("<!--", start, end) >= 0:
                span = self.place.span(index, index)
                hidden = _HIDDEN.finditer(self.source, start, end)
                self.blocks += [Comment(text=self._text(found[1]), span=span) for found in hidden]

    def _on_fence(self, token: Token) -> None:
        first, after = token.map or (0, 1)
        inner = first + 1 if token.type == "fence" else first
        line = self.place.numbers[min(inner, after - 1)]
        words = token.info.split(None, 1)
        info = words[0].lower() if words else ""
        self.blocks.append(
            Fence(info=info, text=self._text(token.content), first_line=line, span=self._span(token), tab=self._tab)
        )

    def _on_comment(self, token: Token) -> None:
        self.blocks.append(Comment(text=self._text(token.content), span=self._span(token)))

    def _on_include(self, token: Token) -> None:
        meta = token.meta
        self.blocks.append(Include(label=meta["label"], target=meta["target"], span=self._span(token), tab=self._tab))

    def _on_definition(self, token: Token) -> None:
        self.definitions.append(
            Definition(label=token.meta["label"].lower(), target=token.meta["target"], span=self._span(token))
        )

    _HANDLERS: ClassVar[dict[str, Callable[[Flattener, Token], None]]] = {
        "heading_open": _on_heading,
        "hr": _on_rule,
        "list_item_open": _on_item,
        "blockquote_open": _on_quote,
        "blockquote_close": _on_quote_end,
        "inline": _on_inline,
        "table": _on_table,
        "fence": _on_fence,
        "code_block": _on_fence,
        "comment": _on_comment,
        "include": _on_include,
        "definition": _on_definition,
    }
