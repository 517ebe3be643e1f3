"""For how long an amount of money is paid: as the words beside it say, or where its size leaves no doubt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from unrut.core.explore.openings.kinds import Period
from unrut.core.explore.openings.pay_currencies import STRONG

LEAST_YEARLY = 20_000.0
"""Judgement: an amount of strong currency from here on is one of a year."""
MOST_HOURLY = 100.0
"""Judgement: a rate of pay in strong currency below this is one of an hour."""
LEAST_HOURLY = 5.0

# What can be true of a period in strong currency; a word beside an amount outside is of something else.
_PLAUSIBLE: Mapping[Period, tuple[float, float]] = {
    Period.HOUR: (3.0, 1_000.0),
    Period.DAY: (20.0, 10_000.0),
    Period.WEEK: (50.0, 30_000.0),
    Period.TWO_WEEKS: (100.0, 60_000.0),
    Period.HALF_MONTH: (100.0, 60_000.0),
    Period.MONTH: (100.0, 100_000.0),
    Period.YEAR: (2_000.0, 5_000_000.0),
}
# Nouns that stand behind "per", "pro", "par", "al", "/" and their like.
_UNITS: Mapping[Period, str] = {
    Period.HOUR: "hour hr hrs h stunde std stdn heure uur hora ora godzinę godzine godz timme timmen tim time timen "
    "hod hodinu hodina saat час годину óra tunti",
    Period.DAY: "day diem tag arbeitstag jour dag día dia giorno dzień dag dagen den shift päivä",
    Period.WEEK: "week wk woche semaine semana settimana tydzień vecka veckan uke uge týden viikko",
    Period.TWO_WEEKS: "fortnight biweekly",
    Period.MONTH: "month mo mth monat mois maand mnd mes mese mês miesiąc mies msc mc månad månaden mån måned måneden "
    "md mdr měsíc měs hó hónap kk ay мес месяц місяць",
    Period.YEAR: "year yr yrs annum annual a anno jahr an année ano año jaar jr rok år året vuosi yıl год рік",
}
# Words that say it by themselves, before the amount or behind it.
_ADJECTIVES: Mapping[Period, str] = {
    Period.HOUR: "hourly stündlich stundenlohn stundensatz horaire uurloon uurtarief orario oraria "
    "godzinowo godzinowa timlön timelønn timeløn",
    Period.DAY: "daily täglich tagessatz tagsatz tjm dagtarief journalier",
    Period.WEEK: "weekly wöchentlich hebdomadaire wekelijks semanal semanales settimanale tygodniowo",
    Period.TWO_WEEKS: "biweekly fortnightly quincenal",
    Period.HALF_MONTH: "semimonthly",
    Period.MONTH: "monthly monatlich monatlichen monatliches monatsgehalt monatslohn bruttomonatsgehalt mensuel mensuelle "
    "mensuels maandelijks maandsalaris mensual mensuales mensile mensili mensal mensais miesięcznie miesięczne månadslön "
    "månedslønn månedsløn měsíčně mensuellement",
    Period.YEAR: "annual annually annualised annualized yearly pa jährlich jährliches jahresgehalt jahresbruttogehalt "
    "bruttojahresgehalt jahresbrutto jahreszielgehalt jahreslohn annuel annuelle annuels annuellement jaarlijks "
    "jaarsalaris anual anuales anuais annuo annui annua ral rocznie roczne årslön årslønn årsløn ročně lpa ctc",
}
# Japanese and Chinese words touch the figure.
_EASTERN: Mapping[str, Period] = {
    "時給": Period.HOUR,
    "日給": Period.DAY,
    "月給": Period.MONTH,
    "月薪": Period.MONTH,
    "年収": Period.YEAR,
    "年俸": Period.YEAR,
    "年薪": Period.YEAR,
}
_UNIT_PERIODS = {unit: period for period, units in _UNITS.items() for unit in units.split()}
_WORD_PERIODS = {word: period for period, words in _ADJECTIVES.items() for word in words.split()}
_LETTER_PERIODS: Mapping[str, Period] = {
    "a": Period.YEAR,
    "h": Period.HOUR,
    "u": Period.HOUR,
    "d": Period.DAY,
    "w": Period.WEEK,
    "m": Period.MONTH,
    "cm": Period.MONTH,
}
_DOUBLED: Mapping[tuple[str, str], Period] = {
    ("two", "weeks"): Period.TWO_WEEKS,
    ("other", "week"): Period.TWO_WEEKS,
    ("bi", "weekly"): Period.TWO_WEEKS,
    ("semi", "monthly"): Period.HALF_MONTH,
    ("half", "month"): Period.HALF_MONTH,
}
# These join an amount to a unit; the first of them to a piece of work too: "per class".
_PER = frozenset("/ per each every pro par por za cada".split())
_JOINING = _PER | frozenset("a an al all l im je i la om na pr el á в на за".split())
_ARTICLES = frozenset(". a la l the el den ' ’ full - school working work business calendar".split())
_FILLERS = frozenset(
    "( ) for brutto gross netto net bruto brut bruts brutos brute lordi lordo lorda hrubého bruttó före skatt base "
    "salary ote total comp compensation pay rate usd eur gbp cad aud chf pln sek dkk nok czk basic equivalent fte "
    "de full time in all year- target cash starting".split()
)
# A lesson, a class or a credit hour is paid by the piece, however long it takes.
_PIECES = frozenset("credit minute min semester course class lesson session".split())
_BARE = frozenset("hr hrs hour yr year".split())
_EASTERN_REACH = 4
_WHOLE_WORD = re.compile(r"[\w-]{0,20}")
_ABBREVIATED = frozenset("p pw ph pcm pd bi semi".split())
# What a telling phrase begins with; with anything else there is nothing to look for.
_BEGINNINGS = _JOINING | _FILLERS | _BARE | _ABBREVIATED | frozenset(_WORD_PERIODS)
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|\n")
_LONGEST_UNIT = 3  # behind a stroke, shorter words are other currencies or shortened units
_VARIABLE = frozenset("bonus bonuses incentive incentives commission commissions cash".split())
_REACH, _MOST_TOKENS, _MOST_UNIT_TOKENS = 56, 9, 4


@dataclass(frozen=True, slots=True)
class Behind:
    """What the words behind an amount say of its period, and where they end."""

    period: Period
    is_piece: bool
    end: int
    is_eastern: bool = (
        False  # a Japanese or Chinese word before the amount says it, which is a word of pay too
    )


def period_behind(lowered: str, end: int, last: int | None = None) -> Behind:
    """The period in the words right behind an amount, up to `last`; UNKNOWN with the same end where they say none."""
    stop = end + _REACH if last is None else last
    first = _TOKEN.search(lowered, end, stop)
    if first is None or first[0] not in _BEGINNINGS:
        return Behind(Period.UNKNOWN, is_piece=False, end=end)
    words = _TOKEN.finditer(lowered, first.start(), stop)
    tokens = [(found[0], found.end()) for found in islice(words, _MOST_TOKENS)]
    for place, (word, word_end) in enumerate(tokens):
        rest = tokens[place + 1 :]
        said = _joined(word, rest) or _alone(word, word_end, rest)
        if said is not None and said.is_piece:
            return replace(said, end=_end_of_word(lowered, said.end))
        if said is not None and not (place and rest and rest[0][0] in _VARIABLE):
            return said
        if word not in _FILLERS:
            break
    return Behind(Period.UNKNOWN, is_piece=False, end=end)


def _end_of_word(lowered: str, end: int) -> int:
    """Where a word with hyphens ends: the "90" of "90-minute" is a part of it."""
    found = _WHOLE_WORD.match(lowered, end)
    return found.end() if found else end


Tokens = Sequence[tuple[str, int]]


def _joined(joining: str, rest: Tokens) -> Behind | None:
    """What "per", "/" and their like join: a unit of time, or else a piece of work."""
    if joining not in _JOINING:
        return None
    inner = [pair for pair in rest[:_MOST_UNIT_TOKENS] if pair[0] not in _ARTICLES]
    named = [word for word, _ in inner]
    for place, (word, end) in enumerate(inner[: _MOST_UNIT_TOKENS - 1]):
        doubled = _DOUBLED.get((word, named[place + 1] if place + 1 < len(named) else ""))
        if doubled is not None:
            return Behind(doubled, is_piece=False, end=inner[place + 1][1])
        if word in _PIECES or word.isdigit() or not word.isalpha():
            break
        if word in _UNIT_PERIODS and (place == 0 or joining in _PER):
            return Behind(_UNIT_PERIODS[word], is_piece=False, end=end)
    if (
        joining in _PER
        and inner
        and inner[0][0].isalnum()
        and (joining != "/" or len(inner[0][0]) > _LONGEST_UNIT)
    ):
        return Behind(Period.UNKNOWN, is_piece=True, end=inner[0][1])
    return None


def _alone(word: str, end: int, rest: Tokens) -> Behind | None:
    """What a word says by itself, such as "hourly", "p.a." or "hr"."""
    doubled = [(next_word, place) for next_word, place in rest[:3] if next_word not in {"-", "‑"}]
    if doubled and (word, doubled[0][0]) in _DOUBLED:
        return Behind(_DOUBLED[word, doubled[0][0]], is_piece=False, end=doubled[0][1])
    if word in _WORD_PERIODS:
        return Behind(_WORD_PERIODS[word], is_piece=False, end=end)
    if word in _BARE:
        return Behind(_UNIT_PERIODS[word], is_piece=False, end=end)
    return _shortened(word, end, rest)


def _shortened(word: str, end: int, rest: Tokens) -> Behind | None:
    """What a shortened word says, such as "p.a.", "p/h" or "pw"."""
    if word == "p" and len(rest) > 1 and rest[0][0] in {".", "/"} and rest[1][0] in _LETTER_PERIODS:
        dot_end = rest[2][1] if len(rest) > 2 and rest[2][0] == "." else rest[1][1]  # noqa: PLR2004
        return Behind(_LETTER_PERIODS[rest[1][0]], is_piece=False, end=dot_end)
    if word in _ABBREVIATED and word[1:] in _LETTER_PERIODS:
        return Behind(_LETTER_PERIODS[word[1:]], is_piece=False, end=end)
    return None


def period_before(words: Sequence[str]) -> Period:
    """The period that the words before an amount say, the nearest first; UNKNOWN where they say none."""
    for place in range(len(words) - 1, -1, -1):
        word, previous = words[place], words[place - 1] if place else ""
        if (previous, word) in _DOUBLED:
            return _DOUBLED[previous, word]
        whole = word.replace("-", "")
        if whole in _WORD_PERIODS:
            return _WORD_PERIODS[whole]
        if word in _UNIT_PERIODS and previous in _PER:
            return _UNIT_PERIODS[word]
    return Period.UNKNOWN


def eastern_period(lowered: str, start: int) -> Period:
    """The period in a Japanese or Chinese word of pay that touches an amount; UNKNOWN where there is none."""
    before = lowered[max(0, start - _EASTERN_REACH) : start]
    return next((period for word, period in _EASTERN.items() if word in before), Period.UNKNOWN)


def period_by_size(low: float, high: float, currency: str) -> Period:
    """The period that the size of a pay in strong currency leaves as the only one; else UNKNOWN."""
    if currency not in STRONG:
        return Period.UNKNOWN
    if low >= LEAST_YEARLY:
        return Period.YEAR
    return Period.HOUR if low >= LEAST_HOURLY and high < MOST_HOURLY else Period.UNKNOWN


def is_plausible(period: Period, low: float, high: float, currency: str) -> bool:
    """Whether amounts of this size are paid for this period; of weak currencies we do not judge."""
    if currency not in STRONG or period not in _PLAUSIBLE:
        return True
    least, most = _PLAUSIBLE[period]
    return least <= low and high <= most
