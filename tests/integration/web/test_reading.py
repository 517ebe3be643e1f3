"""The reader of pages finds what it is there to find; otherwise every page would be without fault."""

import pytest
from django.http import HttpResponse
from tests.integration.web.reading import Page, faults

pytestmark = pytest.mark.unit


def page_of(html: str) -> Page:
    return Page(HttpResponse(html))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>x()</script>", ["inline script"]),
        ('<script src="/a.js">x()</script>', ["inline script"]),
        ("<style>p {}</style>", ["style element"]),
        ('<p style="color: red"></p>', ["p has style"]),
        ('<p onclick="x()"></p>', ["p has onclick"]),
        ('<p hx-on:click="x()"></p>', ["p has hx-on:click"]),
        ('<img src="https://example.org/a.png">', ["img leads to https://example.org/a.png"]),
        ('<a href="javascript:x()">y</a>', ["a leads to javascript:x()"]),
        ('<form action="//example.org/"></form>', ["form leads to //example.org/"]),
        ('<a href="/\\example.org/">y</a>', ["a leads to /\\example.org/"]),
        ('<link href="data:text/css,p{}">', ["link leads to data:text/css,p{}"]),
        ("<div><p></div>", ["<div> stays open", "<p> stays open"]),
        ('<p id="a"></p><p id="a"></p>', ["a stands twice"]),
    ],
)
def test_fault_is_found(html: str, found: list[str]) -> None:
    page = page_of(html)

    assert faults(page) == found


def test_page_of_ours_has_no_fault() -> None:
    page = page_of(
        '<script src="/a.js" defer></script><a href="#main">x</a><a href="?begin">y</a><br/>'
        '<a href="https://example.org/" rel="noreferrer noopener external">z</a><rect x="1"/>'
    )

    assert faults(page) == []


def test_controls_are_read_as_a_browser_sends_them() -> None:
    page = page_of(
        '<input name="a" value="1"><textarea name="b">two</textarea><input type="radio" name="c" value="3">'
        '<input type="radio" name="c" value="4" checked><input type="checkbox" name="d" checked>'
    )

    assert page.typed() == {"a": "1", "b": "two", "c": "4", "d": "on"}
