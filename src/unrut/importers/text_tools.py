"""From the bytes, markup and loose values of outside files to clean text, links and dates."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

from unrut.importers.contract import UnreadableFileError

LONGEST_LINK = 2000
DEEPEST = 1000
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
SCRIPT = re.compile(r"<(?=/?script)", re.IGNORECASE)
HTML = re.compile(
    r"<(?:!doctype html|html|body|div|p|br|ul|ol|li|h[1-6]|span|strong|table)\b[^<>]*>", re.IGNORECASE
)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)?[^<>]*>", re.IGNORECASE)
JSON_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
EPOCH = re.compile(r"\d{10,13}")

PARAGRAPHS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl"}
)
LINES = frozenset({"div", "tr", "section", "article", "header", "main", "dt", "dd", "hr"})
CELLS = frozenset({"td", "th"})
UNNESTED = frozenset(
    {"p", "li", "br", "hr", "img", "input", "meta", "link", "wbr", "source", "td", "th", "tr", "option"}
)
KEPT = PARAGRAPHS | LINES | CELLS | {"li", "br"}
DROPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "nav", "footer", "form", "title", "iframe"}
)


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
    lines = (" ".join(line.split()) for line in _seen(text.strip()).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", BULLET.sub("- ", "\n".join(lines))).strip()


def one_line(text: str) -> str:
    """The text on one line, for a title, a company or a place."""
    return " ".join(_seen(text).split())


def _seen(text: str) -> str:
    """The text without unseen characters, its lines parted by line feeds."""
    # Most lines hold nothing else than what can be printed, and are known for it at once.
    return text if text.isprintable() else UNSEEN.sub("", LINE_END.sub("\n", text))


def is_html(text: str) -> bool:
    """Whether the text is written with HTML tags."""
    return HTML.search(text) is not None


def plain_text(html: str) -> str:
    """The words of a piece of HTML in paragraphs and "- " list items; scripts and styles are left out."""
    import nh3  # slow to load, and only needed when a posting is read

    seen = UNSEEN.sub("", html)
    clean = nh3.clean(
        TAG.sub("\n", seen) if _is_too_deep(seen) else seen,
        tags=set(KEPT),
        clean_content_tags=set(DROPPED),
        attributes={},
        link_rel=None,
    )
    reader = _PlainText()
    reader.feed(clean)
    reader.close()
    # Escaped markup becomes letters again here; no text that came from outside may look like a script.
    return SCRIPT.sub("‹", tidy(reader.text()))


def _is_too_deep(html: str) -> bool:
    """Whether tags are nested beyond any real page: a hundred thousand took the cleaning half a minute."""
    depth = 0
    for tag in TAG.finditer(html):
        if tag[2] and tag[2].lower() not in UNNESTED:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


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


def pay_range(low: Any, high: Any, *, currency: str) -> str:
    """A stated range as words, such as "EUR 40,000 to 52,000"; "" when neither end is stated."""
    ends = list(dict.fromkeys(_amount(end) for end in (low, high) if is_number(end) and end > 0))
    return one_line(f"{currency} {' to '.join(ends)}") if ends else ""


def remote_in(words: str) -> bool | None:
    """Whether words on the place say remote; partly remote counts as not, None where they say nothing."""
    lowered = words.lower().replace("-", " ")
    if re.search(r"\b(?:hybrid|on ?site|in office|in person)\b", lowered):
        return False
    return True if re.search(r"\bremote(?:ly)?\b", lowered) else None


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


def _amount(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def _day_of_moment(moment: float) -> date | None:
    seconds = moment / 1000 if moment > MANY_SECONDS else moment
    # Counted by hand: the clock functions of some systems refuse distant moments.
    return _usual(FIRST_DAY + timedelta(seconds=seconds))


def _usual(day: date) -> date | None:
    return day if EARLIEST_YEAR <= day.year <= LATEST_YEAR else None


class _PlainText(HTMLParser):
    """Collects the words of cleaned HTML; line breaks are held back until words follow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._breaks = 0
        self._items = 0
        self._is_item_new = False
        self._is_spaced = False

    def text(self) -> str:
        return "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs  # the cleaning left none
        if tag == "li":
            self._items += 1
            self._is_item_new = True
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "li":
            self._items -= 1
        self._break(tag)

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            self._is_spaced = True
            return
        self._pieces.append(self._lead(is_spaced=self._is_spaced or data[0].isspace()))
        self._pieces.append(words)
        self._breaks = 0
        self._is_item_new = False
        self._is_spaced = data[-1].isspace()

    def _lead(self, *, is_spaced: bool) -> str:
        """What stands between the words before and the words that follow."""
        lead = "\n" * self._breaks if self._pieces else ""
        if self._is_item_new:
            return lead + "- "
        return lead or (" " if is_spaced else "")

    def _break(self, tag: str) -> None:
        if tag in CELLS:
            self._is_spaced = True
        elif tag == "br":
            self._breaks = min(self._breaks + 1, 2)
        else:
            # Inside a list item a paragraph is only a new line, so that the list stays together.
            wanted = 2 if tag in PARAGRAPHS and self._items <= 0 else 1
            self._breaks = max(self._breaks, wanted)
