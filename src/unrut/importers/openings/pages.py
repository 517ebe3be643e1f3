"""Saved pages of job boards, taken apart by their elements."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from unrut.importers.contract import UnreadableFileError
from unrut.importers.text_tools import decoded, is_too_deep, one_line, plain_text, safe_link

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

LINK = re.compile(r"</?a(?=[\s>])", re.IGNORECASE)


def page_of(content: bytes) -> "LexborHTMLParser":
    """The elements of a page.

    Raises UnreadableFileError where they are nested beyond any real page.
    """
    page = decoded(content)
    # A link cannot stand in a link, and some boards never close theirs, so a long list is not deep for its links.
    if is_too_deep(LINK.sub("<", page)):
        raise UnreadableFileError(
            "The page is nested too deeply for a list of openings. Save it again from its source."
        )
    from selectolax.lexbor import LexborHTMLParser  # slow to load, and only needed for such pages

    return LexborHTMLParser(page)


def words_of(node: "LexborNode | None") -> str:
    """The words of an element on one line."""
    return "" if node is None else one_line(node.text(separator=" "))


def words_in(node: "LexborNode | LexborHTMLParser", selector: str) -> str:
    """The words of the first element inside that says something."""
    return next((words for each in node.css(selector) if (words := words_of(each))), "")


def text_in(node: "LexborNode | LexborHTMLParser", selector: str) -> str:
    """The text of the first element inside, with its paragraphs and lists."""
    found = node.css_first(selector)
    return "" if found is None else text_of_node(found)


def text_of_node(node: "LexborNode") -> str:
    """The text of an element, with its paragraphs and lists."""
    return plain_text(node.html or "")


def ancestors(node: "LexborNode") -> "Iterator[LexborNode]":
    """The elements an element stands in, from the inside out."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def link_of(node: "LexborNode | None", site: str) -> str:
    """Where an element leads; an address without a host is taken as one of the site."""
    href = (node.attributes.get("href") or "") if node is not None else ""
    return safe_link(_joined(site, href.strip())) if href.strip() else ""


def site_of(page: "LexborHTMLParser") -> str:
    """The address a saved page names as its own, "" where it names none."""
    for selector, attribute in (
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
        ("base", "href"),
    ):
        found = page.css_first(selector)
        link = safe_link(found.attributes.get(attribute)) if found is not None else ""
        if link:
            return link
    return ""


def _joined(site: str, href: str) -> str:
    try:
        return urljoin(site, href)
    except ValueError:
        return ""
