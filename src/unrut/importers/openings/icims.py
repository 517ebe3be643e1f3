"""Openings from the careers portals of iCIMS: pages of a search, and the page of one posting."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, required_title
from unrut.importers.openings.fields import (
    joined_places,
    split_places,
    told,
    unique,
    with_own_fields,
    workplace_of,
)
from unrut.importers.openings.icims_page import (
    day_of_portal,
    fields_of,
    is_posting,
    number_in,
    path_of,
    rows_of,
    sections_of,
    titled_company,
    value_of,
)
from unrut.importers.openings.marked_up import filled_from, marked_up
from unrut.importers.openings.pages import link_of, page_of, site_of, text_in, words_in
from unrut.importers.text_tools import is_json, one_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

HEAD = 4 * 1024 * 1024
DOMAIN = ".icims.com"
YES = frozenset({"yes", "true", "y"})
HEADER = "h1.iCIMS_Header, .iCIMS_Header h1, .iCIMS_Header_JobTitle, .iCIMS_JobContent h1, h1"

NUMBERED = re.compile(r"^\d[\w-]{0,30}\s+-\s+")
CODED_PLACE = re.compile(r"([A-Z]{2})-(?:([A-Z0-9]{1,3})-)?(\S.{0,200})")
PORTAL = re.compile(r"careers?|jobs?|external|internal|hourly|english|us|uk|ca|en", re.IGNORECASE)
PAY = re.compile(r"\b(?:salary|pay|compensation|wage|hiring range|hourly rate|min|max|mid|minimum|maximum)\b")
NO_PAY = re.compile(r"\b(?:grade|band|level|type|class|code|frequency|group)\b")
# What the fields of a card and of a posting are called, and where they belong.
FIELDS = {
    "id": "job id|id|req id|requisition id|job number|requisition number|requisition #|tracking code",
    "posted": "posted date|date posted|posted|job posted date|posting date|posted on",
    "closes": "closing date|close date|application deadline|posting end date",
    "department": "department|business unit|division",
    "category": "category|job category|categories|job function|job family",
    "contract": "type|position type|job type|employment type|employee type|job status|employment status",
    "schedule": "schedule|shift|work schedule|shift type|full-time/part-time|full/part time",
    "workplace": "remote|remote type|location type|workplace type|work arrangement|telecommute|remote eligible",
    "company": "company|company name|client name|organization|employer",
    "place": "job locations|job location|location|locations|work location|work locations|primary location"
    "|additional locations|location : location|location : name",
    "town": "city|location : city|job location : city",
    "region": "state|state/province|location : state/province|location : state",
    "country": "country|location : country",
}
NAMES = {name: field for field, names in FIELDS.items() for name in names.split("|")}


@dataclass(frozen=True, slots=True)
class _Said:
    """What is read of a card or a posting before it is an opening."""

    title: str
    url: str
    number: str
    pairs: list[tuple[str, str]]
    text: str
    company: str  # as the reader was told or the page is titled
    apply_url: str = ""


class IcimsImporter:
    """Reads the cards or rows of a search page, and a posting in `iCIMS_JobContent`."""

    name = "icims"
    label = "an iCIMS careers portal"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where the page is written with the classes that only this vendor uses."""
        head = content[:HEAD]
        is_page = b"iCIMS_" in head and not is_json(content)
        return 0.92 if is_page and (b"/jobs/" in head or b"iCIMS_InfoMsg_Job" in head) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the page."""
        page = page_of(content)
        if is_posting(page):
            marked = marked_up(content, company)
            return collect(
                [("the page", {})], lambda _: filled_from(marked, _opening(_posting(page, company, marked)))
            )
        rows = list(rows_of(page))
        if not rows:
            raise UnreadableFileError(
                "The page holds no openings of an iCIMS portal that we can find. Save the page of the search as it is."
            )
        site, employer = site_of(page), company or titled_company(page)
        records = [(f"job {number}", {"row": row}) for number, row in enumerate(rows, start=1)]
        return collect(records, lambda record: _opening(_card(record["row"], site, employer)))


def _card(row: "tuple[LexborNode, LexborNode]", site: str, company: str) -> _Said:
    link, card = row
    named = NUMBERED.sub("", one_line(link.attributes.get("title") or ""))
    title = words_in(card, "h1, h2, h3, h4") or named or NUMBERED.sub("", value_of(link))
    teaser = text_in(card, ".description")
    return _Said(title, link_of(link, site), number_in(path_of(link)), list(fields_of(card)), teaser, company)


def _posting(page: "LexborHTMLParser", company: str, marked: PostedOpening | None) -> _Said:
    apply_url = link_of(page.css_first("a.iCIMS_ApplyOnlineButton"), site_of(page))
    url = (marked.url if marked else "") or site_of(page) or apply_url.partition("?")[0]
    text = "\n\n".join(sections_of(page)) or text_in(page, ".iCIMS_JobContent")
    employer = (marked.company if marked else "") or company or titled_company(page)
    number = number_in(urlsplit(url).path)
    return _Said(words_in(page, HEADER), url, number, list(fields_of(page)), text, employer, apply_url)


def _opening(said: _Said) -> PostedOpening:
    title = required_title(said.title)
    known, pays, others = _sorted_fields(said.pairs)
    employer = known.get("company", "") or said.company or _company_of(said.url)
    place = _place(said.pairs, known)
    opening = PostedOpening(
        source=IcimsImporter.name,
        key=key_of(said.number, title=title, company=employer, place=place, text=said.text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_of(_workplace_words(known), place),
        url=said.url,
        apply_url=said.apply_url,
        schedule=known.get("schedule", ""),
        contract=known.get("contract", ""),
        department=known.get("department", ""),
        category=known.get("category", ""),
        pay=" to ".join(unique(words for _, words in pays)),
        requisition=known.get("id", ""),
        posted_on=day_of_portal(known.get("posted", "")),
        closes_on=day_of_portal(known.get("closes", "")),
        text=said.text,
        more=told(*_more(known, place)),
    )
    return with_own_fields(opening, others)


def _sorted_fields(
    pairs: Iterable[tuple[str, str]],
) -> tuple[dict[str, str], list[tuple[str, str]], list[tuple[str, str]]]:
    """What the fields say by the names of ours, those of pay, and the others."""
    known: dict[str, str] = {}
    pays: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    for label, words in pairs:
        field = NAMES.get(_plain(label), "")
        if field == "place" or (field and known.setdefault(field, words) == words):
            continue
        (pays if _is_pay(label.lower(), words) else others).append((label, words))
    return known, pays, others


def _is_pay(label: str, words: str) -> bool:
    return bool(PAY.search(label)) and not NO_PAY.search(label) and any(map(str.isdigit, words))


def _plain(label: str) -> str:
    return label.lower().removesuffix(" (portal searching)")


def _place(pairs: list[tuple[str, str]], known: dict[str, str]) -> str:
    stated = [words for label, words in pairs if NAMES.get(_plain(label)) == "place"]
    places = [_readable_place(place) for words in stated for place in split_places(words)]
    parts = (known.get(name, "") for name in ("town", "region", "country"))
    return joined_places(places) or ", ".join(unique(parts))


def _readable_place(words: str) -> str:
    """The place of codes such as "US-IL-Chicago": town, state and country."""
    found = CODED_PLACE.fullmatch(words)
    return ", ".join(filter(None, (found[3], found[2], found[1]))) if found else words


def _workplace_words(known: dict[str, str]) -> str:
    stated = known.get("workplace", "")
    return "remote" if stated.lower() in YES else stated


def _more(known: dict[str, str], place: str) -> Iterator[tuple[str, str]]:
    """Days in words that no calendar knows, such as "3 days ago", and what the place does not say."""
    for field, label in (("posted", "Posted"), ("closes", "Closes")):
        words = known.get(field, "")
        yield label, "" if day_of_portal(words) else words
    workplace = known.get("workplace", "")
    yield "Remote" if workplace.lower() in {*YES, "no", "false", "n"} else "Workplace", workplace
    for field, label in (("town", "City"), ("region", "State"), ("country", "Country")):
        words = known.get(field, "")
        yield label, "" if words in place else words


def _company_of(url: str) -> str:
    """The employer of a host such as careers-acme.icims.com."""
    host = (urlsplit(url).hostname or "") if url else ""
    parts = host.removesuffix(DOMAIN).split("-") if host.endswith(DOMAIN) else []
    named = [part.capitalize() for part in parts if not (PORTAL.fullmatch(part) or "careers" in part)]
    return "" if "." in host.removesuffix(DOMAIN) else " ".join(named)
