"""Which openings are the same job, told by company, title, text, place and the employer's own number.

The same job from two boards, in several places or posted again is one. Different jobs share the words on the company,
so a text alone never joins: the titles must agree as well, but for signs that say nothing of the job.
"""

import re
import struct
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST_KEY = 300
SAME_TEXT = 0.8  # judgement: of two texts this alike, one is the other with a place, a date or a name changed
SAME_UNNAMED = 0.95  # judgement: where no company is named, only the very same text speaks for the same job

SKETCH_SIZE, HASH_BYTES = 64, 4
WINDOW = 16  # letters in a row that are compared, about three words
_ODD, _ODDER = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9
LONGEST_READ = 100_000  # letters; what comes later in a text adds nothing to telling it apart
# Texts that are alike have most of their smallest hashes in common; a few are enough for them to meet.
_LOOKED_UP, _MOST_MET = 16, 32

_LEGAL = frozenset(
    "inc incorporated corp corporation co company llc llp lp ltd limited plc pllc pbc gmbh mbh ggmbh ag kg kgaa ohg gbr "
    "ug haftungsbeschrankt ev eg se sa sas sasu sarl srl spa sl slu bv nv vof cvba ab as asa aps oy oyj sro spzoo doo "
    "kft zrt nyrt ood eood oao zao pty pte pvt private ltda eireli sapi cv lda ehf sia uab ou kk bhd sdn cokg cie "
    "and und et y e".split()
)
_SPELT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "}
)
# Letters and figures are told in UTF-8; every other sign of the plain alphabet is left out.
_SIGNS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_SMALL = bytes(range(256)).lower()
_WORD = re.compile(r"[^\W_]+")

_GENDERS = re.compile(
    r"\b[mwfdhvx] ?[/|,] ?[mwfdhvxi](?: ?[/|,] ?(?:[a-z*]|div|gn))?(?![\w/])|\ball genders?\b|\bgn\b"
)
_FEMALE_ENDING = re.compile(r"(?<=[a-z])(?:[:*_]|/-?|\()in(?:nen)?\b\)?")
_PLACE_AT_END = re.compile(
    r"(?:[-–|,(@]|\bin) ?[a-z][a-z .'-]{1,30}, ?(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]"
    r"|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])\)?$"
)
_SAYS_NOTHING = re.compile(
    r"\bwith verification\b|\bjob (?:id|code|number|no)\b|\bon[ -]site\b|\bwork from home\b"
)
_TITLE_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
# Words of a title that are an employer's number, as "JR0012345" or "104233"; years have four figures.
_NUMBER = re.compile(r"[a-z]{1,4}\d{4,}|\d{5,}")
_PASSED_OVER = frozenset(
    "a an the of for and in at to or der die das und fur de la le et en remote hybrid onsite req requisition ref".split()
)
_WRITTEN_OUT = {"sr": "senior", "jr": "junior", "mgr": "manager", "asst": "assistant", "dir": "director"}
_LONG_ENOUGH = 4  # letters from which an "s" at the end is that of a plural


@dataclass(frozen=True, slots=True)
class Entry:
    """What is compared of an opening: the key of its company, its title and places, its number and its sketch."""

    company: str
    title: str
    place: str = ""
    requisition: str = ""
    sketch: bytes = b""


def company_key(name: str) -> str:
    """A company's name without case, accents, signs and legal form, so that the same company is found again."""
    words = _joined_letters(_WORD.findall(_plain(name.replace(".", "").replace("'", "").replace("’", ""))))
    while len(words) > 1 and words[0] == "the":
        words.pop(0)
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return " ".join(words)


def title_key(title: str, place: str = "") -> str:
    """The words of a title that tell the job, without signs for genders, numbers, and the places given."""
    plain = _plain(title)
    for noise in (_PLACE_AT_END, _GENDERS, _FEMALE_ENDING, _SAYS_NOTHING):
        plain = noise.sub("", plain)
    places = frozenset(_WORD.findall(_plain(place)))
    words = [word for word in _TITLE_WORD.findall(plain) if not _NUMBER.fullmatch(word)]
    kept = [word for word in words if word not in _PASSED_OVER and word not in places]
    return " ".join(map(_singular, kept or words)) or plain.strip()


def sketch(text: str) -> bytes:
    """A few bytes by which likeness to other texts is told; empty where there is no text.

    They are the smallest hashes of all runs of 16 letters and figures. Spaces, signs and case do not count, since
    boards set the same text in different ways.
    """
    import numpy as np  # slow to load, and only needed where texts are compared

    letters = text[:LONGEST_READ].encode(errors="replace").translate(_SMALL, _SIGNS)
    if not letters:
        return b""
    letters = letters.ljust(WINDOW, b"\0")
    count = len(letters) - WINDOW + 1
    # The letters as overlapping numbers of eight letters each, two of which make a run; products mix upwards.
    eights = np.ndarray((count + 8,), dtype="<u8", buffer=letters, strides=(1,)) * np.uint64(_ODD)
    runs = (eights[:count] ^ (eights[8:] >> np.uint64(29))) * np.uint64(_ODDER)
    hashes = runs.astype("<u8", copy=False).view("<u4")[1::2]
    few = np.unique(hashes[hashes < min(2 * SKETCH_SIZE * 2**32 // count, 2**32 - 1)])
    kept = few if len(few) >= SKETCH_SIZE else np.unique(hashes)
    return kept[:SKETCH_SIZE].tobytes()


def likeness(one: bytes, other: bytes) -> float:
    """The share of what two texts have in common, estimated from their sketches; 0 where one has no text.

    The smallest hashes of both together are a fair sample of all runs in both (Broder 1997).
    """
    ones, others = set(_hashes(one)), set(_hashes(other))
    if not ones or not others:
        return 0.0
    sample = sorted(ones | others)[:SKETCH_SIZE]
    shared = ones & others
    return sum(found in shared for found in sample) / len(sample)


def groups_of(entries: Sequence[Entry]) -> list[int]:
    """For each opening the place of the first opening in the list that is of the same job.

    The order of the list changes nobody's group. Of one company and one title, postings are joined whose texts are
    alike or whose numbers are equal; where one has no text, those in the same place.
    """
    stands_for = list(range(len(entries)))
    for places in _buckets(entries):
        if len(places) > 1:
            _join(entries, sorted(places, key=lambda place: _content(entries[place])), stands_for)
    return _firsts(stands_for)


def _plain(words: str) -> str:
    """Words in lower case without accents, cut where nobody reads on."""
    once = unicodedata.normalize("NFKD", words[:LONGEST_KEY]).casefold().translate(_SPELT)
    twice = unicodedata.normalize("NFKD", once)
    return "".join(letter for letter in twice if not unicodedata.combining(letter))[:LONGEST_KEY]


def _joined_letters(words: Sequence[str]) -> list[str]:
    """Letters that stand alone become one word, as in "S. A."."""
    joined: list[str] = []
    for word, before in zip(words, ["", *words], strict=False):
        if len(word) == len(before) == 1:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _singular(word: str) -> str:
    word = _WRITTEN_OUT.get(word, word)
    is_plural = len(word) >= _LONG_ENOUGH and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_plural else word


def _hashes(sketched: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sketched) // HASH_BYTES}I", sketched)


def _buckets(entries: Sequence[Entry]) -> Iterable[list[int]]:
    """Places in the list by company and by the words of the title, in whatever order they stand."""
    buckets: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    titles: dict[tuple[str, str], frozenset[str]] = {}
    for place, entry in enumerate(entries):
        stated = entry.title, entry.place
        if stated not in titles:
            titles[stated] = frozenset(title_key(*stated).split())
        buckets[entry.company, titles[stated]].append(place)
    return buckets.values()


def _content(entry: Entry) -> tuple[bytes, str, str]:
    return entry.sketch, entry.requisition, entry.place


def _join(entries: Sequence[Entry], places: Sequence[int], stands_for: list[int]) -> None:
    """Join what is the same job among openings of one company and title."""
    with_text = [place for place in places if entries[place].sketch]
    if not entries[places[0]].company:
        _join_alike(entries, with_text, stands_for, least=SAME_UNNAMED)
        return
    _join_alike(entries, with_text, stands_for, least=SAME_TEXT)
    numbered = [(place, entries[place].requisition) for place in places if entries[place].requisition]
    _join_marked(numbered, stands_for)
    without = [place for place in places if not entries[place].sketch]
    if without:
        _join_by_city(entries, with_text, without, stands_for)


def _join_alike(
    entries: Sequence[Entry], places: Sequence[int], stands_for: list[int], *, least: float
) -> None:
    """Join alike texts. Each is compared with those that share some of its smallest hashes, but for hashes that many share."""
    _join_marked([(place, entries[place].sketch) for place in places], stands_for)
    met: dict[int, list[int]] = defaultdict(list)
    for place in dict.fromkeys(_root(stands_for, place) for place in places):
        sketched = entries[place].sketch
        looked_up = _hashes(sketched)[:_LOOKED_UP]
        rivals = {rival for found in looked_up if len(met[found]) < _MOST_MET for rival in met[found]}
        alike = [rival for rival in rivals if likeness(sketched, entries[rival].sketch) >= least]
        for rival in alike:
            _unite(stands_for, place, rival)
        for found in () if alike else looked_up:
            if len(met[found]) < _MOST_MET:
                met[found].append(place)


def _join_marked(marked: Iterable[tuple[int, object]], stands_for: list[int]) -> None:
    """Join those with the same mark."""
    first: dict[object, int] = {}
    for place, mark in marked:
        _unite(stands_for, place, first.setdefault(mark, place))


def _join_by_city(
    entries: Sequence[Entry], with_text: Sequence[int], without: Sequence[int], stands_for: list[int]
) -> None:
    """Join postings without a text by city, and with the posting that has one, if there is only one such job."""
    _join_marked(((place, city) for place in without for city in _cities(entries[place])), stands_for)
    there: dict[str, list[int]] = defaultdict(list)
    for place in with_text:
        for city in _cities(entries[place]):
            there[city].append(place)
    for place in without:
        jobs = {_root(stands_for, other) for city in _cities(entries[place]) for other in there[city]}
        if len(jobs) == 1:
            _unite(stands_for, place, jobs.pop())


def _cities(entry: Entry) -> list[str]:
    """The places of an opening as far as every board names them: "Leeds" of "Leeds, England"."""
    named = (" ".join(_WORD.findall(_plain(place.split(",")[0]))) for place in entry.place.split(";"))
    return [city for city in named if city]


def _unite(stands_for: list[int], one: int, other: int) -> None:
    stands_for[_root(stands_for, one)] = _root(stands_for, other)


def _root(stands_for: list[int], place: int) -> int:
    while stands_for[place] != place:
        stands_for[place] = stands_for[stands_for[place]]  # the way is shorter next time
        place = stands_for[place]
    return place


def _firsts(stands_for: list[int]) -> list[int]:
    first: dict[int, int] = {}
    return [first.setdefault(_root(stands_for, place), place) for place in range(len(stands_for))]
