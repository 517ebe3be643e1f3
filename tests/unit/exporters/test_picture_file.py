"""Pictures as files: their size, what is read in their place, and what is refused."""

import struct
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from unrut.core.errors import InvalidInputError
from unrut.exporters.picture_file import picture_pdf, picture_png

pytestmark = pytest.mark.unit

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" '
INSIDE = '<title>The line</title><desc>Two jobs.</desc><rect width="50" height="20" fill="#0d5b5d"/><text y="15">Analyst</text>'


def svg(inside: str = INSIDE, size: str = 'viewBox="0 0 400 200" width="400" height="200"') -> str:
    return f"{HEAD}{size}>{inside}</svg>"


def png_size(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def figure_of(content: bytes) -> str:
    """What is read in place of the picture."""
    root: Any = PdfReader(BytesIO(content)).trailer["/Root"]
    part = root["/StructTreeRoot"]
    while "/Alt" not in part:
        below = part["/K"]
        part = (below[0] if isinstance(below, list) else below).get_object()
    return str(part["/Alt"])


@pytest.mark.parametrize(
    ("size", "scale", "expected"),
    [
        ('width="400" height="200"', 2.0, (800, 400)),
        ('width="400px" height="200px"', 1.0, (400, 200)),
        ('viewBox="-24,-56 390 244"', 2.0, (780, 488)),
        ('viewBox="0 0 100 50" width="100%" height="100%"', 3.0, (300, 150)),
        ('viewBox="0 0 1136 371.5" width="1136" height="371.5"', 2.0, (2272, 743)),
        ('viewBox="0 0 10 10" width="40" height="40"', 0.5, (20, 20)),
    ],
)
def test_png_has_the_size_asked_for(size: str, scale: float, expected: tuple[int, int]) -> None:
    assert png_size(picture_png(svg(size=size), scale=scale)) == expected


def test_png_is_twice_as_sharp_unless_asked() -> None:
    assert picture_png(svg()) == picture_png(svg(), scale=2.0)
    assert png_size(picture_png(svg())) == (800, 400)


def test_pdf_is_one_page_of_the_size_of_the_picture() -> None:
    file = PdfReader(BytesIO(picture_pdf(svg(), title="My line", language="de-at")))

    root: Any = file.trailer["/Root"]
    assert [[float(side) for side in page.mediabox] for page in file.pages] == [[0, 0, 300, 150]]
    assert file.pages[0].extract_text().strip() == "Analyst"
    assert (dict(file.metadata or {})["/Title"], root["/Lang"]) == ("My line", "de")
    assert "/CreationDate" not in dict(file.metadata or {})
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@pytest.mark.parametrize(
    ("inside", "title", "expected"),
    [
        (INSIDE, "My line", "The line. Two jobs."),
        ("<desc>Two\njobs.</desc>", "My line", "Two jobs."),
        ("<rect/>", "My line", "My line"),
        ("<rect/>", " \ud800", "Unrut"),
        (INSIDE, "", "The line. Two jobs."),
    ],
)
def test_what_is_read_in_place_of_the_picture(inside: str, title: str, expected: str) -> None:
    assert figure_of(picture_pdf(svg(inside), title=title)) == expected


def test_same_picture_is_the_same_file() -> None:
    assert picture_png(svg()) == picture_png(svg())
    assert picture_pdf(svg(), title="x") == picture_pdf(svg(), title="x")


def test_picture_with_a_sign_that_no_font_has_is_drawn() -> None:
    odd = svg('<text y="15">a \u0378</text>')

    assert png_size(picture_png(odd)) == (800, 400)
    assert len(PdfReader(BytesIO(picture_pdf(odd, title="x"))).pages) == 1


def test_title_is_never_markup() -> None:
    file = PdfReader(BytesIO(picture_pdf(svg(), title='#panic("x") *b* ]')))

    assert dict(file.metadata or {})["/Title"] == '#panic("x") *b* ]'


@pytest.mark.parametrize(
    "content",
    ["", "no picture", "<svg", "<html></html>", "<svg/>", svg("<rect>"), svg("\x00"), svg("\ud800")],
)
def test_broken_picture_is_refused(content: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^The picture cannot be read as SVG\."):
        picture_png(content)


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{svg("<text>&a;</text>")}',
        svg("<text><![CDATA[x]]></text>"),
        f"<!-- kept --><!ENTITY a 'x'>{svg()}",
    ],
)
def test_picture_that_defines_something_is_refused(content: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^The picture cannot be read as SVG\."):
        picture_pdf(content, title="x")


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="https://example.org/a.png"/>',
        '<image href="file:///etc/passwd"/>',
        '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="a.png"/>',
        '<image href="data:image/png;base64,AA"/>',
        '<a href="/plan"><text>x</text></a>',
        "<style>@import 'a.css';</style>",
        "<style>rect { fill: url( 'https://example.org/a' ) }</style>",
        '<rect fill="url(a.svg#b)"/>',
        '<rect style="fill:url(//example.org/a)"/>',
    ],
)
def test_picture_that_points_outside_itself_is_refused(inside: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^The picture points to something outside itself\."):
        picture_png(svg(inside))


def test_picture_may_point_into_itself() -> None:
    inside = '<!-- <!x --><defs><linearGradient id="g"/></defs><rect id="r" width="9" height="9" fill="url(#g)"/><use href="#r"/>'

    assert png_size(picture_png(svg(inside))) == (800, 400)


@pytest.mark.parametrize(
    "size",
    [
        "",
        'width="0" height="9"',
        'width="9"',
        'width="14001" height="9"',
        'width="-4" height="4"',
        'viewBox="0 0 9"',
        'width="nan" height="9"',
    ],
)
def test_picture_without_a_size_that_can_be_is_refused(size: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^The picture has no size that a file can have"):
        picture_png(svg(size=size))


@pytest.mark.parametrize("scale", [0.0, -2.0, 50.0, float("nan"), float("inf")])
def test_scale_that_makes_no_picture_is_refused(scale: float) -> None:
    with pytest.raises(InvalidInputError, match=r"^The picture cannot be drawn at"):
        picture_png(svg(), scale=scale)


def test_picture_of_too_many_letters_is_refused() -> None:
    with pytest.raises(InvalidInputError, match=r"^The picture is too large for a file\."):
        picture_png(svg("x" * 4_000_001))


def test_picture_that_is_too_deep_to_draw_is_refused() -> None:
    deep = svg("<g>" * 2000 + "</g>" * 2000)

    with pytest.raises(InvalidInputError, match=r"^The picture cannot be read as SVG\."):
        picture_png(deep)
    with pytest.raises(InvalidInputError, match=r"^The picture cannot be read as SVG\."):
        picture_pdf(deep, title="x")
