"""The words of a job title: what of it tells the work, and what is noise around it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from unrut.core.reflect.pieces import bare

MOST_LETTERS = 200
"""A longer text is no title."""

FILLERS = frozenset("a an and at for in of on or the to with".split())

_ABBREVIATIONS = {
    "acct": "accountant", "admin": "administrative", "ae": "account executive", "analyt": "analyst",
    "asst": "assistant", "assoc": "associate", "bdr": "business development representative",
    "ceo": "chief executive officer", "cfo": "chief financial officer", "cma": "certified medical assistant",
    "cna": "certified nursing assistant", "coo": "chief operating officer", "coord": "coordinator",
    "cpa": "certified public accountant", "csr": "customer service representative",
    "cto": "chief technology officer", "dba": "database administrator", "dev": "developer",
    "dir": "director", "ea": "executive assistant", "electr": "electrician", "emt": "emergency medical technician",
    "eng": "engineer", "engg": "engineering", "engr": "engineer", "exec": "executive", "fe": "frontend",
    "fullstack": "full stack", "gm": "general manager", "hr": "human resources", "lpn": "licensed practical nurse",
    "lvn": "licensed vocational nurse", "maint": "maintenance", "mech": "mechanical", "mfg": "manufacturing",
    "mgmt": "management", "mgr": "manager", "mktg": "marketing", "mle": "machine learning engineer",
    "np": "nurse practitioner", "ops": "operations", "ot": "occupational therapist", "pa": "physician assistant",
    "pm": "project manager", "po": "product owner", "pt": "physical therapist", "qa": "quality assurance",
    "rep": "representative", "rn": "registered nurse", "sdr": "sales development representative",
    "sde": "software engineer", "sdet": "software quality assurance engineer",
    "sem": "search engine marketing", "seo": "search engine optimization", "slp": "speech language pathologist",
    "spec": "specialist", "sre": "site reliability engineer", "svc": "service", "swe": "software engineer",
    "supv": "supervisor", "tech": "technician", "ux": "user experience", "vp": "vice president",
}  # fmt: skip

# What says how high, how long, where or for whom, and nothing of the work.
_NOISE = frozenset(
    """
    senior sr snr junior jr jnr lead staff graduate entry level mid midlevel experienced trainee intern
    internship i ii iii iv v vi
    remote hybrid onsite site home based office wfh us usa uk eu emea apac
    full part time fulltime parttime permanent temporary temp contract contractor freelance seasonal casual
    ft prn per diem night nights day days evening weekend weekends shift m w f d x mfd all genders gn div
    req requisition id job no number ref new urgent hiring immediate start vacancy opening position role
    """.split()
)
# Before the work these only say how high. Behind it, "School Principal", they are the work.
_RANKS = frozenset(
    """
    senior sr snr junior jr jnr lead principal graduate entry level mid midlevel experienced trainee
    remote hybrid temporary temp contract freelance seasonal casual
    """.split()
)
_STEPS = frozenset("i ii iii iv v vi senior sr junior jr intern internship trainee".split())
_NEVER_PLAIN = _NOISE | _RANKS | _STEPS | {"at"}
_HELD = {"(": ")", "[": "]", "{": "}"}
_APART = re.compile(r"\s[-–—|•·:/]\s|[|•·;\n\t]|\s[-–—]|[-–—]\s")
_HOURS = re.compile(r"\b(?:full|part)[- ]time\b", re.IGNORECASE)
_PLACE = re.compile(r"\s(?:at|@)\s|\s@")
_STATE = re.compile(r"[A-Z]{2}(?: \d{5})?")


class _Spaced(dict[int, str]):
    """Every letter and numeral as it is, every other sign a space; the ends of lines stay."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kept = sign if sign.isalnum() or sign in "+#\n" else "" if sign in "'’" else " "
        self[code] = kept
        return kept


_SPACED = _Spaced()


def spaced(text: str) -> str:
    """A text in small letters with nothing but words, spaces and ends of lines."""
    return text.casefold().translate(_SPACED)


def words_of(title: str) -> list[str]:
    """The words that tell something, in order and without accents."""
    return [bare(word) for word in spaced(title).split() if word not in FILLERS]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004


def forms_of(line: str) -> tuple[str, ...]:
    """A known title, and the same with the short or long form that it has in brackets."""
    outside, bracket, rest = line.partition("(")
    if not bracket:
        return (line,)
    inside, _, after = rest.partition(")")
    return (f"{outside}{after}", f"{inside}{after}")


def expanded(words: Sequence[str]) -> list[str]:
    """The words with what abbreviations stand for."""
    return [long for word in words for long in _ABBREVIATIONS.get(word, word).split()]


def core_of(title: str) -> str:
    """The title without seniority, employer, place, contract and other noise.

    Words of rank stay where they are the work: "School Principal", "Chief", "Assistant". A text too long for a title has none.
    """
    if len(title) > MOST_LETTERS:
        return ""
    return " ".join(filter(None, map(_without_ranks, _telling_parts(_without_brackets(title, closed=True)))))


def telling_of(title: str) -> str:
    """The title with seniority and what stands in brackets, without the other noise."""
    return (
        "" if len(title) > MOST_LETTERS else " ".join(_telling_parts(_without_brackets(title, closed=False)))
    )


def _telling_parts(title: str) -> list[str]:
    if is_plain(title):
        return [title]
    outside = _PLACE.split(f" {_HOURS.sub(' ', title)} ", maxsplit=1)[0]
    parts = [part.strip(" ,-–—|") for part in _APART.split(outside)]
    return [part for part in map(_without_places, parts) if not _is_noise(part)]


def is_plain(title: str) -> bool:
    """Whether there is nothing but words, and no noise among them: most titles are so."""
    words = title.split()
    return "".join(words).isalpha() and _NEVER_PLAIN.isdisjoint(map(str.casefold, words))


def _without_brackets(title: str, *, closed: bool) -> str:
    """A title without its brackets and, when they stay `closed`, without what is in them."""
    if _HELD.keys().isdisjoint(title):
        return title
    kept, closing = [], ""
    for sign in title:
        if sign == closing or (not closing and sign in _HELD):
            closing = _HELD.get(sign, "") if not closing else ""
            kept.append(" | ")
        elif not (closing and closed):
            kept.append(sign)
    return "".join(kept)


def _without_places(part: str) -> str:
    """A part without states, numbers and noise behind its commas."""
    first, *others = (piece.strip() for piece in part.split(","))
    return ", ".join([first, *(one for one in others if not _STATE.fullmatch(one) and not _is_noise(one))])


def _is_noise(part: str) -> bool:
    return all(word in _NOISE or not any(map(str.isalpha, word)) for word in spaced(part).split())


def _without_ranks(part: str) -> str:
    words = part.split()
    while len(words) > 1 and (_bare_word(words[0]) in _RANKS or _is_number(words[0])):
        del words[0]
    while len(words) > 1 and (_bare_word(words[-1]) in _STEPS or _is_number(words[-1])):
        del words[-1]
    return " ".join(words).strip(" ,")


def _bare_word(word: str) -> str:
    return spaced(word).strip()


def _is_number(word: str) -> bool:
    return not any(map(str.isalpha, word))
