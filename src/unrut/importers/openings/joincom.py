"""Openings from the company pages of JOIN (join.com)."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    figure_of,
    first_words,
    is_json_with,
    joined_places,
    json_after,
    label_at,
    labels_at,
    language_of,
    line_of,
    mapping_at,
    not_in,
    pay_from,
    place_of,
    records_at,
    sections,
    spaced,
    told,
)
from unrut.importers.text_tools import (
    day_of,
    decoded,
    is_json,
    json_value,
    safe_link,
    text_of,
    words_at,
    workplace_in,
)

SITE = "https://join.com/companies"
PAGE_DATA = 'id="__NEXT_DATA__"'
HEAD = 4 * 1024 * 1024
# The identities that JOIN gives to languages; others are unknown.
LANGUAGES = {1: "de", 2: "it", 3: "fr", 5: "en", 16: "nl", 17: "es"}
WORKPLACES = {
    "REMOTE": Workplace.REMOTE,
    "FULLY_REMOTE": Workplace.REMOTE,
    "HYBRID": Workplace.HYBRID,
    "ONSITE": Workplace.ON_SITE,
}
TEXTS = ("intro", "tasks", "requirements", "benefits", "outro")
MORE = {"remoteType": "Remote", "numberOfPositions": "Positions", "positions": "Positions"}


class JoinComImporter:
    """Reads the lists and single jobs of the public API, and the data inside a saved company or job page."""

    name = "joincom"
    label = "a JOIN company page"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the fields that only these answers have, also inside a page."""
        if is_json(content):
            return 0.95 if is_json_with(content, "idParam", "title") else 0.0
        head = content[:HEAD]
        is_page = b"__NEXT_DATA__" in head and b"join.com" in head
        return 0.95 if is_page and b'"idParam"' in content else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the company."""
        value = json_value(content) if is_json(content) else json_after(decoded(content), PAGE_DATA)
        state = mapping_at(value, "props", "pageProps", "initialState") or mapping_at(
            value, "props", "pageProps"
        )
        found = _jobs(state or value)
        if found is None:
            raise UnreadableFileError(
                "The file is not a JOIN company page, which has a list named items. "
                "Save the page once more when it is fully loaded."
            )
        employer = mapping_at(state or value, "company")
        return collect(numbered(found), lambda job: _opening(job, employer, company))


def _jobs(state: Any) -> list[Any] | None:
    """The jobs of a list, of a page with a list, or the one of a page of its own."""
    one = mapping_at(state, "job")
    if "idParam" in one or "title" in one:
        return [one]
    jobs = mapping_at(state, "jobs")
    return entries_of(jobs or state, "items", "jobs", "data", is_one=lambda job: "idParam" in job)


def _opening(job: Mapping[str, Any], site: Mapping[str, Any], company: str) -> PostedOpening:
    own = mapping_at(job, "company") or site
    title = required_title(line_of(job.get("title")))
    employer = words_at(own, "name") or company
    place = _place(job)
    text = _text(job)
    pay = _pay(job)
    return PostedOpening(
        source=JoinComImporter.name,
        key=key_of(first_words(job, "id", "idParam"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(job),
        remote_area="",
        url=_link(job, own),
        apply_url=safe_link(job.get("applyUrl")),
        contract=_named(job, "employmentType"),
        schedule=_named(job, "workSchedule"),
        seniority=_named(job, "seniority") or _named(job, "experienceLevel"),
        department=label_at(job, "department"),
        category=label_at(job, "category"),
        language=_language(job),
        pay=pay.said.words if pay else "",
        pays=(pay,) if pay else (),
        posted_on=day_of(first_words(job, "publishedAt", "createdAt")),
        updated_on=day_of(first_words(job, "lastUpdated", "updatedAt")),
        text=text,
        more=told(*_more(job, text)),
    )


def _named(job: Mapping[str, Any], name: str) -> str:
    return spaced(label_at(job, name))


def _place(job: Mapping[str, Any]) -> str:
    listed = [_one_place(place) for place in records_at(job, "locations")]
    city = _one_place(mapping_at(job, "city"))
    country = label_at(job, "country")
    return joined_places([*listed, city]) or country or label_at(job, "location")


def _one_place(place: Mapping[str, Any]) -> str:
    town, country = first_words(place, "cityName", "city", "name"), label_at(place, "countryName")
    return place_of(town, "", country or first_words(place, "country"))


def _workplace(job: Mapping[str, Any]) -> Workplace:
    stated = first_words(job, "workplaceType").upper().replace("_", "").replace("FULLYREMOTE", "REMOTE")
    return WORKPLACES.get(stated, workplace_in(stated))


def _link(job: Mapping[str, Any], company: Mapping[str, Any]) -> str:
    stated = next(
        (link for name in ("url", "shareableUrl", "link") if (link := safe_link(job.get(name)))), ""
    )
    site, path = words_at(company, "domain"), words_at(job, "idParam")
    return stated or (safe_link(f"{SITE}/{site}/{path}") if site and path else "")


def _language(job: Mapping[str, Any]) -> str:
    language = mapping_at(job, "language")
    stated = first_words(language, "iso6391", "iso", "locale", "code", "name") or words_at(job, "language")
    number = job.get("languageId")
    return language_of(stated) or (LANGUAGES.get(number, "") if isinstance(number, int) else "")


def _pay(job: Mapping[str, Any]) -> Pay | None:
    """The figures, which stand there in hundredths: cents of a euro."""
    if job.get("isSalaryVisible") is False or job.get("showSalary") is False:
        return None
    ends = (mapping_at(job, "salaryAmountFrom"), mapping_at(job, "salaryAmountTo"))
    low, high = (figure / 100 if (figure := figure_of(end.get("amount"))) else None for end in ends)
    currency = words_at(ends[0], "currency") or words_at(ends[1], "currency")
    return pay_from(low, high, currency, words_at(job, "salaryFrequency"))


def _text(job: Mapping[str, Any]) -> str:
    """The description, else its parts; they are written in Markdown or HTML."""
    whole = text_of(job.get("description")) or text_of(mapping_at(job, "description").get("text"))
    return whole or sections((words_at(job, f"{name}Title"), job.get(name)) for name in TEXTS)


def _more(job: Mapping[str, Any], text: str) -> Iterator[tuple[str, str]]:
    for name, label in MORE.items():
        yield label, _named(job, name)
    yield "Address", words_at(job, "city", "address") or words_at(job, "address")
    yield "Tags", "; ".join(labels_at(job, "tags"))
    for name in TEXTS:
        yield spaced(name), not_in(text, text_of(job.get(name)))
