"""Pages of governmentjobs.com and schooljobs.com: the list of an agency's openings, and one of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, required_title
from unrut.importers.openings.dates import Order, day_in
from unrut.importers.openings.fields import told, unique, with_own_fields, workplace_of
from unrut.importers.openings.marked_up import filled_from, marked_up
from unrut.importers.openings.pages import link_of, page_of, site_of, text_in, words_in, words_of
from unrut.importers.text_tools import one_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

SITES = (b"https://www.governmentjobs.com", b"https://www.schooljobs.com")
LINK = "a.item-details-link, a.job-details-link, .job-table-title a"
TERM = "term-description"
HEADING = "h2.entity-title, h1.entity-title, .job-title, h1"
NUMBER = re.compile(r"/jobs/(?:newprint/)?(\d{1,12})")
AGENCY = re.compile(r"/careers/([\w-]{1,80})/")
FOR_ALL = frozenset({"home", "jobs"})  # folders of the site itself
ENDS = re.compile(r"^(?:posted|closes?|closing|ends?)\s(?:on\s|date\s)?", re.IGNORECASE)
# What the labels of a posting are called here and with us.
LABELS = {
    "location": "place",
    "salary": "pay",
    "job type": "contract",
    "job number": "requisition",
    "department": "department",
    "category": "category",
    "opening date": "posted",
    "posted": "posted",
    "closing date": "closes",
    "closing": "closes",
    "remote employment": "remote",
}
# What the cells of a list as a table hold, by their classes.
CELLS = {
    "job-table-type": "contract",
    "job-table-salary": "pay",
    "job-table-posted": "posted",
    "job-table-closing": "closes",
    "job-table-department": "department",
    "job-table-category": "category",
    "job-table-location": "place",
    "job-table-jobnumber": "requisition",
}
FIELDS = frozenset({*LABELS.values(), *CELLS.values()})


def is_neogov_page(head: bytes) -> bool:
    """Whether the beginning of a page has the classes and addresses that only this vendor uses."""
    is_list = b"item-details-link" in head and b"/jobs/" in head
    is_posting = b"term-description" in head and any(site[12:] in head for site in SITES)
    return is_list or is_posting


def read_page(content: bytes, company: str, *, source: str) -> Parsed:
    """The openings of a list, or the one that a page shows."""
    page = page_of(content)
    site = site_of(page) or next((each.decode() for each in SITES if each[12:] in content), "")
    rows = [row for row in _rows(page) if row.css_first(LINK) is not None]
    if rows:
        records = [(f"job {number}", {"row": row}) for number, row in enumerate(rows, start=1)]
        return collect(records, lambda record: _row(record["row"], site, company, source))
    if page.css_first(f".{TERM}, #details-info") is None:
        raise UnreadableFileError(
            "The page holds no openings of NEOGOV that we can find. Save the page of the list as it is."
        )
    marked = marked_up(content, company)
    read = _posting if marked else _unmarked
    return collect([("the page", {})], lambda _: filled_from(marked, read(page, site, company, source)))


def _rows(page: "LexborHTMLParser") -> list["LexborNode"]:
    """The cards of a list, and the rows of one that is a table."""
    cells = page.css("tr > .job-table-title")
    return [
        *page.css("li.list-item, li.job-item"),
        *(cell.parent for cell in cells if cell.parent is not None),
    ]


def _row(row: "LexborNode", site: str, company: str, source: str) -> PostedOpening:
    anchor = row.css_first(LINK)
    facts = list(_cells(row) if row.tag == "tr" else _row_facts(row, anchor))
    url = link_of(anchor, site)
    address = (anchor.attributes.get("href") or "") if anchor is not None else ""
    facts.append(("Address", "" if url else address))
    number = row.attributes.get("data-job-id") or _found(NUMBER, address)
    employer = company or _agency(address)
    text = text_in(row, ".list-entry, .list-job-description")
    return _opening(words_of(anchor), facts, number, url, text, employer, source)


def _cells(row: "LexborNode") -> Iterator[tuple[str, str]]:
    yield "department", "; ".join(unique(map(words_of, row.css(".job-table-department"))))
    for cell in row.css("td"):
        for mark in (cell.attributes.get("class") or "").split():
            if mark in CELLS:
                yield CELLS[mark], words_of(cell)


def _row_facts(row: "LexborNode", anchor: "LexborNode | None") -> Iterator[tuple[str, str]]:
    """What a card says: its place first, then its kind and pay on one line, then lines with labels."""
    for at, line in enumerate(row.css(".list-meta > li")):
        words = words_of(line)
        label, colon, value = words.partition(":")
        if colon and label.strip().casefold() in LABELS:
            yield LABELS[label.strip().casefold()], value.strip()
        elif "$" in words:
            kind, _, pay = words.partition("$")
            yield "contract", kind.strip(" -")
            yield "pay", f"${pay}"
        elif line.css_first("span") is not None:
            kind, _, pay = words.partition(" - ")
            yield "contract", kind
            yield "pay", pay
        else:
            yield "place" if at == 0 else "contract", words
    yield "posted", words_in(row, ".list-entry-starts")
    yield "closes", words_in(row, ".list-entry-ends")
    yield "department", one_line((anchor and anchor.attributes.get("data-department-name")) or "")


def _posting(page: "LexborHTMLParser", site: str, company: str, source: str) -> PostedOpening:
    facts = [(_field(label), words) for label, words in _labelled(page)]
    texts = (text_in(page, "#details-info"), text_in(page, "#details-benefits"))
    number = _found(NUMBER, site)
    employer = company or _agency(site)
    text = "\n\n".join(filter(None, texts))
    return _opening(words_in(page, HEADING), facts, number, site if number else "", text, employer, source)


def _unmarked(page: "LexborHTMLParser", site: str, company: str, source: str) -> PostedOpening:
    """The posting of a page to print, which has no sections: all of it is the text."""
    opening = _posting(page, site, company, source)
    return opening if opening.text else replace(opening, text=text_in(page, "body"))


def _labelled(page: "LexborHTMLParser") -> list[tuple[str, str]]:
    """The labels of a posting and what stands behind each."""
    return [(words_of(term).strip(" :"), _value_of(term)) for term in page.css(f".{TERM}")]


def _value_of(term: "LexborNode") -> str:
    """What stands in the element after a label, or after the one that holds nothing but the label."""
    following = _element(term.next, "next")
    is_alone = following is None and term.tag != "dt" and _element(term.prev, "prev") is None
    if is_alone and term.parent is not None:
        following = _element(term.parent.next, "next")
    if following is None or TERM in (following.attributes.get("class") or ""):
        return ""
    return "; ".join(unique(map(words_of, following.css("p")))) or words_of(following)


def _element(node: "LexborNode | None", way: str) -> "LexborNode | None":
    """The node, or the first on this way that is no text between elements."""
    while node is not None and (node.tag or "-").startswith("-"):
        node = getattr(node, way)
    return node


def _field(label: str) -> str:
    return LABELS.get(label.casefold(), label.capitalize() if label.isupper() else label)


def _found(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return found[1] if found else ""


def _agency(address: str) -> str:
    """The agency that an address names, such as "Kingcounty"."""
    named = _found(AGENCY, address)
    return "" if named in FOR_ALL else " ".join(part.capitalize() for part in re.split("[-_]", named) if part)


def _opening(
    title: str, facts: list[tuple[str, str]], number: str, url: str, text: str, company: str, source: str
) -> PostedOpening:
    required_title(title)
    known = {field: words for field, words in reversed(facts) if field in FIELDS and words}
    place = known.get("place", "")
    posted, closes = (ENDS.sub("", known.get(field, "")) for field in ("posted", "closes"))
    opening = PostedOpening(
        source=source,
        key=key_of(number, title=title, company=company, place=place, text=text),
        title=title,
        company=company,
        place=place,
        workplace=workplace_of(known.get("remote", ""), place),
        url=url,
        contract=known.get("contract", ""),
        department=known.get("department", ""),
        category=known.get("category", ""),
        pay=known.get("pay", ""),
        requisition=known.get("requisition", ""),
        posted_on=day_in(posted, Order.MONTH_FIRST),
        closes_on=day_in(closes, Order.MONTH_FIRST),
        text=text,
        more=told(
            ("Posted", "" if day_in(posted, Order.MONTH_FIRST) else posted),
            ("Closes", "" if day_in(closes, Order.MONTH_FIRST) else closes),
            ("Remote employment", known.get("remote", "")),
        ),
    )
    return with_own_fields(opening, (fact for fact in facts if fact[0] not in FIELDS))
