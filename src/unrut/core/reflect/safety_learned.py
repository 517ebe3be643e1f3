"""The learned part beside the safety rules: weights of word pairs and word families, for words that no rule foresaw.

It is loaded only for notes in which the rules find nothing, and needs nothing but two small files and `zlib`. The weights are
made by tools/safety/build.py. A weight stands at the place its trait has by checksum, so no list of traits is kept.
"""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from zlib import crc32

WEIGHTS_FILE, WORDS_FILE = "safety_weights.bin", "safety_words.tsv"
PLACES = 1 << 16
LONGEST = 40
"""Words of a sentence that are weighed at once."""
_SHORTEST_STEM = 2
_FAR, _NEAR, _LETTERS = 4, 3, 4
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("d", ""),
    ("ed", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ies", "y"),
    ("ied", "y"),
    ("er", ""),
    ("ers", ""),
    ("ly", ""),
)
_DOUBLED = ("ed", "ing")


Score = tuple[float, bool]
"""How much a text sounds like somebody who needs help, and whether others do the harm rather than the person."""


class Head:
    """Learned weights, one signed byte for each place, what a byte stands for, and what is added."""

    __slots__ = ("bias", "scale", "weights")

    def __init__(self, weights: "memoryview[int]", scale: float, bias: float) -> None:
        self.weights, self.scale, self.bias = weights, scale, bias

    def score(self, places: set[int]) -> float:
        """The weights of some places together, so that long sentences count no more than short ones."""
        weights = self.weights
        root: float = max(len(places), 1) ** 0.5
        return self.scale * sum([weights[place] for place in places]) / root + self.bias


def sentences(text: str) -> list[str]:
    """A text in sentences, none over the words that are weighed at once."""
    words = [sentence.split() for sentence in re.split(r"[.!?;\n]+", text)]
    return [
        " ".join(part[start : start + LONGEST]) for part in words for start in range(0, len(part), LONGEST)
    ]


def score_of(told: str) -> Score:
    """The score of one folded sentence."""
    alarm, side, _ = _model()
    places = places_of(told)
    return alarm.score(places), side.score(places) > 0


def limits() -> tuple[float, float]:
    """The scores from which help is offered quietly and in full."""
    return _model()[2]


def places_of(told: str) -> set[int]:
    """Where the weights of a folded sentence stand."""
    return {
        crc32(trait.encode()) % PLACES for trait in _traits([word for word in told.split() if word != ","])
    }


def _traits(words: Sequence[str]) -> Iterator[str]:
    """Words, pairs, runs of letters, and families of meaning."""
    for at, word in enumerate(words):
        yield f"w{word}"
        for ahead, other in enumerate(words[at + 1 : at + 1 + _NEAR]):
            yield f"{'s' if ahead else 'b'}{word} {other}"
        if at + 2 < len(words):
            yield f"t{word} {words[at + 1]} {words[at + 2]}"
    letters = f" {' '.join(words)} "
    yield from (letters[at : at + _LETTERS] for at in range(len(letters) - _LETTERS + 1))
    yield from _family_traits(words, [families_of(word) for word in words])


def _family_traits(words: Sequence[str], families: Sequence[Sequence[str]]) -> Iterator[str]:
    """Families, alone, beside a word, near each other, and anywhere in the same sentence."""
    for at, found in enumerate(families):
        for family in found:
            yield f"c{family}"
            if at:
                yield f"l{words[at - 1]} {family}"
            if at + 1 < len(words):
                yield f"r{family} {words[at + 1]}"
            yield from _after(family, families[at + 1 : at + 1 + _FAR + _NEAR])
    present = sorted({family for found in families for family in found})
    yield from (f"x{one} {other}" for at, one in enumerate(present) for other in present[at + 1 :])


def _after(family: str, ahead: Sequence[Sequence[str]]) -> Iterator[str]:
    """A family with the ones that follow it within a few words, two and three together."""
    for step, found in enumerate(ahead[:_FAR]):
        for other in found:
            yield f"p{family} {other}"
            if step < _NEAR:
                for third in ahead[step + 1 : step + 1 + _NEAR]:
                    yield from (f"3{family} {other} {last}" for last in third)


@cache
def families_of(word: str) -> tuple[str, ...]:
    """The families a word belongs to, in whichever of its forms it stands."""
    known = _families()
    return next((known[stem] for stem in _stems(word) if stem in known), ())


def _stems(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield stem + instead
            if ending in _DOUBLED and not instead and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Words and their families."""
    found: dict[str, tuple[str, ...]] = {}
    with open(_beside(WORDS_FILE), encoding="utf-8") as file:  # noqa: PTH123 - pathlib is slow to load
        for line in file:
            if not line.startswith("#"):
                family, words = line.rstrip("\n").split("\t")
                for word in words.split():
                    found[word] = (*found.get(word, ()), family)
    return found


@cache
def _model() -> tuple[Head, Head, tuple[float, float]]:
    """A head for alarm, one for whose doing it is, and the limits: a line of figures, then a byte for each place and head."""
    with open(_beside(WEIGHTS_FILE), "rb") as file:  # noqa: PTH123 - pathlib is slow to load
        scale, bias, side_scale, side_bias, quiet, full = map(float, file.readline().split())
        weights = memoryview(file.read()).cast("b")
    alarm, side = Head(weights[:PLACES], scale, bias), Head(weights[PLACES:], side_scale, side_bias)
    return alarm, side, (quiet, full)


def _beside(name: str) -> str:
    return os.path.join(os.path.dirname(__file__), name)  # noqa: PTH118, PTH120 - pathlib is slow to load
