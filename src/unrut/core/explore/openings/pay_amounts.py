"""Amounts of money as they are written: figures with their signs, and the ranges they make."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from unrut.core.explore.openings.pay_currencies import (
    CODES,
    DOLLARS,
    DOUBTFUL,
    RUPEE,
    SHORTENED,
    SIGNS,
    WORDS,
)

# A range wider than this is two amounts, or a slip of the pen such as "$67,00 - $71,500".
WIDEST = 12.0
# Between two figures of a range stands no more than a joining word and the period of the first.
FARTHEST = 32
THOUSAND, MILLION = 1e3, 1e6

_SPACE = "[ \xa0\u2009\u202f]"
# Grouped by thousands, grouped the Indian way, or plain; each with at most two decimals.
# The first digit leads, so that the search can run from digit to digit; what may not stand before it is asked behind it.
_NUMBER = re.compile(
    r"\d(?<!\d\d)(?<!\d[.,]\d)(?:"
    rf"(?P<grouped>(?<!0)\d{{0,2}}(?P<mark>[.,'’]|{_SPACE})\d{{3}}(?:(?P=mark)\d{{3}}){{0,3}}(?:[.,]\d{{1,2}})?)(?!\d)"
    r"|(?P<indian>\d?(?:,\d{2}){1,3},\d{3})(?!\d)"
    r"|\d{0,11}(?:[.,]\d{1,2})?(?!\d))"
)
_SCALES: Mapping[str, float] = {
    scale: factor
    for factor, scales in {
        1e3: "k thousand tsd t 千",
        1e4: "万",
        1e5: "lakh lakhs lac lacs lpa",
        1e7: "crore crores cr",
        1e6: "m mm mn mio mil million millions",
        1e9: "b bn billion billions",
        1e12: "tn trillion",
    }.items()
    for scale in scales.split()
}
_SCALE_LETTERS = frozenset("kKtTlLcCmMbB万千")
# One letter is a scale only where it touches the figure: "45.000 m/w/d" is no sum of millions.
_SCALE = re.compile(
    rf"{_SPACE}?(?:(?P<word>k|thousand|tsd|lakhs?|lacs?|lpa|crores?|cr|mm|mn|mio|mil|millions?|bn|billions?|tn|trillion)"
    r"(?![^\W\d_円元])|(?P<joined>[kt])(?=eur|usd|gbp|chf|pln|sek|cad|aud|€)"
    r"|(?P<letter>(?<=\d)[mbt])(?![^\W\d_])|(?P<east>[万千]))",
    re.IGNORECASE,
)
# The word right before a figure; its end is known, so it is looked for among a few letters only.
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_SPACES = " \xa0\u2009\u202f"
_BESIDE = 12
_SHARE = re.compile(r"\s?%")
# A count of something that is not money.
_COUNT = re.compile(
    r"\s?(?:percent\b|°|(?:[-–]|\s)?(?:hours|hrs|days|weeks|months|years|yrs|minutes|mins|people|employees|users|"
    r"students|stunden|tage|wochen|jahre|monate|heures|jours|ans|mois|semaines|horas|uur|dagen|lbs|sq)\b"
    r"|-(?:hour|day|week|month|year|minute)\b)",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"\s{0,3}(?:(?:/|per|an?|p\.|pro|je|par)\s{0,2}[^\W\d_]{1,9}\.?\s{0,3})?"
    r"(?:-{1,3}|[–—−‑‒~〜]|(?:up to|to|and|through|bis zu|hasta|bis|und|à|a|al|et|y|e|i|en|do|till|til|tot|ate|até|och|og)(?=\s|[$£€]))"
    r"\s{0,3}(?:up to\s{1,2})?",
    re.IGNORECASE,
)
_DASHED = re.compile(r"[\dk]\s?[-–]\s?\Z", re.IGNORECASE)
_RETIREMENT = frozenset({"401", "403", "457", "529"})
_INDIAN_SCALES = frozenset("lakh lakhs lac lacs lpa crore crores cr".split())
_YEARLY_SCALE = "lpa"


class Figure(NamedTuple):
    """One figure with the signs beside it; a tuple, because it is made three times as fast."""

    value: float
    scale: float  # what a word or letter behind it multiplies it by; already in the value
    marks: tuple[str, ...]
    start: int
    end: int
    is_marked: bool  # a sign of money stands beside it that can mean nothing else
    is_plain: bool  # bare digits, which may count anything
    is_yearly: bool
    is_open: bool  # a plus sign touches it


class Amount(NamedTuple):
    """One figure or the two of a range."""

    low: float
    high: float
    marks: tuple[str, ...]
    scale: float
    start: int
    end: int
    gap: tuple[int, int]  # where the words between the two figures stand; empty where there is one
    is_range: bool
    is_marked: bool
    is_plain: bool
    is_yearly: bool
    is_open: bool

    @property
    def is_small(self) -> bool:
        """Whether it could as well count something else than money."""
        return self.is_plain or self.low < THOUSAND


def amounts_in(text: str, start: int, end: int) -> Iterator[Amount]:
    """The amounts between two places of a text, in its order."""
    first: Figure | None = None
    for found in _NUMBER.finditer(text, start, end):
        figure = _figure(text, found)
        if first is not None and figure is not None and (both := _range(text, first, figure)):
            yield both
            first = None
            continue
        if first is not None:
            yield _single(first)
        first = figure
    if first is not None:
        yield _single(first)


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    start, end = found.span()
    scale, named, end = _scale(text, end)
    before, behind = _mark_before(text, start), _mark_behind(text, end)
    is_indian = named in _INDIAN_SCALES
    marks = _marks(before, behind) if before or behind else ((RUPEE,) if is_indian else ())
    if _SHARE.match(text, end) or (
        not marks and (_is_retirement(text, found) or _COUNT.match(text, end, end + _BESIDE))
    ):
        return None
    end = behind.place if behind is not None else end
    return Figure(
        value=_value(found) * scale,
        scale=scale,
        marks=marks,
        start=before.place if before is not None else start,
        end=end,
        is_marked=is_indian or bool((before and before.is_sure) or (behind and behind.is_sure)),
        is_plain=scale == 1 and found["grouped"] is None and found["indian"] is None,
        is_yearly=named == _YEARLY_SCALE,
        is_open=text.startswith("+", end),
    )


def _is_retirement(text: str, found: re.Match[str]) -> bool:
    """Whether it is the number of a plan such as 401(k), not the end of a range such as "300-401k"."""
    start = found.start()
    return found[0] in _RETIREMENT and _DASHED.search(text, max(0, start - _BESIDE), start) is None


class _Mark(NamedTuple):
    """A sign, code or word of a currency beside a figure, and where it begins or ends."""

    currency: str
    place: int
    is_sure: bool = True


def _mark_before(text: str, start: int) -> _Mark | None:
    first = max(0, start - _BESIDE)
    near = text[first:start].rstrip(_SPACES)
    if not near:
        return None
    if near[-1] in SIGNS:
        return _signed(near, first)
    word = _LAST_WORD.search(near.rstrip(".:"))
    return _worded(word[0], first + word.start()) if word is not None else None


def _signed(near: str, first: int) -> _Mark:
    """A sign and the letters before it, such as the "CA" of "CA$" or the "USD" of "USD $"."""
    sign, ahead = near[-1], near[:-1]
    lead = _LAST_WORD.search(ahead.rstrip(_SPACES))
    if lead is not None and lead[0] in CODES:
        return _Mark(lead[0], first + lead.start())
    if sign == "$" and lead is not None and lead[0] in DOLLARS and lead.end() == len(ahead):
        return _Mark(DOLLARS[lead[0]], first + lead.start())
    return _Mark(SIGNS[sign], first + len(ahead))


def _mark_behind(text: str, end: int) -> _Mark | None:
    near = text[end : end + _BESIDE]
    words = near.lstrip(_SPACES)
    place = end + len(near) - len(words)
    if not words:
        return None
    if words[0] in SIGNS:
        # In "£500 €300" the sign is that of the next figure.
        return None if words[1:2].isdigit() else _Mark(SIGNS[words[0]], place + 1)
    word = _NEXT_WORD.match(words)
    if word is None:
        return None
    is_shortened = word[0].lower() in SHORTENED and words[word.end() : word.end() + 1] == "."
    return _worded(word[0], place + word.end() + is_shortened)


def _marks(before: _Mark | None, behind: _Mark | None) -> tuple[str, ...]:
    return tuple([mark.currency for mark in (before, behind) if mark is not None])


def _worded(word: str, place: int) -> _Mark | None:
    """The currency of a code in capitals, or of a word."""
    if word in CODES:
        return _Mark(word, place)
    lowered = word.lower()
    return _Mark(WORDS[lowered], place, is_sure=lowered not in DOUBTFUL) if lowered in WORDS else None


def _value(found: re.Match[str]) -> float:
    """The number as it is meant: three digits behind a point or a comma are thousands, one or two are decimals."""
    digits = found[0]
    if found["indian"] is not None:
        return float(digits.replace(",", ""))
    if found["grouped"] is None:
        return float(digits.replace(",", "."))
    whole = digits.replace(found["mark"], "")
    return float(whole.replace(",", "."))


def _scale(text: str, end: int) -> tuple[float, str, int]:
    if text[end : end + 2].strip()[:1] not in _SCALE_LETTERS:
        return 1.0, "", end
    found = _SCALE.match(text, end, end + _BESIDE)
    if found is None:
        return 1.0, "", end
    named = found[found.lastgroup or 0].lower()
    # A single "t" is a thousand before a currency ("60T€") and a trillion elsewhere.
    factor = 1e12 if found.lastgroup == "letter" and named == "t" else _SCALES[named]
    return factor, named, found.end()


def _range(text: str, first: Figure, second: Figure) -> Amount | None:
    """The range that two figures make; None where they are two amounts."""
    start, end = first.end + first.is_open, second.start
    if not 0 < end - start <= FARTHEST or _JOIN.fullmatch(text, start, end) is None:
        return None
    low, high = _alike(first, second)
    if not 0 < low <= high <= low * WIDEST:
        return None
    return Amount(
        low=low,
        high=high,
        marks=first.marks + second.marks,
        scale=max(first.scale, second.scale),
        start=first.start,
        end=second.end,
        gap=(start, end),
        is_range=True,
        is_marked=first.is_marked or second.is_marked,
        is_plain=first.is_plain and second.is_plain,
        is_yearly=first.is_yearly or second.is_yearly,
        is_open=second.is_open,
    )


def _alike(first: Figure, second: Figure) -> tuple[float, float]:
    """Both ends in the same unit: the k of "60-70k" is meant for the 60 too."""
    low, high = first.value, second.value
    if first.scale == 1 < second.scale and low < THOUSAND:
        return low * second.scale, high
    if second.scale == 1 < first.scale and high < THOUSAND:
        return low, high * first.scale
    if first.scale == second.scale == 1 and low < THOUSAND <= high / WIDEST and first.is_plain:
        return low * THOUSAND, high  # "$154-190,000"
    if first.scale == second.scale == 1 and high < THOUSAND <= low and second.is_plain and second.is_marked:
        return low, high * THOUSAND  # "$60,000 to $69,00", which lacks a nought
    return low, high


def _single(figure: Figure) -> Amount:
    return Amount(
        low=figure.value,
        high=figure.value,
        marks=figure.marks,
        scale=figure.scale,
        start=figure.start,
        end=figure.end,
        gap=(figure.end, figure.end),
        is_range=False,
        is_marked=figure.is_marked,
        is_plain=figure.is_plain,
        is_yearly=figure.is_yearly,
        is_open=figure.is_open,
    )
