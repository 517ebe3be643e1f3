"""Openings from the careers pages of Jobvite: lists and searches, one posting, and the older feed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, required_title
from unrut.importers.openings.dates import Order, day_in, order_in
from unrut.importers.openings.fields import (
    joined_places,
    line_of,
    not_in,
    spaced,
    told,
    with_own_fields,
    workplace_of,
)
from unrut.importers.openings.marked_up import filled_from, marked_up
from unrut.importers.openings.pages import ancestors, link_of, page_of, site_of, text_in, words_in, words_of
from unrut.importers.openings.xml import is_xml, xml_root
from unrut.importers.text_tools import is_json, one_line, safe_link, text_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

HEAD = 4 * 1024 * 1024
NEAR = 5  # steps up from the link of a posting to the row that holds its place
LONGEST_TITLE = 300
SITE = "https://jobs.jobvite.com"
MARKS = (b"jv-", b"jobvite.com")
POSTING = re.compile(r"/([\w.-]{1,80})/job/([A-Za-z0-9]{3,16})(?=[/?#\"'\s]|$)")
LINKS = "a[href*='/job/']"
TITLES = ".jv-job-list-name, .jv-featured-job-title, .title"
PLACES = ".jv-job-list-location, .jv-featured-job-location, .jv-job-location, [class*=location]"
ROWS = frozenset({"jv-featured-job", "jv-job-list-single", "jv-job-list-row", "jv-job-item"})
ONE = ".jv-job-detail-description, .jv-job-detail-meta"
TITLED = re.compile(r"(?:.{1,150} at )?(.{1,80}?) (?:careers|jobs)(?: [-|–] .{1,200})?", re.IGNORECASE)
NUMBERED = re.compile(r"\s?\|?\s?\bReq(?:uisition)?\.? ?(?:#|id:?|no\.?) ?([\w-]{1,30})$", re.IGNORECASE)
AFTER_NAME = re.compile(
    r"[(/,–—-](.*)"
)  # "Remote" behind the name is a place to work, "Remote Sensing" is none
SEVERAL = re.compile(r"\d{1,4} locations?", re.IGNORECASE)
CONTRACT = re.compile(
    r"(?:regular )?(?:full|part)[- ]?time|contract(?:or)?|intern(?:ship)?|temporary|seasonal", re.IGNORECASE
)
# The names that the feed has for our fields; whatever else it says is kept under the name it has there.
FEED = {
    "title": ("title",),
    "id": ("id",),
    "url": ("detail-url", "url"),
    "apply_url": ("apply-url",),
    "department": ("department",),
    "category": ("category",),
    "contract": ("jobtype", "type"),
    "number": ("requisitionid",),
    "place": ("location",),
    "date": ("date",),
    "text": ("description", "briefdescription"),
}
KNOWN = {tag for tags in FEED.values() for tag in tags}


@dataclass(frozen=True, slots=True)
class _Row:
    """What is read of a row or a posting before it is an opening."""

    title: str
    url: str
    category: str
    pieces: tuple[str, ...]  # places, and whatever else stands among them
    company: str
    key: str = ""
    text: str = ""
    apply_url: str = ""


class JobviteImporter:
    """Reads pages whose links lead to `/company/job/oXXXXXXX`, and the XML feed with `<job>` entries."""

    name = "jobvite"
    label = "a Jobvite careers page"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where links have the shape that only this vendor uses, and its mark is on the page."""
        if is_json(content):
            return 0.0
        if _is_feed(content):
            return 0.93
        head = content[:HEAD]
        if b"jv-job-detail" in head:
            return 0.92
        is_marked = any(mark in head for mark in MARKS)
        return 0.92 if is_marked and POSTING.search(head.decode("latin-1")) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the page; the addresses of its postings name the employer where nothing else does."""
        if _is_feed(content):
            return _feed(xml_root(content), company)
        page = page_of(content)
        if page.css_first(ONE) is not None:
            marked = marked_up(content, company)
            row = _posting(page, marked, company)
            return collect([("the page", {})], lambda _: filled_from(marked, _opening(row)))
        rows = _rows(page)
        if not rows:
            raise UnreadableFileError(
                "The page holds no openings of Jobvite that we can find. Save the page of the list as it is."
            )
        site, employer = site_of(page) or SITE, company or _titled_company(page)
        records = [(f"job {number}", {"row": row}) for number, row in enumerate(rows, start=1)]
        return collect(records, lambda record: _opening(_row(record["row"], site, employer)))


def _is_feed(content: bytes) -> bool:
    head = content[:HEAD]
    return (
        is_xml(content) and b"<job>" in head and b"jobvite" in head.lower() and b"<html" not in head.lower()
    )


def _rows(page: "LexborHTMLParser") -> "list[tuple[LexborNode, str]]":
    """Each link to a posting once, with the heading it stands under; featured ones are listed again below."""
    found: dict[str, tuple[LexborNode, str]] = {}
    featured: set[str] = set()
    group = ""
    for node in page.css(f"h2, h3, {LINKS}"):
        if node.tag != "a":
            group = group if _is_inside_link(node) else words_of(node)
            continue
        _, key = _named(node.attributes.get("href") or "")
        if not key or not words_of(node) or (key in found and key not in featured):
            continue
        is_featured = any("featured" in _classes(each) for each in _near(node))
        found[key] = (node, "" if is_featured else group)
        (featured.add if is_featured else featured.discard)(key)
    return list(found.values())


def _named(address: str) -> tuple[str, str]:
    """The employer's and the posting's short names in an address."""
    found = POSTING.search(address)
    return (found[1], found[2]) if found else ("", "")


def _near(node: "LexborNode") -> "list[LexborNode]":
    return list(islice(ancestors(node), NEAR))


def _is_inside_link(node: "LexborNode") -> bool:
    return any(each.tag == "a" for each in _near(node))


def _classes(node: "LexborNode") -> str:
    return node.attributes.get("class") or ""


def _row(found: "tuple[LexborNode, str]", site: str, company: str) -> _Row:
    link, group = found
    rows = (node for node in _near(link) if node.tag in {"tr", "li"} or ROWS & set(_classes(node).split()))
    row = next(rows, link)
    parts = [words for node in link.iter() if (words := words_of(node))]
    title = words_in(link, TITLES) or (parts[0] if len(parts) > 1 else words_of(link))
    place = words_in(row, PLACES)
    others = parts[1:] if title == (parts or [""])[0] else []
    pieces = [place] if place else _pieces(others)
    address = link.attributes.get("href") or ""
    slug, key = _named(address)
    return _Row(title, link_of(link, site), group, tuple(pieces), company or _company(slug), key)


def _pieces(parts: Iterable[str]) -> list[str]:
    return [piece for part in parts for each in re.split(r"[|•·\x1f]", part) if (piece := one_line(each))]


def _company(slug: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in re.split(r"[-_]", slug) if word)


def _titled_company(page: "LexborHTMLParser") -> str:
    found = TITLED.fullmatch(words_in(page, "title")[:LONGEST_TITLE])
    return found[1] if found else ""


def _posting(page: "LexborHTMLParser", marked: PostedOpening | None, company: str) -> _Row:
    meta = page.css_first(".jv-job-detail-meta")
    pieces = _pieces([meta.text(separator="\x1f")] if meta is not None else [])
    apply_url = link_of(page.css_first("a.jv-button-apply, a[href*='/apply']"), site_of(page) or SITE)
    url = site_of(page) or (marked.url if marked else "") or apply_url.partition("/apply")[0]
    slug, key = _named(url)
    return _Row(
        title=words_in(page, "h2.jv-header, .jv-header, h1"),
        url=url if key else "",
        category=pieces[0] if len(pieces) > 1 else "",
        pieces=tuple(pieces[1:] or pieces),
        company=(marked.company if marked else "") or company or _titled_company(page) or _company(slug),
        key=key,
        text=text_in(page, ".jv-job-detail-description"),
        apply_url=apply_url,
    )


def _opening(row: _Row) -> PostedOpening:
    numbered = NUMBERED.search(row.title[-LONGEST_TITLE:])
    title = required_title(row.title.removesuffix(numbered[0]) if numbered else row.title)
    labelled = [piece for piece in row.pieces if ": " in piece]
    contract = next((piece for piece in row.pieces if CONTRACT.fullmatch(piece)), "")
    several = [piece for piece in row.pieces if SEVERAL.fullmatch(piece)]
    place = joined_places(piece for piece in row.pieces if piece not in {contract, *labelled, *several})
    opening = PostedOpening(
        source=JobviteImporter.name,
        key=key_of(row.key, title=title, company=row.company, place=place, text=row.text),
        title=title,
        company=row.company,
        place=place,
        workplace=workplace_of(_after_name(title), place),
        url=row.url,
        apply_url=row.apply_url,
        contract=contract,
        category=row.category,
        requisition=numbered[1] if numbered else "",
        text=row.text,
        more=told(*(("Places", piece) for piece in several)),
    )
    return with_own_fields(opening, map(_pair, labelled))


def _pair(piece: str) -> tuple[str, str]:
    label, _, words = piece.partition(": ")
    return label, words


def _after_name(title: str) -> str:
    found = AFTER_NAME.search(title)
    return found[1] if found else ""


def _feed(root: Element, company: str) -> Parsed:
    jobs = [{child.tag.lower(): "".join(child.itertext()) for child in job} for job in root.iter("job")]
    order = order_in(job.get("date", "") for job in jobs)
    records = [(f"job {number}", {"job": job}) for number, job in enumerate(jobs, start=1)]
    return collect(records, lambda record: _of_feed(record["job"], order, company))


def _of_feed(job: Mapping[str, str], order: Order, company: str) -> PostedOpening:
    said = {name: _first(job, tags) for name, tags in FEED.items()}
    row = _Row(
        title=line_of(said["title"]),
        url=safe_link(said["url"]),
        category=one_line(said["category"]),
        pieces=tuple(_pieces([said["place"]])),
        company=company,
        key=one_line(said["id"]),
        text=text_of(said["text"]),
        apply_url=safe_link(said["apply_url"]),
    )
    return _with_feed(_opening(row), job, said, day_order=order)


def _first(job: Mapping[str, str], tags: Iterable[str]) -> str:
    return next((words for tag in tags if (words := job.get(tag, "").strip())), "")


def _with_feed(
    opening: PostedOpening, job: Mapping[str, str], said: Mapping[str, str], *, day_order: Order
) -> PostedOpening:
    """The opening with what only the feed tells."""
    day = day_in(said["date"], day_order)
    others = [(spaced(tag.replace("-", " ")), one_line(words)) for tag, words in _others(job)]
    known = replace(
        opening,
        contract=one_line(said["contract"]) or opening.contract,
        department=one_line(said["department"]),
        requisition=one_line(said["number"]) or opening.requisition,
        posted_on=day,
        more=told(
            *opening.more,
            ("Posted", "" if day else one_line(said["date"])),
            ("Summary", not_in(opening.text, text_of(job.get("briefdescription", "")))),
        ),
    )
    return with_own_fields(known, ((label.capitalize(), words) for label, words in others))


def _others(job: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((tag, words) for tag, words in job.items() if tag not in KNOWN)
