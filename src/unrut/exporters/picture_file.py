"""A picture drawn by the program as a file of its own: PNG, or PDF on a page of its size."""

import re
from dataclasses import dataclass
from importlib.resources import files
from xml.etree import ElementTree as ET

from unrut.core.errors import InvalidInputError
from unrut.exporters.paper import plain
from unrut.exporters.typesetting import CannotBeSetError, Page, language_of, set_pdf, set_png

TEMPLATE = "picture.typ"
LONGEST_SVG = 4_000_000
LONGEST_SIDE = 14_000
MOST_DOTS = 60_000_000
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NUMBERS_OF_BOX = 4
# A browser shows 96 dots of a picture on an inch; a page has 72 points.
_POINTS = 0.75
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OUTWARD = re.compile(r"url\(\s*['\"]?\s*[^'\"#\s]|@import", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture that may be drawn, its size in dots, and what it says."""

    svg: str
    width: float
    height: float
    says: str


def picture_png(svg: str, *, scale: float = 2.0) -> bytes:
    """The picture as PNG, `scale` times as many dots wide and high as it says it is.

    Raises InvalidInputError when it cannot be read, points outside itself, or is too large.
    """
    picture = _checked(svg)
    if not (scale > 0 and picture.width * picture.height * scale**2 <= MOST_DOTS):
        raise InvalidInputError(
            f"The picture cannot be drawn at {scale:g} times its size. Take it as PDF, or show a shorter time."
        )
    try:
        return set_png(_page(picture, "", "en"), scale=scale / _POINTS)
    except CannotBeSetError as error:
        raise _unreadable() from error


def picture_pdf(svg: str, *, title: str, language: str = "en") -> bytes:
    """The picture as PDF with a title; its own title and description are read in its place.

    It keeps to PDF/UA-1 unless a sign has no font. Raises InvalidInputError as `picture_png` does.
    """
    page = _page(_checked(svg), title, language)
    try:
        return set_pdf(page, is_accessible=True)
    except CannotBeSetError:
        return _plain_pdf(page)


def _plain_pdf(page: Page) -> bytes:
    try:
        return set_pdf(page, is_accessible=False)
    except CannotBeSetError as error:
        raise _unreadable() from error


def _page(picture: _Picture, title: str, language: str) -> Page:
    named = plain(title) or picture.says or "Unrut"
    values = {
        "svg": picture.svg,
        "width": f"{picture.width * _POINTS}",
        "height": f"{picture.height * _POINTS}",
        "title": named,
        "says": picture.says or named,
        "lang": language_of(language)[0],
    }
    return Page(files("unrut.exporters").joinpath(TEMPLATE).read_bytes(), values)


def _checked(svg: str) -> _Picture:
    if len(svg) > LONGEST_SVG:
        raise InvalidInputError("The picture is too large for a file. Show a shorter time, and try again.")
    root = _read(svg)
    for element in root.iter():
        if _points_outside(element):
            raise InvalidInputError(
                "The picture points to something outside itself. Take those links out, and try again."
            )
    width, height = _size(root)
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        raise InvalidInputError(
            f"The picture has no size that a file can have, 1 to {LONGEST_SIDE} dots each way. Show a shorter time."
        )
    says = [plain(root.findtext(f"{_SVG}{name}") or "") for name in ("title", "desc")]
    return _Picture(svg, width, height, ". ".join(filter(None, says)))


def _read(svg: str) -> ET.Element:
    # A document type could make a small file endlessly large, and none of our pictures has one.
    if "<!" in _COMMENT.sub("", svg):
        raise _unreadable()
    try:
        root = ET.fromstring(svg)  # noqa: S314 - without a document type there is nothing to expand
    except (ET.ParseError, UnicodeEncodeError) as error:
        raise _unreadable() from error
    if root.tag != f"{_SVG}svg":
        raise _unreadable()
    return root


def _points_outside(element: ET.Element) -> bool:
    """Whether a link, an address in a style, or an embedded picture leads out of the picture."""
    addresses = [value for name, value in element.items() if name.rpartition("}")[2] == "href"]
    styles = [*element.attrib.values(), (element.text or "") if element.tag == f"{_SVG}style" else ""]
    is_outward = any(not address.startswith("#") for address in addresses)
    return is_outward or any(_OUTWARD.search(style) for style in styles)


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height in dots as told, else those of the view box; zero where neither tells."""
    box = root.get("viewBox", "").replace(",", " ").split()
    of_box = box[2:] if len(box) == _NUMBERS_OF_BOX else ["", ""]
    width, height = (
        _length(root.get(side, "").removesuffix("px")) or _length(boxed)
        for side, boxed in zip(("width", "height"), of_box, strict=True)
    )
    return width, height


def _length(text: str) -> float:
    return float(text) if _NUMBER.fullmatch(text) else 0.0


def _unreadable() -> InvalidInputError:
    return InvalidInputError(
        "The picture cannot be read as SVG. Open its page again, and take the file from there."
    )
