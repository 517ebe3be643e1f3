"""Openings from the XML feed of Personio."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from unrut.core.explore.openings.kinds import Pay
from unrut.importers.contract import Problem, UnreadableFileError, UnreadableRecordError
from unrut.importers.openings.contract import Parsed, PostedOpening, key_of, required_title
from unrut.importers.openings.fields import (
    company_of_host,
    joined_places,
    pay_from,
    sections,
    spaced,
    told,
    with_places_merged,
)
from unrut.importers.openings.xml import all_words_in, is_xml, markup_in, words_in, xml_root
from unrut.importers.text_tools import day_of, safe_link, workplace_in

ROOTS = (b"workzag-jobs", b"personio-jobs")
DOMAINS = ("jobs.personio.de", "jobs.personio.com")
CONTACT = "CONTACT_PERSON"  # what the feed calls the section about whom to ask
# What has a field of ours; older feeds write the names with hyphens.
READ = frozenset(
    {
        "id",
        "name",
        "subcompany",
        "office",
        "additionaloffices",
        "department",
        "recruitingcategory",
        "seniority",
    }
    | {"jobdescriptions", "employmenttype", "schedule", "createdat", "updatedat", "language", "url"}
    | {"applicationurl", "applyurl", "salaryinformation", "salary"}
)


class PersonioImporter:
    """Reads `<workzag-jobs>` with its positions, or a single `<position>`."""

    name = "personio"
    label = "a Personio job feed (XML)"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the root that only this feed has."""
        if any(is_xml(content, root) for root in ROOTS):
            return 0.95
        is_position = is_xml(content, b"position") and b"<jobDescriptions" in content
        return 0.95 if is_position else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the feed, which may list a position more than once."""
        root = xml_root(content)
        # Not at any depth: positions inside positions would be read over and over.
        found = [*root.iterfind("position"), *root.iterfind("*/position")]
        positions = [root] if root.tag == "position" else found
        if not positions and root.tag.encode() not in ROOTS:
            raise UnreadableFileError(
                "The file is not a Personio job feed, which has positions inside workzag-jobs. "
                "Save the feed as it is."
            )
        return with_places_merged(_collected(positions, company))


def _collected(positions: list[Element], company: str) -> Parsed:
    openings: list[PostedOpening] = []
    problems: list[Problem] = []
    for number, position in enumerate(positions, start=1):
        try:
            openings.append(_opening(position, company))
        except UnreadableRecordError as error:
            problems.append(Problem(f"job {number}", str(error)))
    return Parsed(tuple(openings), tuple(problems))


def _opening(position: Element, company: str) -> PostedOpening:
    title = required_title(words_in(position, "name"))
    url = safe_link(_said(position, "url"))
    apply_url = safe_link(_said(position, "applicationUrl", "application-url", "applyUrl"))
    employer = words_in(position, "subcompany") or company or company_of_host(url or apply_url, *DOMAINS)
    place = _place(position)
    text = _text(position)
    pay = _pay(position)
    schedule = words_in(position, "schedule")
    return PostedOpening(
        source=PersonioImporter.name,
        key=key_of(words_in(position, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_in(f"{place} {schedule}"),
        url=url or apply_url,
        apply_url=apply_url,
        schedule=schedule,
        contract=_said(position, "employmentType", "employment-type"),
        seniority=words_in(position, "seniority"),
        department=words_in(position, "department"),
        category=_said(position, "recruitingCategory", "recruiting-category"),
        language=words_in(position, "language"),
        pay=pay.said.words if pay else words_in(position, "salary"),
        pays=(pay,) if pay else (),
        posted_on=day_of(_said(position, "createdAt", "created-at")),
        updated_on=day_of(_said(position, "updatedAt", "updated-at")),
        text=text,
        more=told(*_more(position)),
    )


def _said(position: Element, *names: str) -> str:
    return next((words for name in names if (words := words_in(position, name))), "")


def _place(position: Element) -> str:
    """All offices; in some feeds the first is named by an element inside it."""
    paths = ("office", "additionalOffices/office", "additional-offices/office")
    return joined_places(words for path in paths for words in all_words_in(position, path))


def _text(position: Element) -> str:
    found = [*position.iterfind("jobDescriptions/jobDescription")]
    found += position.iterfind("job-descriptions/job-description")
    return sections((_heading(part), markup_in(part, "value")) for part in found)


def _heading(part: Element) -> str:
    heading = words_in(part, "name")
    return "Contact person" if heading == CONTACT else heading


def _pay(position: Element) -> Pay | None:
    stated = position.find("salaryInformation")
    if stated is None:
        return None
    low, high = _said(stated, "min", "minimum"), _said(stated, "max", "maximum")
    currency = _said(stated, "currencyCode", "currency")
    return pay_from(low, high, currency, _said(stated, "type", "interval", "period"))


def _more(position: Element) -> Iterator[tuple[str, str]]:
    """Everything else that the feed states, under its own names."""
    for element in position:
        if element.tag.replace("-", "").lower() not in READ and len(element) == 0:
            yield spaced(element.tag.replace("-", "_")), words_in(element, ".").replace("_", " ")
