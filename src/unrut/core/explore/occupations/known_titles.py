"""All known titles of an atlas as arrays: their words, and how often each word stands in the titles of an occupation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import Atlas, Floats, Places
from unrut.core.explore.occupations.title_words import FILLERS, forms_of, spaced, stem
from unrut.core.reflect.pieces import bare

Keys = NDArray[np.uint64]

_SEED = 20


@dataclass(frozen=True, slots=True)
class Runs:
    """Lists of whole numbers behind each other; the list of `place` goes from `starts[place]` to the next start."""

    values: Places
    starts: Places

    def of(self, places: Places) -> tuple[Places, Places]:
        """The lists of several places behind each other, and for each value which of the places it belongs to."""
        counts = self.starts[places + 1] - self.starts[places]
        ends = np.cumsum(counts)
        steps = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts)
        return self.values[np.repeat(self.starts[places], counts) + steps], np.repeat(
            np.arange(len(places)), counts
        )


@dataclass(frozen=True)
class KnownTitles:
    """The known titles, each in its forms, by occupation in the order of the atlas.

    `words` and `stems` give a word or stem its number; `stem_of` leads from the one to the other. Everything by token runs
    over the words of all forms in order.
    """

    lines: tuple[str, ...]  # the text of each form as the atlas has it
    rows: Places  # the occupation of each form
    is_name: NDArray[np.bool_]
    words: Mapping[str, int]
    stems: Mapping[str, int]
    stem_of: Places
    token_words: Places
    token_forms: Places
    form_starts: Places  # where the words of a form begin; forms without any are left out of the arrays
    occupations: int

    @cached_property
    def token_stems(self) -> Places:
        return self.stem_of[self.token_words]

    @cached_property
    def idf(self) -> Floats:
        """How telling a stem is: the logarithm of one over the share of forms that hold it."""
        held = np.bincount(self.token_stems, minlength=len(self.stems))
        return np.log((1 + len(self.lines)) / (1 + held)).astype(np.float32)

    @cached_property
    def signs(self) -> Keys:
        """A large number for every stem: their sum tells a set of words, in whatever order."""
        drawn: Keys = np.random.default_rng(_SEED).integers(0, 2**63, len(self.stems), dtype=np.uint64)
        return drawn

    @cached_property
    def keys(self) -> tuple[Keys, Places]:
        """The sum of the signs of each form, in order, and the form of each."""
        sums = np.add.reduceat(self.signs[self.token_stems], self.form_starts)
        order = np.argsort(sums, kind="stable")
        return sums[order], order

    def forms_with(self, sets: Sequence[Sequence[int]]) -> list[Places]:
        """For each set of stems the forms made of just these."""
        runs = gathered(sets)
        sums, order = self.keys
        signs = np.append(self.signs[runs.values], np.uint64(0))
        asked = np.add.reduceat(signs, runs.starts[:-1]) if sets else sums[:0]
        lows, highs = np.searchsorted(sums, asked, "left"), np.searchsorted(sums, asked, "right")
        return [
            order[low:high] if held else order[:0] for held, low, high in zip(sets, lows, highs, strict=True)
        ]


def known_titles(atlas: Atlas) -> KnownTitles:
    """Take the names and other titles of an atlas apart."""
    lines = [line for row, name in enumerate(atlas.titles) for line in (name, *atlas.alternates.of(row))]
    counts = np.diff(atlas.alternates.starts) + 1
    is_name = np.zeros(len(lines), np.bool_)
    is_name[np.cumsum(counts) - counts] = True
    forms = [
        (form, place)
        for place, line in enumerate(lines)
        for form in (forms_of(line) if "(" in line else (line,))
    ]
    place = np.array([place for _, place in forms], dtype=np.int64)
    texts = spaced("\n".join(form.replace("\n", " ") for form, _ in forms)).split("\n")
    rows = np.repeat(np.arange(len(atlas)), counts)
    return _arranged(
        [text.split() for text in texts], [lines[at] for at in place], rows[place], is_name[place]
    )


def _arranged(
    split: Sequence[Sequence[str]], lines: Sequence[str], rows: Places, is_name: NDArray[np.bool_]
) -> KnownTitles:
    counts = np.fromiter(map(len, split), np.int64, len(split))
    flat = [word for words in split for word in words]
    words = {word: number for number, word in enumerate(dict.fromkeys(flat))}
    token_words = np.fromiter(map(words.__getitem__, flat), np.int64, len(flat))
    tells = np.array([word not in FILLERS for word in words], dtype=np.bool_)[token_words]
    held, token_forms = np.unique(np.repeat(np.arange(len(counts)), counts)[tells], return_inverse=True)
    by_word = [stem(bare(word)) for word in words]
    stems = {one: number for number, one in enumerate(dict.fromkeys(by_word))}
    return KnownTitles(
        lines=tuple(lines[form] for form in held),
        rows=rows[held],
        is_name=is_name[held],
        words=words,
        stems=stems,
        stem_of=np.array([stems[one] for one in by_word], dtype=np.int64),
        token_words=token_words[tells],
        token_forms=token_forms.astype(np.int64),
        form_starts=np.searchsorted(token_forms, np.arange(len(held))),
        occupations=int(rows[-1]) + 1,
    )


def gathered(lists: Sequence[Sequence[int]]) -> Runs:
    """Lists of whole numbers behind each other."""
    counts = np.fromiter(map(len, lists), np.int64, len(lists))
    flat = np.fromiter((one for held in lists for one in held), np.int64, int(counts.sum()))
    return Runs(flat, np.concatenate(([0], np.cumsum(counts))))


def turned(runs: Runs, size: int) -> Runs:
    """For every value the places whose lists hold it."""
    places = np.repeat(np.arange(len(runs.starts) - 1), np.diff(runs.starts))
    order = np.argsort(runs.values, kind="stable")
    return Runs(places[order], np.searchsorted(runs.values[order], np.arange(size + 1)))
