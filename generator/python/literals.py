"""Text of the docs as Python literals. Whatever comes in, what goes out is one literal that evaluates to it."""

from __future__ import annotations

import re

from generator.python.characters import SPACE, UNSEEN

_ESCAPED = re.compile(rf"[\\\\]|{SPACE.pattern}|{UNSEEN.pattern}")
_NAMED = {"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


def literal(text: str) -> str:
    """`text` as a string literal, quoted as black would: double quotes unless they need more escaping."""
    body = text if text.isascii() and text.isprintable() and "\\" not in text else _ESCAPED.sub(_escape, text)
    if text.count('"') > text.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def _escape(found: re.Match[str]) -> str:
    """As `repr` writes it, but for characters that this Python does not know yet."""
    char = found[0]
    code = ord(char)
    return _NAMED.get(char) or (
        f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    )


def docstring(paragraphs: tuple[str, ...], indent: int) -> str:
    """A docstring of finished, wrapped paragraphs, its first line without indent and the others with it.

    Backslashes and runs of quotes are escaped, so no text ends the literal; control characters must be gone already.
    One line where it is one line; else the closing quotes stand alone. Spaces beside a quote mark are black's.
    """
    text = "\n\n".join(paragraphs).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    lead = " " if text.startswith('"') else ""
    margin = " " * indent
    lines = [margin + line.rstrip() if line.strip() else "" for line in text.split("\n")]
    if len(lines) == 1:
        tail = " " if text.endswith('"') else ""
        return f'"""{lead}{lines[0].strip()}{tail}"""'
    return f'"""{lead}' + "\n".join(lines).lstrip() + f'\n{margin}"""'
