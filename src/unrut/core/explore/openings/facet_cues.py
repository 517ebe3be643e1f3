"""The words in a posting that speak of a facet, found where they stand; nothing is looked for that cannot be there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from unrut.core.explore.openings.facet_traps import TRAPS
from unrut.core.explore.openings.text import PostingText
from unrut.core.facets import Observable, Vocabulary

HOURS_FACET = "working_hours"
READABLE = frozenset({Observable.EXPLICIT, Observable.PARTIAL, Observable.WEAK})
REACH = 90  # letters on each side of a cue that may belong to its sentence
BESIDE = 40
MOST_MENTIONS = 2000  # of a text; no posting has a tenth of it

# Between the words of a cue a hyphen is as good as a space.
_SPACES = "\n\t\xa0-‐‑–"
_SPACE_RUN = re.compile(r"[\s‐‑–-]+")
_WORD = re.compile(r"[^\W\d_]+")
# A cue may stand in the plural, and "flat hierarch" for both of its forms.
_ENDINGS = ("", "s", "es", "y", "ies")
_ENDING = re.compile(r"(?:s|es|y|ies)?(?!\w)")
_HOUR_CUE = re.compile(r"[\d.]+ hours")

_NEGATORS = ("no", "n't", "n’t", "never", "without")
_NEGATION = re.compile(
    r"(?<![\w-])(?:(?:no(?!\s+(?:matter|doubt))|not(?!\s+(?:only|just|merely))|without|never|cannot|\w+n['’]t)\s+"
    r"(?:[\w'’-]+\s+){0,3}|non[\s-]+)$"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_STOPS = ".!?"
_ORDER = itemgetter(0, 1)


@dataclass(frozen=True, slots=True)
class FacetMention:
    """Words of a posting that speak for the good or the bad side of a facet, and their place in its text."""

    facet: str
    is_good: bool
    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a cue says when nothing turns it."""

    facet: str
    is_good: bool


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue, the words a text must have for it, the forms of which it must have one, and what it means."""

    words: str
    others: frozenset[str]
    forms: frozenset[str]
    meanings: tuple[_Meaning, ...]


class _Found(NamedTuple):
    """A cue at its place in a text; the longer of two at one place sorts first."""

    start: int
    shortness: int
    end: int
    cue: _Cue


@dataclass(frozen=True, slots=True)
class Finder:
    """Every cue of a vocabulary by its rarest word; those without a word are always looked for."""

    by_word: Mapping[str, tuple[_Cue, ...]]
    wordless: tuple[_Cue, ...]
    known: frozenset[str]


def mentions_in(posting: PostingText, vocabulary: Vocabulary) -> list[FacetMention]:
    """All that a posting says of facets, in the order of its text."""
    lowered = posting.lowered
    mentions: list[FacetMention] = []
    for found in _found(posting, finder_of(vocabulary)):
        before = sentence_before(lowered, found.start)
        if _is_misleading(found, before, lowered):
            continue
        is_turned = _is_turned(before)
        for meaning in found.cue.meanings:
            is_good = meaning.is_good is not is_turned
            mentions.append(FacetMention(meaning.facet, is_good, found.cue.words, found.start, found.end))
    return mentions


_finders: dict[int, tuple[Vocabulary, Finder]] = {}
_MOST_FINDERS = 8


def finder_of(vocabulary: Vocabulary) -> Finder:
    """The finder of a vocabulary, made once."""
    held = _finders.get(id(vocabulary))
    if held is not None and held[0] is vocabulary:
        return held[1]
    if len(_finders) >= _MOST_FINDERS:
        _finders.clear()
    _finders[id(vocabulary)] = vocabulary, _made(vocabulary)
    return _finders[id(vocabulary)][1]


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in its own sentence, as far as it matters. A new line ends a sentence too."""
    before = text[max(0, start - REACH) : start]
    if before[-1:] in _STOPS:
        return ""
    last = max(before.rfind("\n"), before.rfind(". "), before.rfind("! "), before.rfind("? "))
    return before[last + 1 :]


def sentence_after(text: str, end: int) -> str:
    """What stands after a place in its own sentence, as far as it matters."""
    after = text[end : end + REACH]
    stop = _SENTENCE_END.search(after)
    return after[: stop.start()] if stop else after


def _found(posting: PostingText, finder: Finder) -> Iterator[_Found]:
    """The cues of a text in its order; of those that overlap the first, and of those at one place the longest."""
    flat = posting.lowered
    for space in _SPACES:
        flat = flat.replace(space, " ")
    places: list[_Found] = []
    for cue in _possible(posting.words, finder):
        _add_places(places, flat, cue)
    places.sort(key=_ORDER)
    read_until = 0
    for found in places[:MOST_MENTIONS]:
        if found.start >= read_until:
            read_until = found.end
            yield found


def _possible(words: frozenset[str], finder: Finder) -> list[_Cue]:
    """The cues whose every word the text has."""
    return [
        cue
        for word in finder.known & words
        for cue in finder.by_word[word]
        if cue.others <= words and not cue.forms.isdisjoint(words)
    ] + list(finder.wordless)


def _add_places(places: list[_Found], flat: str, cue: _Cue) -> None:
    """Where a cue stands as whole words."""
    length = len(cue.words)
    start = flat.find(cue.words)
    while start >= 0:
        ending = _ENDING.match(flat, start + length)
        if ending and not _is_letter(flat[start - 1 : start]):
            places.append(_Found(start, -length, ending.end(), cue))
        start = flat.find(cue.words, start + length)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _is_misleading(found: _Found, before: str, lowered: str) -> bool:
    trap = TRAPS.get(found.cue.words)
    if trap is None:
        return False
    after = sentence_after(lowered, found.end)[:BESIDE]
    return trap.search(before[-BESIDE:] + lowered[found.start : found.end] + after) is not None


def _is_turned(before: str) -> bool:
    """Whether a cue after these words says that there is none of it."""
    return any(word in before for word in _NEGATORS) and _NEGATION.search(before) is not None


def _made(vocabulary: Vocabulary) -> Finder:
    meanings = _own_meanings(vocabulary)
    by_word: dict[str, list[_Cue]] = defaultdict(list)
    wordless = []
    for words in meanings:
        others, forms = _needed(words)
        cue = _Cue(words, others, forms, _with_inner(words, meanings))
        for word in _found_by(others, forms):
            by_word[word].append(cue)
        if not forms:
            wordless.append(cue)
    kept = {word: tuple(cues) for word, cues in by_word.items()}
    return Finder(kept, tuple(wordless), frozenset(kept))


def _own_meanings(vocabulary: Vocabulary) -> dict[str, list[_Meaning]]:
    meanings: dict[str, list[_Meaning]] = defaultdict(list)
    for facet in vocabulary.facets.values():
        seen = facet.posting if facet.posting.observable in READABLE else None
        for is_good, cues in ((True, seen.cues_good), (False, seen.cues_bad)) if seen else ():
            for cue in cues:
                words = _SPACE_RUN.sub(" ", cue.lower()).strip()
                # "35 hours" may be of anything; figures are read only where they are tied to a week.
                if not (facet.id == HOURS_FACET and _HOUR_CUE.fullmatch(words)):
                    meanings[words].append(_Meaning(facet.id, is_good))
    return meanings


def _needed(cue: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words a text must have for a cue, and the forms of one more; the last word of a cue may have an ending."""
    words = _WORD.findall(cue)
    if words and cue.endswith(words[-1]):
        return frozenset(words[:-1]), frozenset(words[-1] + ending for ending in _ENDINGS)
    return frozenset(words), frozenset(words[-1:])


def _found_by(others: frozenset[str], forms: frozenset[str]) -> Collection[str]:
    """The words that bring a cue up: the longest of those needed, which is the rarest as a rule, or all of the forms."""
    longest = max(others, key=lambda word: (len(word), word), default="")
    return forms if len(longest) < len(min(forms, key=len, default="")) else [longest]


def _with_inner(cue: str, meanings: Mapping[str, Sequence[_Meaning]]) -> tuple[_Meaning, ...]:
    """The meanings of a cue, and those of shorter cues inside it on facets it does not speak of itself.

    The longest of cues at one place is read, and nobody would see the "remote" in "remote within".
    """
    found = {meaning.facet: meaning for meaning in reversed(meanings[cue])}
    for inner in sorted(meanings, key=len, reverse=True):
        if inner != cue and f" {inner} " in f" {cue} ":
            for meaning in meanings[inner]:
                found.setdefault(meaning.facet, meaning)
    return tuple(found.values())
