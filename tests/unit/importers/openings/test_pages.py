import pytest

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings import pages

pytestmark = pytest.mark.unit

SITE = "https://inn.example/jobs/"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href=" /cook?a=b ">', "https://inn.example/cook?a=b"),
        ('<a href="cook">', f"{SITE}cook"),
        ('<a href="https://other.example/a">', "https://other.example/a"),
        ('<a href="">', ""),
        ("<a>", ""),
        ('<a href="javascript:run()">', ""),
        ('<a href="https://[">', ""),
        ("<p>", ""),
    ],
)
def test_link_of_cases(link: str, expected: str) -> None:
    assert pages.link_of(pages.page_of(link.encode()).css_first("a"), SITE) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<base href="https://c.example"><meta property="og:url" content="https://b.example">',
            "https://b.example",
        ),
        ('<link rel="canonical" href="/a"><base href="https://c.example">', "https://c.example"),
        (
            '<link rel="canonical" href="https://a.example"><base href="https://c.example">',
            "https://a.example",
        ),
        ("<title>a</title>", ""),
    ],
)
def test_site_of_cases(head: str, expected: str) -> None:
    assert pages.site_of(pages.page_of(head.encode())) == expected


def test_words_and_texts_of_elements() -> None:
    page = pages.page_of(b"<div><p> </p><p>One\n two</p><ul><li>a</li><li>b</li></ul></div>")

    assert pages.words_in(page, "p") == "One two"
    assert pages.text_in(page, "div") == "One two\n\n- a\n- b"
    assert (pages.words_in(page, "h1"), pages.text_in(page, "h1"), pages.words_of(None)) == ("", "", "")


def test_ancestors_are_told_from_the_inside_out() -> None:
    (cell,) = pages.page_of(b"<ul><li><b>a</b></li></ul>").css("b")

    assert [node.tag for node in pages.ancestors(cell)][:3] == ["li", "ul", "body"]


def test_page_of_nested_too_deeply_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="nested too deeply"):
        pages.page_of(b"<div>" * 100_000)


def test_page_of_links_that_are_never_closed_are_not_deep() -> None:
    page = pages.page_of(b'<p><a href="/a">a</p>' * 5000)

    assert len(page.css("p")) == 5000
