"""Openings from the job board of Ashby: its public address, its own pages' state, and an account's list."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    first_words,
    is_json_with,
    joined_places,
    json_after,
    kind_of,
    label_at,
    labels_at,
    mapping_at,
    pay_from,
    place_of,
    readable,
    records_at,
    spaced,
    told,
    unique,
)
from unrut.importers.text_tools import (
    company_in,
    day_of,
    decoded,
    is_json,
    json_value,
    list_at,
    one_line,
    safe_link,
    text_of,
    words_at,
    workplace_in,
)

HOSTS = frozenset({"jobs.ashbyhq.com"})
PAGE_STATE = "window.__appData"  # in the pages of a board stands all that they show
HEAD = 1024 * 1024
NO_MONEY = "percentage"  # kinds of pay whose figures are shares, not money


class AshbyImporter:
    """Reads `{"jobs": [...], "apiVersion": ...}`, and boards and postings in the shapes of the board's own pages."""

    name = "ashby"
    label = "an Ashby job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where postings stand under the names that only this format has."""
        head = content[:HEAD]
        if not is_json(content):
            return 0.95 if PAGE_STATE.encode() in head and b"ashby" in head else 0.0
        if is_json_with(content, "jobs"):
            return (0.0, 0.6, 0.95)[is_json_with(content, "apiVersion") + is_json_with(content, "jobUrl")]
        is_page = any(is_json_with(content, name) for name in ("jobPostings", "jobPosting"))
        is_account = is_json_with(content, "results", "locationName", "publishedDate")
        return 0.95 if is_account or (is_page and b'"employmentType"' in head) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the board, also those that it does not list and only their own address shows."""
        value = json_value(content) if is_json(content) else json_after(decoded(content), PAGE_STATE)
        employer = company or words_at(value, "organization", "name")
        return collect(numbered(_jobs(value)), lambda job: _opening(job, employer))


def _jobs(value: Any) -> list[Any]:
    """The postings, wherever in the answer they stand; teams are named in them where the answer lists them apart."""
    answer = mapping_at(value, "data") or value
    if isinstance(answer, Mapping):
        for name in ("jobs", "results"):
            if isinstance(answer.get(name), list):
                return list_at(answer, name)
        board = mapping_at(answer, "jobBoard", "jobPostingsWithTeams") or mapping_at(answer, "jobBoard")
        if "jobPostings" in board:
            return _with_teams(board)
        for name in ("jobPosting", "posting", "results"):
            if mapping_at(answer, name):
                return [answer[name]]
    raise UnreadableFileError(
        "The file is not an Ashby job board, which has a list named jobs. Save the board's answer as it is."
    )


def _with_teams(board: Mapping[str, Any]) -> list[Any]:
    teams = {
        words_at(team, "id"): first_words(team, "externalName", "name") for team in records_at(board, "teams")
    }
    return [
        {"team": teams.get(words_at(job, "teamId"), ""), **job} if isinstance(job, Mapping) else job
        for job in list_at(board, "jobPostings")
    ]


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(job, "title"))
    url = safe_link(job.get("jobUrl")) or safe_link(job.get("externalLink"))
    apply_url = safe_link(job.get("applyUrl")) or safe_link(job.get("applyLink"))
    employer = company or company_in(url or apply_url, HOSTS)
    place = _place(job)
    text = text_of(job.get("descriptionHtml")) or text_of(job.get("descriptionPlain"))
    return PostedOpening(
        source=AshbyImporter.name,
        key=key_of(words_at(job, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(job),
        url=url or apply_url,
        apply_url=apply_url,
        contract=spaced(words_at(job, "employmentType")),
        department=_department(job) or _team(job),
        pay=_pay_words(job),
        pays=tuple(_pays(job)),
        posted_on=day_of(job.get("publishedAt")) or day_of(job.get("publishedDate")),
        updated_on=day_of(job.get("updatedAt")),
        closes_on=day_of(job.get("applicationDeadline")),
        text=text,
        more=told(*_more(job, place)),
    )


def _department(job: Mapping[str, Any]) -> str:
    return label_at(job, "department") or first_words(job, "departmentExternalName", "departmentName")


def _team(job: Mapping[str, Any]) -> str:
    return (
        label_at(job, "team") or words_at(job, "teamName") or "; ".join(unique(labels_at(job, "teamNames")))
    )


def _place(job: Mapping[str, Any]) -> str:
    main = first_words(job, "location", "locationName") or _address(job)
    seconds = (
        first_words(other, "location", "locationName") or _address(other)
        for other in records_at(job, "secondaryLocations")
    )
    plain = [*labels_at(job, "secondaryLocationNames"), *labels_at(job, "secondaryLocations")]
    return joined_places([main, *seconds, *plain])


def _address(record: Mapping[str, Any]) -> str:
    address = mapping_at(record, "address", "postalAddress") or mapping_at(record, "address")
    parts = (words_at(address, f"address{part}") for part in ("Locality", "Region", "Country"))
    return place_of(*parts)


def _workplace(job: Mapping[str, Any]) -> Workplace:
    """The kind of workplace first: boards set the remote flag for hybrid jobs as well."""
    stated = workplace_in(spaced(words_at(job, "workplaceType")))
    if stated is not Workplace.UNKNOWN:
        return stated
    return Workplace.REMOTE if job.get("isRemote") is True else Workplace.UNKNOWN


def _compensation(job: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is stated of pay, unless the company hides it."""
    return (
        {} if job.get("shouldDisplayCompensationOnJobPostings") is False else mapping_at(job, "compensation")
    )


def _pay_words(job: Mapping[str, Any]) -> str:
    stated = _compensation(job)
    tiers = unique(map(_tier_words, records_at(stated, "compensationTiers")))
    if len(tiers) > 1:  # the summary of all tiers spans them and hides which is which
        return "; ".join(tiers)
    summaries = ("compensationTierSummary", "scrapeableCompensationSalarySummary")
    return first_words(stated, *summaries) or words_at(job, "compensationTierSummary") or "; ".join(tiers)


def _tier_words(tier: Mapping[str, Any]) -> str:
    title, summary = words_at(tier, "title"), words_at(tier, "tierSummary")
    return f"{title}: {summary}" if title and summary else summary


def _pays(job: Mapping[str, Any]) -> Iterator[Pay]:
    stated = _compensation(job)
    parts = [
        part for tier in records_at(stated, "compensationTiers") for part in records_at(tier, "components")
    ]
    for part in parts or records_at(stated, "summaryComponents"):
        pay = _pay(part)
        if pay is not None:
            yield pay


def _pay(part: Mapping[str, Any]) -> Pay | None:
    kind = spaced(words_at(part, "compensationType"))
    currency = words_at(part, "currencyCode")
    if NO_MONEY in kind.lower() or not currency:
        return None
    low, high = (part.get(f"{end}Value", part.get(end)) for end in ("min", "max"))
    interval = words_at(part, "interval")
    return pay_from(low, high, currency, interval, kind=kind_of(kind), said=words_at(part, "summary"))


def _more(job: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    if _department(job) and _team(job) != _department(job):
        yield "Team", _team(job)
    address = _address(job) or one_line(readable(job.get("locationAddress")))
    if address and address not in place:
        yield "Address", address
    for tier in records_at(_compensation(job), "compensationTiers"):
        yield "Compensation", text_of(tier.get("additionalInformation"))
    if job.get("isListed") is False:
        yield "Listed", "no, only its own address shows it"
