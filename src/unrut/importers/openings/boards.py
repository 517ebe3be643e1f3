"""From what a person typed to the board they mean: the address of a careers page, or the name of a company."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from urllib.parse import SplitResult, urlsplit

from unrut.core.errors import InvalidInputError
from unrut.importers.openings.board_addresses import (
    ashby,
    greenhouse,
    known_board,
    lever,
    of_host,
    place_of,
    rippling,
    smartrecruiters,
    workable,
)
from unrut.importers.openings.board_requests import PAGE, Board, Request
from unrut.importers.text_tools import decoded, one_line

LONGEST_TYPED = 2000
LONGEST_NAME = 100
MOST_LINKS = 3000

HOST = re.compile(r"[^\s/?#:@.]+(?:\.[^\s/?#:@.]+)+(?::[0-9]*)?(?:[/?#]|\Z)")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")
LINK = re.compile(r"(?:https?:)?//([A-Za-z0-9.-]{4,253})(/[^\s\"'<>\\#?]{0,500})(\?[^\s\"'<>\\#]{0,500})?")
WORD = re.compile(r"[^\W_]+")
TRACKING = re.compile(r"utm_[^=]*|gh_src|gh_jid|lever-[^=]*|trk|fbclid|gclid|msclkid")
SIGN_IN = re.compile(r"(?:log|sign)[-_]?(?:in|on)|auth|authorize|sso|saml2?|oauth2?", re.IGNORECASE)
LEGAL = frozenset(
    "inc incorporated llc llp ltd limited plc corp corporation gmbh ag se kg ohg ug co company bv nv sa sas sarl srl spa "
    "ab as asa oy oyj aps pty pte kk".split()
)

# Sites whose terms keep programs out, and sites that answer only those with a key, by the name before the country.
MEMBERS_ONLY = {
    "linkedin": "LinkedIn",
    "lnkd": "LinkedIn",
    "facebook": "Facebook",
    "glassdoor": "Glassdoor",
    "indeed": "Indeed",
    "ziprecruiter": "ZipRecruiter",
    "xing": "XING",
    "stepstone": "StepStone",
    "monster": "Monster",
}
KEYED = {"adzuna": "Adzuna", "usajobs": "USAJOBS"}
SECOND_LEVEL = frozenset({"co", "com"})
SIGN_IN_HOSTS = ("accounts.google.com", "login.microsoftonline.com")


class UnwatchableError(InvalidInputError):
    """What was typed is no board that a program may read."""


def board_of(typed: str) -> Board | None:
    """The board of an address; None where no address was typed, but the name of a company.

    Raises UnwatchableError with a sentence.
    """
    text = typed.strip()
    if not text:
        raise UnwatchableError(
            "Nothing was named. Give the address of a careers page, or the name of a company."
        )
    if len(text) > LONGEST_TYPED:
        raise UnwatchableError(f"This has more than {LONGEST_TYPED:,} characters. Give a shorter address.")
    address = _address(text)
    return None if address is None else _board(address, text)


def company_of(typed: str) -> str:
    """The name of a company as it was typed, on one line.

    Raises UnwatchableError when it can be no name.
    """
    name = one_line(typed)
    if len(name) > LONGEST_NAME or not WORD.search(name):
        raise UnwatchableError(
            f'"{name[:60]}" can be no company. Give its name, or the address of the page that lists its openings.'
        )
    return name


def candidates(company: str) -> list[Board]:
    """The boards a company may have, in the order to try them; each is at an address meant for programs."""
    boards = (board for slug in _slugs(company) for board in _boards_named(slug))
    return [board for board in boards if board_of(board.address) == board]


def board_in(content: bytes) -> Board | None:
    """The board of a company that a careers page links to or embeds; None where it names none, or several."""
    found: dict[str, Board] = {}
    for link in islice(LINK.finditer(decoded(content)), MOST_LINKS):
        query = (link[3] or "").removeprefix("?").replace("&amp;", "&")
        board = known_board(place_of(link[1].lower(), link[2], query))
        if board is not None and board.company:
            found[board.address] = board
    return next(iter(found.values())) if len(found) == 1 else None


def asks_to_sign_in(address: str) -> bool:
    """Whether an address is that of a page to sign in at."""
    parts = _split(address)
    if parts is None:
        return False
    is_door = (parts.hostname or "") in SIGN_IN_HOSTS
    return is_door or any(SIGN_IN.fullmatch(part) for part in parts.path.split("/"))


def _address(text: str) -> SplitResult | None:
    """The address that was typed, with or without its beginning; None where it is none."""
    if SCHEME.match(text):
        parts = _split(text)
        if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
            raise _unreadable(text)
        return parts
    if not HOST.match(text) or any(letter.isspace() for letter in text):
        return None
    parts = _split(f"https://{text}")
    if parts is None or not parts.hostname:
        raise _unreadable(text)
    return parts


def _board(parts: SplitResult, text: str) -> Board:
    host = (parts.hostname or "").lower()
    _check_host(host)
    if "@" in parts.netloc or "\\" in text or not text.isprintable() or " " in text:
        raise _unreadable(text)
    place = place_of(host, parts.path, parts.query)
    board = known_board(place) if parts.netloc.lower() == host else None
    if board is not None:
        return board
    if asks_to_sign_in(parts.geturl()):
        raise UnwatchableError(
            f"This is the page of {host} for signing in, and behind it only you can look. "
            "Save the page you see there and import the file."
        )
    address = _plain(parts)
    return Board(PAGE, address, Request(address, is_page=True))


def _check_host(host: str) -> None:
    if name := _named_in(host, MEMBERS_ONLY):
        raise UnwatchableError(
            f"{name} shows its openings to people, not to programs, and its terms say so. Copy the text of a posting and "
            "paste it, or watch the company's own careers page."
        )
    if name := _named_in(host, KEYED):
        raise UnwatchableError(
            f"{name} answers only programs with a key of their own, which this one has not. "
            "Save its answer as a file and import that."
        )


def _named_in(host: str, names: Mapping[str, str]) -> str:
    """The name of the site a host belongs to, whatever its country; "" where it is none of these."""
    labels = host.split(".")
    site = labels[-3:-2] if len(labels) > 2 and labels[-2] in SECOND_LEVEL else labels[-2:-1]  # noqa: PLR2004 - as in example.co.uk
    return names.get(site[0] if site else "", "")


def _plain(parts: SplitResult) -> str:
    """The address without what only tells where a visitor came from, so that the same page is one board."""
    asked = (part for part in parts.query.split("&") if not TRACKING.fullmatch(part.partition("=")[0]))
    query = "&".join(part for part in asked if part)
    told = f"?{query}" if query else ""
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path or '/'}{told}"


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _slugs(company: str) -> list[str]:
    """How the name of a company may stand in an address."""
    spelled = unicodedata.normalize("NFKD", company.casefold().replace("ß", "ss"))
    words = WORD.findall("".join(letter for letter in spelled if letter.isascii()))
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    return list(dict.fromkeys(slug for slug in ("".join(words), "-".join(words)) if slug))


def _boards_named(slug: str) -> Iterator[Board]:
    yield greenhouse(slug)
    yield lever(slug)
    yield ashby(slug)
    yield workable(slug)
    yield smartrecruiters(slug)
    yield of_host("recruitee", f"{slug}.recruitee.com", "/api/offers/")
    yield of_host("personio", f"{slug}.jobs.personio.de", "/xml")
    yield of_host("teamtailor", f"{slug}.teamtailor.com", "/jobs.json")
    yield of_host("pinpoint", f"{slug}.pinpointhq.com", "/postings.json")
    yield of_host("breezy", f"{slug}.breezy.hr", "/json")
    yield of_host("bamboohr", f"{slug}.bamboohr.com", "/careers/list")
    yield rippling(slug)


def _unreadable(text: str) -> UnwatchableError:
    return UnwatchableError(
        f'"{one_line(text)[:80]}" cannot be read as an address. Copy it once more from the browser, beginning with https://.'
    )
