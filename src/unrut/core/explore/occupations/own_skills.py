"""What a person can do: proposed from their own words, confirmed by them, and guessed from their work where they said nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import Atlas, Floats
from unrut.core.explore.occupations.cv_lines import (
    GAP,
    CvLine,
    british,
    is_language_told,
    is_verb,
    language_standing,
    read_line,
    stem,
    told_standing,
)
from unrut.core.explore.occupations.needs import HIGHEST_LEVEL, Needs, needs_of
from unrut.core.explore.occupations.skill_words import (
    EXACT,
    LANGUAGE,
    LEVEL_OF,
    SkillTable,
    SkillWords,
    Standing,
    shipped_skills,
)
from unrut.core.meaning import Numbers, of_length_one, plain_words, shipped_meanings
from unrut.core.milestones.stems import telling

__all__ = [
    "LEVEL_OF",
    "Mine",
    "Proposed",
    "SkillTable",
    "SkillWords",
    "Standing",
    "mine",
    "proposed_skills",
    "shipped_skills",
]

MOST_PROPOSED, MOST_QUOTES, LONGEST_QUOTE = 20, 3, 120
LONGEST_READ = 200_000
"""Letters read in all: a working life with everything done in it has fewer."""

OWN_SD, HOME_SD, KIN_SD, BASIC_SD = 0.5, 1.0, 1.25, 1.5
"""Levels. People in one occupation differ about as much as a step between two standings; of others we know less."""

BASICS = 10
"""What all but this share of occupations ask of everybody, in per cent, is what a grown person is taken to have."""

# Broad occupation, minor group, major group of the Standard Occupational Classification.
_KIN = (6, 4, 2)
_BREAK = re.compile(r"[\n\r;•|·]|(?<=[.!?])\s")
# After one of these another thing is told of: "worked with customers" is no "worked customers".
_LINKING = frozenset(
    "of for to with in on at as by from into up over out off away around who that while and or through about myself".split()
)
_ARTICLES = frozenset(["a", "an"])
_WORKING_LINES = 2
# Cosines of the static vectors: below, a line and a skill often share nothing but their tone (see the tests).
_LIKE = 0.45
_MOST_MEANT = 2
_MEANS_MOST = 0.6
_LONGEST_BY_MEANING, _MOST_BY_MEANING = 40, 2_000
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Proposed:
    """A skill that somebody's words speak for: how well, carefully, and at most three short pieces of those words."""

    element: str
    standing: Standing
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Mine:
    """What somebody can do: a level from 0 to 7 with its uncertainty for each element, and whether they said so.

    The elements are those of `needs.elements_of`.
    """

    levels: Floats
    sds: Floats
    is_own: NDArray[np.bool_]


@dataclass(slots=True)
class _Support:
    """What speaks for an element so far."""

    strength: float = 0.0
    lines: int = 0
    best: Standing = Standing.NONE
    quotes: list[str] = field(default_factory=list)

    def add(self, strength: float, standing: Standing, quote: str) -> None:
        """Take in one more line that speaks for it."""
        self.strength += strength
        # A line that says it is little does not make it more.
        self.lines += standing is not Standing.NONE
        self.best = max(self.best, standing, key=LEVEL_OF.__getitem__)
        if len(self.quotes) < MOST_QUOTES and quote not in self.quotes:
            self.quotes.append(quote)

    @property
    def standing(self) -> Standing:
        """The highest one that words speak for; several lines make it a working one."""
        several = Standing.WORKING if self.lines >= _WORKING_LINES else Standing.BASIC
        return max(self.best, several, key=LEVEL_OF.__getitem__)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that give an element away; `is_exact` where endings matter, and at most `gap` others after the first."""

    element: str
    words: tuple[str, ...]
    is_exact: bool
    is_language: bool
    gap: int

    def end(self, said: CvLine, place: int) -> int | None:
        """The last word of the phrase where it stands at a place in a line, else None."""
        there, rest = said.plain if self.is_exact else said.stems, self.words[1:]
        if there[place] != self.words[0] or (self.is_language and not is_language_told(said, place)):
            return None
        for start in range(place + 1, place + 2 + self.gap):
            end = start + len(rest)
            if there[start:end] == rest and (not self.gap or said.clauses[end - 1] == said.clauses[place]):
                return end - 1
            if not _LINKING.isdisjoint(said.plain[start : start + 1]):
                return None
        return None

    def standing(self, said: CvLine, place: int) -> Standing:
        """How well, by the words around it."""
        return (language_standing if self.is_language else told_standing)(said, place)


def proposed_skills(texts: Sequence[str]) -> list[Proposed]:
    """At most twenty skills that lines of a CV or of things done speak for, the most supported first.

    By words that give a skill away, and by the meaning of a whole line. One line makes a skill basic, two make it working;
    more only where the words say so ("led", "ten years of", "expert"). `LONGEST_READ` letters are read, which is a working
    life; in linear time.
    """
    lines = [read_line(line) for line in dict.fromkeys(_lines(texts))]
    told = [_told(said) for said in lines]
    found: dict[str, _Support] = defaultdict(_Support)
    for said, there in zip(lines, told, strict=True):
        for element, (standing, span) in there.items():
            found[element].add(1.0, standing, _quote(said.line, span))
    for place, element, likeness in _meant(lines):
        if element not in told[place]:
            said = lines[place]
            found[element].add(_MEANS_MOST * likeness, told_standing(said, None), _quote(said.line, (0, 0)))
    order = {element: place for place, element in enumerate(shipped_skills())}
    ranked = sorted(found, key=lambda element: (-found[element].strength, order[element]))[:MOST_PROPOSED]
    return [Proposed(element, found[element].standing, tuple(found[element].quotes)) for element in ranked]


def mine(atlas: Atlas, confirmed: Mapping[str, float], homes: Sequence[tuple[int, float]] = ()) -> Mine:
    """What somebody can do, by what they confirmed (levels by element); the rest is guessed, with a wide uncertainty.

    `homes` are rows of occupations they worked in, with weights of which only the proportions count. What is not confirmed
    is as in the home with the largest weight; of another home it is the more, the heavier it is beside that one, and never
    less for having been there. Where no home tells, it is what nearly every occupation asks for. An element the atlas does
    not have is left out.
    """
    if not all(np.isfinite(level) for level in confirmed.values()):
        raise ValueError("A confirmed level must be a number.")
    every = needs_of(atlas)
    levels = basics = _basics(every)
    sds = np.full(len(every.elements), BASIC_SD, dtype=np.float32)
    for row, share in _shares(homes):
        there, sd = _home(atlas, every, row)
        is_known = np.isfinite(there)
        levels = np.maximum(levels, basics + share * np.where(is_known, there - basics, 0))
        sds = np.where(is_known, np.minimum(sds, sd), sds)
    is_own = np.array([element in confirmed for element in every.elements], dtype=np.bool_)
    own = np.array([confirmed.get(element, 0.0) for element in every.elements], dtype=np.float32)
    return Mine(
        levels=np.where(is_own, own.clip(0, HIGHEST_LEVEL), levels).astype(np.float32),
        sds=np.where(is_own, OWN_SD, sds).astype(np.float32),
        is_own=is_own,
    )


def _basics(every: Needs) -> Floats:
    """What nearly every occupation asks for; nothing where none was rated."""
    counts = every.is_rated.sum(axis=0)
    # Sorted, those not rated come last; one more row, for an atlas without any.
    ranked = np.sort(np.where(every.is_rated, every.levels, np.inf), axis=0)
    ranked = np.vstack([ranked, np.zeros((1, ranked.shape[1]), dtype=np.float32)])
    found = ranked[counts * BASICS // 100, np.arange(len(counts))]
    basics: Floats = np.where(counts > 0, found, 0).astype(np.float32)
    return basics


def _home(atlas: Atlas, every: Needs, row: int) -> tuple[Floats, float]:
    """What an occupation asks for, not a number where that is not known, and how sure it is that one from there brings it.

    An occupation that was not surveyed is as those are on average whose codes begin alike, the longest such beginning.
    """
    if every.is_rated[row].any():
        return np.where(every.is_rated[row], every.levels[row], np.nan), HOME_SD
    surveyed, code = every.is_rated.any(axis=1), atlas.codes[row]
    for length in _KIN:
        alike = surveyed & np.array(
            [other.startswith(code[:length]) for other in atlas.codes], dtype=np.bool_
        )
        if alike.any():
            counts = every.is_rated[alike].sum(axis=0)
            return every.levels[alike].sum(axis=0) / np.where(counts > 0, counts, np.nan), KIN_SD
    return np.full(len(every.elements), np.nan, dtype=np.float32), BASIC_SD


def _shares(homes: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The homes with their weight beside the largest, the heaviest first."""
    counted = [(row, weight) for row, weight in homes if np.isfinite(weight) and weight > 0]
    largest = max((weight for _, weight in counted), default=1.0)
    return sorted(((row, weight / largest) for row, weight in counted), key=lambda home: (-home[1], home[0]))


def _lines(texts: Sequence[str]) -> Iterable[str]:
    """Lines and sentences as they stand, up to the most that is read."""
    left = LONGEST_READ
    for text in texts:
        yield from (line.strip() for line in _BREAK.split(text[:left]) if line.strip())
        left = max(0, left - len(text))


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """All phrases by the stem of their first word."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for skill in shipped_skills().values():
        for written in skill.words:
            phrase = _phrase(skill.id, written)
            first = phrase.words[0]
            found[stem(first) if phrase.is_exact else first].append(phrase)
    return dict(found)


def _phrase(element: str, written: str) -> _Phrase:
    plain = tuple(british(word) for word in plain_words(written))
    is_language = written.startswith(LANGUAGE)
    if is_language or written.startswith(EXACT):
        return _Phrase(element, plain, is_exact=True, is_language=is_language, gap=0)
    is_wide = is_verb(plain[0]) and len(plain) > 1 and _LINKING.isdisjoint(plain[1:])
    # "Managed a team" is also "managed the small team".
    words = tuple(stem(word) for word in plain if not (is_wide and word in _ARTICLES))
    return _Phrase(element, words, is_exact=False, is_language=False, gap=GAP if is_wide else 0)


def _told(said: CvLine) -> dict[str, tuple[Standing, tuple[int, int]]]:
    """The elements whose words stand in a line and are not denied, each with how well and where its first words stand."""
    found: dict[str, tuple[Standing, tuple[int, int]]] = {}
    for phrase, place, end in _phrases_in(said):
        standing = phrase.standing(said, place)
        before = found.get(phrase.element)
        if before is None:
            found[phrase.element] = (standing, (said.spans[place][0], said.spans[end][1]))
        elif LEVEL_OF[standing] > LEVEL_OF[before[0]]:
            found[phrase.element] = (standing, before[1])
    return found


def _phrases_in(said: CvLine) -> Iterable[tuple[_Phrase, int, int]]:
    """The phrases that stand in a line and are not denied, with their first and last word."""
    known = _phrases()
    for place, first in enumerate(said.stems):
        if not said.is_denied[place]:
            for phrase in known.get(first, ()):
                end = phrase.end(said, place)
                if end is not None:
                    yield phrase, place, end


def _quote(line: str, span: tuple[int, int]) -> str:
    """A short piece of the line, word for word, with what stands at `span`."""
    if len(line) <= LONGEST_QUOTE:
        return line
    start = max(0, min(span[0] - LONGEST_QUOTE // 3, len(line) - LONGEST_QUOTE))
    end = start + LONGEST_QUOTE
    if start and " " in line[start - 1 : span[0]]:
        start = line.index(" ", start - 1) + 1
    if end < len(line) and " " in line[max(start, span[1]) : end + 1]:
        end = line.rindex(" ", start, end + 1)
    return line[start:end].strip()


@cache
def _senses() -> tuple[Numbers, Numbers, NDArray[np.int64]]:
    """What the name, the question and the words of each element mean together; the same one by one, and where they start."""
    told = [
        [skill.name, skill.definition, *(word for word in skill.words if not word.startswith(LANGUAGE))]
        for skill in shipped_skills().values()
    ]
    rows = shipped_meanings().sentences([text for texts in told for text in texts])
    starts = np.cumsum([0, *(len(texts) for texts in told[:-1])], dtype=np.int64)
    return of_length_one(np.add.reduceat(rows, starts, axis=0)), rows, starts


def _meant(lines: Sequence[CvLine]) -> Iterable[tuple[int, str, float]]:
    """Lines that mean an element, though its words may not stand in them: place, element, and how much from 0 to 1.

    A line must be near to all that is said of the element, and near to one of its words: either alone is often chance.
    """
    elements = tuple(shipped_skills())
    read = [
        place
        for place, said in enumerate(lines)
        if len(said.plain) <= _LONGEST_BY_MEANING
        and len(telling(said.plain)) >= _FEWEST_WORDS
        and said.speaks
    ][:_MOST_BY_MEANING]
    wholes, words, starts = _senses()
    rows = shipped_meanings().sentences([lines[place].line for place in read])
    likeness = (rows @ wholes.T + np.maximum.reduceat(rows @ words.T, starts, axis=1)) / 2
    for place, like in zip(read, likeness, strict=True):
        for column in np.argsort(-like, kind="stable")[:_MOST_MEANT]:
            if like[column] > _LIKE:
                yield place, elements[column], float((like[column] - _LIKE) / (1 - _LIKE))
