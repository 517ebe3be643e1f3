"""The words of the vocabulary, arranged so that a note is read in one pass over its own words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.facets import Facet, Vocabulary

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APOSTROPHES = str.maketrans("’", "'")


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
class Lexicon:
    """Patterns by their first part."""

    whole: dict[str, list[Pattern]]
    begun: dict[str, list[Pattern]]
    begun_lengths: tuple[int, ...]

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


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [
        Word(match.group().casefold().translate(_APOSTROPHES), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]


def build_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Arrange all words and phrases of a vocabulary."""
    whole: dict[str, list[Pattern]] = defaultdict(list)
    begun: dict[str, list[Pattern]] = defaultdict(list)
    for facet in vocabulary.facets.values():
        for pattern in _patterns(facet):
            first = pattern.parts[0]
            (begun if first.endswith("*") else whole)[first.rstrip("*")].append(pattern)
    lengths = tuple(sorted({len(stem) for stem in begun}))
    return Lexicon(dict(whole), dict(begun), lengths)


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
