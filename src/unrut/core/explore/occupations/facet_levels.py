"""How much of each facet kinds of work usually have, from what their people told a survey.

An answer is counted in deviations among all kinds of work, after its direction. The answers of a facet are averaged by
their weights, and this is z, in deviations again, held at 2.5: farther out lie odd kinds of work and small samples. With r
for how closely the answers go with the level of a single job (`strength` of the crosswalk, times the share of the weight that
was answered) and u for the deviation of an unknown level:

    mean = 5 + 5 tanh(r u z / 5)        sd = u (1 - r^2)^1/2

The average kind of work lies in the middle, like a job nothing is known of. Near it the mean moves by r u for each deviation,
as the best guess does; tanh draws the ends in, so that order is kept and nothing leaves the line. What differs between kinds
of work and what differs within one add up, as squares, to u^2: nobody is told more than the survey can tell of one job.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.levels import HIGHEST, LOWEST, MIDDLE, UNKNOWN, Level, Source
from unrut.core.explore.occupations.atlas import Atlas, Floats, Rated
from unrut.core.explore.occupations.crosswalk import Clue, Crossing, shipped_crosswalk
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import Positions, Worths, counted, worths, worths_at
from unrut.core.facets import Vocabulary

Array = NDArray[np.float64]
Places = NDArray[np.int64]

LEAST_SHARE = 0.5
"""With less of the weight of a facet answered, the facet is unknown."""

_FARTHEST = 2.5
# Worths are computed at so many means and read off between them: within .003 where hardly more than one level counts.
_GRID = np.linspace(LOWEST, HIGHEST, 101)
# Answers closer together than rounding can tell do not differ.
_SAME = 1e-5


HARDLY_TOLD = 2.7
"""A level as uncertain as this is hardly told: it counts for what it is worth, and as not known."""


@dataclass(frozen=True, slots=True)
class Element:
    """What the survey found: the place of an answer on its scale and its place among all kinds of work, both 0 to 1.

    `words` name the element inside a sentence.
    """

    table: Rated
    id: str
    name: str
    position: float
    percentile: float
    words: str


@dataclass(frozen=True, slots=True)
class FacetReading:
    """The level of a facet and the elements it was read from, in the order of the crosswalk."""

    level: Level
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class _Answers:
    """The answers to one clue: as given, counted in deviations along the facet (not a number where there is none)."""

    clue: Clue
    name: str
    values: Array
    low: float
    high: float
    toward: Array

    def element(self, row: int) -> Element:
        """The answer of an occupation beside those of all others."""
        value, asked = self.values[row], self.values[~np.isnan(self.values)]
        below, equal = int((asked < value).sum()), int((asked == value).sum())
        return Element(
            table=self.clue.table,
            id=self.clue.id,
            name=self.name,
            position=float((value - self.low) / (self.high - self.low)),
            percentile=(below + equal / 2) / len(asked),
            words=self.clue.words,
        )

    def cue(self, row: int) -> str:
        """The answer of an occupation in plain words, with the end of its scale."""
        if self.low < 0:
            told = f"{self.values[row]:.1f} on a scale from {self.low:g} to {self.high:g}".replace("-", "−")
            return f"{self.clue.words} {told}"
        return f"{self.clue.words} {self.values[row]:.1f} of {self.high:g}"


class OccupationLevels:
    """The levels of all occupations, made once from an atlas.

    `means` and `sds` are arrays of occupations by `facets`, all facets of the vocabulary; not a number where unknown.
    """

    def __init__(self, atlas: Atlas, vocabulary: Vocabulary) -> None:
        self.facets = tuple(vocabulary.facets)
        self.means: Floats = np.full((len(atlas), len(self.facets)), np.nan, dtype=np.float32)
        self.sds: Floats = self.means.copy()
        self._answers: dict[str, list[_Answers]] = {}
        self._alike: dict[str, list[tuple[float, Places]]] = {}
        self._column = {facet: place for place, facet in enumerate(self.facets)}
        for facet, crossing in shipped_crosswalk().items():
            if facet in self._column:
                self._read(atlas, crossing, self._column[facet])

    def of(self, row: int) -> dict[str, Level]:
        """What is known of an occupation; the cue is the answer that moved the level most."""
        return {facet: self._level(facet, row) for facet in self._answers if self._is_known(facet, row)}

    def readings(self, row: int) -> dict[str, FacetReading]:
        """What is known of an occupation, and the answers it was read from."""
        return {
            facet: FacetReading(level, tuple(each.element(row) for each in self._answered(facet, row)))
            for facet, level in self.of(row).items()
        }

    def worths(self, wants: Sequence[Want]) -> tuple[Floats, Floats]:
        """Mean and standard deviation of the worth (0 to 1) of each want that has a weight, occupations by wants.

        As of single levels, within .003; an unknown facet is worth what an unknown level is.
        """
        wants = counted(wants)
        unknown = worths([{}], wants)
        means, sds = (
            np.repeat(each, len(self.means), axis=0).astype(np.float32) for each in (unknown.mean, unknown.sd)
        )
        for place, want in enumerate(wants):
            for sd, rows in self._alike.get(want.facet, []):
                curve, at = _curve(want, sd), self.means[rows, self._column[want.facet]]
                means[rows, place] = np.interp(at, _GRID, curve.mean[:, 0])
                sds[rows, place] = np.interp(at, _GRID, curve.sd[:, 0])
        return means, sds

    def _read(self, atlas: Atlas, crossing: Crossing, column: int) -> None:
        answers = [found for clue in crossing.clues for found in _answers(atlas, clue)]
        if not answers:
            return
        weight = sum(clue.weight for clue in crossing.clues)
        share = sum(each.clue.weight * ~np.isnan(each.toward) for each in answers) / weight
        told = sum(each.clue.weight * np.nan_to_num(each.toward) for each in answers)
        enough = share >= LEAST_SHARE
        z = _in_deviations(np.where(enough, told / np.where(enough, share * weight, 1.0), np.nan))
        z = np.clip(z, -_FARTHEST, _FARTHEST)
        strength = crossing.strength * share
        self.means[:, column] = MIDDLE + MIDDLE * np.tanh(strength * UNKNOWN.sd * z / MIDDLE)
        self.sds[:, column] = np.where(np.isnan(z), np.nan, UNKNOWN.sd * np.sqrt(1 - strength**2))
        self._answers[crossing.facet] = answers
        self._alike[crossing.facet] = _alike(self.sds[:, column])

    def _is_known(self, facet: str, row: int) -> bool:
        return not np.isnan(self.means[row, self._column[facet]])

    def _answered(self, facet: str, row: int) -> list[_Answers]:
        return [each for each in self._answers[facet] if not np.isnan(each.toward[row])]

    def _level(self, facet: str, row: int) -> Level:
        column = self._column[facet]
        mean, sd = float(self.means[row, column]), float(self.sds[row, column])
        side = 1 if mean >= MIDDLE else -1
        most = max(self._answered(facet, row), key=lambda each: side * each.clue.weight * each.toward[row])
        source = Source.SURVEYED if sd < HARDLY_TOLD else Source.INFERRED
        return Level(mean, sd, source, most.cue(row))


def _answers(atlas: Atlas, clue: Clue) -> list[_Answers]:
    """The answers to a clue; nothing where the release does not ask, or all answers are alike."""
    table = atlas.ratings.get(clue.table)
    if table is None or clue.id not in table.ids:
        return []
    at = table.ids.index(clue.id)
    values = table.values[:, at].astype(np.float64)
    toward = clue.direction * _in_deviations(values)
    if np.isnan(toward).all():
        return []
    return [_Answers(clue, table.names[at], values, float(table.lows[at]), float(table.highs[at]), toward)]


def _in_deviations(values: Array) -> Array:
    """The numbers from their mean in standard deviations; not a number where there is none, or where none differ."""
    known = values[~np.isnan(values)]
    spread = float(known.std()) if len(known) else 0.0
    return (values - known.mean()) / spread if spread > _SAME else np.full(len(values), np.nan)


def _alike(sds: Floats) -> list[tuple[float, Places]]:
    """The rows of each deviation there is: few, as most were asked everything."""
    return [(float(sd), np.flatnonzero(sds == sd)) for sd in np.unique(sds[~np.isnan(sds)])]


def _curve(want: Want, sd: float) -> Worths:
    """What levels of one deviation are worth, by their mean along the grid."""
    return worths_at(
        Positions(
            middle=(_GRID[:, None] - want.wanted) / want.reach,
            spread=np.full((len(_GRID), 1), sd / want.reach),
            lower=np.array([max((LOWEST - want.wanted) / want.reach, -1.0)]),
            upper=np.array([min((HIGHEST - want.wanted) / want.reach, 1.0)]),
        )
    )
