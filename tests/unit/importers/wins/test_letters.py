import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.wins.letters import is_text, lettered

pytestmark = pytest.mark.unit

OTHER = (
    "From line {} on, the file is written in another alphabet (Windows) than UTF-8. "
    "Its letters were read that way; look whether they are right."
)
NUL = "Line 2 holds an empty sign (NUL) that stands for no letter. Such signs were left out."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ("", ())),
        (b"a\r\nb\rc", ("a\nb\nc", ())),
        ("Öl".encode("utf-8-sig"), ("Öl", ())),
        ("Öl\r\nOlive".encode("utf-16"), ("Öl\nOlive", ())),
        ("date,what".encode("utf-16-le"), ("date,what", ())),
        ("date,what".encode("utf-16-be"), ("date,what", ())),
        ("Öl\n".encode() + "Öl\r\n".encode("cp1252") + "Öl".encode(), ("Öl\nÖl\nÖl", (OTHER.format(2),))),
        (b"\xef\xbb\xbf\x80\n\x81", ("€\n\x81", (OTHER.format(1),))),
        (b"a\nb\x00c", ("a\nbc", (NUL,))),
        (b"\x00\x01\x02\x00", ("\x00\x01\x02\x00", ())),
    ],
)
def test_lettered_loses_no_letter_and_says_what_was_read_otherwise(
    content: bytes, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert lettered(content) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", True), ("Words\n\tand more", True), ("a\x00b", True), ("\x00\x01\x02", False)]
)
def test_is_text_where_hardly_any_sign_is_no_letter(text: str, expected: bool) -> None:
    assert is_text(text) is expected


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_lettered_gives_back_what_was_written(text: str) -> None:
    assert lettered(f"\n{text}".encode())[0] == f"\n{text}"
