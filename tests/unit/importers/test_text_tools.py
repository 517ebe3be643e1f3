import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.text_tools import (
    DEEPEST,
    LONGEST_LINK,
    MANY_SIGNS,
    company_in,
    day_of,
    decoded,
    is_html,
    is_json,
    is_number,
    is_too_deep,
    json_value,
    list_at,
    one_line,
    plain_text,
    safe_link,
    text_of,
    tidy,
    unescaped,
    words_at,
    workplace_in,
)

pytestmark = pytest.mark.unit

BOARD = frozenset({"jobs.example.org"})


@pytest.mark.parametrize(
    "content",
    [
        "Zürich".encode(),
        "Zürich".encode("utf-8-sig"),
        "Zürich".encode("utf-16"),
        b"\xfe\xff" + "Zürich".encode("utf-16-be"),
        "Zürich".encode("cp1252"),
    ],
)
def test_decoded_any_alphabet_gives_the_same_text(content: bytes) -> None:
    assert decoded(content) == "Zürich"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a   b\t c  ", "a b c"),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("• one\n* two\n- three\n– four\n·  five", "- one\n- two\n- three\n- four\n- five"),
        ("•\none", "- one"),
        ("-one\n--- two", "-one\n--- two"),
        ("a  b   c    d\n e \n  f", "a b c d\ne\nf"),
        ("a\xa0 b\u2003c", "a b c"),
        ("pay\u202e001\u2066\x00\x07\u200b\ufeff\ud800", "pay001"),
        ("zero\u200dwidth joiner", "zero\u200dwidth joiner"),
    ],
)
def test_tidy_cases(text: str, expected: str) -> None:
    assert tidy(text) == expected


@given(st.text())
def test_tidy_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_one_line_joins_lines_and_drops_unseen_characters() -> None:
    assert one_line(" Cook\r\n at\u202e\tSea ") == "Cook at Sea"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("One<br>Two<br><br><br>Three", "One\nTwo\n\nThree"),
        ("<p>a <b>bold</b> word</p>", "a bold word"),
        ("<p>un<b>brok</b>en</p>", "unbroken"),
        ("<p>a<b> b</b>c <i>d</i></p>", "a bc d"),
        ("<p>a</p> \n <p>b</p>", "a\n\nb"),
        ("<b>a</b> <b>b</b>", "a b"),
        ("<h2>Do</h2><ul><li>one</li><li><p>two</p></li></ul><p>end</p>", "Do\n\n- one\n- two\n\nend"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n- b"),
        ("<ol><li>a<p>more</p></li><li></li><li>b</li></ol>", "- a\nmore\n- b"),
        ("<table><tr><td>pay</td><td>fair</td></tr><tr><td>x</td></tr></table>", "pay fair\nx"),
        ("a &amp; b &lt;5&nbsp;years", "a & b <5 years"),
        ("<style>p {}</style><script>x()</script><p onclick='x()'>Seen</p><!-- no -->", "Seen"),
        ("&lt;script&gt;x&lt;/SCRIPT&gt;", "‹script>x‹/SCRIPT>"),
        ("pay\u202e5", "pay5"),
        ("", ""),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<p>one\n  line</p>\r\n<p>two</p>", "one line\n\ntwo"),
        ("<UL><LI>a<LI>b</UL><P>c", "- a\n- b\n\nc"),
        ("</ul><p>a</p><p>b</p>", "a\n\nb"),
        ("<ul><li>a</li></ul></li></ul><p>b</p><p>c</p>", "- a\n\nb\n\nc"),
        ("<i>a</i> <i>b</i><i>c</i>", "a bc"),
        ("<tr><td>a</td><td>b</td></tr>", "a b"),
        ("5 < 6, i <3 you </3 <", "5 < 6, i <3 you </3 <"),
        ("a <b unclosed", "a <b unclosed"),
        ("<a title=\"x > y\" href='p>q'>seen</a>", "seen"),
        ('<a title="x>y</a>', "y"),
        ("<a class=it's>seen</a> and it's", "seen and it's"),
        ("<!DOCTYPE html><html><body>a<!-- <p>no</p> -->b</body></html>", "ab"),
        ("a<!-- no", "a"),
        ("a<script>no", "a"),
        ("<nav>no</nav><form><p>no</p></form>a<SVG><b>no</b></svg >b", "ab"),
        ("<scr<script>no</script>ipt>a", "a"),
        ("<p>• a</p><p>* b</p>", "- a\n\n- b"),
        ("<br>" * 200 + "a", "a"),
    ],
)
def test_plain_text_cases(html: str, expected: str) -> None:
    assert plain_text(html) == expected


def test_plain_text_nested_beyond_any_page_keeps_the_words() -> None:
    html = "<div>" * 100_000 + "<p>Deep &amp; dark</p>" + "</div>" * 100_000

    assert plain_text(html) == "Deep & dark"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>" * DEEPEST, False),
        ("<div>" * (DEEPEST + 1), True),
        ("<DIV><b>" * DEEPEST, True),
        ("<div></div>" * (DEEPEST + 1), False),
        ("</div>" * 9 + "<div>" * DEEPEST, False),
        ("<br><p>" * (DEEPEST + 1), False),
        ("", False),
    ],
)
def test_is_too_deep_cases(html: str, expected: bool) -> None:
    assert is_too_deep(html) is expected


@given(
    st.lists(st.sampled_from(["<ul>", "</ul>", "<li>", "<p>", "<br>", "<td>", "word", " ", "&amp;", "<nav>"]))
)
def test_plain_text_keeps_no_mark_of_its_tags(pieces: list[str]) -> None:
    text = plain_text("".join(pieces))

    assert not re.search(r"[<>]|&amp;|\n{3}| \n|\n ", text)


@given(
    st.lists(
        st.sampled_from(["<", ">", "/", "script", "SCRIPT", "&lt;", "&#60;", "\x00", "\u202e", " ", "p", "a"])
    )
)
def test_plain_text_never_holds_a_script(pieces: list[str]) -> None:
    text = plain_text("".join(pieces)).lower()

    assert "<script" not in text
    assert "</script" not in text


@given(st.text())
def test_plain_text_any_text_is_tidy(text: str) -> None:
    assert tidy(plain_text(text)) == plain_text(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("<p>a</p><p>b</p>", "a\n\nb"), ("a < b\n\n\nc", "a < b\n\nc"), (7, ""), (None, "")],
)
def test_text_of_cases(value: Any, expected: str) -> None:
    assert text_of(value) == expected


@pytest.mark.parametrize(("text", "expected"), [("<LI class='x'>", True), ("a <b c", False), ("<br/>", True)])
def test_is_html_cases(text: str, expected: bool) -> None:
    assert is_html(text) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (" https://example.org/a?b=c ", "https://example.org/a?b=c"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("javascript:alert(1)", ""),
        ("ftp://example.org", ""),
        ("https://", ""),
        ("https://name@example.org", ""),
        ("https://[broken", ""),
        ("https://example.org/a b", ""),
        ("https://example.org/\u202egpj", ""),
        ("https://example.org/" + "a" * LONGEST_LINK, ""),
        (None, ""),
    ],
)
def test_safe_link_cases(url: Any, expected: str) -> None:
    assert safe_link(url) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://jobs.example.org/night-oven_ghent/1", "Night Oven Ghent"),
        ("https://jobs.example.org/McOven%20Ltd/1", "McOven Ltd"),
        ("https://jobs.example.org/", ""),
        ("https://elsewhere.example.org/oven/1", ""),
        ("", ""),
    ],
)
def test_company_in_cases(link: str, expected: str) -> None:
    assert company_in(link, BOARD) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-07-16", date(2026, 7, 16)),
        (" 2026-07-16T11:55:32-04:00", date(2026, 7, 16)),
        (1767225600000, date(2026, 1, 1)),
        (1767225600.5, date(2026, 1, 1)),
        ("1767225600000", date(2026, 1, 1)),
        ("1767225600", date(2026, 1, 1)),
        ("31 Feb 2026", None),
        ("2026-02-31", None),
        ("0001-01-01", None),
        ("9999-01-01", None),
        (12, None),
        (-1, None),
        (10**400, None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        (None, None),
        ([], None),
    ],
)
def test_day_of_cases(value: Any, expected: date | None) -> None:
    assert day_of(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(0, True), (1.5, True), (True, False), ("1", False), (-1, False)]
)
def test_is_number_cases(value: Any, expected: bool) -> None:
    assert is_number(value) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Remote - Orkney", Workplace.REMOTE),
        ("remotely", Workplace.REMOTE),
        ("Hybrid remote", Workplace.HYBRID),
        ("on-site", Workplace.ON_SITE),
        ("on_site", Workplace.ON_SITE),
        ("OnSite", Workplace.ON_SITE),
        ("Leeds", Workplace.UNKNOWN),
        ("Remoteville", Workplace.UNKNOWN),
    ],
)
def test_workplace_in_cases(words: str, expected: Workplace) -> None:
    assert workplace_in(words) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"a": 1}', True),
        (b"\xef\xbb\xbf [ ]", True),
        (b"[{}]", True),
        (b"[Remote] Cook", False),
        (b"{rtf", False),
    ],
)
def test_is_json_cases(content: bytes, expected: bool) -> None:
    assert is_json(content) is expected


def test_json_value_whole_file_is_read() -> None:
    assert json_value(b'{"a": [1, null]}') == {"a": [1, None]}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'[\n{"a": 1,}]', "past line 2, column 9"),
        (b"[" * 200_000, "nested too deeply"),
        (b"[" + b"1" * 5000 + b"]", "thousands of digits"),
    ],
)
def test_json_value_broken_file_names_the_reason(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        json_value(content)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"a": {"b": " Cook \n at sea"}}, "Cook at sea"),
        ({"a": {"b": 5100200300}}, "5100200300"),
        ({"a": {"b": 7.5}}, "7.5"),
        ({"a": {"b": float("nan")}}, ""),
        ({"a": {"b": True}}, ""),
        ({"a": {"b": ["x"]}}, ""),
        ({"a": "x"}, ""),
        (None, ""),
    ],
)
def test_words_at_cases(record: Any, expected: str) -> None:
    assert words_at(record, "a", "b") == expected


@pytest.mark.parametrize(("value", "expected"), [([1], [1]), ("x", []), (None, [])])
def test_list_at_cases(value: Any, expected: list[Any]) -> None:
    assert list_at({"a": value}, "a") == expected


@given(
    st.lists(
        st.sampled_from(
            [
                "&",
                "lt",
                "gt;",
                "&lt;",
                "&gt;",
                "&quot;",
                "&#39;",
                "&#x27;",
                "amp",
                "&amp;",
                ";",
                "#",
                "3",
                "x",
                "<",
                "not",
                " ",
            ]
        )
    )
)
def test_unescaped_is_what_the_standard_says(pieces: list[str]) -> None:
    text = "".join(pieces) + " &amp;" * MANY_SIGNS

    assert unescaped(text) == unescape(text)
