"""Wants, the present job and all ways out on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from unrut.core.explore.levels import UNKNOWN, Level, Levels
from unrut.core.explore.openings.facet_levels import posting_levels
from unrut.core.explore.openings.told import told
from unrut.core.explore.present import Treatment, most_treatable, present_levels, treated_levels
from unrut.core.explore.wants import Want, propose_wants
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture
from unrut.models import Job, JobLevel, Opening, Person
from unrut.models import Want as StoredWant
from unrut.queries.reflect import behind
from unrut.queries.scope import of

PRESENT, TREATED, OPENING = "present", "treated", "opening"
REASONS_SHOWN = 3
LONGEST_KEY = 18
# A contribution under half a point is not worth a word.
_LEAST_POINTS = 0.5
_REMEMBERED_POSTINGS = 2_000
MOST_JUDGED = 100
"""Openings that are judged against each other; the chance of being the best of the rest is next to nothing."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A facet that puts an option ahead of the present job or behind it, with the level it rests on."""

    facet: str
    points: float
    level: Level


@dataclass(frozen=True, slots=True)
class Question:
    """A wanted facet nothing is known of, and what to ask about it."""

    facet: str
    ask: str


@dataclass(frozen=True, slots=True)
class RankedOption:
    """One way out with its fit (points of 100), chances, reasons for and against, and what is unknown.

    `points` holds how far each wanted facet puts it ahead of the present job, known or not.
    """

    key: str
    kind: str
    title: str
    company: str
    place: str
    mean: float
    low: float
    high: float
    best: float
    better: float
    ahead: tuple[Reason, ...]
    behind: tuple[Reason, ...]
    known: int
    questions: tuple[Question, ...]
    opening_id: int | None = None
    points: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All options, best first, and what they were judged by. Empty while nothing is wanted."""

    options: tuple[RankedOption, ...]
    wants: tuple[Want, ...]
    are_wants_proposed: bool
    treatments: tuple[Treatment, ...]
    picture: Picture

    def option(self, key: str) -> RankedOption | None:
        """The option of that key, if there is one."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Frame:
    """What options are judged by, and the present job in its versions."""

    wants: tuple[Want, ...]
    are_wants_proposed: bool
    levels: Mapping[str, Levels]
    treatments: tuple[Treatment, ...]
    picture: Picture
    job: Job | None


def wants_of(owner: Person, picture: Picture) -> tuple[tuple[Want, ...], bool]:
    """The person's wants, or the proposed ones (and True) while none were saved."""
    stored = tuple(Want(want.facet, want.weight, want.wanted) for want in of(StoredWant, owner))
    if stored:
        return stored, False
    return tuple(propose_wants(picture, shipped_vocabulary())), True


def present_job(owner: Person) -> Job | None:
    """The job the person has now, if they told."""
    return of(Job, owner).filter(is_present=True).first()


def answered_levels(owner: Person) -> dict[str, int]:
    """What the person answered about their present job."""
    return dict(of(JobLevel, owner).filter(job__is_present=True).values_list("facet", "level"))


def ranking(owner: Person, *, today: date, also: Sequence[int] = ()) -> Ranking:
    """Judge the present job, the same with its two most treatable causes treated, and openings by one fit.

    Openings are the best of those that are open and not hidden, and those asked for by their keys in `also`.
    """
    # Inline: numpy takes a fifth of a second that only this needs.
    from unrut.queries.openings import best_openings, openings_in_order  # noqa: PLC0415

    frame = frame_of(owner)
    best = best_openings(owner, frame.wants, today=today, most=MOST_JUDGED)
    return judged_in(frame, (*best, *openings_in_order(owner, also)))


def frame_of(owner: Person) -> Frame:
    """What everything is judged by: the wants, the job as it is, and the job with what is most treatable treated."""
    vocabulary = shipped_vocabulary()
    picture = behind(owner).picture
    wants, proposed = wants_of(owner, picture)
    now = present_levels(answered_levels(owner), picture, vocabulary)
    treatments = tuple(most_treatable(picture, vocabulary))
    levels: dict[str, Levels] = {PRESENT: now}
    if treatments:
        levels[TREATED] = treated_levels(now, treatments, wants, vocabulary)
    return Frame(wants, proposed, levels, treatments, picture, present_job(owner))


def judged_in(frame: Frame, openings: Sequence[Opening]) -> Ranking:
    """Judge openings beside the present job."""
    by_key = {f"{OPENING}-{opening.pk}": opening for opening in openings}
    levels = {**frame.levels, **{key: opening_levels(opening) for key, opening in by_key.items()}}
    options = _judged(levels, frame.wants, by_key, frame.job)
    return Ranking(options, frame.wants, frame.are_wants_proposed, frame.treatments, frame.picture)


def option_of(owner: Person, key: str, *, today: date) -> RankedOption | None:
    """One option, judged beside the others; None when there is no such thing."""
    opening = opening_key(key)
    return ranking(owner, today=today, also=[opening] if opening else []).option(key)


def opening_key(key: str) -> int | None:
    """The key of the opening that the key of an option names, if it names one."""
    kind, _, number = key.partition("-")
    return int(number) if kind == OPENING and number.isdecimal() and len(number) <= LONGEST_KEY else None


def opening_levels(opening: Opening) -> Mapping[str, Level]:
    """What a posting states of each facet, in its text or in the fields of its source."""
    return _levels_of_text(told(opening)[0])


@lru_cache(maxsize=_REMEMBERED_POSTINGS)
def _levels_of_text(text: str) -> Mapping[str, Level]:
    return posting_levels(text, shipped_vocabulary())


def _judged(
    levels: Mapping[str, Levels], wants: Sequence[Want], openings: Mapping[str, Opening], job: Job | None
) -> tuple[RankedOption, ...]:
    # Inline: numpy takes a fifth of a second that only this page needs.
    from unrut.core.explore.fit import Fit, Subject, judge  # noqa: PLC0415

    subjects = [
        Subject(key, found, variant_of=PRESENT if key == TREATED else "") for key, found in levels.items()
    ]

    def ranked(fit: Fit) -> RankedOption:
        opening = openings.get(fit.key)
        reasons = [
            Reason(part.facet, part.points, levels[fit.key].get(part.facet, UNKNOWN))
            for part in fit.contributions
        ]
        return RankedOption(
            key=fit.key,
            kind=OPENING if opening else fit.key,
            title=opening.title if opening else (job.title if job else ""),
            company=opening.company if opening else (job.company if job else ""),
            place=opening.place if opening else "",
            mean=fit.mean,
            low=fit.low,
            high=fit.high,
            best=fit.best,
            better=fit.better,
            ahead=_worth_saying(reasons, sign=1),
            behind=_worth_saying(reasons, sign=-1),
            known=fit.known,
            questions=tuple(_question(facet) for facet in fit.unknown),
            opening_id=opening.id if opening else None,
            points={part.facet: part.points for part in fit.contributions},
        )

    return tuple(ranked(fit) for fit in judge(subjects, wants, reference=PRESENT))


def _question(facet: str) -> Question:
    return Question(facet, shipped_vocabulary()[facet].posting.ask)


def _worth_saying(reasons: Sequence[Reason], *, sign: int) -> tuple[Reason, ...]:
    """Reasons on known levels that move the fit; an unknown is a question, not a reason."""
    return tuple(
        reason for reason in reasons if reason.level.is_known and reason.points * sign >= _LEAST_POINTS
    )[:REASONS_SHOWN]
