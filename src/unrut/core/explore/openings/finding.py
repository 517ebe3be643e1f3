"""Where words stand in a posting and which clause is around them, found without a pattern over the whole text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from unrut.core.explore.openings.kinds import Said
from unrut.core.explore.openings.text import PostingText

MOST_PLACES = 24
"""A word that stands more often is looked at no further: a posting says a fact once or twice."""
MOST_CLAUSES = 40
_MOST_TRIES = 200  # a word may be the inside of others a million times
_REACH, _LONGEST_LINE = 200, 500
_ENDS = (". ", "; ", "! ", "? ")
_TRIMMED = " \t\n-–—•·*:,;|"
_BEFORE_ABBREVIATION = frozenset({"", " ", ".", "(", "/", ",", "\n"})
_ABBREVIATIONS = ("min", "max", "approx", "mind", " ca", "ph.d", " jr", " sr", "bzw", "incl", "hrs", " wk")


class Clause(NamedTuple):
    """A part of the text between two stops: its place, and its words in lower case."""

    start: int
    end: int
    lowered: str


def word_places(posting: PostingText, words: frozenset[str]) -> list[int]:
    """Where any of the words stands as a whole word, in the order of the text."""
    present = words & posting.words
    if not present:
        return []
    places: list[int] = []
    for word in present:
        _add_places(posting.lowered, word, places)
    places.sort()
    return places


def _add_places(lowered: str, word: str, places: list[int]) -> None:
    length, most = len(word), len(places) + MOST_PLACES
    place = lowered.find(word)
    for _ in range(_MOST_TRIES):
        if place < 0 or len(places) == most:
            return
        end = place + length
        if not (lowered[end : end + 1].isalpha() or (place and lowered[place - 1].isalpha())):
            places.append(place)
        place = lowered.find(word, end)


def string_places(lowered: str, strings: tuple[str, ...]) -> list[int]:
    """Where any of the strings stands, whatever is around them."""
    places: list[int] = []
    for string in strings:
        place = lowered.find(string)
        for _ in range(MOST_PLACES):
            if place < 0:
                break
            places.append(place)
            place = lowered.find(string, place + 1)
    return sorted(places)


def clauses(posting: PostingText, words: frozenset[str]) -> Iterator[Clause]:
    """The clauses in which any of the words stands, each once, in the order of the text."""
    return clauses_at(posting, word_places(posting, words))


def clauses_at(posting: PostingText, places: Iterable[int]) -> Iterator[Clause]:
    """The clauses around places in the order of the text, each once."""
    last, left = -1, MOST_CLAUSES
    for place in places:
        if place < last:
            continue
        clause = clause_at(posting.lowered, place)
        yield clause
        last, left = clause.end, left - 1
        if not left:
            return


def clause_at(lowered: str, place: int) -> Clause:
    """The clause around a place; a stop behind an abbreviation does not end it."""
    first = max(0, place - _REACH)
    first = max(first, lowered.rfind("\n", first, place) + 1)
    last = lowered.find("\n", place, place + _REACH)
    if last < 0:
        last = min(len(lowered), place + _REACH)
    start, end = _stop_before(lowered, first, place), _stop_behind(lowered, place, last)
    return Clause(start, end, lowered[start:end])


def _stop_before(lowered: str, first: int, place: int) -> int:
    start = first
    for stop in _ENDS:
        found = lowered.rfind(stop, start, place)
        while found >= 0 and stop == ". " and _is_abbreviation(lowered, found):
            found = lowered.rfind(stop, start, found)
        if found >= 0:
            start = found + 2
    return start


def _stop_behind(lowered: str, place: int, last: int) -> int:
    end = last
    for stop in _ENDS:
        found = lowered.find(stop, place, end)
        while found >= 0 and stop == ". " and _is_abbreviation(lowered, found):
            found = lowered.find(stop, found + 1, end)
        if found >= 0:
            end = found + 1
    return end


def _is_abbreviation(lowered: str, stop: int) -> bool:
    """Whether a single letter stands before the stop, as in "B.S. in", or it is "e.g. ", "min. " and the like."""
    if lowered[max(0, stop - 2) : stop - 1] in _BEFORE_ABBREVIATION:
        return True
    return lowered.endswith(_ABBREVIATIONS, 0, stop)


def line_at(lowered: str, place: int) -> tuple[int, int]:
    """Where the line around a place begins and ends; what is longer than any line of a posting is cut."""
    first, last = max(0, place - _LONGEST_LINE), place + _LONGEST_LINE
    end = lowered.find("\n", place, last)
    return max(first, lowered.rfind("\n", first, place) + 1), end if end >= 0 else min(last, len(lowered))


def said_at(posting: PostingText, start: int, end: int) -> Said:
    """The words from one place to another, without the dashes, dots and spaces at their ends."""
    words = posting.text[start:end]
    left = len(words) - len(words.lstrip(_TRIMMED))
    words = words.strip(_TRIMMED)
    return Said(words, start + left, start + left + len(words))


def has_any(lowered: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words stands in a short text; a loop, because a generator costs more than the search."""
    for word in words:  # noqa: SIM110
        if word in lowered:
            return True
    return False


class Gate:
    """Words that make something else of a clause, some only in a pattern that begins with them; "" where the word will do."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = tuple(
            (word, re.compile(pattern) if pattern else None) for word, pattern in patterns.items()
        )

    def stops(self, lowered: str) -> bool:
        """Whether the clause speaks of something else."""
        for word, pattern in self._patterns:
            if word in lowered and (pattern is None or pattern.search(lowered)):
                return True
        return False
