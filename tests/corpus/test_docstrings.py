"""The words of all pages as docstrings: no Markdown or HTML is left in them, but where a page has broken it itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.conftest import Generated

_CODE = re.compile(r"`[^`]*`")
_LEFT = re.compile(
    r"\*\*|\]\(|!\[|\[!|\[\[|<!--|-->|</?(?:br|b|i|p|li|ul|a|td|sup|sub|code|em|strong|span|img|div)\b[^>]*>"
    r"|&(?:nbsp|lt|gt|amp|quot|#\d+);|\\[_*\[\]()|<>#]|(?:^|\s)_\w[^_`]*\w_(?=\s)|\s[,.;](?:\s|$)",
    re.IGNORECASE,
)


def test_nothing_of_the_markup_is_left(generated: Generated) -> None:
    texts = [each for folder in ("models", "enums", "requests") for each in _docstrings(generated.out, folder)]
    left = [f"{where}: {found[0]!r}" for where, text in texts if (found := _LEFT.search(_CODE.sub("code", text)))]

    print(f"{len(left)} of {len(texts)} docstrings have something of the markup left")
    assert len(texts) > 20_000
    assert len(left) <= len(texts) / 5_000, "\n".join(left)


def _docstrings(out: Path, folder: str) -> Iterator[tuple[str, str]]:
    """What stands as a text of its own in any module, of classes, methods, fields and members."""
    for path in sorted((out / "graph_beta" / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            ):
                yield f"{path.relative_to(out)}:{node.lineno}", " ".join(node.value.value.split())
