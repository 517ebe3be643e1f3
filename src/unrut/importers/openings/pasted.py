"""Openings from pasted text, Markdown or a saved page."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, required_title
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import told
from unrut.importers.openings.first_lines import BARS, ROLE, Head, bars_in, filled, lines_below, taken_apart
from unrut.importers.text_tools import (
    decoded,
    is_html,
    is_json,
    one_line,
    plain_text,
    safe_link,
    tidy,
    workplace_in,
)

SHORTEST_TEXT = 20
LONGEST_TITLE = 160
LONGEST_SPLIT = 120  # a longer first line is a sentence, not "title at company"
HEADER_LINES = 15
LONGEST_HEADER_LINE = 300
HEADINGS = ("# ", "## ", "### ")
LONGEST_BEFORE = 200  # of what may stand before several postings
MANY_LINES, FEW_LINKS, MOSTLY = 2000, 4, 0.7
DAYS = {"posted_on": "Posted", "closes_on": "Closes"}
TEXT_NAMES = (".txt", ".md", ".html", ".htm", ".text")
# Formats that are text but never a posting.
OTHER_STARTS = ("%pdf-", "{\\rtf", "begin:v", "<?xml", "<rss", "<feed")

LABELS: Mapping[str, str] = {
    label: field
    for field, labels in {
        "title": "title|job title|position|role|stelle|stellentitel|jobtitel|titel|poste|intitulé du poste|puesto|functie|posizione|vaga",
        "company": "company|company name|employer|organisation|organization|hiring company|firma|unternehmen|arbeitgeber|entreprise|société"
        "|empresa|azienda|bedrijf|werkgever",
        "place": "location|locations|place|city|job location|office|based in|ort|arbeitsort|standort|einsatzort|lieu|localisation|ubicación"
        "|lugar|sede|luogo|locatie|plaats|local",
        "workplace": "workplace|workplace type|work model|remote|arbeitsmodell",
        "pay": "salary|pay|compensation|salary range|pay range|wage|rate|gehalt|vergütung|lohn|salaire|rémunération|salario|stipendio"
        "|salaris",
        "hours": "hours|working hours|weekly hours|hours per week|arbeitszeit|stunden|heures|uren|horas",
        "contract": "contract|contract type|employment type|job type|type of contract|anstellungsart|vertragsart|beschäftigungsart|contrat"
        "|type de contrat|contrato|contratto|dienstverband",
        "department": "department|team|abteilung|bereich|département|afdeling",
        "seniority": "seniority|seniority level|experience level|level|career level",
        "requisition": "requisition id|req id|job id|reference|reference number|job number|kennziffer|referenznummer|référence",
        "starts": "start date|starting date|start|eintrittsdatum|date de début",
        "url": "link|url|website|job link",
        "apply_url": "apply|apply here|apply link|application link",
        "posted_on": "posted|date posted|posted on|published|veröffentlicht|publié le",
        "closes_on": "deadline|closing date|apply by|application deadline|bewerbungsfrist|bewerbungsschluss|date limite",
    }.items()
    for label in labels.split("|")
}
HEADER = re.compile(
    r"(?:[-#>]\s+)*[*_]*(?P<label>[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,3})[*_]*\s?:[*_]*\s*(?P<value>\S.{0,200}?)[*_]*"
)
MARKS = re.compile(r"^(?:(?:#{1,6}|-)\s+)?(?:[*_]{1,3}(?=\S))?|(?<=\S)[*_]{1,3}$")
AT_COMPANY = re.compile(r"(?P<title>\S.*?)\s+(?:at|@)\s+(?P<company>[A-Z0-9].*)")
DASH_COMPANY = re.compile(r"(?P<title>\S.*\S)\s+[-–—|]\s+(?P<company>\S.*)")
NO_COMPANY = re.compile(
    r"\b(?:remote|hybrid|on-?site|full|part|time|contract|temporary|permanent|freelance|intern(?:ship)?|hours|shifts?"
    r"|level|[mwf]/[mwfdx](?:/[dx])?)\b",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"\b(?:about|requirements?|responsibilit|benefits?|what|who|how|why|your|our|we|you|skills?|qualifications?|experience|apply|offer|the (?:role|job"
    r"|team|position)|job description|summary|overview|duties|tasks|profile|aufgaben|profil|wir)\b",
    re.IGNORECASE,
)
LINK_LINE = re.compile(
    r"\[[^\[\]]{1,300}\]\([^()\s]{1,2000}\)|https?://\S{1,2000}|.{1,120}?\shttps?://\S{1,2000}"
)
RULE = re.compile(r"-{3,}")
DOUBLE_RULE = re.compile(r"={3,}")
# Bounded, so that a page of tags that never end is read in a moment too.
PAGE_TITLES = tuple(
    re.compile(rf"<{tag}\b[^>]{{0,500}}>(.{{0,500}}?)</{tag}>", re.IGNORECASE | re.DOTALL)
    for tag in ("h1", "title")
)


class PastedImporter:
    """Reads any text as one opening, or as several with a line of === between them."""

    name = "pasted"
    label = "pasted text or a saved page"

    def identify(self, name: str, content: bytes) -> float:
        """Never sure: what no other importer claims is read as text."""
        lowered = name.lower()
        start = decoded(content[:1000]).lstrip().lower()
        is_other = start.startswith(OTHER_STARTS) and "<html" not in start
        if is_other or is_json(content) or lowered.endswith(".json"):
            return 0.0
        return 0.3 if lowered.endswith(TEXT_NAMES) else 0.1

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the text."""
        written = decoded(content)
        is_page = is_html(written)
        text = plain_text(written) if is_page else tidy(written)
        if len(text) < SHORTEST_TEXT:
            raise UnreadableFileError(
                f"This text is shorter than {SHORTEST_TEXT} characters. Paste the whole posting, its title first."
            )
        _refuse_links(text)
        title = _page_title(written) if is_page else ""
        parts = [text] if is_page else _parts(text)
        return collect(
            ((f"part {number}", {"text": part}) for number, part in enumerate(parts, start=1)),
            lambda record: _opening(record["text"], title, company),
        )


def _refuse_links(text: str) -> None:
    """Refuse a list of links, which says nothing of what stands behind them."""
    lines = [line.strip(" -*•>") for line in text.split("\n") if line.strip()]
    links = sum(LINK_LINE.fullmatch(line) is not None for line in lines[:MANY_LINES])
    if links >= FEW_LINKS and links >= MOSTLY * len(lines[:MANY_LINES]):
        raise UnreadableFileError(
            "This is a list of links and not of postings. Open each of them and paste its text, or watch the board they are on."
        )


def _page_title(page: str) -> str:
    for pattern in PAGE_TITLES:
        found = pattern.search(page)
        title = one_line(plain_text(f"<p>{found[1]}</p>")) if found else ""
        if title:
            return title
    return ""


def _parts(text: str) -> list[str]:
    """The text cut at its lines of ===, and at lines of --- before a heading."""
    parts: list[list[str]] = [[]]
    lines = text.split("\n")
    for line, following in zip(lines, _following(lines), strict=True):
        if _is_cut(line, before=parts[-1], following=following):
            parts.append([])
        else:
            parts[-1].append(line)
    whole = [part for part in ("\n".join(lines).strip() for lines in parts) if part]
    return [section for part in whole for section in _sections(part)]


def _sections(text: str) -> list[str]:
    """The text cut at its headings, where each of them is the title of a posting of its own."""
    lines = text.split("\n")
    levels = {
        mark: [number for number, line in enumerate(lines) if line.startswith(mark)] for mark in HEADINGS
    }
    starts = next((found for found in levels.values() if len(found) > 1), [])
    cuts = [*starts, len(lines)]
    sections = ["\n".join(lines[start:end]).strip() for start, end in pairwise(cuts)]
    before = "".join(lines[: starts[0]]).strip() if starts else ""
    are_postings = all(_is_posting(section) for section in sections)
    return sections if starts and are_postings and len(before) <= LONGEST_BEFORE else [text]


def _is_posting(section: str) -> bool:
    heading, _, body = section.partition("\n")
    return (
        ROLE.search(heading) is not None
        and not SECTION.search(heading)
        and len(body.strip()) >= SHORTEST_TEXT
    )


def _following(lines: Sequence[str]) -> list[str]:
    """For each line the next one that is not blank, "" after the last."""
    following = [""]
    for line in reversed(lines[1:]):
        following.append(line or following[-1])
    return following[::-1]


def _is_cut(line: str, *, before: Sequence[str], following: str) -> bool:
    if DOUBLE_RULE.fullmatch(line):
        # Right below the only line so far it underlines a heading and cuts nothing.
        words = [line for line in before if line and not safe_link(line)]
        return len(words) != 1 or not before[-1]
    return RULE.fullmatch(line) is not None and following.startswith("# ")


def _opening(text: str, page_title: str, company: str) -> PostedOpening:
    if len(text) < SHORTEST_TEXT:
        raise UnreadableRecordError(f'"{one_line(text)}" is too short for a posting, so it was left out.')
    first, stated, below = _head(text)
    line = stated.get("title") or page_title or first
    title, named = _title_and_company(line, stated.get("company", ""))
    head = _taken_apart(line, below)
    title = _shortened(required_title(head.title if BARS.search(line) and head.title else title))
    employer = (
        stated.get("company") or (head.company if BARS.search(line) else named) or head.company or company
    )
    place = stated.get("place") or head.place
    facts = _facts(stated, head)
    workplace = workplace_in(f"{stated.get('workplace', '')} {stated.get('place', '')}")
    return PostedOpening(
        source=PastedImporter.name,
        key=key_of("", title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=head.workplace if workplace is Workplace.UNKNOWN else workplace,
        remote_area=head.remote_area,
        text=text,
        **facts,
    )


def _taken_apart(line: str, below: Sequence[str]) -> Head:
    """What a line with bars says, and what the short lines below a title say."""
    own = taken_apart(line) if BARS.search(line) and len(bars_in(line)) > 1 else Head()
    return own if own.place or (own.company and own.title) else filled(own, lines_below(below))


def _facts(stated: Mapping[str, str], head: Head) -> dict[str, Any]:
    days = {field: day_in(stated.get(field)) for field in DAYS}
    plain = {
        field: stated.get(field, "")
        for field in ("hours", "department", "seniority", "requisition", "starts")
    }
    labelled = (
        (label, stated[field]) for field, label in DAYS.items() if field in stated and days[field] is None
    )
    return {
        **plain,
        **days,
        "url": safe_link(stated.get("url")),
        "apply_url": safe_link(stated.get("apply_url")),
        "contract": stated.get("contract") or head.contract,
        "pay": stated.get("pay") or head.pay,
        "more": told(*labelled),
    }


def _head(text: str) -> tuple[str, dict[str, str], list[str]]:
    """The first line with words near the top, what labelled lines and a bare address there say, and the lines below."""
    first, stated, below = "", dict[str, str](), list[str]()
    for line in [line for line in text.split("\n") if line][:HEADER_LINES]:
        labelled = HEADER.fullmatch(line) if len(line) <= LONGEST_HEADER_LINE else None
        name = LABELS.get(" ".join(labelled["label"].lower().split()), "") if labelled else ""
        if labelled and name:
            stated.setdefault(name, labelled["value"])
        elif safe_link(line):
            stated.setdefault("url", line)
        elif first:
            below.append(MARKS.sub("", line).strip())
        elif re.search(r"\w", line):
            first = MARKS.sub("", line).strip()
    return first, stated, below


def _title_and_company(title: str, company: str) -> tuple[str, str]:
    """A first line such as "Cook at The Blue Door" in two; a company that was named apart is believed first."""
    patterns = (AT_COMPANY, DASH_COMPANY) if len(title) <= LONGEST_SPLIT else ()
    for pattern in patterns:
        found = pattern.fullmatch(title)
        if found and _is_company(found["company"], company):
            return found["title"], found["company"]
    return title, company


def _is_company(words: str, named: str) -> bool:
    return words.casefold() == named.casefold() if named else NO_COMPANY.search(words) is None


def _shortened(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
