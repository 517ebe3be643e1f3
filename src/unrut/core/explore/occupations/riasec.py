"""The six kinds of interest that John Holland told apart, as a view on kinds of work: never a test, never part of the fit.

The person chooses up to three of them, in order; there are no norms and nothing is scored. That interests suit the work goes
little with being satisfied by it: .11 in one review (107 studies, 38,695 people), .24 in another (93 studies, 51,901 people).
So likeness is for looking around, and weighs nothing where kinds of work are judged by what is wanted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.explore.occupations.atlas import Atlas, Floats, Rated
from unrut.core.meaning import of_length_one, plain_words, shipped_meanings
from unrut.core.reference import Table, each, parse_toml, tables

Array = NDArray[np.float64]

FILE = "riasec.toml"
PART = "type"
LEAST_PHRASES = 25
MOST_CHOSEN = 3

# A text is clear when its likeness to one kind is at least this large, and this far above its likeness to all kinds on average.
# Set on sixty short interests and twenty texts that speak of none, of which two pass. Of sixty further interests 55 are clear,
# 53 of them with the right kind first.
_LEAST_LIKENESS, _LEAST_LEAD = 0.2, 0.17
_A_WORD, _MOST_WORDS = 0.1, 2
# What lies closer to the average speaks of a kind no more than any text does; a smaller share is not worth naming.
_NOISE, _LEAST_SHARE = 0.1, 0.1
# What somebody is drawn to is said at the beginning.
_LONGEST_TEXT = 2_000
_FLAT = 1e-4


class Holland(StrEnum):
    """The six kinds in the order of Holland's hexagon."""

    REALISTIC = "realistic"
    INVESTIGATIVE = "investigative"
    ARTISTIC = "artistic"
    SOCIAL = "social"
    ENTERPRISING = "enterprising"
    CONVENTIONAL = "conventional"


_ELEMENTS = tuple(f"1.B.1.{letter}" for letter in "abcdef")


@dataclass(frozen=True, slots=True)
class HollandType:
    """A kind of interest: a plain name, a sentence on it, what people do who have it, and words that speak of it.

    A word that ends in * is the beginning of one.
    """

    type: Holland
    name: str
    sentence: str
    phrases: tuple[str, ...]
    words: tuple[str, ...]


class InterestMatch:
    """How alike chosen kinds of interest and the interests of kinds of work are."""

    def __init__(self, atlas: Atlas) -> None:
        self._positions = _positions(atlas)
        self._profiles = _profiles(self._positions)

    def likeness(self, chosen: Sequence[Holland]) -> Floats:
        """From -1 to 1 for each occupation: the correlation of its six ratings with the choice, in the order of importance.

        As O*NET matches profiles. The first choice counts three, the second two, the third one. Not a number for an
        occupation without ratings, or when nothing is chosen.
        Raises InvalidInputError for more than three, or one chosen twice.
        """
        if len(chosen) > MOST_CHOSEN or len(set(chosen)) < len(chosen):
            raise InvalidInputError("Choose at most three kinds of interest, each of them once.")
        weights = [MOST_CHOSEN - chosen.index(kind) if kind in chosen else 0 for kind in Holland]
        found: Floats = np.clip(self._profiles @ _profiles(np.array([weights], dtype=np.float64))[0], -1, 1)
        return found

    def types_of(self, row: int) -> list[tuple[Holland, float]]:
        """The kinds of an occupation with their places on the scale, 0 to 1, strongest first; nothing without ratings."""
        if np.isnan(self._positions[row]).any():
            return []
        found = zip(Holland, self._positions[row].tolist(), strict=True)
        return sorted(found, key=lambda each: -each[1])


def proposed_types(texts: Sequence[str]) -> dict[Holland, float]:
    """Shares of the kinds that the person's own texts speak of, largest first; nothing when no text is clear.

    A proposal to choose from, by the meaning of the texts and by words that belong to a kind.
    """
    lead, likeness = _leads([text[:_LONGEST_TEXT] for text in texts])
    is_clear = (lead.max(axis=1) >= _LEAST_LEAD) & (likeness.max(axis=1) >= _LEAST_LIKENESS)
    if not is_clear.any():
        return {}
    told = np.maximum(lead[is_clear] - _NOISE, 0).sum(axis=0)
    told[told < _LEAST_SHARE * told.sum()] = 0
    shares = zip(Holland, (told / told.sum()).tolist(), strict=True)
    return dict(sorted((each for each in shares if each[1]), key=lambda each: -each[1]))


@cache
def shipped_types() -> Mapping[Holland, HollandType]:
    """The six kinds inside the package: a constant, read once."""
    text = files("unrut.data").joinpath(FILE).read_text(encoding="utf-8")
    return load_types(text, file=FILE)


def load_types(text: str, *, file: str) -> dict[Holland, HollandType]:
    """The kinds written in `text`, in the order of `Holland`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    found = each(tables(parse_toml(text, file), PART, text=text, file=file), _type)
    missing = [kind for kind in Holland if kind not in found]
    if missing:
        raise InvalidReferenceError(f"{file} has no {PART}.{missing[0]}. Add it and start again.")
    return {kind: found[kind] for kind in Holland}


def _type(name: str, table: Table) -> HollandType:
    if name not in list(Holland):
        table.fail("", f"is none of {', '.join(Holland)}")
    phrases = table.texts("phrases")
    if len(phrases) < LEAST_PHRASES:
        table.fail("phrases", f"should have at least {LEAST_PHRASES} entries and has {len(phrases)}")
    return HollandType(
        Holland(name), table.text("name"), table.text("sentence"), phrases, table.texts("words")
    )


@cache
def _centres() -> Floats:
    """The middle of the meanings of the phrases of each kind, rows of length one."""
    meanings = shipped_meanings()
    return of_length_one(
        np.array([meanings.sentences(kind.phrases).mean(axis=0) for kind in shipped_types().values()])
    )


def _leads(texts: Sequence[str]) -> tuple[Array, Array]:
    """How far each text is nearer to each kind than to all on average, with its words; and how like each kind it is."""
    likeness = (shipped_meanings().sentences(texts) @ _centres().T).astype(np.float64)
    named = np.array([_named(text) for text in texts], dtype=np.float64).reshape(likeness.shape)
    return likeness - likeness.mean(axis=1, keepdims=True) + _A_WORD * named, likeness


def _named(text: str) -> list[int]:
    """How many words of each kind stand in a text; a few of them say it all."""
    told = f" {' '.join(plain_words(text))} "
    return [min(_MOST_WORDS, sum(word in told for word in words)) for words in _searched()]


@cache
def _searched() -> tuple[tuple[str, ...], ...]:
    """The words of each kind as they stand between spaces."""
    return tuple(
        tuple(f" {' '.join(plain_words(word))}{'' if word.endswith('*') else ' '}" for word in kind.words)
        for kind in shipped_types().values()
    )


def _positions(atlas: Atlas) -> Array:
    """Occupations by kinds, 0 to 1; not a number where there is no rating."""
    found = np.full((len(atlas), len(Holland)), np.nan)
    table = atlas.ratings.get(Rated.INTEREST)
    columns = {element: at for at, element in enumerate(table.ids)} if table else {}
    for place, element in enumerate(_ELEMENTS):
        if table and element in columns:
            found[:, place] = table.positions[:, columns[element]]
    return found


def _profiles(rows: Array) -> Floats:
    """Rows about their own mean, of length one: their products are correlations. Not a number for a row that is flat."""
    about = rows - rows.mean(axis=1, keepdims=True)
    length = np.linalg.norm(about, axis=1, keepdims=True)
    found: Floats = np.divide(about, length, out=np.full_like(about, np.nan), where=length > _FLAT)
    return found.astype(np.float32)
