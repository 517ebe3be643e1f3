"""Openings from saved pages that say what they are in the words of schema.org, and from such data by itself."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.countries import country_name
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    figure_of,
    joined_places,
    language_of,
    line_of,
    not_in,
    pays_in_words,
    place_of,
    readable,
    sections,
    spaced,
    told,
    unique,
)
from unrut.importers.openings.json_ld import (
    Record,
    marked_up_postings,
    page_link,
    postings_in,
    scripts_in,
    types_of,
    values_of,
)
from unrut.importers.openings.schema_values import (
    all_at,
    name_of,
    names_at,
    one_at,
    pay_of,
    pay_words,
    pays_of,
)
from unrut.importers.text_tools import (
    decoded,
    is_html,
    is_json,
    is_number,
    one_line,
    safe_link,
    text_of,
    words_at,
    workplace_in,
)

HEAD = 4 * 1024 * 1024
MARK = b"JobPosting"
OF_TEAMTAILOR = b'"_jobposting"'  # its feeds have an importer of their own
LONGEST_WORDS = 200  # of an answer that stands in a field of its own; longer ones are a part of the text
LONGEST_SKILL = 60
REMOTE = "TELECOMMUTE"
# What a posting may keep beside its description, with the headings under which it joins the text.
TEXTS = {
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "educationRequirements": "Education",
    "experienceRequirements": "Experience",
    "jobBenefits": "Benefits",
    "benefits": "Benefits",
    "incentiveCompensation": "Incentives",
    "incentives": "Incentives",
    "employerOverview": "About the employer",
    "specialCommitments": "Special commitments",
    "physicalRequirement": "Physical requirements",
    "sensoryRequirement": "Sensory requirements",
}
MORE = {
    "directApply": "Direct apply",
    "eligibilityToWorkRequirement": "Eligibility to work",
    "securityClearanceRequirement": "Security clearance",
    "totalJobOpenings": "Openings",
    "jobImmediateStart": "Immediate start",
    "applicationContact": "Contact",
    "experienceInPlaceOfEducation": "Experience in place of education",
    "relevantOccupation": "Occupation",
    "keywords": "Keywords",
    "alternateName": "Other title",
}
EDUCATION = {"bachelor degree": "Bachelor's degree", "no requirements": ""}


class SchemaOrgImporter:
    """Reads every JobPosting of a page, in JSON-LD, microdata or RDFa, and bare JSON-LD files."""

    name = "schema_org"
    label = "a page with schema.org JobPosting"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where a posting is marked as such, in the data of a page or by itself."""
        head = content[:HEAD]
        if MARK not in head:
            return 0.0
        if is_json(content):
            is_data = b'"@type"' in head or b'schema.org"' in head
            return 0.9 if is_data and OF_TEAMTAILOR not in head else 0.0
        is_marked = b"ld+json" in head or b"itemtype" in head or b"typeof" in head
        return 0.9 if is_marked else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the page."""
        page = decoded(content)
        problems: list[Problem] = []
        found = _in_json(page) if is_json(content) else _in_page(page, problems)
        if not found and not problems:
            raise UnreadableFileError(
                "The page names a JobPosting, but holds none that can be read. Open it and paste its text."
            )
        postings = _merged(found)
        own = page_link(page) if len(postings) == 1 else ""
        parsed = collect(numbered(postings), lambda posting: _opening(posting, own, company))
        return Parsed(parsed.openings, (*parsed.problems, *problems))


def _in_json(text: str) -> list[Record]:
    values = values_of(text)
    if not values:
        raise UnreadableFileError(
            "The file begins like JSON, but something in it is missing or too much. Save it again from its source."
        )
    return postings_in(values)


def _in_page(page: str, problems: list[Problem]) -> list[Record]:
    """The postings in the scripts of a page, else in its own elements."""
    found: list[Record] = []
    for number, script in enumerate(scripts_in(page), start=1):
        values = values_of(script)
        found += postings_in(values)
        if not values and MARK.decode() in script:
            message = "The data of this opening is broken in the page. Open the page and paste its text."
            problems.append(Problem(f"script {number}", message))
    return found or marked_up_postings(page)


def _merged(postings: Sequence[Record]) -> list[Record]:
    """The postings, each once: some pages carry the same data twice."""
    kept: list[Record] = []
    seen: set[str] = set()
    for posting in postings:
        mark = repr(posting)
        if mark not in seen:
            seen.add(mark)
            kept.append(posting)
    return kept


def _opening(posting: Record, page: str, company: str) -> PostedOpening:
    title = required_title(line_of(one_at(posting, "title")) or line_of(one_at(posting, "name")))
    employer = _employer(posting) or company
    places = _places(posting)
    place = joined_places(places)
    url = safe_link(one_at(posting, "url")) or safe_link(one_at(posting, "sameAs")) or safe_link(page)
    pays = pays_of(posting)
    text = _text(posting)
    number = _number(posting)
    return PostedOpening(
        source=SchemaOrgImporter.name,
        key=key_of(number or url, title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(posting, title, place),
        remote_area=joined_places(map(_area, all_at(posting, "applicantLocationRequirements"))),
        url=url,
        apply_url=safe_link(_apply_link(posting)),
        hours=_short(posting, "workHours"),
        contract=", ".join(spaced(words) for words in names_at(posting, "employmentType")),
        education=_education(posting),
        department=_short(posting, "employmentUnit")
        or _short(one_at(posting, "hiringOrganization"), "department"),
        category="; ".join(
            unique((*names_at(posting, "industry"), *names_at(posting, "occupationalCategory")))
        )[:LONGEST_WORDS],
        skills=_skills(posting),
        language=language_of(_short(posting, "inLanguage")),
        pay=pays_in_words(pays) or pay_words(posting),
        pays=pays,
        requisition=number,
        posted_on=day_in(one_at(posting, "datePosted")),
        updated_on=day_in(one_at(posting, "dateModified")),
        closes_on=day_in(one_at(posting, "validThrough")),
        starts=_short(posting, "jobStartDate"),
        text=text,
        more=told(*_more(posting, text)),
    )


def _short(posting: Any, name: str) -> str:
    return "; ".join(names_at(posting, name))[:LONGEST_WORDS]


def _employer(posting: Record) -> str:
    named = (names_at(posting, name) for name in ("hiringOrganization", "employer", "organization"))
    return next((names[0] for names in named if names and not safe_link(names[0])), "")


def _number(posting: Record) -> str:
    """The employer's own number, which may stand in a named value."""
    value = one_at(posting, "identifier")
    if isinstance(value, Mapping):
        return line_of(one_at(value, "value")) or line_of(one_at(value, "name"))
    words = line_of(value)
    return "" if safe_link(words) else words


def _apply_link(posting: Record) -> Any:
    contact = one_at(posting, "applicationContact")
    return one_at(contact, "url") or one_at(posting, "applyUrl") or one_at(posting, "applicationUrl")


def _places(posting: Record) -> list[str]:
    return [place for value in all_at(posting, "jobLocation") if (place := _place(value))]


def _place(value: Any) -> str:
    """One place: an address in parts, or in words, or the name of the place."""
    if not isinstance(value, Mapping):
        return line_of(value)
    address = one_at(value, "address")
    if isinstance(address, Mapping):
        return _address(address) or line_of(one_at(value, "name"))
    return line_of(address) or _address(value) or line_of(one_at(value, "name"))


def _address(address: Mapping[str, Any]) -> str:
    town, region, country = (
        name_of(one_at(address, name)) for name in ("addressLocality", "addressRegion", "addressCountry")
    )
    return place_of(town, region, country) or line_of(one_at(address, "streetAddress"))


def _area(value: Any) -> str:
    """A country by its name; the code of a state may be that of a country too."""
    is_country = not isinstance(value, Mapping) or "Country" in types_of(value)
    return country_name(name_of(value)) if is_country else name_of(value)


def _workplace(posting: Record, title: str, place: str) -> Workplace:
    """Remote where it is marked so, unless words of the posting's head say it is partly."""
    stated = " ".join(names_at(posting, "jobLocationType"))
    in_words = workplace_in(f"{stated} {title} {place}")
    if REMOTE in stated.upper() and in_words is not Workplace.HYBRID:
        return Workplace.REMOTE
    return in_words


def _education(posting: Record) -> str:
    words = "; ".join(_requirement(value) for value in all_at(posting, "educationRequirements"))
    return words if len(words) <= LONGEST_WORDS else ""


def _requirement(value: Any) -> str:
    """What is asked of one's education or experience, in words."""
    if not isinstance(value, Mapping):
        words = _prose(value)
        return "" if words.lower() in {"no requirements", "none"} else words
    months = figure_of(one_at(value, "monthsOfExperience"))
    if months:
        return f"{months:g} months of experience"
    credential = names_at(value, "credentialCategory")
    return (
        "; ".join(EDUCATION.get(words.lower(), spaced(words)) for words in credential)
        or name_of(value)
        or _prose(one_at(value, "description"))
    )


def _skills(posting: Record) -> tuple[str, ...]:
    """The skills where they are listed, and are not a text."""
    if any(isinstance(value, str) and is_html(value) for value in all_at(posting, "skills")):
        return ()
    words = names_at(posting, "skills")
    parts = re.split("[,;|•]", words[0]) if len(words) == 1 else words
    skills = unique(one_line(part) for part in parts)
    return tuple(skills) if all(len(skill) <= LONGEST_SKILL for skill in skills) else ()


def _text(posting: Record) -> str:
    """The description, then whatever the posting keeps beside it and the description does not hold."""
    body = _prose(one_at(posting, "description"))
    skills = _skills(posting)
    parts: list[tuple[str, str]] = [("", body)]
    for name, heading in TEXTS.items():
        words = "\n".join(unique(_requirement(value) for value in all_at(posting, name)))
        if not (name == "skills" and skills):
            parts.append((heading, not_in(body, words)))
    return sections(parts)


def _prose(value: Any) -> str:
    """A text, also where its tags were written as letters."""
    if isinstance(value, Mapping):
        return name_of(value)
    words = value if isinstance(value, str) else ""
    if "&lt;" in words and not is_html(words):
        words = html.unescape(words)
    if "&" in words and not is_html(words):
        words = html.unescape(words)
    return text_of(words) if words else (f"{value:g}" if is_number(value) and value else "")


def _more(posting: Record, text: str) -> Iterator[tuple[str, str]]:
    for name, label in MORE.items():
        yield label, "; ".join(unique(_shown(value) for value in all_at(posting, name)))
    estimates = (
        pay_of(value, line_of(one_at(posting, "salaryCurrency")))
        for value in all_at(posting, "estimatedSalary")
    )
    yield "Estimated pay", "; ".join(pay.said.words for pay in estimates if pay)
    yield from _addresses(posting)
    yield from _about_employer(posting)
    work = "; ".join(names_at(posting, "jobLocationType"))
    yield "Job location type", "" if work.upper() == REMOTE else work
    for name in ("datePosted", "validThrough"):
        words = words_at(posting, name)
        yield spaced(name), "" if day_in(one_at(posting, name)) else words
    hours = "; ".join(names_at(posting, "workHours"))
    yield "Work hours", hours if len(hours) > LONGEST_WORDS and hours not in text else ""


def _shown(value: Any) -> str:
    """The words of a value; what is not so is not said."""
    if isinstance(value, Mapping):
        return name_of(value) or "; ".join(
            unique(line_of(one_at(value, name)) for name in ("email", "telephone", "contactType"))
        )
    words = (
        "yes"
        if str(value).lower() in {"true", "http://schema.org/true", "https://schema.org/true"}
        else readable(value)
    )
    return "" if words.lower() == "false" else words


def _addresses(posting: Record) -> Iterator[tuple[str, str]]:
    for value in all_at(posting, "jobLocation"):
        address = one_at(value, "address")
        parts = (line_of(one_at(address, name)) for name in ("streetAddress", "postalCode"))
        yield "Address", ", ".join(unique(parts))


def _about_employer(posting: Record) -> Iterator[tuple[str, str]]:
    organization = one_at(posting, "hiringOrganization")
    if isinstance(organization, Mapping):
        link = next(
            (
                safe_link(link)
                for name in ("sameAs", "url")
                for link in all_at(organization, name)
                if safe_link(link)
            ),
            "",
        )
        yield "Employer's page", link
