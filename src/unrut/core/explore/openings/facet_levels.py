"""What a posting says of each facet, with the words that say it. Silence stays silence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unrut.core.explore.levels import HIGHEST, LOWEST, MIDDLE, Level, Source
from unrut.core.explore.openings.facet_cues import (
    HOURS_FACET,
    FacetMention,
    mentions_in,
    sentence_after,
    sentence_before,
)
from unrut.core.explore.openings.text import PostingText, posting_text
from unrut.core.facets import Facet, Observable, Polarity, Vocabulary

HYBRID_CUE = "hybrid"
HYBRID_END = 6.7  # becomes a level of about 6: more remote than not, and far from fully
MORE_REACH, MOST_REACH = 1 / 9, 4 / 3  # each further cue reaches a ninth further, up to four thirds
NARROWER, NARROWEST = 0.05, 0.8
QUOTED_EACH_SIDE = 30

HOURS_SD = 0.8
HOURS_LEVELS = ((20.0, 0.0), (30.0, 2.0), (35.0, 3.0), (40.0, 5.0), (45.0, 6.5), (50.0, 8.0), (60.0, 10.0))
FEWEST_HOURS, MOST_HOURS = 8.0, 100.0  # below it is a meeting or a course, above it no week of a person
_HOUR_WORDS = frozenset({"hours", "hour", "hrs", "hr", "h"})
# Each as it stands in the text, and the words of a text without which it cannot stand there.
_WEEKS = (
    ("week", frozenset({"week", "weekly", "workweek"})),
    ("wk", frozenset({"wk"})),
    ("pw", frozenset({"pw"})),
    ("/w", frozenset({"w"})),
)
_BEFORE_WEEK, _AFTER_WEEK, _NEXT_WEEK = 60, 60, 40

_NUMBER = r"(\d{1,2}(?:[.,]\d{1,2})?)"
_FIGURE = rf"(?<![\w.,/€$£]){_NUMBER}(?:\s*(?:-|–|—|to|and)\s*{_NUMBER})?(?:\s*\+|\s+or\s+more)?"
_HOURS = r"[\s-]*(?:hours?|hrs?\.?|h)"
_EACH_WEEK = r"(?:(?:\s+of\s+work|\s+on\s+average)?\s*(?:per|an?|each|every|/|p/)\s*(?:work(?:ing)?[\s-]*)?(?:week|wk|w)|\s+weekly|\s*pw)"
_WEEKLY_HOURS = re.compile(
    rf"{_FIGURE}{_HOURS}(?:{_EACH_WEEK}|[\s-]+(?:work(?:ing)?[\s-]*)?week)\b"
    rf"|\b(?:weekly\s+hours|hours\s+(?:per|a)\s+week|hours/week|weekly\s+working\s+time)\s*[:=]\s*{_FIGURE}(?!\w)"
)
# A threshold for a benefit is not the hours of the job.
_THRESHOLD = re.compile(r"eligib|qualif(?:y|ies) for|entitled")


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
class FacetReading:
    """The level of each facet a posting speaks of, in the order of the vocabulary, and the words that say it, in that of the text."""

    levels: dict[str, Level]
    mentions: tuple[FacetMention, ...]


def posting_levels(text: str, vocabulary: Vocabulary) -> dict[str, Level]:
    """The levels a posting states, by facet in the order of the vocabulary; a facet it is silent on is absent."""
    return read_facets(posting_text(text), vocabulary).levels


def read_facets(posting: PostingText, vocabulary: Vocabulary) -> FacetReading:
    """What a posting says of the facets of a vocabulary."""
    mentions = mentions_in(posting, vocabulary)
    by_facet: dict[str, list[FacetMention]] = {}
    for mention in mentions:
        by_facet.setdefault(mention.facet, []).append(mention)
    found = {facet: _level(vocabulary[facet], said, posting.text) for facet, said in by_facet.items()}
    hours = _hours_level(posting) if _is_readable(HOURS_FACET, vocabulary) else None
    if hours is not None:
        # A stated figure says more of the hours than any hint, so it takes the place of the hints.
        found[HOURS_FACET] = hours
    order = vocabulary.order
    return FacetReading(
        {facet: found[facet] for facet in sorted(found, key=order.__getitem__)}, tuple(mentions)
    )


def end_of(facet: Facet, mention: FacetMention) -> float:
    """The end of the line a mention points to, or its middle where that is the good place."""
    if facet.polarity is Polarity.IDEAL:
        return MIDDLE if mention.is_good else facet.problem_end
    if facet.polarity is Polarity.PERSONAL and mention.is_good and mention.cue == HYBRID_CUE:
        return HYBRID_END
    is_high = mention.is_good is not (facet.polarity is Polarity.LESS)
    return HIGHEST if is_high else LOWEST


def _is_readable(facet: str, vocabulary: Vocabulary) -> bool:
    return facet in vocabulary and vocabulary[facet].posting.observable in STRENGTHS


def _level(facet: Facet, mentions: Sequence[FacetMention], text: str) -> Level:
    distinct = {(mention.cue, mention.is_good): mention for mention in mentions}.values()
    ends = [end_of(facet, mention) for mention in distinct]
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


def _quote(text: str, start: int, end: int) -> str:
    """The words of a cue with a few words around it from the same sentence."""
    before = sentence_before(text, start).lstrip(" \t\n-•*")
    after = sentence_after(text, end).rstrip()
    if len(before) > QUOTED_EACH_SIDE:
        before = "…" + before[-QUOTED_EACH_SIDE - 1 :].partition(" ")[2]
    if len(after) > QUOTED_EACH_SIDE:
        after = after[: QUOTED_EACH_SIDE + 1].rpartition(" ")[0] + "…"
    return before + text[start:end] + after


def _hours_level(posting: PostingText) -> Level | None:
    """The level of the first weekly hours a text states for the job itself."""
    lowered = posting.lowered
    for match, hours in _weekly_hours(posting):
        before, after = sentence_before(lowered, match.start()), sentence_after(lowered, match.end())
        if FEWEST_HOURS <= hours <= MOST_HOURS and not _THRESHOLD.search(before + match[0] + after):
            cue = _quote(posting.text, match.start(), match.end())
            return Level(mean=_level_of_hours(hours), sd=HOURS_SD, source=Source.STATED, cue=cue)
    return None


def _weekly_hours(posting: PostingText) -> Iterator[tuple[re.Match[str], float]]:
    """Each figure tied to a week; the middle of a range."""
    if _HOUR_WORDS.isdisjoint(posting.words):
        return
    for at in sorted(_weeks(posting)):
        for match in _WEEKLY_HOURS.finditer(posting.lowered, max(0, at - _BEFORE_WEEK), at + _AFTER_WEEK):
            figures = [float(figure.replace(",", ".")) for figure in match.groups() if figure]
            yield match, sum(figures) / len(figures)


def _weeks(posting: PostingText) -> Iterator[int]:
    """Where a text speaks of a week."""
    for written, words in _WEEKS:
        if words.isdisjoint(posting.words):
            continue
        at = posting.lowered.find(written)
        while at >= 0:
            yield at
            at = posting.lowered.find(written, at + _NEXT_WEEK)


def _level_of_hours(hours: float) -> float:
    for (low, from_level), (high, to_level) in pairwise(HOURS_LEVELS):
        if hours <= high:
            share = max(0.0, (hours - low) / (high - low))
            return from_level + share * (to_level - from_level)
    return HIGHEST
