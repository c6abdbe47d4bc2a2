"""Laws of reading paths: any text is read, and what is read is written in a form that reads the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.path_text import REPAIRS, ServiceRoot, read_template, read_url
from generator.model.paths import Path

ROOT = ServiceRoot(hosts=("graph.example.com",), versions=("beta", "v1.0"))
NOISE = st.text(st.sampled_from("/{}()'<>:=,.$?& |-%#~aBid1\t…\\\""), max_size=60)
WORDS = (
    "/ // me users {id} {id|name} root: {item-path}: : fn( ( ) a='{a}' , b={b} ' () ... $ref <x> k={k} ~ microsoft.graph.x = ? "
    "n-value https://graph.example.com/beta"
)
PIECES = st.lists(st.sampled_from([*WORDS.split(), " "]), max_size=14).map("".join)
TEXT = NOISE | PIECES | st.text(max_size=60)


def reads(path: Path) -> Path:
    return Path(segments=path.segments)


@given(TEXT)
def test_every_template_is_read_and_its_canonical_text_reads_the_same(text: str) -> None:
    once = read_template(text, ROOT)
    if once.path is None:
        return

    again = read_template(str(once.path), ROOT)

    assert again.path == reads(once.path)
    assert set(once.repairs) <= set(REPAIRS)
    assert set(again.repairs) <= {"trailing-slash"}


@given(TEXT)
def test_every_url_is_read_and_its_text_reads_the_same(text: str) -> None:
    once = read_url(text, ROOT)
    if once.path is None:
        return

    assert read_url(str(once.path), ROOT).path == reads(once.path)
