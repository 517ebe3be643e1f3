"""All ways out on one scale of fit, the present job among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from unrut.core.explore.criteria import question_of, want_name
from unrut.core.explore.levels import UNKNOWN, Level, Levels
from unrut.core.explore.present import Treatment
from unrut.core.explore.strengths.use import Used, used_by, with_skill_use
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import WayKind
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture
from unrut.models import Job, Opening, Person
from unrut.queries.frame import PRESENT, TREATED, Frame, frame_of, judged_levels
from unrut.queries.ways import WAY, WayView, purse_of, ways_of

if TYPE_CHECKING:
    from unrut.core.explore.fit import Fit

OPENING = "opening"
REASONS_SHOWN = 3
LONGEST_KEY = 18
# A contribution under half a point is not worth a word.
_LEAST_POINTS = 0.5
MOST_JUDGED = 100
"""Openings that are judged against each other; the chance of being the best of the rest is next to nothing."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A facet that puts an option ahead of the present job or behind it, with the level it rests on."""

    facet: str
    name: str
    points: float
    level: Level


@dataclass(frozen=True, slots=True)
class Question:
    """A wanted facet nothing is known of, what to ask about it, and the points one may expect to gain from the answer."""

    facet: str
    name: str
    ask: str
    gain: float


@dataclass(frozen=True, slots=True)
class RankedOption:
    """One way out with its fit (points of 100), chances, reasons for and against, and what is unknown.

    `points` holds how far each wanted facet puts it ahead of the present job, known or not, `strengths` which it would use.
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
    way: WayKind | None = None
    points: Mapping[str, float] = field(default_factory=dict)
    strengths: Used = field(default_factory=Used)


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


def ranking(owner: Person, *, today: date, also: Sequence[int] = ()) -> Ranking:
    """Judge the present job, the same changed, the ways that were added, and openings by one fit.

    Openings are the best of those that are open and not hidden, and those asked for by their keys in `also`.
    """
    # Inline: numpy takes a fifth of a second that only this needs.
    from unrut.queries.openings import best_openings, openings_in_order  # noqa: PLC0415

    frame = frame_of(owner)
    ways = [way for way in ways_of(owner, frame, purse_of(owner)) if is_ranked(way)]
    best = best_openings(owner, frame.weighed_wants, today=today, most=MOST_JUDGED)
    openings = (*best, *openings_in_order(owner, also))
    return judged_in(frame, openings, ways)


def is_ranked(way: WayView) -> bool:
    """Whether it is an option of its own: not put aside, and neither of the versions of the present job, nor an opening."""
    return way.way is not None and not way.is_aside and way.key != TREATED and way.way.opening_id is None


def judged_in(frame: Frame, openings: Sequence[Opening], ways: Sequence[WayView] = ()) -> Ranking:
    """Judge openings and ways beside the present job."""
    by_key: dict[str, Opening | WayView] = {f"{OPENING}-{opening.pk}": opening for opening in openings}
    by_key.update({way.key: way for way in ways})
    levels = {**frame.levels, **{key: option_levels(frame, subject) for key, subject in by_key.items()}}
    options = _judged(levels, frame, by_key)
    return Ranking(options, frame.wants, frame.are_wants_proposed, frame.treatments, frame.picture)


def option_levels(frame: Frame, subject: Opening | WayView) -> Levels:
    """What an option is judged by; where nothing tells how far it uses one's skills, what strengths tell of it."""
    if isinstance(subject, WayView):
        return subject.levels
    return with_skill_use(judged_levels(subject), frame.strengths)


def option_of(owner: Person, key: str, *, today: date) -> RankedOption | None:
    """One option, judged beside the others; None when there is no such thing."""
    opening = opening_key(key)
    return ranking(owner, today=today, also=[opening] if opening else []).option(key)


def opening_key(key: str) -> int | None:
    """The key of the opening that the key of an option names, if it names one."""
    kind, _, number = key.partition("-")
    return int(number) if kind == OPENING and number.isdecimal() and len(number) <= LONGEST_KEY else None


def _judged(
    levels: Mapping[str, Levels],
    frame: Frame,
    by_key: Mapping[str, Opening | WayView],
) -> tuple[RankedOption, ...]:
    # Inline: numpy takes a fifth of a second that only this page needs.
    from unrut.core.explore.fit import Subject, judge  # noqa: PLC0415

    subjects = [
        Subject(key, known, variant_of=PRESENT if key == TREATED else "") for key, known in levels.items()
    ]
    fits = judge(subjects, frame.wants, reference=PRESENT, weights=frame.posterior.weights)
    return tuple(_ranked(fit, levels[fit.key], frame, by_key.get(fit.key)) for fit in fits)


def _ranked(fit: "Fit", levels: Levels, frame: Frame, subject: Opening | WayView | None) -> RankedOption:
    wants = {want.facet: want for want in frame.wants}
    vocabulary = shipped_vocabulary()
    reasons = [
        Reason(
            part.facet,
            want_name(wants[part.facet], vocabulary),
            part.points,
            levels.get(part.facet, UNKNOWN),
        )
        for part in fit.contributions
    ]
    return RankedOption(
        key=fit.key,
        **_named(subject, fit.key, frame.job),
        mean=fit.mean,
        low=fit.low,
        high=fit.high,
        best=fit.best,
        better=fit.better,
        ahead=_worth_saying(reasons, sign=1),
        behind=_worth_saying(reasons, sign=-1),
        known=fit.known,
        questions=tuple(_question(wants[unknown.facet], unknown.gain) for unknown in fit.unknown),
        points={part.facet: part.points for part in fit.contributions},
        strengths=used_by(levels, frame.strengths),
    )


def _named(subject: Opening | WayView | None, key: str, job: Job | None) -> dict[str, Any]:
    """What an option is called, and where it is."""
    match subject:
        case Opening():
            return {
                "kind": OPENING,
                "title": subject.title,
                "company": subject.company,
                "place": subject.place,
                "opening_id": subject.pk,
            }
        case WayView():
            return {
                "kind": WAY,
                "title": subject.title,
                "company": "",
                "place": "",
                "way": subject.kind,
            }
        case _:
            title, company = (job.title, job.company) if job else ("", "")
            return {"kind": key, "title": title, "company": company, "place": ""}


def _question(want: Want, gain: float) -> Question:
    vocabulary = shipped_vocabulary()
    return Question(want.facet, want_name(want, vocabulary), question_of(want, vocabulary), gain)


def _worth_saying(reasons: Sequence[Reason], *, sign: int) -> tuple[Reason, ...]:
    """Reasons on known levels that move the fit; an unknown is a question, not a reason."""
    return tuple(
        reason for reason in reasons if reason.level.is_known and reason.points * sign >= _LEAST_POINTS
    )[:REASONS_SHOWN]
