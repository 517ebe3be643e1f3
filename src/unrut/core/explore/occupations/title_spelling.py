"""The known word that a misspelt one was meant to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from unrut.core.explore.occupations.atlas import Places
from unrut.core.explore.occupations.known_titles import KnownTitles, Runs, gathered, turned

_PIECE = 3

_LONGEST = 24
_SHORTEST = 4
_MOST_SLIPS = 2
_LONG = 9
"""From so many letters on, two slips are forgiven."""
_LOOKED_AT = 40
_FAR_COMMONER = 30
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True)
class TitleSpelling:
    """Finds words of known titles that differ from a word by a slip or two and begin alike."""

    known: KnownTitles
    _found: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def meant(self, stem: str) -> str:
        """The known stem, among those as near the one that ends alike and is commonest; "" where none is near or the word is right as it is."""
        if (found := self._found.get(stem)) is None:
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            found = self._found[stem] = self._nearest(stem)
        return found

    def _nearest(self, stem: str) -> str:
        """A rare known word may itself be a slip in the list of titles: only a far commoner one may take its place."""
        own = int(self.uses[self.known.stems[stem]]) if stem in self.known.stems else 0
        if not _SHORTEST <= len(stem) <= _LONGEST or not stem.isalpha():
            return ""
        most = _MOST_SLIPS if len(stem) >= _LONG and not own else 1
        near = [
            (slips(stem, one, most), one[-1] != stem[-1], -often, one)
            for one, often in self._alike(stem)
            if often > _FAR_COMMONER * own and one != stem
        ]
        slip, *_, one = min(near, default=(most + 1, False, 0, ""))
        return one if slip <= most else ""

    def _alike(self, stem: str) -> list[tuple[str, int]]:
        """Known stems that begin alike and share the most runs of letters, and how often each is used."""
        held = [self.pieces[piece] for piece in pieces_of(stem) if piece in self.pieces]
        stems, _ = self.holders.of(np.array(held, dtype=np.int64))
        shared = np.bincount(stems, minlength=len(self.names))
        shared[(self.firsts != ord(stem[0])) | (abs(self.lengths - len(stem)) > _MOST_SLIPS)] = 0
        best = [at for at in np.argsort(-shared, kind="stable")[:_LOOKED_AT].tolist() if shared[at]]
        return [(self.names[at], int(self.uses[at])) for at in best]

    @cached_property
    def firsts(self) -> Places:
        """The first letter of each known stem, as its number."""
        return np.array([ord(one[0]) for one in self.names], dtype=np.int64)

    @cached_property
    def lengths(self) -> Places:
        """How many letters each known stem has."""
        return np.array([len(one) for one in self.names], dtype=np.int64)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The known stems by their numbers."""
        return tuple(self.known.stems)

    @cached_property
    def uses(self) -> Places:
        """How often each stem is used."""
        return np.bincount(self.known.token_stems, minlength=len(self.names))

    @cached_property
    def pieces(self) -> Mapping[str, int]:
        """The numbers of the runs of letters in all stems."""
        runs = dict.fromkeys(piece for one in self.names for piece in pieces_of(one))
        return {piece: place for place, piece in enumerate(runs)}

    @cached_property
    def holders(self) -> Runs:
        """The stems that hold each run of letters."""
        return turned(
            gathered([[self.pieces[piece] for piece in pieces_of(one)] for one in self.names]),
            len(self.pieces),
        )


def pieces_of(word: str) -> list[str]:
    """The runs of three letters in a word, its ends marked."""
    framed = f" {word} "
    return [framed[place : place + _PIECE] for place in range(max(1, len(framed) - _PIECE + 1))]


def slips(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, too many or swapped with the next; `most` + 1 when there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        line = [place]
        for at, sign in enumerate(other, 1):
            cost = min(last[at] + 1, line[at - 1] + 1, last[at - 1] + (letter != sign))
            if before and at > 1 and letter == other[at - 2] and sign == one[place - 2]:
                cost = min(cost, before[at - 2] + 1)
            line.append(cost)
        before, last = last, line
    return min(last[-1], most + 1)
