"""The elements of an iCIMS portal's pages: the rows of a search, the parts of a posting, and labels with their words."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from unrut.importers.openings.dates import Order, day_in
from unrut.importers.openings.fields import unique
from unrut.importers.openings.pages import ancestors, text_of_node, words_in, words_of
from unrut.importers.text_tools import one_line

if TYPE_CHECKING:
    from datetime import date

    from selectolax.lexbor import LexborHTMLParser, LexborNode

LINK = "a[href*='/jobs/']"
LIST = ".iCIMS_JobCardItem, .iCIMS_ListingsPage, .iCIMS_JobListingRow"
POSTING = ".iCIMS_InfoMsg_Job, .iCIMS_InfoField_Job, .iCIMS_JobContent, a.iCIMS_ApplyOnlineButton"
CARDS = frozenset({"iCIMS_JobCardItem", "iCIMS_JobListingRow", "row"})
NEAR = 6  # steps up from the link of a posting to the card or row that holds its fields

NUMBER = re.compile(r"/jobs/(\d{1,12})(?:/|$)")
HIRING = re.compile(r"(?:careers|jobs|job listings|job opportunities) at (.{1,200})$", re.IGNORECASE)
HALF_DAY = re.compile(r"\d\s?[AP]M\b", re.IGNORECASE)  # who writes it puts the month before the day
TITLES = re.compile(r"\btitle\b")


def is_posting(page: "LexborHTMLParser") -> bool:
    """Whether the page is that of one posting, which may end with links to others."""
    return page.css_first(POSTING) is not None and page.css_first(LIST) is None


def rows_of(page: "LexborHTMLParser") -> "Iterator[tuple[LexborNode, LexborNode]]":
    """The link of each posting once, with the card or the row that holds its fields."""
    seen: set[str] = set()
    for link in page.css(LINK):
        number = number_in(path_of(link))
        if number and number not in seen and words_of(link):
            seen.add(number)
            yield link, _card_of(link)


def number_in(path: str) -> str:
    """The number by which an address tells a posting."""
    found = NUMBER.search(path)
    return found[1] if found else ""


def path_of(link: "LexborNode") -> str:
    """Where a link leads, without what is asked of the page there."""
    return (link.attributes.get("href") or "").partition("?")[0].strip()


def _card_of(link: "LexborNode") -> "LexborNode":
    near = list(islice(ancestors(link), NEAR))
    cards = (node for node in near if node.tag in {"li", "tr"} or CARDS & set(_classes(node).split()))
    return next(cards, near[0])


def _classes(node: "LexborNode") -> str:
    return node.attributes.get("class") or ""


def sections_of(page: "LexborHTMLParser") -> Iterator[str]:
    """The parts of a posting, each under its heading."""
    heading = ""
    for node in page.css(".iCIMS_InfoField_Job, .iCIMS_InfoMsg_Job"):
        if "iCIMS_InfoField_Job" in _classes(node):
            heading = _label(node)
            continue
        text = text_of_node(node)
        if text:
            yield f"{heading}\n{text}" if heading else text
        heading = ""


def titled_company(page: "LexborHTMLParser") -> str:
    """The employer that the title of a page names, as in "Careers at Acme"."""
    found = HIRING.search(words_in(page, "title"))
    return found[1] if found else ""


def day_of_portal(words: str) -> "date | None":
    """The day of words such as "9/1/2026 5:04 PM"."""
    return day_in(words, Order.MONTH_FIRST if HALF_DAY.search(words) else Order.UNKNOWN)


def fields_of(node: "LexborNode | LexborHTMLParser") -> Iterator[tuple[str, str]]:
    """Labels and what stands behind them, in each of the layouts of the portals."""
    for label, words in (*_of_groups(node), *_of_hidden_labels(node), *_of_tables(node)):
        if label and words and not TITLES.search(label.lower()):
            yield label, words
    for place in node.css(".iCIMS_JobLocation"):
        yield "Location", words_of(place)


def _of_groups(node: "LexborNode | LexborHTMLParser") -> Iterator[tuple[str, str]]:
    """Names and values of a definition list; a day that is told as "2 days ago" has its date as a title."""
    for group in node.css(".iCIMS_JobHeaderTag"):
        dated = group.css_first("dd [title]")
        day = one_line((dated.attributes.get("title") or "") if dated is not None else "")
        words = value_of(group.css_first(".iCIMS_JobHeaderData, dd"))
        yield _label(group.css_first(".iCIMS_JobHeaderField, dt")), day if day_of_portal(day) else words


def _of_hidden_labels(node: "LexborNode | LexborHTMLParser") -> Iterator[tuple[str, str]]:
    """Labels for those who hear the page, with the words beside them."""
    for hidden in node.css(".field-label, .header > .sr-only"):
        parent = hidden.parent
        if parent is not None and parent.tag not in {"dt", "a"}:
            yield _label(hidden), value_of(parent)


def _of_tables(node: "LexborNode | LexborHTMLParser") -> Iterator[tuple[str, str]]:
    """The cells of an older layout, beside the heads of their row or under those of their column."""
    rows = node.css(".iCIMS_JobHeaderTable tr")
    for row in rows:
        yield from zip(map(_label, row.css("th")), map(words_of, row.css("td")), strict=False)
    if getattr(node, "tag", "") == "tr" and not rows:
        yield from zip(_heads_of(node), map(words_of, node.css("td")), strict=False)


def _heads_of(row: Any) -> list[str]:
    table = next((node for node in islice(ancestors(row), NEAR) if node.tag == "table"), None)
    first = table.css_first("tr") if table is not None else None
    return [_label(head) for head in first.css("th")] if first is not None else []


def _label(node: "LexborNode | None") -> str:
    return words_of(node).rstrip(" :")


def value_of(node: "LexborNode | None") -> str:
    """The words of an element without those that are only for who hears the page."""
    words = words_of(node)
    hidden = node.css(".sr-only, .field-label") if node is not None else []
    for label in unique(map(words_of, hidden)):
        words = words.removeprefix(label).removesuffix(label).strip(" :")
    return words
