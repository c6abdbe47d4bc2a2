"""Text of the docs as Python literals. Whatever comes in, what goes out is one literal that evaluates to it."""

from __future__ import annotations


def literal(text: str) -> str:
    """`text` as a string literal, quoted as black would: double quotes unless they need more escaping."""
    single, double = text.count("'"), text.count('"')
    made = repr(text)
    if double > single:
        return made
    body = made[1:-1]
    if made[0] == "'":
        body = body.replace("\\'", "'").replace('"', '\\"')
    return f'"{body}"'


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
