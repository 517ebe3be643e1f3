"""One occupation looked at closely: how it is, what it needs, how people enter, what is near, and openings of that kind."""

from dataclasses import dataclass
from functools import cached_property

from unrut.core.explore.occupations.atlas import Prose
from unrut.core.explore.occupations.facet_levels import FacetReading
from unrut.core.explore.occupations.gaps import Gap, GapCard, gap_card
from unrut.core.explore.occupations.licences import Licence, licence_of
from unrut.core.explore.occupations.neighbours import Neighbour
from unrut.core.explore.occupations.riasec import Holland
from unrut.core.explore.occupations.study import Entering, StudyNeed, entering, study_need
from unrut.models import Opening, Person, Way
from unrut.queries.occupations import Judged, RankedOccupation
from unrut.queries.scope import of

MOST_SHOWN = 8
OPENINGS_SHOWN = 5
NEAR_SHOWN = 12


@dataclass(frozen=True)
class OccupationPage:
    """All that is known of one occupation, for one person; what is not asked for is not worked out."""

    owner: Person
    judged: Judged
    row: int

    @property
    def code(self) -> str:
        """Its code."""
        return self.judged.atlas.codes[self.row]

    @property
    def title(self) -> str:
        """Its name."""
        return self.judged.atlas.titles[self.row]

    @cached_property
    def ranked(self) -> RankedOccupation:
        """Its fit and its distance."""
        return self.judged.ranked(self.row)

    @cached_property
    def readings(self) -> dict[str, FacetReading]:
        """The level of each facet the survey tells of, with the elements it comes from."""
        return self.judged.guide.levels.readings(self.row)

    @cached_property
    def gaps(self) -> GapCard:
        """What the person has of what it needs, and what is missing."""
        return gap_card(self.judged.atlas, self.row, self.judged.standpoint.mine)

    @property
    def weightiest(self) -> tuple[Gap, ...]:
        """Of what is missing, what weighs most."""
        return self.gaps.missing[:MOST_SHOWN]

    @property
    def lesser(self) -> tuple[Gap, ...]:
        """The rest of what is missing."""
        return self.gaps.missing[MOST_SHOWN:]

    @cached_property
    def entering(self) -> Entering | None:
        """How people enter; None where nobody was asked."""
        return entering(self.judged.atlas, self.row)

    @cached_property
    def study(self) -> StudyNeed | None:
        """The schooling it asks for beyond the person's own; None where there is no such thing."""
        return study_need(self.judged.atlas, self.row, self.judged.standpoint.background.education)

    @property
    def licence(self) -> Licence | None:
        """The licence it usually needs."""
        return licence_of(self.code)

    @cached_property
    def near(self) -> list[Neighbour]:
        """The occupations most like it."""
        return self.judged.guide.neighbourhood.nearest(self.row, most=NEAR_SHOWN)

    @cached_property
    def interests(self) -> list[tuple[Holland, float]]:
        """The types of interest it is for, strongest first."""
        return self.judged.guide.interests.types_of(self.row)

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """Openings of that kind that are still open, newest first; a few."""
        rows = of(Opening, self.owner).filter(same_as=None, gone_on=None, reading__occupation=self.code)
        return tuple(rows.defer("text", "more").order_by("-imported_on", "-pk")[:OPENINGS_SHOWN])

    @cached_property
    def way(self) -> Way | None:
        """The way that leads to it, if the person weighs one."""
        return of(Way, self.owner).filter(occupation=self.code).first()

    @property
    def other_titles(self) -> tuple[str, ...]:
        """What else it is called."""
        return self.judged.atlas.alternates.of(self.row)

    def prose(self, kind: Prose) -> tuple[str, ...]:
        """Lines of the full release; nothing in the atlas that comes with the program."""
        lines = self.judged.atlas.prose.get(kind)
        return lines.of(self.row) if lines else ()


def occupation_page(owner: Person, judged: Judged, code: str) -> OccupationPage | None:
    """The page of a code; None when the atlas has no such occupation."""
    row = judged.guide.row_of(code)
    return None if row is None else OccupationPage(owner, judged, row)
