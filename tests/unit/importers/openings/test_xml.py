import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import UnrutError
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.xml import all_words_in, is_xml, markup_in, words_in, xml_root

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("content", "root", "expected"),
    [
        (b"<?xml version='1.0'?><jobs/>", b"jobs", True),
        (b"\xef\xbb\xbf\n <jobs>", b"jobs", True),
        (b"<!-- note --><jobs>", b"jobs", True),
        (b"<html>", b"jobs", False),
        (b"<?xml version='1.0'?><rss>", b"jobs", False),
        (b"<?xml version='1.0'?><rss>", b"", True),
        (b"Cook <jobs>", b"jobs", False),
        (b'{"a": "<jobs>"}', b"jobs", False),
    ],
)
def test_is_xml_cases(content: bytes, root: bytes, expected: bool) -> None:
    assert is_xml(content, root) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<a>x &amp; y<!-- note --></a>", "x & y"),
        (b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\n<!-- <b> -->\n<a>x</a>", "x"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><a>Z\xfcrich</a>", "Zürich"),
        (b"<a>Bed & board &nbsp;&#65;&amp;</a>", "Bed & board &nbsp;A&"),
        (b"<a>R&D <![CDATA[<p>R&D</p>]]> &eacute;</a>", "R&D <p>R&D</p> &eacute;"),
        (b"<a><![CDATA[<!DOCTYPE html>]]></a>", "<!DOCTYPE html>"),
        (b"<a>\x00x\x0b\x1fy</a>", "xy"),
        ("<a>é</a>".encode("utf-16"), "é"),
    ],
)
def test_xml_root_reads(content: bytes, expected: str) -> None:
    assert markup_in(xml_root(content), ".") == expected


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        b"<?xml version='1.0'?>\n<!-- x --> <?y z?>\n<!doctype a SYSTEM 'file:///etc/passwd'><a/>",
        b"<!DOCTYPE a><a/>",
    ],
)
def test_xml_root_document_type_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="declares a document type"):
        xml_root(content)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"<a>\n<b></a>", "past line 2, column 6"),
        (b"words", "past line 1, column 1"),
        (b"", "past line 1, column 1"),
        (b"<!-- open <a/>", "past line 1, column 1"),
        (b"<?xml <a/>", "past line 1, column"),
        (b"<a>&b <![CDATA[ open</a>", "past line 1, column"),
    ],
)
def test_xml_root_broken_file_gets_a_sentence(content: bytes, where: str) -> None:
    with pytest.raises(UnreadableFileError, match=where):
        xml_root(content)


@given(st.text(alphabet="<>/!-?&;ab[]CDAT \n'\"=x", max_size=60))
def test_xml_root_any_text_gives_a_root_or_a_sentence(text: str) -> None:
    try:
        outcome = xml_root(text.encode()).tag
    except UnrutError as error:
        outcome = str(error)[-1]

    assert outcome == "." or outcome.strip("<>/ ")


@pytest.mark.parametrize(
    "part", [b"<a>", b"<!--", b"<?x?>", b"&", b"<![CDATA[", b" ", b"<!-- -->", b"<a x='1'/>", b"]]>"]
)
def test_xml_root_a_hostile_megabyte_is_refused(part: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        xml_root(part * (1_000_000 // len(part)))


def test_words_in_gives_the_words_under_a_path() -> None:
    root = xml_root(b"<a><b> x\n <i>y</i> </b><b/><c><b>z</b></c></a>")

    assert (words_in(root, "b"), words_in(root, "c/b"), words_in(root, "d")) == ("x y", "z", "")
    assert (all_words_in(root, "b"), all_words_in(root, "d")) == (["x y"], [])
