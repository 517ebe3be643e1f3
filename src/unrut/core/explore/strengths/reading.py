"""Reads strengths out of what another person wrote: by the phrases of the vocabulary, and by what a piece means.

All constants are judgement, set on sentences of our own (the tests hold others); a chance says how sure the reader is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.core.explore.strengths.words import NEGATING, NOT, Piece, keys_of, pieces_of
from unrut.core.meaning import Numbers, shipped_meanings

LEAST_CHANCE = 0.5
"""What is less likely meant is not told."""
ONE_WORD, ONE_PHRASE = 0.75, 0.88
"""How likely a strength is meant where a telling word of it stands, or a whole phrase."""
HALFWAY, STEEPNESS, MOST_BY_MEANING = 0.68, 0.05, 0.8
"""At which nearness to a phrase meaning is half as sure as it can get, how fast that changes, and how sure it can get."""
CONTRAST = 0.5
"""How much it speaks for a strength that it is nearer than the nearest other, and against it that it is not."""
BOTH = 0.05
"""What meaning adds where words say it already."""
MOST_CHANCE = 0.95
LONGEST_READ = 50_000
"""Letters that are read: ten times the longest answer."""

_SLACK = 4  # words that may stand between those of a phrase
_REACH = 4  # words before a phrase in which a "not" denies it
_SHORTEST_MEANT = 3  # words a piece needs before its meaning says anything
_PAIR = 2
_BLOCK = 4096
_NO_DENIAL_BEFORE = frozenset("only just fail fails failed stop stops stopped cease ceases doubt".split())
_COMPARING = frozenset("better like as so than faster more well".split())
_ANYBODY = frozenset("anyone anybody".split())
_NOBODY = frozenset("nobody none".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A strength that a text speaks of, the part of it that does, and how likely it is meant."""

    strength: str
    quote: str
    chance: float


@dataclass(frozen=True, slots=True)
class _Phrase:
    strength: str
    keys: tuple[str, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class _Index:
    """Phrases by their rarest word, and the meanings of all of them with the number of their strength."""

    by_key: Mapping[str, Sequence[_Phrase]]
    rows: Numbers
    starts: np.ndarray
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    strength: str
    chance: float
    is_denied: bool


def read_strengths(text: str) -> list[Found]:
    """The strengths that a text sees in a person, the likeliest first, each once with the words that say it best."""
    return _best(
        (piece, hit) for piece, hits in _hits(text, _seen_index()) for hit in hits if not hit.is_denied
    )


def read_wasted(text: str) -> list[Found]:
    """The strengths that the work a text warns of would leave idle, the likeliest first, each once.

    They are named by the work itself, or by what one cannot do there: "a place where nobody needs to explain anything".
    """
    by_work = ((piece, hit) for piece, hits in _hits(text, _wasted_index()) for hit in hits)
    by_lack = ((piece, hit) for piece, hits in _hits(text, _seen_index()) for hit in hits if hit.is_denied)
    return _best([*by_work, *by_lack])


@cache
def _seen_index() -> _Index:
    return _index({name: one.phrases for name, one in shipped_strengths().strengths.items()})


@cache
def _wasted_index() -> _Index:
    return _index({name: one.wastes for name, one in shipped_strengths().strengths.items()})


def _index(phrases: Mapping[str, Sequence[str]]) -> _Index:
    given = [
        # Of "to the very end" one word is left, which alone says something else.
        _Phrase(name, keys, is_told=len(keys) > 1 or len(phrase.split()) == 1)
        for name, said in phrases.items()
        for phrase in said
        if (keys := keys_of(phrase))
    ]
    uses: dict[str, int] = defaultdict(int)
    for phrase in given:
        for key in phrase.keys:
            uses[key] += 1
    by_key: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in given:
        if phrase.is_told:
            by_key[min(phrase.keys, key=uses.__getitem__)].append(phrase)
    counts = [len(said) for said in phrases.values()]
    return _Index(
        by_key=by_key,
        rows=shipped_meanings().sentences([phrase for said in phrases.values() for phrase in said]),
        starts=np.cumsum(counts) - counts,
        names=tuple(phrases),
    )


def _hits(text: str, index: _Index) -> Iterable[tuple[Piece, list[_Hit]]]:
    """What every piece of a text says of which strength."""
    pieces = list(pieces_of(text[:LONGEST_READ]))
    for start in range(0, len(pieces), _BLOCK):
        block = pieces[start : start + _BLOCK]
        by_meaning = _by_meaning(block, index)
        for piece, chances in zip(block, by_meaning, strict=True):
            yield (
                piece,
                _joined(
                    _by_words(piece, index), dict(zip(index.names, chances.tolist(), strict=True)), piece
                ),
            )


def _joined(by_words: Mapping[str, _Hit], by_meaning: Mapping[str, float], piece: Piece) -> list[_Hit]:
    """Words first; meaning speaks alone where no word does, and adds a little where one does."""
    found = [
        _Hit(name, min(MOST_CHANCE, hit.chance + BOTH * by_meaning[name]), hit.is_denied)
        for name, hit in by_words.items()
    ]
    is_denied = any(_denies(piece, at) for at in range(len(piece.words)))
    return found + [
        _Hit(name, chance, is_denied)
        for name, chance in by_meaning.items()
        if name not in by_words and chance >= LEAST_CHANCE
    ]


def _by_meaning(pieces: Sequence[Piece], index: _Index) -> Numbers:
    """A row for each piece, a column for each strength: how likely the meaning makes it."""
    near = shipped_meanings().sentences([piece.text for piece in pieces]) @ index.rows.T
    nearest = np.maximum.reduceat(near, index.starts, axis=1)
    told = nearest + CONTRAST * (nearest - _best_other(nearest))
    chances: Numbers = (MOST_BY_MEANING / (1 + np.exp((HALFWAY - told) / STEEPNESS))).astype(np.float32)
    chances[[len(piece.words) < _SHORTEST_MEANT for piece in pieces]] = 0
    return chances


def _best_other(nearest: Numbers) -> Numbers:
    """For each strength the nearness of the nearest other one."""
    second, first = np.sort(nearest, axis=1)[:, -2:, np.newaxis].transpose(1, 0, 2)
    others: Numbers = np.where(nearest == first, second, first)
    return others


def _by_words(piece: Piece, index: _Index) -> dict[str, _Hit]:
    """For each strength the surest of its phrases that stand in the piece; what is not denied goes first."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(piece.words):
        if word.key:
            places[word.key].append(at)
    found: dict[str, _Hit] = {}
    for key in places:
        for phrase in index.by_key.get(key, ()):
            span = _span(phrase, key, places)
            if span is None:
                continue
            hit = _hit(phrase, piece, span)
            found[hit.strength] = max(hit, found.get(hit.strength, hit), key=_weight)
    return found


def _weight(hit: _Hit) -> tuple[bool, float]:
    return not hit.is_denied, hit.chance


def _hit(phrase: _Phrase, piece: Piece, span: tuple[int, ...]) -> _Hit:
    denials = range(max(0, min(span) - _REACH), max(span))
    is_denied = any(at not in span and _denies(piece, at) for at in denials)
    return _Hit(phrase.strength, ONE_PHRASE if len(phrase.keys) > 1 else ONE_WORD, is_denied)


def _span(phrase: _Phrase, key: str, places: Mapping[str, Sequence[int]]) -> tuple[int, ...] | None:
    """Where the words of a phrase stand close together, by the first place of its rarest word where they do."""
    if any(other not in places for other in phrase.keys):
        return None
    for at in places[key]:
        span = tuple(min(places[other], key=lambda place: abs(place - at)) for other in phrase.keys)
        # Two words the other way round say something else: "reads people", "people read".
        is_turned = len(span) == _PAIR and span[0] > span[1]
        if max(span) - min(span) <= len(phrase.keys) + _SLACK and not is_turned:
            return span
    return None


def _denies(piece: Piece, at: int) -> bool:
    """Whether the word at this place denies what follows; "not only" and "nobody better" do not."""
    word = piece.words[at]
    after = [other.plain for other in piece.words[at + 1 :]]
    if word.plain == "could" and after[1:2] == ["more"]:  # could be more patient
        return True
    if word.key != NOT and word.plain not in NEGATING:
        return False
    if after and after[0] in _NO_DENIAL_BEFORE:
        return False
    is_praise = word.plain in _NOBODY or after[:1] == ["one"] or _ANYBODY & set(after)
    return not (is_praise and _COMPARING & set(after))


def _best(hits: Iterable[tuple[Piece, _Hit]]) -> list[Found]:
    """Each strength once, with the piece that says it most surely; of two alike the first."""
    found: dict[str, Found] = {}
    for piece, hit in hits:
        if hit.strength not in found or hit.chance > found[hit.strength].chance:
            found[hit.strength] = Found(hit.strength, piece.text, hit.chance)
    return sorted(found.values(), key=lambda one: -one.chance)
