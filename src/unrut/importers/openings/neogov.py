"""Openings of public agencies from NEOGOV (governmentjobs.com, schooljobs.com): feeds, and pages of a list or a posting."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from xml.etree.ElementTree import Element

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, required_title
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    joined_places,
    line_of,
    not_in,
    pay_from,
    sections,
    spaced,
    told,
    unique,
    workplace_of,
)
from unrut.importers.openings.neogov_page import is_neogov_page, read_page
from unrut.importers.openings.xml import is_xml, xml_root
from unrut.importers.text_tools import is_json, one_line, safe_link, text_of

MARKS = (b"neogov.com/namespaces", b"xmlns:joblisting")
HEAD = 1024 * 1024
DOTTED_MORE = re.compile(r"(?<=\d):\d{1,3}$")  # a fourth part of a time that no calendar knows: "05:00:00:0"
WITH_STATE = re.compile(r", ?[A-Z]{2}(?: \d{5}(?:-\d{4})?)?$")  # "Lansing, MI 48933"
UNSAID = frozenset({"not displayed", "n/a", "none"})
OF_AGENCY = re.compile(r"\s[-|–]\s(?:job|current|career|employment)", re.IGNORECASE)
TEXTS = (
    ("Examples of duties", "examplesofduties"),
    ("Qualifications", "qualifications"),
    ("Supplemental information", "supplementalinformation"),
    ("Benefits", "benefits"),
)
# An agency closes its postings by its own calendar, which may be a day behind that of Greenwich.
POSTED = ("advertisefromdate", "advertisefromdatetime", "advertisefromdateutc", "pubdate")
CLOSES = ("advertisetodate", "advertisetodatetime", "advertisetodatetimeutc", "advertisetodateutc")
GROUPS = frozenset({"categories", "locations"})
GROUPED = GROUPS | {"category"}
USED = frozenset(
    {
        *(
            "title",
            "link",
            "guid",
            "description",
            "jobid",
            "location",
            "city",
            "state",
            "jobtype",
            "department",
        ),
        *("category", "salary", "minimumsalary", "maximumsalary", "salarycurrency"),
        *("salaryinterval", "jobnumber", "jobnumbersingle", "remotework", *POSTED, *CLOSES),
        *(*GROUPS, *(name for _, name in TEXTS)),
    }
)
Words = Mapping[str, Sequence[str]]  # what the fields say, under their names in small letters


class NeogovImporter:
    """Reads the RSS feed of an agency, with its fields in the namespace of job listings, and its saved pages."""

    name = "neogov"
    label = "a NEOGOV feed or page of a public agency"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where the feed names the namespace that only this format has, or a page its classes."""
        head = content[:HEAD]
        if any(mark in head for mark in MARKS):
            return 0.95 if is_xml(content) else 0.0
        return 0.95 if is_neogov_page(head) and not is_json(content) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the feed, whose title names the agency, or of a page."""
        if not is_xml(content, b"rss") and not any(mark in content[:HEAD] for mark in MARKS):
            return read_page(content, company, source=self.name)
        channel = xml_root(content).find("channel")
        if channel is None:
            raise UnreadableFileError(
                "The file is not a NEOGOV feed, which has a channel with items. Save the feed as it is."
            )
        agency = OF_AGENCY.split(one_line(channel.findtext("title") or ""), maxsplit=1)[0] or company
        # Only the items of the channel itself: those inside others would be read again with each of them.
        items = [
            (f"job {number}", {"item": item}) for number, item in enumerate(channel.findall("item"), start=1)
        ]
        return collect(items, lambda record: _opening(record["item"], agency))


def _opening(item: Element, agency: str) -> PostedOpening:
    words = _words_of(item)
    title = required_title(line_of(_first(words, "title")))
    link = safe_link(_first(words, "link")) or safe_link(_first(words, "guid"))
    place = _place(words)
    text = _text(words)
    posted, closes = _day(words, POSTED), _day(words, CLOSES)
    low, high = _first(words, "minimumsalary"), _first(words, "maximumsalary")
    pay = pay_from(low, high, _first(words, "salarycurrency"), _first(words, "salaryinterval"))
    return PostedOpening(
        source=NeogovImporter.name,
        key=key_of(_first(words, "jobid") or link, title=title, company=agency, place=place, text=text),
        title=title,
        company=agency,
        place=place,
        workplace=workplace_of(_first(words, "remotework"), place),
        url=link,
        contract=_first(words, "jobtype"),
        department=_first(words, "department"),
        category="; ".join(unique(map(one_line, words.get("category", ())))),
        pay=pay.said.words if pay else _first(words, "salary") or _pay_words(low, high),
        pays=(pay,) if pay else (),
        requisition=_first(words, "jobnumbersingle", "jobnumber"),
        posted_on=posted,
        closes_on=closes,
        text=text,
        more=told(
            *_others(item),
            ("Published", _published(words, posted)),
            ("Closes", "" if closes else _first(words, *CLOSES)),
            ("Salary interval", "" if pay else _first(words, "salaryinterval")),
        ),
    )


def _words_of(item: Element) -> dict[str, list[str]]:
    """What each field says, with its lines; the fields of a group stand beside the others."""
    words: dict[str, list[str]] = {}
    for child in item:
        for each in _leaves(child) if _name(child).lower() in GROUPED else (child,):
            said = "".join(each.itertext()).strip()
            if said:
                words.setdefault(_name(each).lower(), []).append(said)
    return words


def _leaves(group: Element) -> Iterator[Element]:
    """The fields of a group, which stand one, two or three elements deep, with a code beside their name."""
    return (each for each in group.iter() if not len(each) and not _name(each).lower().endswith("code"))


def _name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _first(words: Words, *names: str) -> str:
    return next((one_line(words[name][0]) for name in names if name in words), "")


def _place(words: Words) -> str:
    state = _first(words, "state")
    places = list(map(one_line, words.get("location", ()))) or [_first(words, "city")]
    if state.casefold() not in places[0].casefold() and not WITH_STATE.search(places[0]):
        places[0] = ", ".join(filter(None, (places[0], state)))
    return joined_places(places)


def _text(words: Words) -> str:
    """The sections of a posting; the description of a feed often is the beginning of the duties."""
    rest = sections((heading, words.get(name, [""])[0]) for heading, name in TEXTS)
    begun = not_in(rest, text_of(words.get("description", [""])[0]))
    return "\n\n".join(part for part in (begun, rest) if part)


def _pay_words(low: str, high: str) -> str:
    """What stands in the place of figures, such as "See position description"; a figure there is a nought."""
    said = (words for words in (low, high) if words.casefold() not in UNSAID)
    return "; ".join(unique(words for words in said if any(letter.isalpha() for letter in words)))


def _day(words: Words, names: Sequence[str]) -> date | None:
    days = (day_in(DOTTED_MORE.sub("", _first(words, name))) for name in names)
    return next((day for day in days if day), None)


def _published(words: Words, posted: date | None) -> str:
    """The day on which the posting was last published, where it is another one than that of its opening."""
    day = _day(words, ("pubdate",))
    return str(day) if day and day != posted else ""


def _others(item: Element) -> Iterator[tuple[str, str]]:
    for child in item:
        if _name(child).lower() not in USED:
            yield spaced(_name(child)), text_of("".join(child.itertext()))
