"""Openings from pasted text, Markdown or a saved page."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from unrut.importers.contract import (
    Parsed,
    PostedOpening,
    UnreadableFileError,
    UnreadableRecordError,
    collect,
    key_of,
    required_title,
)
from unrut.importers.text_tools import (
    day_of,
    decoded,
    is_html,
    is_json,
    one_line,
    plain_text,
    remote_in,
    safe_link,
    tidy,
)

SHORTEST_TEXT = 20
LONGEST_TITLE = 160
LONGEST_SPLIT = 120  # a longer first line is a sentence, not "title at company"
HEADER_LINES = 15
LONGEST_HEADER_LINE = 300
TEXT_NAMES = (".txt", ".md", ".html", ".htm", ".text")
# Formats that are text but never a posting.
OTHER_STARTS = ("%pdf-", "{\\rtf", "begin:v", "<?xml", "<rss", "<feed")

LABELS: Mapping[str, str] = {
    "title": "title",
    "job title": "title",
    "position": "title",
    "role": "title",
    "company": "company",
    "employer": "company",
    "organisation": "company",
    "organization": "company",
    "location": "place",
    "place": "place",
    "city": "place",
    "salary": "pay",
    "pay": "pay",
    "compensation": "pay",
    "hours": "hours",
    "working hours": "hours",
    "weekly hours": "hours",
    "contract": "contract",
    "employment type": "contract",
    "job type": "contract",
    "link": "url",
    "url": "url",
    "apply": "url",
    "posted": "posted_on",
    "date posted": "posted_on",
    "deadline": "closes_on",
    "closing date": "closes_on",
    "apply by": "closes_on",
}
HEADER = re.compile(
    r"(?:[-#>]\s+)*[*_]*(?P<label>[A-Za-z ]{3,16})[*_]*\s?:[*_]*\s*(?P<value>\S.{0,200}?)[*_]*"
)
MARKS = re.compile(r"^(?:(?:#{1,6}|-)\s+)?(?:[*_]{1,3}(?=\S))?|(?<=\S)[*_]{1,3}$")
AT_COMPANY = re.compile(r"(?P<title>\S.*?)\s+(?:at|@)\s+(?P<company>[A-Z0-9].*)")
DASH_COMPANY = re.compile(r"(?P<title>\S.*\S)\s+[-–—|]\s+(?P<company>\S.*)")
NO_COMPANY = re.compile(
    r"\b(?:remote|hybrid|on-?site|full|part|time|contract|temporary|permanent|freelance|intern(?:ship)?|hours|shifts?"
    r"|level|[mwf]/[mwfdx](?:/[dx])?)\b",
    re.IGNORECASE,
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
        title = _page_title(written) if is_page else ""
        parts = [text] if is_page else _parts(text)
        return collect(
            ((f"part {number}", {"text": part}) for number, part in enumerate(parts, start=1)),
            lambda record: _opening(record["text"], title, company),
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
    return [part for part in ("\n".join(lines).strip() for lines in parts) if part]


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
    first, stated = _head(text)
    title, named = _title_and_company(stated.get("title") or page_title or first, stated.get("company", ""))
    title = _shortened(required_title(title))
    employer = named or company
    place = stated.get("place", "")
    return PostedOpening(
        source=PastedImporter.name,
        key=key_of("", title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        is_remote=remote_in(place),
        text=text,
        **_facts(stated),
    )


def _facts(stated: Mapping[str, str]) -> dict[str, Any]:
    return {
        "url": safe_link(stated.get("url")),
        "hours": stated.get("hours", ""),
        "contract": stated.get("contract", ""),
        "pay": stated.get("pay", ""),
        "posted_on": day_of(stated.get("posted_on")),
        "closes_on": day_of(stated.get("closes_on")),
    }


def _head(text: str) -> tuple[str, dict[str, str]]:
    """The first line with words near the top, and what labelled lines and a bare address there say."""
    first, stated = "", dict[str, str]()
    for line in [line for line in text.split("\n") if line][:HEADER_LINES]:
        labelled = HEADER.fullmatch(line) if len(line) <= LONGEST_HEADER_LINE else None
        name = LABELS.get(" ".join(labelled["label"].lower().split()), "") if labelled else ""
        if labelled and name:
            stated.setdefault(name, labelled["value"])
        elif safe_link(line):
            stated.setdefault("url", line)
        elif not first and re.search(r"\w", line):
            first = MARKS.sub("", line).strip()
    return first, stated


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
