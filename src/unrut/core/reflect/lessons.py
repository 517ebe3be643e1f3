"""What a person taught the reader: their corrections change how notes like the corrected ones are read.

A correction is a note and what holds, or does not hold, for it. The closest correction either way counts, and how close it
is: the cosine of the telling words that both notes hold, each weighing less the commoner it is in English. Where the very
words that gave a facet away were once taken back, they give it away no more. Nothing is trained and nothing is stored but
the correction itself, so that lessons hold at once, for one person, and for every later version of the reader.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.lexicon import words_of
from unrut.core.reflect.reader import MOST_FACETS, NoteKind, Reading

LEAST_LIKENESS = 0.55
OTHER_KIND = 0.8
SAME_WORDS = 0.5
LEAST_TAUGHT_CONFIDENCE = 0.4
COMMON_WEIGHT = 0.35
_SHORTEST_STEM = 4
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ed", "ers", "er", "ies", "es", "s", "ly", "y", "e")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A facet that holds, or does not hold, for a note; `words` are those that gave the facet away to the reader.

    `note` is a number of the caller's for the note, so that it need not be its own teacher.
    """

    text: str
    kind: NoteKind | None
    facet: str
    holds: bool
    words: tuple[str, ...] = ()
    note: int | None = None


@dataclass(frozen=True, slots=True)
class _Learned:
    """A lesson, with the telling stems of its note and their joint length."""

    lesson: Lesson
    length: float
    words: frozenset[str]

    def takes_back(self, reading: Reading | None) -> bool:
        """Whether the words that give a reading away are ones the person said do not."""
        return (
            not self.lesson.holds
            and reading is not None
            and bool(self.words)
            and _said(reading.words) <= self.words
        )


@dataclass(frozen=True, slots=True)
class _Note:
    """The note to be read: its telling stems and their joint length."""

    id: int | None
    kind: NoteKind | None
    stems: Mapping[str, tuple[float, str]]
    length: float

    def likeness(self, learned: _Learned, shared: Sequence[str]) -> float:
        """The cosine of the two notes; less where one was liked and the other was not."""
        cosine = sum(self.stems[stem][0] ** 2 for stem in shared) / (self.length * learned.length)
        is_other = None not in {self.kind, learned.lesson.kind} and self.kind is not learned.lesson.kind
        return cosine * OTHER_KIND if is_other else cosine


class Lessons:
    """All lessons of one person, arranged so that a note is held only against those that share a word with it."""

    def __init__(self, lessons: Iterable[Lesson]) -> None:
        self._by_stem: dict[str, list[_Learned]] = defaultdict(list)
        for lesson in lessons:
            stems = _stems(lesson.text)
            learned = _Learned(lesson, _length(stems), _said(lesson.words))
            for stem in stems:
                self._by_stem[stem].append(learned)

    def apply(
        self, text: str, kind: NoteKind | None, readings: Sequence[Reading], *, note: int | None = None
    ) -> list[Reading]:
        """The readings of a note after the lessons of all other notes, surest first, no more than a reader gives."""
        if not self._by_stem:
            return list(readings)
        read = {reading.facet: reading for reading in readings}
        stems = _stems(text)
        for facet, (pull, words) in self._pulls(_Note(note, kind, stems, _length(stems)), read).items():
            taught = _pulled(read.get(facet, Reading(facet, 0.0, words)), pull)
            if taught.confidence >= LEAST_TAUGHT_CONFIDENCE:
                read[facet] = taught
            else:
                read.pop(facet, None)
        order = shipped_vocabulary().order
        return sorted(read.values(), key=lambda reading: (-reading.confidence, order[reading.facet]))[
            :MOST_FACETS
        ]

    def _pulls(self, note: _Note, read: Mapping[str, Reading]) -> dict[str, tuple[float, tuple[str, ...]]]:
        """For each facet a lesson speaks of: how alike the closest lesson is, negative when it speaks against it."""
        closest: dict[str, tuple[float, bool, tuple[str, ...]]] = {}
        for learned, alike, words in self._alike(note):
            facet, holds = learned.lesson.facet, learned.lesson.holds
            took_back = learned.takes_back(read.get(facet))
            if took_back or alike >= LEAST_LIKENESS:
                likeness = max(alike, SAME_WORDS) if took_back else alike
                found = (likeness, holds, words)
                closest[facet] = max(closest.get(facet, found), found)
        return {
            facet: (likeness if holds else -likeness, words)
            for facet, (likeness, holds, words) in closest.items()
        }

    def _alike(self, note: _Note) -> Iterator[tuple[_Learned, float, tuple[str, ...]]]:
        """The lessons that share a telling word with a note, how alike the two are, and the words they share."""
        shared: dict[int, list[str]] = defaultdict(list)
        found: dict[int, _Learned] = {}
        for stem in note.stems:
            for learned in self._by_stem.get(stem, ()):
                shared[id(learned)].append(stem)
                found[id(learned)] = learned
        for key, learned in found.items():
            if note.id is None or learned.lesson.note != note.id:
                words = tuple(note.stems[stem][1] for stem in shared[key])
                yield learned, note.likeness(learned, shared[key]), words


def _pulled(reading: Reading, pull: float) -> Reading:
    """A reading that a lesson pulls towards certainty, or away from it."""
    left = (1 - reading.confidence) * (1 - pull)
    confidence = 1 - left if pull >= 0 else reading.confidence * (1 + pull)
    return Reading(reading.facet, round(min(confidence, 1.0), 3), reading.words)


def _stems(text: str) -> dict[str, tuple[float, str]]:
    """The stems of the telling words, each with its weight and the word as it stands first."""
    stems: dict[str, tuple[float, str]] = {}
    for word in words_of(text):
        if word.plain in _EMPTY or word.plain.isdigit():
            continue
        weight = COMMON_WEIGHT if word.plain in _COMMON else 1.0
        stems.setdefault(_stem(word.plain), (weight, text[word.start : word.end]))
    return stems


def _stem(word: str) -> str:
    """A word without its ending, as far as four letters are left: delayed, delays and delay are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _said(words: Sequence[str]) -> frozenset[str]:
    return frozenset(_stem(word.plain) for quoted in words for word in words_of(quoted))


def _length(stems: Mapping[str, tuple[float, str]]) -> float:
    return math.sqrt(sum(weight**2 for weight, _ in stems.values())) or 1.0


# Words that say nothing about any facet.
_EMPTY = frozenset(
    "a about after again all am an and any are as at be been but by can't do for from get got had has have he her "
    "him his i i'm in into is it it's its just me more my no not nothing of off on one or our out over she so some "
    "than that the their them then there they this to too two up us was we week were what when where which who "
    "will with without would you your".split()
)
# Common in notes about work whatever they are about: sharing them alone makes no two notes alike.
_COMMON = frozenset(
    "work working job week weeks day days today monday tuesday wednesday thursday friday time times people person place "
    "company office thing things lot lots really very much many good great bad nice new old big little long short first "
    "last next another other same every everyone someone anyone always never still even back went go going come came "
    "make made making take took taking give gave feel felt feeling think know way hours hour morning afternoon evening "
    "meeting meetings boss manager team project because bit quite finally whole half actually kind done doing did does "
    "being having two three four five need needed want wanted could should love loved like liked hate hated".split()
)
