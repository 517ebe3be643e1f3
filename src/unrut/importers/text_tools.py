"""From the bytes, markup and loose values of outside files to clean text, links and dates."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError

LONGEST_LINK = 2000
MANY_SECONDS = 100_000_000_000  # a moment above this can only be counted in milliseconds
FIRST_DAY = date(1970, 1, 1)
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100
LARGEST_NUMBER = 10_000_000_000_000  # above it stands no pay, no moment and no identity

# Control characters, lone halves of surrogate pairs, and signs that turn the direction of writing, with which a
# posting could show a reader something else than it says. Joiners stay: some scripts need them.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ud800-\udfff]"
)
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
BULLET = re.compile(r"^(?:[•·▪‣◦●○*–]|-(?=\s))\s+", re.MULTILINE)
BULLETS = "•·▪‣◦●○*–"
LATER_BULLET = re.compile(f"\n[{BULLETS}]")
COMMON_SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&#x27;", "'"))
MANY_SIGNS = 20  # from here on it pays
SCRIPT = re.compile(r"<(?=/?script)", re.IGNORECASE)
HTML = re.compile(
    r"<(?:!doctype html|html|body|div|p|br|ul|ol|li|h[1-6]|span|strong|table)\b[^<>]*>", re.IGNORECASE
)
# A tag ends at the first ">" that stands in no value. What no letter follows is no tag; nothing is tried twice.
TAG = r"<(?:/?[a-zA-Z]|[!?])[^<>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')?+[^<>=]*+)*+>"
TAGS = re.compile(rf"({TAG}(?:\s*+{TAG})*+)")
SPACE_BETWEEN = re.compile(r">\s+<")
TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
JSON_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
EPOCH = re.compile(r"\d{10,13}")

DEEPEST = 1000
UNNESTED = frozenset(
    {"p", "li", "br", "hr", "img", "input", "meta", "link", "wbr", "source", "td", "th", "tr", "option"}
)
LISTS = frozenset({"ul", "ol"})
PARAGRAPHS = LISTS | {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "dl"}
LINES = frozenset({"div", "tr", "section", "article", "header", "main", "dt", "dd", "hr", "li"})
CELLS = frozenset({"td", "th"})
DROPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "nav", "footer", "form", "title", "iframe"}
)
DROPPED_START = re.compile(rf"<(?:({'|'.join(sorted(DROPPED))})\b|!--)", re.IGNORECASE)
DROPPED_END = {name: re.compile(rf"</{name}\b[^<>]*+>?", re.IGNORECASE) for name in DROPPED}
COMMENT_END = re.compile("-->")
LONGEST_KEPT = 300  # letters of a run of tags whose meaning is remembered


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or else in the Windows alphabet."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def tidy(text: str) -> str:
    """The text without unseen characters, spare spaces and spare lines; list items start with "- "."""
    text = _closed_up(text.strip())
    if text[:1] in BULLETS or "-\n" in text or LATER_BULLET.search(text):
        text = BULLET.sub("- ", text)
    return (re.sub(r"\n{3,}", "\n\n", text) if "\n\n\n" in text else text).strip()


def one_line(text: str) -> str:
    """The text on one line, for a title, a company or a place."""
    return " ".join(_seen(text).split())


def _closed_up(text: str) -> str:
    """The lines of a text without spare spaces."""
    if not text.replace("\n", "").isprintable():
        return "\n".join([" ".join(line.split()) for line in _seen(text).split("\n")])
    # What can be printed has no other spaces than the plain one, and these are closed up the fastest by halves.
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n")


def _seen(text: str) -> str:
    """The text without unseen characters, its lines parted by line feeds."""
    # Most lines hold nothing else than what can be printed, and are known for it at once.
    return text if text.isprintable() else UNSEEN.sub("", LINE_END.sub("\n", text))


def unescaped(text: str) -> str:
    """The text with its escaped signs as they are; the same as `html.unescape`, in a fraction of its time."""
    # Markup that is escaped as a whole has hundreds of these few, and a plain replacement costs next to nothing.
    if text.count("&") > MANY_SIGNS:
        for escaped, sign in COMMON_SIGNS:
            text = text.replace(escaped, sign)
    return unescape(text)


def is_html(text: str) -> bool:
    """Whether the text is written with HTML tags."""
    return HTML.search(text) is not None


def plain_text(html: str) -> str:
    """The words of a piece of HTML in paragraphs and "- " list items; scripts and styles are left out."""
    # Lines of the source mean nothing. A space that holds words together would only be taken for a sign.
    flat = html.replace("\n", " ").replace("\r", " ").replace("&nbsp;", " ").replace("\xa0", " ")
    text, is_all_text = _with_breaks(flat)
    if not is_all_text or "<!--" in flat:
        text, _ = _with_breaks("".join(_without_dropped(flat)))
    text = tidy(unescaped(text))
    # Escaped markup becomes letters again here; no text that came from outside may look like a script.
    return SCRIPT.sub("‹", text) if "<" in text else text


def is_too_deep(html: str) -> bool:
    """Whether tags are nested beyond any real page: parsers that build a tree of a hundred thousand take half a minute."""
    depth = 0
    for closing, name in TAG_NAME.findall(html):
        if name.lower() not in UNNESTED:
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST:
            return True
    return False


def _with_breaks(flat: str) -> tuple[str, bool]:
    """A piece of HTML with breaks in the place of its tags, and whether all of it is text to read."""
    pieces = TAGS.split(flat)
    depth, is_all_text = 0, True
    for place in range(1, len(pieces), 2):
        tags = pieces[place]
        found = _break_at(tags, depth) if len(tags) < LONGEST_KEPT else _break_at.__wrapped__(tags, depth)
        pieces[place], depth = found.words, found.depth
        is_all_text = is_all_text and found.is_all_text
    return "".join(pieces), is_all_text


class _Break(NamedTuple):
    """What stands in the place of tags, how many lists are open after them, and whether none of them is left out."""

    words: str
    depth: int
    is_all_text: bool


@lru_cache(maxsize=4096)
def _break_at(tags: str, depth: int) -> _Break:
    """The break that tags in a row make after `depth` lists were opened; the same few rows make up most postings."""
    lines, is_item, is_spaced, is_all_text = 0, False, SPACE_BETWEEN.search(tags) is not None, True
    for closing, given in TAG_NAME.findall(tags):
        name = given.lower()
        if name in LISTS and closing:
            depth = max(0, depth - 1)
        lines = _lines_at(name, lines, depth)
        if name in LISTS and not closing:
            depth += 1
        is_item = not closing if name == "li" else is_item
        is_spaced = is_spaced or name in CELLS
        is_all_text = is_all_text and name not in DROPPED
    words = "\n" * lines + ("- " if is_item else "") if lines else " " * is_spaced
    return _Break(words, depth, is_all_text)


def _lines_at(name: str, lines: int, depth: int) -> int:
    """How many lines end at a tag when `lines` ended already; in a list a paragraph is only a new line."""
    if name == "br":
        return min(lines + 1, 2)
    if name in PARAGRAPHS:
        return max(lines, 1 if depth else 2)
    return max(lines, 1) if name in LINES else lines


def _without_dropped(html: str) -> Iterator[str]:
    """The pieces between comments, scripts and whatever else is not for reading; one without an end goes on to the last letter."""
    at = 0
    while start := DROPPED_START.search(html, at):
        yield html[at : start.start()]
        ends = DROPPED_END[start[1].lower()] if start[1] else COMMENT_END
        end = ends.search(html, start.end())
        at = end.end() if end else len(html)
    yield html[at:]


def text_of(value: Any) -> str:
    """The text of a field that may be plain or HTML; "" where it is no text."""
    if not isinstance(value, str):
        return ""
    return plain_text(value) if is_html(value) else tidy(value)


def safe_link(url: Any) -> str:
    """The address when it is an ordinary web address, else ""."""
    if not isinstance(url, str) or len(url) > LONGEST_LINK:
        return ""
    address = url.strip()
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
    except ValueError:
        return ""
    return address if is_web and address == one_line(address) and " " not in address else ""


def company_in(link: str, hosts: frozenset[str]) -> str:
    """The company named by the first part of the path of a job board's address, made readable."""
    if not link:
        return ""
    parts = urlsplit(link)
    if parts.hostname not in hosts:
        return ""
    named = one_line(re.sub(r"[-_+]", " ", unquote(parts.path.strip("/").split("/")[0])))
    return " ".join(word[0].upper() + word[1:] for word in named.split()) if named.islower() else named


def day_of(value: Any) -> date | None:
    """The day of an ISO date or time, or of a moment in (milli)seconds since 1970; None when it is none of these."""
    if isinstance(value, str):
        text = value.strip()
        if EPOCH.fullmatch(text):
            return _day_of_moment(int(text))
        try:
            return _usual(date.fromisoformat(text[:10]))
        except ValueError:
            return None
    return _day_of_moment(value) if is_number(value) else None


def is_number(value: Any) -> bool:
    """Whether the value is an ordinary number that is not below zero."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return (
        0 <= value < LARGEST_NUMBER
    )  # also false for "not a number" and infinity, which JSON files may hold


def workplace_in(words: str) -> Workplace:
    """Where the work is done, by words on the place; what is partly remote is hybrid."""
    lowered = words.lower().replace("-", " ").replace("_", " ")
    if re.search(r"\bhybrid\b", lowered):
        return Workplace.HYBRID
    if re.search(r"\b(?:on ?site|in office|in person)\b", lowered):
        return Workplace.ON_SITE
    return Workplace.REMOTE if re.search(r"\bremote(?:ly)?\b", lowered) else Workplace.UNKNOWN


def is_json(content: bytes) -> bool:
    """Whether the file begins like JSON; the rest may still be broken."""
    return JSON_START.match(content) is not None


def json_value(content: bytes) -> Any:
    """The value of a JSON file.

    Raises UnreadableFileError with line and column where it breaks off.
    """
    try:
        return json.loads(decoded(content))
    except json.JSONDecodeError as error:
        raise UnreadableFileError(
            f"The file cannot be read past line {error.lineno}, column {error.colno}: something there is missing "
            "or too much. Save it again from its source and give us the new copy."
        ) from error
    except RecursionError as error:
        raise UnreadableFileError(
            "The file is nested too deeply for a list of openings. Save it again from its source."
        ) from error
    except ValueError as error:
        raise UnreadableFileError(
            "The file holds a number with thousands of digits, so it is no list of openings. Save it again."
        ) from error


def words_at(record: Any, *path: str) -> str:
    """The text or number under nested names, on one line; "" where there is none."""
    value = record
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, str):
        return one_line(value)
    return f"{value:.15g}" if is_number(value) else ""


def list_at(record: Mapping[str, Any], name: str) -> list[Any]:
    """The list under a name; empty where there is none."""
    value = record.get(name)
    return value if isinstance(value, list) else []


def _day_of_moment(moment: float) -> date | None:
    seconds = moment / 1000 if moment > MANY_SECONDS else moment
    # Counted by hand: the clock functions of some systems refuse distant moments.
    return _usual(FIRST_DAY + timedelta(seconds=seconds))


def _usual(day: date) -> date | None:
    return day if EARLIEST_YEAR <= day.year <= LATEST_YEAR else None
