"""What several importers need to take a posting apart: names, places, pay, words, and what has no field of its own."""

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.countries import country_name
from unrut.importers.text_tools import (
    is_json,
    is_number,
    one_line,
    plain_text,
    text_of,
    words_at,
    workplace_in,
)

DEEPEST_FIELD = 3
MOST_VALUES = 5  # a page sets what it shows once; more than a few are none of a job board's
LONGEST_PERIOD = 60
LONGEST_FIGURE = 30
LONGEST_START = 60  # letters by which a short form is found in the text it was cut from
HEAD = 1024 * 1024  # the names of a format's fields stand in its first posting
LABELS = ("label", "name", "title", "value", "text", "valueLabel")
EMPTY: Mapping[str, Any] = {}

WORD = re.compile(r"[^\W_]+")
RUN_TOGETHER = re.compile("(full|part)time")
BETWEEN = re.compile(r"(?<=[a-z])(?=[A-Z])|_+")
# Three digits after a point are thousands in half of Europe, so they are no figure we can be sure of.
FIGURE = re.compile(r"(?:[0-9]{1,3}(?:[ ,'\u00a0\u202f][0-9]{3})+|[0-9]+)(?:\.(?:[0-9]{1,2}|0000))?")
CODE = re.compile(r"[A-Z]{3}")
IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
NO_REMOTE = re.compile(r"\b(?:no|not|non)[ _-]remote\b", re.IGNORECASE)
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9-]{2,10})?")

SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "CA$": "CAD",
    "C$": "CAD",
    "A$": "AUD",
    "US$": "USD",
    "R$": "BRL",
}
# Read before the single words, because "bi-week" and "semi-month" hold those.
PHRASES = (
    (("semimonth", "halfmonth", "twiceamonth", "twicemonth"), Period.HALF_MONTH),
    (("biweek", "twoweek", "2week", "fortnight", "everyotherweek"), Period.TWO_WEEKS),
    (("bimonth", "quarter", "halfyear", "semiannual", "biannual"), Period.UNKNOWN),
    (("onetime", "1time", "oneoff", "lumpsum"), Period.ONCE),
)
PERIODS: Mapping[str, Period] = {
    word: period
    for period, words in {
        Period.HOUR: "hour hours hourly hr hrs h ph std stunde stunden stundenlohn heure hora uur uurloon timme",
        Period.DAY: "day days daily pd diem p1d tag tage jour dia dag dagtarief",
        Period.WEEK: "week weeks weekly wk pw p1w woche wochen semaine semana vecka",
        Period.MONTH: "month months monthly mo mth pm p1m monat monate monatlich mois mes mensual maand manad mese",
        Period.YEAR: "year years yearly yr pa p1y annum annual annually jahr jahre an annuel ano anual jaar anno",
        Period.ONCE: "once einmalig fixed",
    }.items()
    for word in words.split()
}
SPELLED: Mapping[Period, str] = {
    Period.HOUR: "per hour",
    Period.DAY: "per day",
    Period.WEEK: "per week",
    Period.TWO_WEEKS: "every two weeks",
    Period.HALF_MONTH: "twice a month",
    Period.MONTH: "per month",
    Period.YEAR: "per year",
    Period.ONCE: "once",
    Period.UNKNOWN: "",
}
# Read in this order: the first word found tells what an amount is.
KINDS: tuple[tuple[str, PayKind], ...] = (
    (r"\b(?:ote|on[ -]target|total (?:cash|comp\w*|target)|package)\b", PayKind.TOTAL),
    (r"\b(?:sign[ -]?on|signing)\b", PayKind.SIGN_ON),
    (r"\b(?:base|salary|wage|hourly|annual pay|pay)\b", PayKind.BASE),
    (r"\b(?:equity|stock|shares|rsus?|options)", PayKind.EQUITY),
    (r"\bcommissions?\b", PayKind.COMMISSION),
    (r"\b(?:bonus|bonuses|incentive)\b", PayKind.BONUS),
    (r"\bstipend\b", PayKind.STIPEND),
    (r"\ballowance\b", PayKind.ALLOWANCE),
)
KIND_PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in KINDS)

# Parts of the world are no part of an address, though boards put them where a state belongs.
WIDE_REGIONS = frozenset(
    {
        "europe",
        "emea",
        "apac",
        "asia",
        "africa",
        "america",
        "americas",
        "north america",
        "south america",
        "latam",
    }
    | {"latin america", "oceania", "worldwide", "global", "middle east", "dach", "nordics", "benelux"}
)

# The names under which employers add fields of their own, and the field of ours that says the same.
OWN_NAMES: Mapping[str, str] = {
    name: field
    for field, names in {
        "contract": "employment type|contract type|type of contract|type of employment|commitment|job type"
        "|employment status|worker type|position type|contract|vertragsart|type de contrat",
        "schedule": "schedule|work schedule|working schedule|time type|shift|shifts|shift type|work pattern",
        "hours": "hours|weekly hours|hours per week|working hours|hours a week|arbeitszeit",
        "seniority": "seniority|seniority level|level|job level|career level|experience level|experience",
        "education": "education|education level|minimum education|required education|degree",
        "category": "category|job category|job family|job function|function|discipline",
        "starts": "start date|starting date|target start date|desired start date",
        "requisition": "requisition id|requisition number|req id|job code",
    }.items()
    for name in names.split("|")
}
# Identities, links, places on a map, and what a site does with a posting.
OF_SITE = re.compile(
    r"^(?:ml_|(?:[Ii]s|[Hh]as|[Ss]how|[Ss]hould|[Hh]ide)(?:_|[A-Z])|(?:id|lat|lon|latitude|longitude)$)"
    r"|(?:I[dD]s?|_ids?|No|Num|RefNum|refNum|[Ll]at[Ll]ong|[Dd]isplay|_array|_?[Uu]r[li]|[Ff]lag|[Gg]uid|[Ss]lug|[Ll]ogo)$"
)
PLACE_ENDS = re.compile("[;|•]")


def is_json_with(content: bytes, *names: str) -> bool:
    """Whether the file begins like JSON and all these names of fields stand near its beginning; cheap."""
    if not is_json(content):
        return False
    return all(content.find(f'"{name}"'.encode(), 0, HEAD) >= 0 for name in names)


def json_after(text: str, marker: str) -> Any:
    """The JSON value that begins with the first brace after the marker, as pages carry it; None without one."""
    found = text.find(marker)
    start = text.find("{", found) if found >= 0 else -1
    if start < 0:
        return None
    try:
        return json.JSONDecoder().raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def json_values(text: str, before: re.Pattern[str]) -> Iterator[Any]:
    """The JSON values that begin where a pattern ends, as scripts of a page set them; only the first few."""
    for found in islice(before.finditer(text), MOST_VALUES):
        with suppress(ValueError, RecursionError):
            yield json.JSONDecoder().raw_decode(text, found.end())[0]


def mapping_at(record: Any, *path: str) -> Mapping[str, Any]:
    """The named fields under nested names; none where something else stands there."""
    value = record
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else EMPTY


def records_at(record: Any, *path: str) -> list[Mapping[str, Any]]:
    """The entries with named fields of the list under nested names; others are passed over."""
    value = mapping_at(record, *path[:-1]).get(path[-1])
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def first_words(record: Any, *names: str) -> str:
    """The words of the first of the names that has some."""
    return next((words for name in names if (words := words_at(record, name))), "")


def label_at(record: Any, *path: str) -> str:
    """The words under nested names, or those of the name or label of what stands there."""
    words = words_at(record, *path)
    named = EMPTY if words else mapping_at(record, *path)
    return first_words(named, *LABELS) if named else words


def labels_at(record: Any, *path: str) -> list[str]:
    """The words of every entry of the list under nested names, whether plain or with a name or label."""
    value = mapping_at(record, *path[:-1]).get(path[-1])
    entries = value if isinstance(value, list) else []
    return [words for words in (label_at({"entry": entry}, "entry") for entry in entries) if words]


def unique(words: Iterable[str]) -> list[str]:
    """The words that say something, each once, in their order; letters small or large are the same."""
    kept: dict[str, str] = {}
    for each in words:
        if each:
            kept.setdefault(each.casefold(), each)
    return list(kept.values())


def joined_places(places: Iterable[str]) -> str:
    """All places, parted by "; ", each once."""
    return "; ".join(unique(places))


def workplace_of(words: str, place: str) -> Workplace:
    """What the words on the workplace say, or else what all places say; unknown where only some of them do.

    "Not remote" says nothing of where the work is done.
    """
    stated = workplace_in(NO_REMOTE.sub(" ", words))
    if stated is not Workplace.UNKNOWN:
        return stated
    said = {workplace_in(each) for each in place.split("; ")}
    return said.pop() if len(said) == 1 else Workplace.UNKNOWN


def title_notes(title: str) -> str:
    """What a title says beside the work: in brackets and after its last dash, as in "Cook (Hybrid)" or "Cook - Remote"."""
    _, _, tail = title.rpartition(" - ") if " - " in title else ("", "", "")
    return " ".join((*IN_BRACKETS.findall(title), tail))


def split_places(words: str) -> list[str]:
    """The places of one line in which the source lists several."""
    return [place.strip() for place in PLACE_ENDS.split(words)]


def place_of(town: str, region: str = "", country: str = "") -> str:
    """One place out of its town, region and country or its code, each once: "Munich, Bavaria, Germany"."""
    stated = "" if region.casefold() in WIDE_REGIONS and (town or country) else region
    return ", ".join(unique((town, stated, country_name(country))))


def company_of_host(link: str, *domains: str) -> str:
    """The company named by the first part of a job board's host, such as "Acme" of acme.pinpointhq.com."""
    host = (urlsplit(link).hostname or "") if link else ""
    named = next((host.removesuffix(domain) for domain in domains if host.endswith(domain)), "")
    is_one = named.endswith(".") and named.count(".") == 1 and not named.startswith(("www.", "api.", "jobs."))
    return " ".join(part.capitalize() for part in named[:-1].split("-")) if is_one else ""


def spaced(words: str) -> str:
    """Words run together, such as "FullTime" or "FULL_TIME", set apart: "Full time"."""
    if " " in words:
        return words
    apart = " ".join(BETWEEN.sub(" ", RUN_TOGETHER.sub(r"\1_time", words)).split())
    return apart[:1].upper() + apart[1:].lower()


def language_of(words: str) -> str:
    """The code of a language without its country ("en" of "en-GB"); other words as they are."""
    found = LANGUAGE.fullmatch(words.lower())
    return found[1] if found else words


def figure_of(value: Any) -> float | None:
    """A number above zero, also one written as text; None where there is none, since zero is no pay."""
    if isinstance(value, str):
        return _written(value.strip())
    return float(value) if is_number(value) and value > 0 else None


def _written(text: str) -> float | None:
    if len(text) > LONGEST_FIGURE or not FIGURE.fullmatch(text):
        return None
    number = float(re.sub(r"[^0-9.]", "", text))
    return number if is_number(number) and number > 0 else None


def period_of(words: str) -> Period:
    """What an amount is paid for, by the words of the source; unknown where they name none or several."""
    parts = WORD.findall(BETWEEN.sub(" ", words[:LONGEST_PERIOD]).lower())
    together = "".join(parts)
    for fragments, period in PHRASES:
        if any(fragment in together for fragment in fragments):
            return period
    found = {PERIODS[part] for part in (*parts, together) if part in PERIODS}
    is_one = all(part == "1" for part in parts if part.isdecimal())  # "6 MONTHS" is none of our periods
    return found.pop() if len(found) == 1 and is_one else Period.UNKNOWN


def currency_of(words: str) -> str:
    """The code of a currency; "" where the source states none, or a sign that several countries share."""
    code = words.strip().upper()
    return code if CODE.fullmatch(code) else SIGNS.get(code, "")


def kind_of(words: str) -> PayKind:
    """What an amount is, by the words above it; a base where they say nothing else."""
    lowered = spaced(words[:LONGEST_PERIOD]).lower()
    return next((kind for pattern, kind in KIND_PATTERNS if pattern.search(lowered)), PayKind.BASE)


def pay_from(
    low: Any, high: Any, currency: str, period: Period | str, *, kind: PayKind = PayKind.BASE, said: str = ""
) -> Pay | None:
    """The pay that two figures of a source state, said in its words or else in ours; None where both are missing.

    A missing end stays open. Ends in the wrong order are turned.
    """
    ends = (figure_of(low), figure_of(high))
    if ends[0] and ends[1]:
        ends = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    if ends == (None, None):
        return None
    paid_for = period if isinstance(period, Period) else period_of(period)
    spoken = said or _pay_words(*ends, currency, paid_for, kind)
    return Pay(ends[0], ends[1], currency_of(currency), paid_for, kind, Said(spoken))


def _pay_words(low: float | None, high: float | None, currency: str, period: Period, kind: PayKind) -> str:
    of_kind = "" if kind is PayKind.BASE else f"({kind.value.replace('_', '-')})"
    lead = "" if low and high else "from" if low else "up to"
    ends = unique(f"{end:,.2f}".removesuffix(".00") for end in (low, high) if end)
    return one_line(
        f"{lead} {currency_of(currency) or currency} {' to '.join(ends)} {SPELLED[period]} {of_kind}"
    )


def pays_in_words(pays: Iterable[Pay]) -> str:
    """What the pays say, each once, parted by "; "."""
    return "; ".join(unique(pay.said.words for pay in pays))


def line_of(value: Any) -> str:
    """A title or a name on one line, also where it holds tags or letters written like &amp;."""
    words = words_at({"value": value}, "value")
    return one_line(plain_text(f"<p>{words}</p>")) if "&" in words or "<" in words else words


def not_in(text: str, words: str) -> str:
    """Words that a text does not hold already, by how they begin; "" where it does."""
    start = " ".join(words.split())[:LONGEST_START].rstrip(" .…[]")
    return "" if start and start in " ".join(text.split()) else words


def readable(value: Any, deep: int = 0) -> str:
    """The words of any value: yes for true, entries parted by "; ", names before their values; "" for nothing."""
    if isinstance(value, str):
        return text_of(value)
    if value is True:
        return "yes"
    if isinstance(value, list | Mapping) and deep < DEEPEST_FIELD:
        entries = value if isinstance(value, list) else _named(value, deep)
        return "; ".join(unique(readable(entry, deep + 1) for entry in entries))
    return words_at({"value": value}, "value")


def _named(value: Mapping[str, Any], deep: int) -> list[str]:
    """The name or label of something, or else all its fields."""
    label = first_words(value, *LABELS)
    if label:
        return [label]
    pairs = ((name, readable(field, deep + 1)) for name, field in value.items() if not _is_noise(str(name)))
    return [f"{spaced(str(name))}: {words}" for name, words in pairs if words]


def _is_noise(name: str) -> bool:
    """Whether a field is an identity of the source, which tells a reader nothing."""
    return name == "id" or name.endswith(("_id", "_ids", "Id", "Ids"))


def stated(record: Any, labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What the named fields say, under these labels; those that say nothing are left out."""
    if not isinstance(record, Mapping):
        return ()
    pairs = ((label, readable(record.get(name))) for name, label in labels.items())
    return tuple((label, words) for label, words in pairs if words)


def unread(record: Mapping[str, Any], used: Container[str]) -> Iterator[tuple[str, str]]:
    """What the fields say that are not used, under their names; what only a site itself can use is passed over."""
    for name, value in record.items():
        if name not in used and not OF_SITE.search(str(name)):
            yield spaced(str(name)), readable(value)


def told(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The pairs of label and words in which both say something, each once."""
    return tuple(dict.fromkeys((label, words) for label, words in pairs if label and words))


def own_fields(
    pairs: Iterable[tuple[str, str]],
) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """What fields of an employer's own say: under the names of our fields where one is meant, and the others."""
    known: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for label, words in told(*pairs):
        field = OWN_NAMES.get(label.casefold().strip(" :?"))
        if field is None or field in known:
            others.append((label, words))
        else:
            known[field] = one_line(words)
    return known, tuple(others)


def with_own_fields(opening: PostedOpening, pairs: Iterable[tuple[str, str]]) -> PostedOpening:
    """The opening with what fields of an employer's own say: in ours that are still empty, and the rest in `more`."""
    facts: dict[str, Any] = {}
    others: list[tuple[str, str]] = []
    for label, words in told(*pairs):
        field = OWN_NAMES.get(label.casefold().strip(" :?"), "")
        there = str(facts.get(field) or getattr(opening, field, ""))
        if field and not there:
            facts[field] = one_line(words)
        elif words.casefold() != there.casefold():
            others.append((label, words))
    if not facts and not others:
        return opening
    return replace(opening, **facts, more=told(*opening.more, *others))


def sections(parts: Iterable[tuple[str, Any]]) -> str:
    """Texts under their headings, plain or HTML, as one text; a heading without a text is left out."""
    texts = ((one_line(heading), text_of(body)) for heading, body in parts)
    return "\n\n".join(f"{heading}\n{text}" if heading else text for heading, text in texts if text)


def entries_of(
    value: Any, *names: str, is_one: Callable[[Mapping[str, Any]], bool] | None = None
) -> list[Any] | None:
    """The list of postings: bare, under one of the names, or a single one as such; None where there is none."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping):
        return None
    for name in names:
        if isinstance(value.get(name), list):
            return list(value[name])
    return [value] if is_one and is_one(value) else None


def with_places_merged(parsed: Parsed) -> Parsed:
    """Postings that a board lists once for each of their places as one opening with all of them."""
    same: dict[tuple[str, str, str], list[PostedOpening]] = {}
    for opening in parsed.openings:
        same.setdefault((opening.key, opening.title, opening.text), []).append(opening)
    merged = (each[0] if len(each) == 1 else _merged(each) for each in same.values())
    return Parsed(tuple(merged), parsed.problems)


def _merged(records: Sequence[PostedOpening]) -> PostedOpening:
    """The first of the records with the places and the further facts of all; unknown is what they disagree in."""
    workplaces = {each.workplace for each in records}
    return replace(
        records[0],
        place=joined_places(place for each in records for place in each.place.split("; ")),
        workplace=records[0].workplace if len(workplaces) == 1 else Workplace.UNKNOWN,
        department="; ".join(unique(each.department for each in records)),
        pays=tuple(dict.fromkeys(pay for each in records for pay in each.pays)),
        pay="; ".join(unique(each.pay for each in records)),
        more=tuple(dict.fromkeys(pair for each in records for pair in each.more)),
    )
