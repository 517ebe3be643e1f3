"""Numbers made from the texts of a release, near where what is done in two kinds of work, or what they are called, is near.

What is said in other words is found by the meaning of words, what has a name of its own by the words themselves: by their
rarity, and narrowed to the directions in which occupations differ most, so that words that go together count together.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from unrut.core.explore.occupations.atlas import Floats, Lines
from unrut.core.meaning import of_length_one, plain_words, shipped_meanings

if TYPE_CHECKING:
    from unrut.core.explore.occupations.building import Release

# Enough for what occupations have in common; more of them let in what only one of them says (bench/occupations.py).
DIRECTIONS = 96
# What few of an occupation do says half as much of it.
_BESIDE = 0.5
# The title of the release itself, against each of the other titles.
_OWN_TITLE = 3
# So many texts at a time, and no more of each, so that the vectors of all their words are never held together.
_AT_ONCE, _LONGEST_TEXT = 500, 2_000
_LEAST_OCCUPATIONS, _MOST_WORDS = 2, 12_000
# An occupation that lies this nearly across all the directions kept is not described by them.
_LEAST_LENGTH = 1e-3
_SHORTEST_WORD = 2
# The letters that stay at least when an ending goes.
_LEAST_STEM = 4
_ENDINGS = ("ing", "ed", "er", "or", "ion")
_REMEMBERED = 50_000
_EMPTY_WORDS = frozenset(
    "a all an and any are as at based be between by each for from if in including into is it its may new not of on or"
    " over such than that the their them these this those through to under use using when which with within".split()
)


def text_vectors(release: "Release") -> dict[str, Floats]:
    """Blocks of numbers, occupations by width, with rows of length one or zeros where there is no text."""
    titles, title_weights = _all_titles(release)
    task_weights = np.where(release.is_core, 1, _BESIDE).astype(np.float32)
    description_weights = np.ones(len(release.descriptions.texts), dtype=np.float32)
    return {
        "tasks": _by_meaning(release.tasks, task_weights),
        "task_words": _by_words(release.tasks, task_weights),
        "titles": _by_meaning(titles, title_weights),
        "title_words": _by_words(titles, title_weights),
        "description": _by_meaning(release.descriptions, description_weights),
    }


def _all_titles(release: "Release") -> tuple[Lines, Floats]:
    """The title of each occupation before its other titles, and what each says."""
    starts = release.alternates.starts + np.arange(len(release) + 1)
    texts = [
        text for row, title in enumerate(release.titles) for text in (title, *release.alternates.of(row))
    ]
    weights = np.ones(len(texts), dtype=np.float32)
    weights[starts[:-1]] = _OWN_TITLE
    return Lines(tuple(texts), starts), weights


def _by_meaning(lines: Lines, weights: Floats) -> Floats:
    """The mean of the meanings of the texts of each occupation, as it differs from the mean of all texts."""
    meanings, owners = shipped_meanings(), _owners(lines)
    sums = np.zeros((len(lines.starts) - 1, meanings.width), dtype=np.float32)
    told = np.zeros(len(sums), dtype=np.float32)
    for start in range(0, len(owners), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        vectors = meanings.sentences([text[:_LONGEST_TEXT] for text in lines.texts[part]])
        np.add.at(sums, owners[part], vectors * weights[part, None])
        np.add.at(told, owners[part], weights[part] * vectors.any(axis=1))
    middle = sums.sum(axis=0) / max(told.sum(), _LEAST_LENGTH)
    return _of_length_one_or_none(sums - told[:, None] * middle)


def _owners(lines: Lines) -> np.ndarray:
    """The occupation of each text."""
    return np.repeat(np.arange(len(lines.starts) - 1), np.diff(lines.starts))


def _by_words(lines: Lines, weights: Floats) -> Floats:
    """The rarer words of each occupation, narrowed to the directions in which occupations differ most."""
    bags = [
        _bag(lines.texts[start:end], weights[start:end]) for start, end in pairwise(lines.starts.tolist())
    ]
    return _narrowed(of_length_one(_by_rarity(bags)))


def _bag(texts: Sequence[str], weights: Floats) -> dict[str, float]:
    """How often each word comes."""
    bag: dict[str, float] = {}
    for text, weight in zip(texts, weights.tolist(), strict=True):
        for word in plain_words(text):
            if (stem := _stem(word)) is not None:
                bag[stem] = bag.get(stem, 0) + weight
    return bag


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str) -> str | None:
    """What is the same in forms of a word; nothing of empty words and numbers."""
    if word in _EMPTY_WORDS or len(word) < _SHORTEST_WORD or not word.isalpha():
        return None
    if word.endswith("ies") and len(word) > _LEAST_STEM + 1:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > _LEAST_STEM:
        word = word[:-1]
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) >= len(end) + _LEAST_STEM), "")
    word = word.removesuffix(ending)
    return word.removesuffix("e") if len(word) > _LEAST_STEM else word


def _by_rarity(bags: Sequence[Mapping[str, float]]) -> Floats:
    """A column for each word that several occupations have: more for often, less for a word that many have."""
    having = Counter(word for bag in bags for word in bag)
    words = sorted(having, key=lambda word: (-having[word], word))[:_MOST_WORDS]
    columns = {word: place for place, word in enumerate(words) if having[word] >= _LEAST_OCCUPATIONS}
    table = np.zeros((len(bags), len(columns)), dtype=np.float32)
    for row, bag in zip(table, bags, strict=True):
        known = [word for word in bag if word in columns]
        row[[columns[word] for word in known]] = [np.log1p(bag[word]) for word in known]
    rarity = [np.log(len(bags) / having[word]) for word in columns]
    return table * np.array(rarity, dtype=np.float32)


def _narrowed(rows: Floats) -> Floats:
    """Where the rows lie along the directions in which they are longest."""
    squares, directions = np.linalg.eigh((rows @ rows.T).astype(np.float64))
    kept = slice(max(0, len(rows) - DIRECTIONS), None)
    found = directions[:, kept] * np.sqrt(np.maximum(squares[kept], 0))
    return _of_length_one_or_none(found.astype(np.float32))


def _of_length_one_or_none(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Floats = np.where(lengths < _LEAST_LENGTH, 0, rows / np.maximum(lengths, _LEAST_LENGTH))
    return found
