"""The atlas in use with all that is worked out from it once: a constant until the atlas is replaced."""

import math
from collections.abc import Mapping
from functools import cached_property
from threading import Lock

from unrut.core.explore.levels import Level, Source
from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.facet_levels import OccupationLevels
from unrut.core.explore.occupations.neighbours import Neighbourhood
from unrut.core.explore.occupations.reach import ReachModel
from unrut.core.explore.occupations.riasec import InterestMatch
from unrut.core.explore.occupations.titles import MOST_MATCHES, TitleIndex, TitleMatch, TitleReason
from unrut.core.facets import shipped_vocabulary
from unrut.errors import MissingError
from unrut.queries.atlas import current_atlas

# Judgement: of an occupation that was told from a title alone, levels are off by about one more.
_TITLE_SD = 1.0
# What a code of the classification lacks to be one of O*NET, where O*NET does not tell it apart any further.
_WHOLE = ".00"


class Guide:
    """What is computed from an atlas, each when it is first asked for."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._usual = dict[str, Mapping[str, Level]]()

    @cached_property
    def titles(self) -> TitleIndex:
        """From words to occupations."""
        return TitleIndex(self.atlas)

    def row_of(self, code: str) -> int | None:
        """The row of a code, which may lack its ".00"; None where there is no such occupation."""
        rows, code = self.atlas.rows, code.strip()
        return rows.get(code, rows.get(code + _WHOLE))

    def row_named(self, code: str) -> int:
        """The row of a code.

        Raises MissingError when there is no such occupation.
        """
        row = self.row_of(code)
        if row is None:
            raise MissingError(
                f'There is no kind of work with the code "{code[:40]}". Look it up by its name.'
            )
        return row

    def find(self, words: str, *, most: int = MOST_MATCHES) -> list[TitleMatch]:
        """The occupations that words may mean, likeliest first; a code finds its own."""
        row = self.row_of(words)
        if row is None:
            return self.titles.find(words, most=most)
        title = self.atlas.titles[row]
        return [TitleMatch(row, self.atlas.codes[row], title, title, TitleReason.TITLE, 1.0)]

    @cached_property
    def neighbourhood(self) -> Neighbourhood:
        """How alike occupations are."""
        return Neighbourhood(self.atlas)

    @cached_property
    def levels(self) -> OccupationLevels:
        """How each occupation is on each facet."""
        return OccupationLevels(self.atlas, shipped_vocabulary())

    def surveyed(self, code: str) -> dict[str, Level]:
        """The levels of an occupation; nothing where the atlas has none of that code."""
        row = self.atlas.rows.get(code)
        return {} if row is None else self.levels.of(row)

    def usual(self, code: str) -> Mapping[str, Level]:
        """What its occupation tells of a posting that is silent: less sure, for the title may lead to the wrong one."""
        if code not in self._usual:
            self._usual[code] = {
                facet: Level(level.mean, math.hypot(level.sd, _TITLE_SD), Source.INFERRED, level.cue)
                for facet, level in self.surveyed(code).items()
            }
        return self._usual[code]

    @cached_property
    def reach(self) -> ReachModel:
        """What each occupation needs."""
        return ReachModel(self.atlas)

    @cached_property
    def interests(self) -> InterestMatch:
        """Whom each occupation is for, by interests."""
        return InterestMatch(self.atlas)


_held: list[Guide] = []
_lock = Lock()


def current_guide() -> Guide:
    """The guide to the atlas that is in use now."""
    with _lock:
        atlas = current_atlas()
        if not _held or _held[0].atlas is not atlas:
            _held[:] = [Guide(atlas)]
        return _held[0]
