"""Openings from HRMDirect (ClearCompany): the table of a careers page, the page of one posting, and the feed."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, required_title
from unrut.importers.openings.dates import Order, day_in
from unrut.importers.openings.fields import (
    company_of_host,
    line_of,
    own_fields,
    place_of,
    title_notes,
    told,
    workplace_of,
)
from unrut.importers.openings.marked_up import filled_from, marked_up
from unrut.importers.openings.pages import link_of, page_of, site_of, text_in, words_in, words_of
from unrut.importers.openings.xml import is_xml, markup_in, xml_root
from unrut.importers.openings.xml import words_in as words_under
from unrut.importers.text_tools import is_json, safe_link, text_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

HEAD = 4 * 1024 * 1024
DOMAIN = "hrmdirect.com"
FEED_LINK = b".hrmdirect.com/employment/job-opening.php"
NUMBER = re.compile(r"[?&](?:amp;)?req=([\w-]{1,40})")
OWN_ADDRESS = re.compile(r"https?://[\w-]{1,63}\.hrmdirect\.com/")
TITLE_BEFORE = re.compile(
    r"^(?:careers?|jobs?|employment|job openings?|opportunities)\s(?:at|with)\s", re.IGNORECASE
)
TITLE_AFTER = re.compile(
    r"\s[-|–:]\s(?:careers?|jobs?|employment|current|open|job openings?|opportunities)\b.*$|\scareers$",
    re.IGNORECASE,
)
DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
CLOSING = re.compile(r"\b(?:clos|deadline|expir|end)", re.IGNORECASE)
POSTING = re.compile(r"\b(?:post|open|publish|added)", re.IGNORECASE)
FACTS = "table.viewFields tr"
# Cells say what they hold by the beginning of their class or identity, and fields of a posting by their label.
CELLS = {
    "postitle": "title",
    "departments": "department",
    "offices": "office",
    "cities": "city",
    "state": "state",
    "countries": "country",
    "categories": "category",
    "jobtype": "contract",
    "emptype": "contract",
    "salary": "pay",
    "date": "posted",
}
LABELS = {
    "department": "department",
    "office": "office",
    "location": "place",
    "locations": "place",
    "city": "city",
    "state": "state",
    "country": "country",
    "salary": "pay",
    "salary range": "pay",
    "pay": "pay",
    "pay range": "pay",
    "compensation": "pay",
    "type of hire": "contract",
    "date posted": "posted",
    "posted": "posted",
    "req #": "requisition",
    "req id": "requisition",
}
FIELDS = frozenset({*CELLS.values(), *LABELS.values(), "closes"})


class HrmDirectImporter:
    """Reads the rows of `job-openings.php`, the page of one posting, and `rss.php`."""

    name = "hrmdirect"
    label = "an HRMDirect careers page"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where rows or entries carry the classes and links that only this vendor uses."""
        head = content[:HEAD]
        if is_json(content):
            return 0.0
        if b"<rss" in head[:1000]:
            return 0.95 if FEED_LINK in head else 0.0
        is_list = (b"job-opening.php?req=" in head or b"data-req-id" in head) and (
            b"reqitem" in head or b"posTitle" in head
        )
        is_posting = b'class="jobDesc"' in head or (b"viewFieldName" in head and b"hrmdirect.com" in head)
        return 0.95 if is_list or is_posting else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the page; its title names the employer."""
        if is_xml(content, b"rss"):
            return _feed(xml_root(content), company)
        page = page_of(content)
        site = _site(page)
        rows = [row for row in page.css("tr") if _is_opening(row)]
        if rows:
            employer = _company(page, company, site)
            columns = [words_of(head) for head in page.css("th")]
            records = [(f"job {number}", {"row": row}) for number, row in enumerate(rows, start=1)]
            return collect(records, lambda record: _row(record["row"], columns, site, employer))
        if page.css_first(f".jobDesc, {FACTS}") is None:
            raise UnreadableFileError(
                "The page holds no table of openings of HRMDirect that we can find. Save the page of the list as it is."
            )
        marked = marked_up(content, company)
        return collect([("the page", {})], lambda _: filled_from(marked, _posting(page, site, company)))


def _site(page: "LexborHTMLParser") -> str:
    """The address of the page, or the folder of postings on the host that some link of it names."""
    found = OWN_ADDRESS.search(page.html or "")
    return site_of(page) or (f"{found[0]}employment/" if found else "")


def _company(page: "LexborHTMLParser", company: str, site: str) -> str:
    """The employer of a title such as "Careers At Acme" or "Acme - Careers"; another title may be of anything."""
    titles = (words_in(page, "title"), words_in(page, ".careersTitle"))
    named = (TITLE_AFTER.sub("", TITLE_BEFORE.sub("", title)) for title in titles)
    found = next((name for name, title in zip(named, titles, strict=True) if name != title), "")
    return found or company or company_of_host(site, DOMAIN)


def _is_opening(row: "LexborNode") -> bool:
    given = row.attributes
    marks = (given.get("class") or "").split()
    is_marked = "data-req-id" in given or any(mark.startswith(("reqitem", "ReqRowClick")) for mark in marks)
    return is_marked and row.css_first("td") is not None


def _row(row: "LexborNode", columns: list[str], site: str, company: str) -> PostedOpening:
    anchor = row.css_first("a[href*='req=']")
    facts = list(_cells(row, columns))
    facts.append(("requisition", row.attributes.get("data-custom-req-id") or ""))
    if anchor is not None:
        facts.append(("title", words_of(anchor)))
    address = (anchor.attributes.get("href") or "") if anchor is not None else ""
    number = row.attributes.get("data-req-id") or _number(address)
    url = link_of(anchor, site)
    text = text_in(row, ".jobDesc, .reqDesc")
    facts.append(("Address", "" if url else address))
    return _opening(facts, number, url=url, text=text, company=company)


def _number(address: str) -> str:
    found = NUMBER.search(address)
    return found[1] if found else ""


def _cells(row: "LexborNode", columns: list[str]) -> Iterator[tuple[str, str]]:
    """What each cell holds, by its class or identity, its column, or its looks."""
    cells = row.css("td")
    labels = columns if len(columns) == len(cells) else [""] * len(cells)
    for label, cell in zip(labels, cells, strict=True):
        words = words_of(cell)
        if words:
            yield _marked(cell) or _labelled(label, words), words


def _marked(cell: "LexborNode") -> str:
    given = cell.attributes
    marks = f"{given.get('id') or ''} {given.get('class') or ''}".lower().split()
    return next((CELLS[name] for mark in marks for name in CELLS if mark.startswith(name)), "")


def _labelled(label: str, words: str) -> str:
    """The field that a label names; a day under no label or one of posting is the day it was posted."""
    plain = label.strip(" :").casefold()
    if plain in LABELS:
        return LABELS[plain]
    if DAY.fullmatch(words) and CLOSING.search(plain):
        return "closes"
    is_posted = DAY.fullmatch(words) and (not plain or plain == "date" or POSTING.search(plain))
    return "posted" if is_posted else label.strip(" :") or "Further"


def _posting(page: "LexborHTMLParser", site: str, company: str) -> PostedOpening:
    title = _meta(page, "og:title") or words_in(page, "h2") or words_in(page, "h1")
    facts = [("title", title), *_page_facts(page)]
    number = _number(site)
    address = site if number else ""
    text = text_in(page, ".jobDesc")
    return _opening(facts, number, url=address, text=text, company=_company(page, company, site))


def _meta(page: "LexborHTMLParser", name: str) -> str:
    found = page.css_first(f"meta[property='{name}']")
    return line_of(found.attributes.get("content")) if found is not None else ""


def _page_facts(page: "LexborHTMLParser") -> Iterator[tuple[str, str]]:
    """The labels and values of the table above the text of a posting."""
    for row in page.css(FACTS):
        cells = row.css("td, th")
        if len(cells) == 2 and row.css_first(".jobDesc") is None:  # noqa: PLR2004 - a label and its value
            words = words_of(cells[1])
            yield _labelled(words_of(cells[0]), words), words


def _feed(root: Element, company: str) -> Parsed:
    items = [(f"job {number}", {"item": item}) for number, item in enumerate(root.iter("item"), start=1)]
    return collect(items, lambda record: _item(record["item"], company))


def _item(item: Element, company: str) -> PostedOpening:
    link = safe_link(words_under(item, "link")) or safe_link(words_under(item, "guid"))
    facts = [
        ("title", line_of(words_under(item, "title"))),
        ("posted", words_under(item, "pubDate").strip("\"'“” ")),
        ("category", words_under(item, "category")),
    ]
    text = text_of(markup_in(item, "description"))
    employer = company or company_of_host(link, DOMAIN)
    return _opening(facts, _number(link), url=link, text=text, company=employer)


def _opening(
    facts: Sequence[tuple[str, str]], number: str, *, url: str, text: str, company: str
) -> PostedOpening:
    known = _known(facts)
    ours, others = own_fields(_others(facts, known))
    title = required_title(known.get("title", ""))
    place, office = _places(known)
    return PostedOpening(
        source=HrmDirectImporter.name,
        key=key_of(number, title=title, company=company, place=place, text=text),
        title=title,
        company=company,
        place=place,
        workplace=workplace_of(f"{title_notes(title)} {office}", place),
        url=url,
        hours=ours.get("hours", ""),
        schedule=ours.get("schedule", ""),
        contract=known.get("contract") or ours.get("contract", ""),
        seniority=ours.get("seniority", ""),
        education=ours.get("education", ""),
        department=known.get("department", ""),
        category=known.get("category") or ours.get("category", ""),
        pay=known.get("pay", ""),
        requisition=known.get("requisition") or ours.get("requisition", ""),
        posted_on=day_in(known.get("posted"), Order.MONTH_FIRST),
        closes_on=day_in(known.get("closes"), Order.MONTH_FIRST),
        starts=ours.get("starts", ""),
        text=text,
        more=told(("Office", office), *others),
    )


def _known(facts: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The first words of each of our fields."""
    known: dict[str, str] = {}
    for field, words in facts:
        if field in FIELDS and words:
            known.setdefault(field, words)
    return known


def _others(facts: Sequence[tuple[str, str]], known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What no field of ours is for, and what is said a second time in other words."""
    for label, words in facts:
        if label not in FIELDS:
            yield label, words
        elif label not in {"title", "requisition"} and words != known.get(label, ""):
            yield label.capitalize(), words


def _places(known: dict[str, str]) -> tuple[str, str]:
    """The place, and the office where that is another thing."""
    parts = place_of(known.get("city", ""), known.get("state", ""), known.get("country", ""))
    office = known.get("office", "")
    place = known.get("place") or parts or office
    return place, "" if office == place else office
