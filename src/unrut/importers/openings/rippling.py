"""Openings from the job boards of Rippling: lists in both versions, and the details of one posting."""

from collections.abc import Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    json_after,
    label_at,
    labels_at,
    language_of,
    mapping_at,
    pay_from,
    pays_in_words,
    place_of,
    records_at,
    sections,
    spaced,
    told,
    with_places_merged,
)
from unrut.importers.text_tools import (
    company_in,
    day_of,
    decoded,
    is_json,
    json_value,
    safe_link,
    text_of,
    words_at,
    workplace_in,
)

HOSTS = frozenset({"ats.rippling.com", "ats.us1.rippling.com"})
PAGE_STATE = '__NEXT_DATA__"'  # in a page of the board stands all that it shows
HEAD = 1024 * 1024
# Codes of payroll and the words a posting would use.
EMPLOYMENT = {
    "SALARIED_FT": "Salaried, full-time",
    "SALARIED_PT": "Salaried, part-time",
    "HOURLY_FT": "Hourly, full-time",
    "HOURLY_PT": "Hourly, part-time",
    "TEMP": "Temporary",
}


class RipplingImporter:
    """Reads a bare list, `{"items": [...]}`, single postings, and a saved page of one."""

    name = "rippling"
    label = "a Rippling job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where postings carry the fields of places and pay that only this format has."""
        fields = (("uuid", "workLocation"), ("uuid", "workLocations"), ("payRangeDetails",))
        is_first = any(is_json_with(content, *names) for names in fields)
        is_second = is_json_with(content, "items", "totalItems", "totalPages", "locations")
        head = content[:HEAD]
        is_page = not is_json(content) and b'"apiData"' in head and b'"jobPost"' in head
        return 0.95 if is_first or is_second or is_page else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the board, which may list a posting once for each of its places."""
        value = json_value(content) if is_json(content) else json_after(decoded(content), PAGE_STATE)
        postings = numbered(_postings(value))
        return with_places_merged(collect(postings, lambda posting: _opening(posting, company)))


def _postings(value: Any) -> list[Any]:
    page = mapping_at(value, "props", "pageProps", "apiData", "jobPost")
    found = entries_of(page or value, "items", "jobs", is_one=lambda entry: "name" in entry)
    if found is None:
        raise UnreadableFileError(
            "The file is not a Rippling job board, which is a list of postings. Save the board's answer as it is."
        )
    return found


def _opening(posting: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(first_words(posting, "name", "title"))
    url = safe_link(posting.get("url"))
    employer = words_at(posting, "companyName") or company or company_in(url, HOSTS)
    place = _place(posting)
    text = _text(posting)
    pays = tuple(pay for pay in map(_pay, records_at(posting, "payRangeDetails")) if pay)
    return PostedOpening(
        source=RipplingImporter.name,
        key=key_of(first_words(posting, "uuid", "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(posting, place),
        url=url,
        apply_url=safe_link(posting.get("applyUrl")),
        contract=_employment(posting),
        department=label_at(posting, "department"),
        language=language_of(words_at(posting, "language")),
        pay=pays_in_words(pays),
        pays=pays,
        posted_on=day_of(posting.get("createdOn")),
        updated_on=day_of(posting.get("updatedOn")),
        text=text,
        more=told(*_more(posting)),
    )


def _place(posting: Mapping[str, Any]) -> str:
    whole = labels_at(posting, "workLocations") or list(map(_one_place, records_at(posting, "locations")))
    return joined_places(whole) or label_at(posting, "workLocation")


def _one_place(location: Mapping[str, Any]) -> str:
    country = first_words(location, "country", "countryCode")
    return words_at(location, "name") or place_of(
        words_at(location, "city"), words_at(location, "state"), country
    )


def _workplace(posting: Mapping[str, Any], place: str) -> Workplace:
    """The one kind that all places have; where some are remote and others not, it is neither."""
    kinds = {workplace_in(words_at(each, "workplaceType")) for each in records_at(posting, "locations")}
    found = kinds if kinds - {Workplace.UNKNOWN} else {workplace_in(one) for one in place.split("; ")}
    return found.pop() if len(found) == 1 else Workplace.UNKNOWN


def _employment(posting: Mapping[str, Any]) -> str:
    """The words for the employment, which stand where its code is expected."""
    kind = mapping_at(posting, "employmentType")
    code = words_at(kind, "label") or words_at(posting, "employmentType")
    words = words_at(kind, "id")
    return words or EMPLOYMENT.get(code) or spaced(code)


def _text(posting: Mapping[str, Any]) -> str:
    parts = mapping_at(posting, "description")
    ordered = [*(name for name in ("company", "role") if name in parts)]
    ordered += [name for name in parts if name not in ordered]
    return sections(("", parts[name]) for name in ordered) or text_of(posting.get("description"))


def _pay(entry: Mapping[str, Any]) -> Pay | None:
    low, high = (first_words(entry, *names) for names in (("rangeStart", "min"), ("rangeEnd", "max")))
    low, high = low or words_at(entry, "minValue"), high or words_at(entry, "maxValue")
    figures = (low, high, first_words(entry, "currency", "currencyCode"))
    period = first_words(entry, "frequency", "interval")
    pay = pay_from(*figures, period)
    where = label_at(entry, "location")
    return pay_from(*figures, period, said=f"{where}: {pay.said.words}") if pay and where else pay


def _more(posting: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    department = label_at(posting, "department")
    wider = words_at(posting, "department", "base_department")
    tree = " > ".join(labels_at(posting, "department", "department_tree"))
    return told(
        ("Base department", wider if wider != department else ""),
        ("Department tree", tree if tree != department else ""),
    )
