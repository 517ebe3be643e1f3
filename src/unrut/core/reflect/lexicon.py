"""The words of the vocabulary, arranged so that a note is read in one pass over its own words."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.facets import Facet, Vocabulary

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APOSTROPHES = str.maketrans("’", "'")
# Words that say nothing about a facet; without them the overlap with an example phrase means something.
_EMPTY = frozenset(
    "a about after again all am an and any are as at be been but by can't do for from get got had has have he her "
    "him his i i'm in into is it it's its just me more my no not nothing of off on one or our out over she so some "
    "than that the their them then there they this to too two up us was we week were what when where which who "
    "will with without would you your".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a note: compared by `plain`, quoted by its place in the text."""

    plain: str
    start: int
    end: int


class Sense(StrEnum):
    """In which kind of note a pattern speaks of its facet."""

    EITHER = "either"
    LIKE = "like"
    DISLIKE = "dislike"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word or phrase that points to a facet; a part that ends in `*` matches any ending."""

    parts: tuple[str, ...]
    facet: str
    sense: Sense

    def fits(self, words: Sequence[Word], at: int) -> bool:
        """Whether the pattern stands at this place, its first part already known to match."""
        if at + len(self.parts) > len(words):
            return False
        # A plain loop: this is asked forty times a note, and nearly always the second part says no.
        for place in range(1, len(self.parts)):
            if not _part_fits(self.parts[place], words[at + place].plain):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Example:
    """An example phrase as the set of its telling words and their joint weight."""

    facet: str
    sense: Sense
    weight: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by their first part, and example phrases by each of their telling words."""

    whole: dict[str, list[Pattern]]
    begun: dict[str, list[Pattern]]
    begun_lengths: tuple[int, ...]
    examples: tuple[Example, ...]
    example_words: dict[str, tuple[float, tuple[int, ...]]]

    def matches(self, words: Sequence[Word]) -> Iterator[tuple[Pattern, int]]:
        """Every pattern that stands in the note, with the place of its first word."""
        for at, word in enumerate(words):
            for pattern in self.whole.get(word.plain, ()):
                if pattern.fits(words, at):
                    yield pattern, at
            for length in self.begun_lengths:
                if length > len(word.plain):
                    break
                for pattern in self.begun.get(word.plain[:length], ()):
                    if pattern.fits(words, at):
                        yield pattern, at

    def resemblances(self, words: Sequence[Word]) -> Iterator[tuple[Example, float, list[Word]]]:
        """Example phrases that share words with the note, and which share of their weight it holds."""
        shared: dict[int, float] = defaultdict(float)
        common: dict[int, list[Word]] = defaultdict(list)
        for word in {word.plain: word for word in words}.values():
            weight, places = self.example_words.get(word.plain, (0.0, ()))
            for place in places:
                shared[place] += weight
                common[place].append(word)
        for place, weight in shared.items():
            yield self.examples[place], weight / self.examples[place].weight, common[place]


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [
        Word(match.group().casefold().translate(_APOSTROPHES), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]


def is_empty_word(plain: str) -> bool:
    """Whether a word says nothing about any facet."""
    return plain in _EMPTY


def build_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Arrange all words and phrases of a vocabulary."""
    whole: dict[str, list[Pattern]] = defaultdict(list)
    begun: dict[str, list[Pattern]] = defaultdict(list)
    for facet in vocabulary.facets.values():
        for pattern in _patterns(facet):
            first = pattern.parts[0]
            (begun if first.endswith("*") else whole)[first.rstrip("*")].append(pattern)
    examples, example_words = _examples(vocabulary)
    lengths = tuple(sorted({len(stem) for stem in begun}))
    return Lexicon(dict(whole), dict(begun), lengths, examples, example_words)


def _patterns(facet: Facet) -> Iterator[Pattern]:
    for sense, patterns in (
        (Sense.EITHER, facet.words),
        (Sense.LIKE, facet.words_liked),
        (Sense.DISLIKE, facet.words_disliked),
    ):
        for written in patterns:
            yield Pattern(tuple(_parts(written)), facet.id, sense)


def _parts(written: str) -> Iterator[str]:
    for chunk in written.split():
        words = words_of(chunk)
        for place, word in enumerate(words):
            is_open = chunk.endswith("*") and place == len(words) - 1
            yield word.plain + ("*" if is_open else "")


def _part_fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def _examples(
    vocabulary: Vocabulary,
) -> tuple[tuple[Example, ...], dict[str, tuple[float, tuple[int, ...]]]]:
    phrases = [
        (facet.id, sense, {word.plain for word in words_of(phrase)} - _EMPTY)
        for facet in vocabulary.facets.values()
        for sense, told in ((Sense.LIKE, facet.phrases_liked), (Sense.DISLIKE, facet.phrases_disliked))
        for phrase in told
    ]
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, _, words) in enumerate(phrases):
        for word in words:
            places[word].append(place)
    rarity = {word: math.log(len(phrases) / len(found)) for word, found in places.items()}
    examples = tuple(
        Example(facet, sense, sum(rarity[word] for word in words) or math.inf)
        for facet, sense, words in phrases
    )
    return examples, {word: (rarity[word], tuple(found)) for word, found in places.items()}
