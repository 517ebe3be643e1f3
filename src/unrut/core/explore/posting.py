"""What a posting says of each facet, with the words that say it. Silence stays silence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from unrut.core.explore.levels import HIGHEST, LOWEST, Level, Source
from unrut.core.facets import Facet, Observable, Polarity, Vocabulary

MIDDLE = 5.0
HYBRID_CUE = "hybrid"
HYBRID_END = 6.7  # becomes a level of about 6: more remote than not, and far from fully
MORE_REACH, MOST_REACH = 1 / 9, 4 / 3  # each further cue reaches a ninth further, up to four thirds
NARROWER, NARROWEST = 0.05, 0.8
QUOTED_EACH_SIDE = 30
BESIDE = 40

HOURS_FACET = "working_hours"
HOURS_SD = 0.8
HOURS_LEVELS = ((20.0, 0.0), (30.0, 2.0), (35.0, 3.0), (40.0, 5.0), (45.0, 6.5), (50.0, 8.0), (60.0, 10.0))
FEWEST_HOURS, MOST_HOURS = 8.0, 100.0  # below it is a meeting or a course, above it no week of a person

SPACE = re.compile(r"[\s‐‑–-]+")
SPACE_PATTERN = r"[\s‐‑–-]{1,3}"
# A cue may stand in the plural, and "flat hierarch" for both of its forms.
ENDING = r"(?:s|es|y|ies)?"
# A new line ends a sentence too: the lines of a list and of a form say each their own.
SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
NEGATION = re.compile(
    r"(?<![\w-])(?:(?:no(?!\s+(?:matter|doubt))|not(?!\s+(?:only|just|merely))|without|never|cannot|\w+n['’]t)\s+"
    r"(?:[\w'’-]+\s+){0,2}|non[\s-]+)$"
)
# Words that are a cue in a posting but not beside these: there they speak of something else.
MISLEADING: Mapping[str, re.Pattern[str]] = {
    cue: re.compile(beside)
    for cue, beside in {
        "24/7": r"24/7 (?:support network|access|monitor|employee|assistance)|open 24",
        "climate": r"(?:educational|classroom|school|learning|work|positive|sports,) climate|climate (?:where|control|crisis)",
        "crisis": r"(?:climate|housing) crisis",
        "equity": r"diversity|inclusi|equality|belonging|justice|parity|(?:health|racial|social|gender|private) equity",
        "hybrid": r"cloud|vehicle|course|\bclass|instruction|\bformats?\b|face.to.face|teaching",
        "mentoring": r"mentoring (?:(?:and|or) \w+ing )?(?:junior|student|fellow|other|new|skill|child|youth|teacher|staff)"
        r"|(?:experience|teaching and|coaching and|while) mentoring",
        "noise": r"cancel|quiet|moderate|low noise",
        "open communication": r"communication with (?:parents|families|clients|customers|students)",
        "project based": r"project.based (?:learning|instruction|curricul|teaching|assess)",
        "public sector": r"public sector (?:solution|client|customer|market)",
        "remote": r"remote (?:area|region|site|sensing|patient|control|communit)",
        "repetitive": r"motion|movement|fine hand",
        "union": r"(?:european|credit|western|student|civil) union|union square",
        "varied": r"varied (?:socio|level|travel|background)",
        "wide range of": r"range of (?:factors|benefits|perks)",
    }.items()
}
HOUR_CUE = re.compile(r"[\d.]+ hours")

_NUMBER = r"(\d{1,2}(?:[.,]\d{1,2})?)"
_FIGURE = rf"(?<![\w.,/€$£]){_NUMBER}(?:\s*(?:-|–|—|to|and)\s*{_NUMBER})?(?:\s*\+|\s+or\s+more)?"
_HOURS = r"[\s-]*(?:hours?|hrs?\.?|h)"
_EACH_WEEK = r"(?:(?:\s+of\s+work|\s+on\s+average)?\s*(?:per|an?|each|every|/|p/)\s*(?:work(?:ing)?[\s-]*)?(?:week|wk|w)|\s+weekly|\s*pw)"
WEEKLY_HOURS = re.compile(
    rf"{_FIGURE}{_HOURS}(?:{_EACH_WEEK}|[\s-]+(?:work(?:ing)?[\s-]*)?week)\b"
    rf"|\b(?:weekly\s+hours|hours\s+(?:per|a)\s+week|hours/week|weekly\s+working\s+time)\s*[:=]\s*{_FIGURE}(?!\w)"
)
# A threshold for a benefit is not the hours of the job.
THRESHOLD = re.compile(r"eligib|qualif(?:y|ies) for|entitled")


@dataclass(frozen=True, slots=True)
class _Strength:
    pull: float  # how far a cue moves the level from the middle towards an end, from 0 to 1
    sd: float


STRENGTHS: Mapping[Observable, _Strength] = {
    Observable.EXPLICIT: _Strength(pull=0.6, sd=1.5),
    Observable.PARTIAL: _Strength(pull=0.4, sd=2.0),
    Observable.WEAK: _Strength(pull=0.16, sd=2.4),
}


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a cue says when nothing turns it."""

    facet: str
    is_good: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    """A cue found in a text, with its meaning there."""

    cue: str
    is_good: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Finder:
    """Every cue of a vocabulary as one pattern, and what each of them means."""

    pattern: re.Pattern[str]
    meanings: Mapping[str, tuple[_Meaning, ...]]


Cues = tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


def posting_levels(text: str, vocabulary: Vocabulary) -> dict[str, Level]:
    """The levels a posting states, by facet in the order of the vocabulary; a facet it is silent on is absent."""
    lowered = _lowered(text)
    mentions = _mentions(lowered, _finder(_cues(vocabulary)))
    found = {facet: _level(vocabulary[facet], said, text) for facet, said in mentions.items()}
    hours = _hours_level(text, lowered) if _is_readable(HOURS_FACET, vocabulary) else None
    if hours is not None:
        # A stated figure says more of the hours than any hint, so it takes the place of the hints.
        found[HOURS_FACET] = hours
    return {facet: found[facet] for facet in vocabulary.facets if facet in found}


def _is_readable(facet: str, vocabulary: Vocabulary) -> bool:
    return facet in vocabulary and vocabulary[facet].posting.observable in STRENGTHS


def _lowered(text: str) -> str:
    """Lower case of the same length, so that places found in it hold in the text itself."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _cues(vocabulary: Vocabulary) -> Cues:
    return tuple(
        (facet.id, facet.posting.cues_good, facet.posting.cues_bad)
        for facet in vocabulary.facets.values()
        if facet.posting.observable in STRENGTHS
    )


@lru_cache(maxsize=8)
def _finder(cues: Cues) -> _Finder:
    meanings = _own_meanings(cues)
    full = {cue: _with_inner(cue, meanings) for cue in meanings}
    return _Finder(pattern=_pattern(meanings), meanings=full)


def _own_meanings(cues: Cues) -> dict[str, list[_Meaning]]:
    meanings: dict[str, list[_Meaning]] = defaultdict(list)
    for facet, good, bad in cues:
        for cue, is_good in [(cue, True) for cue in good] + [(cue, False) for cue in bad]:
            plain = _plain(cue)
            # "35 hours" may be of anything; figures are read only where they are tied to a week.
            if not (facet == HOURS_FACET and HOUR_CUE.fullmatch(plain)):
                meanings[plain].append(_Meaning(facet, is_good))
    return meanings


def _plain(cue: str) -> str:
    return SPACE.sub(" ", cue.lower()).strip()


def _with_inner(cue: str, meanings: Mapping[str, Sequence[_Meaning]]) -> tuple[_Meaning, ...]:
    """The meanings of a cue, and those of shorter cues inside it on facets it does not speak of itself.

    One pass finds "remote within" and would otherwise never see the "remote" in it.
    """
    found = {meaning.facet: meaning for meaning in reversed(meanings[cue])}
    for inner in sorted(meanings, key=len, reverse=True):
        if inner != cue and f" {inner} " in f" {cue} ":
            for meaning in meanings[inner]:
                found.setdefault(meaning.facet, meaning)
    return tuple(found.values())


def _pattern(cues: Iterable[str]) -> re.Pattern[str]:
    """All cues, longest first and gathered by first letter: one letter rules most of them out."""
    rests: dict[str, list[str]] = defaultdict(list)
    for cue in sorted(cues, key=lambda cue: (-len(cue), cue)):
        rests[cue[0]].append(SPACE_PATTERN.join(map(re.escape, cue[1:].split(" "))))
    heads = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    # Without any cue the pattern must match nothing, not everything.
    return re.compile(rf"(?<!\w)({'|'.join(heads) or '(?!)'}){ENDING}(?!\w)")


def _mentions(lowered: str, finder: _Finder) -> dict[str, list[_Mention]]:
    found: dict[str, list[_Mention]] = defaultdict(list)
    for match in finder.pattern.finditer(lowered):
        cue = _plain(match[1])
        if _is_misleading(cue, lowered, match):
            continue
        is_turned = NEGATION.search(_sentence_before(lowered, match.start())) is not None
        for meaning in finder.meanings[cue]:
            is_good = meaning.is_good is not is_turned
            found[meaning.facet].append(_Mention(cue, is_good, match.start(), match.end()))
    return found


def _is_misleading(cue: str, lowered: str, match: re.Match[str]) -> bool:
    trap = MISLEADING.get(cue)
    if trap is None:
        return False
    before = _sentence_before(lowered, match.start())[-BESIDE:]
    after = _sentence_after(lowered, match.end())[:BESIDE]
    return trap.search(before + match[0] + after) is not None


def _level(facet: Facet, mentions: Sequence[_Mention], text: str) -> Level:
    distinct = {(mention.cue, mention.is_good): mention for mention in mentions}.values()
    ends = [_end(facet, mention) for mention in distinct]
    good = sum(mention.is_good for mention in distinct)
    strength = STRENGTHS[facet.posting.observable]
    reach, width = _agreement(good, len(ends) - good)
    return Level(
        mean=MIDDLE + (sum(ends) / len(ends) - MIDDLE) * strength.pull * reach,
        sd=strength.sd * width,
        source=Source.STATED,
        cue=_quote(text, mentions[0].start, mentions[0].end),
    )


def _agreement(good: int, bad: int) -> tuple[float, float]:
    """How far the cues reach and how wide the level is: further and narrower by each that agrees, wider by contradiction."""
    fewer, total = min(good, bad), good + bad
    if fewer:
        return 1.0, 1 + fewer / total
    further = total - 1
    return min(1 + MORE_REACH * further, MOST_REACH), max(1 - NARROWER * further, NARROWEST)


def _end(facet: Facet, mention: _Mention) -> float:
    """The end of the line a mention points to."""
    if facet.polarity is Polarity.IDEAL:
        return MIDDLE if mention.is_good else facet.problem_end
    if facet.polarity is Polarity.PERSONAL and mention.is_good and mention.cue == HYBRID_CUE:
        return HYBRID_END
    is_high = mention.is_good is not (facet.polarity is Polarity.LESS)
    return HIGHEST if is_high else LOWEST


def _sentence_before(text: str, start: int) -> str:
    """What stands before a place in its own sentence, as far as it matters."""
    before = text[max(0, start - 3 * QUOTED_EACH_SIDE) : start]
    *_, last = SENTENCE_END.split(before)
    return str(last)


def _sentence_after(text: str, end: int) -> str:
    after = text[end : end + 3 * QUOTED_EACH_SIDE]
    stop = SENTENCE_END.search(after)
    return after[: stop.start()] if stop else after


def _quote(text: str, start: int, end: int) -> str:
    """The words of a cue with a few words around it from the same sentence."""
    before = _sentence_before(text, start).lstrip(" \t\n-•*")
    after = _sentence_after(text, end).rstrip()
    if len(before) > QUOTED_EACH_SIDE:
        before = "…" + _after_first_space(before[-QUOTED_EACH_SIDE - 1 :])
    if len(after) > QUOTED_EACH_SIDE:
        after = _until_last_space(after[: QUOTED_EACH_SIDE + 1]) + "…"
    return before + text[start:end] + after


def _after_first_space(words: str) -> str:
    found = re.search(r"\s(.*)", words, re.DOTALL)
    return found[1] if found else ""


def _until_last_space(words: str) -> str:
    found = re.match(r"(.*)\s", words, re.DOTALL)
    return found[1] if found else ""


def _hours_level(text: str, lowered: str) -> Level | None:
    """The level of the first weekly hours a text states for the job itself."""
    for match, hours in _weekly_hours(lowered):
        sentence = _sentence_before(lowered, match.start()) + match[0] + _sentence_after(lowered, match.end())
        if FEWEST_HOURS <= hours <= MOST_HOURS and not THRESHOLD.search(sentence):
            cue = _quote(text, match.start(), match.end())
            return Level(mean=_level_of_hours(hours), sd=HOURS_SD, source=Source.STATED, cue=cue)
    return None


def _weekly_hours(lowered: str) -> Iterator[tuple[re.Match[str], float]]:
    """Each figure tied to a week; the middle of a range."""
    for match in WEEKLY_HOURS.finditer(lowered):
        figures = [float(figure.replace(",", ".")) for figure in match.groups() if figure]
        yield match, sum(figures) / len(figures)


def _level_of_hours(hours: float) -> float:
    for (low, from_level), (high, to_level) in pairwise(HOURS_LEVELS):
        if hours <= high:
            share = max(0.0, (hours - low) / (high - low))
            return from_level + share * (to_level - from_level)
    return HIGHEST
