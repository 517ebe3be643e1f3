"""Reads a note into facets: what it is about, how sure that is, and which words gave it away."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.lexicon import Lexicon, Pattern, Sense, Word, build_lexicon, words_of

# Chance that a note with this evidence is about the facet: first estimates, to be replaced by measured ones.
_SAME_KIND, _EITHER_KIND, _OTHER_KIND = 0.72, 0.6, 0.3
_LONGER_PHRASE = 0.08
_RESEMBLANCE = 0.55
_LEAST_RESEMBLANCE = 0.5
_LEAST_SHARED_WORDS = 2
_LEAST_CONFIDENCE = 0.45
MOST_FACETS = 4


class NoteKind(StrEnum):
    """What the person said the note is."""

    LIKE = "like"
    DISLIKE = "dislike"


@dataclass(frozen=True, slots=True)
class Reading:
    """One facet of a note; `words` are quoted from it as they stand."""

    facet: str
    confidence: float
    words: tuple[str, ...]


def read_note(text: str, kind: NoteKind | None) -> list[Reading]:
    """The facets a note is about, surest first, at most four.

    Independent pieces of evidence are joined as chances: 1 - (1-p)(1-q)... Without a kind, words of either kind
    count alike. Time grows with the length of the note only.
    """
    lexicon = _shipped_lexicon()
    words = words_of(text)
    doubts: dict[str, float] = defaultdict(lambda: 1.0)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for pattern, at in lexicon.matches(words):
        doubts[pattern.facet] *= 1 - _chance(pattern, kind)
        spans[pattern.facet].append((words[at].start, words[at + len(pattern.parts) - 1].end))
    for facet, (chance, common) in _closest_examples(lexicon, words, kind).items():
        doubts[facet] *= 1 - chance
        spans[facet].extend((word.start, word.end) for word in common)
    readings = [
        Reading(facet, round(1 - doubt, 3), _quotes(text, spans[facet]))
        for facet, doubt in doubts.items()
        if 1 - doubt >= _LEAST_CONFIDENCE
    ]
    order = shipped_vocabulary().order
    return sorted(readings, key=lambda reading: (-reading.confidence, order[reading.facet]))[:MOST_FACETS]


@lru_cache(maxsize=1)
def _shipped_lexicon() -> Lexicon:
    return build_lexicon(shipped_vocabulary())


def _chance(pattern: Pattern, kind: NoteKind | None) -> float:
    if pattern.sense is Sense.EITHER:
        chance = _EITHER_KIND
    elif kind is None or pattern.sense.value == kind.value:
        chance = _SAME_KIND
    else:
        chance = _OTHER_KIND
    return min(0.95, chance + _LONGER_PHRASE * (len(pattern.parts) - 1))


def _closest_examples(
    lexicon: Lexicon, words: list[Word], kind: NoteKind | None
) -> dict[str, tuple[float, list[Word]]]:
    """Per facet, the example phrase that the note resembles most."""
    closest: dict[str, tuple[float, list[Word]]] = {}
    for example, share, common in lexicon.resemblances(words):
        if share < _LEAST_RESEMBLANCE or len(common) < _LEAST_SHARED_WORDS:
            continue
        if kind is not None and example.sense.value != kind.value:
            continue
        chance = _RESEMBLANCE * share
        if chance > closest.get(example.facet, (0.0, []))[0]:
            closest[example.facet] = (chance, common)
    return closest


def _quotes(text: str, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    """The spans as quotes, touching and overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(dict.fromkeys(text[start:end] for start, end in joined))
