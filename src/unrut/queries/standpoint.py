"""Where a person stands among all occupations: the work behind them, what they can, and how far they would go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.occupations.own_skills import Mine, mine
from unrut.core.explore.occupations.reach import Horizon
from unrut.core.explore.occupations.titles import TitleMatch
from unrut.models import Background, Job, OwnSkill, Person
from unrut.queries.guide import Guide
from unrut.queries.scope import of

_A_YEAR = 365.25
# Judgement: what was learned at a job of years ago counts half after ten; one year is felt at once, more than ten alike.
_HALF_LIFE = 10.0
_LEAST_YEARS, _MOST_YEARS = 1.0, 10.0


@dataclass(frozen=True, slots=True)
class Home:
    """A job and the occupation it belongs to: as the person says, else as its title tells (`match`), if it tells any."""

    job: Job
    row: int | None
    match: TitleMatch | None
    weight: float

    @property
    def is_said(self) -> bool:
        """Whether the person said it."""
        return bool(self.job.occupation) and self.match is None


@dataclass(frozen=True)
class Standpoint:
    """What everything about distance is measured from."""

    homes: tuple[Home, ...]
    skills: tuple[OwnSkill, ...]
    background: Background
    mine: Mine
    zone: int
    nearness: Floats | None

    @property
    def horizon(self) -> Horizon:
        """How far the person would go."""
        return Horizon(self.background.horizon) if self.background.horizon else Horizon.YEAR

    @property
    def present(self) -> Home | None:
        """The present job, if they told."""
        return next((home for home in self.homes if home.job.is_present), None)

    @property
    def known_homes(self) -> tuple[Home, ...]:
        """The jobs whose occupation is known, the present one first and then the weightiest."""
        return tuple(home for home in self.homes if home.row is not None)

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what the person can."""
        return bool(self.skills or self.known_homes)

    @property
    def evidence(self) -> dict[str, str]:
        """What shows each confirmed skill."""
        return {skill.element: skill.evidence for skill in self.skills}


def standpoint_of(owner: Person, guide: Guide, *, today: date) -> Standpoint:
    """Where the person stands today."""
    homes = homes_of(owner, guide, today=today)
    skills = tuple(of(OwnSkill, owner))
    known = [(home.row, home.weight) for home in homes if home.row is not None]
    zones = [int(guide.atlas.zones[row]) for row, _ in known]
    return Standpoint(
        homes=homes,
        skills=skills,
        background=background_of(owner),
        mine=mine(guide.atlas, {skill.element: skill.level for skill in skills}, known),
        zone=max(zones, default=0),
        nearness=_nearness(guide, known),
    )


def homes_of(owner: Person, guide: Guide, *, today: date) -> tuple[Home, ...]:
    """The jobs of the person with their occupations, the present one first and then the weightiest."""
    homes = [_home(job, guide, today) for job in of(Job, owner)]
    return tuple(sorted(homes, key=lambda home: (not home.job.is_present, -home.weight, home.job.pk)))


def background_of(owner: Person) -> Background:
    """What the person said of themselves; an empty one, not stored, while they said nothing."""
    return of(Background, owner).first() or Background(owner=owner)


def _home(job: Job, guide: Guide, today: date) -> Home:
    row = guide.atlas.rows.get(job.occupation) if job.occupation else None
    match = guide.titles.best([job.title])[0] if row is None else None
    return Home(job, match.row if match else row, match, _weight(job, today))


def _weight(job: Job, today: date) -> float:
    """The years in a job, less the longer it is over."""
    end = job.ended_on or today
    years = (end - job.started_on).days / _A_YEAR if job.started_on else _LEAST_YEARS
    over = 0.0 if job.is_present else max((today - end).days / _A_YEAR, 0.0)
    held: float = min(max(years, _LEAST_YEARS), _MOST_YEARS) * 0.5 ** (over / _HALF_LIFE)
    return held


def _nearness(guide: Guide, known: Sequence[tuple[int, float]]) -> Floats | None:
    if not known:
        return None
    return guide.neighbourhood.nearness_to([row for row, _ in known], [weight for _, weight in known])
