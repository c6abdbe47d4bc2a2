"""One page as text. Decoding is total: every byte sequence gives a text and, if need be, a reason."""

from __future__ import annotations

import msgspec


class SourceFile(msgspec.Struct, frozen=True, kw_only=True):
    """A page as read: `path` relative to the docs root with `/`, `text` with LF line ends and no BOM."""

    path: str
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; line N of a span is `lines[N - 1]`."""
        return self.text.split("\n")


def decode(raw: bytes) -> tuple[str, int | None]:
    """Bytes as UTF-8 text with LF line ends, and the offset of the first byte that is not UTF-8.

    Undecodable bytes become U+FFFD, so the rest of the page is still read. A NUL is left for the reader
    to report: it is legal UTF-8. Only CRLF and CR end lines besides LF; U+2028 and form feeds do not, so
    that line numbers agree with editors.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text, bad = raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        text, bad = raw.decode("utf-8", errors="replace"), error.start
    return text.replace("\r\n", "\n").replace("\r", "\n"), bad
