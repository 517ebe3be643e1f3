"""Everything that is judged, with its levels: the job as it is and changed, the ways out, and the best openings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.explore.levels import Levels
from unrut.models import Opening, Person
from unrut.queries.explore import MOST_JUDGED, OPENING, is_ranked, option_levels
from unrut.queries.frame import Frame
from unrut.queries.ways import WayView, purse_of, ways_of

LEADING_OPENINGS = 10
"""The openings that a trade-off is to tell apart."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """What `ranking` judges, before it is judged."""

    levels: Mapping[str, Levels]
    ways: tuple[WayView, ...]
    openings: tuple[Opening, ...]


def subjects_of(
    owner: Person, frame: Frame, *, today: date, most_openings: int | None = None, also: Sequence[int] = ()
) -> Subjects:
    """The present job in its versions, the ways that are not put aside, and the openings that fit best and are not hidden.

    `most_openings` says how many of those, all that are ever judged when it is None; `also` are keys of more.
    """
    # Inline: numpy takes a fifth of a second that only this needs.
    from unrut.queries.openings import best_openings, openings_in_order  # noqa: PLC0415

    most = MOST_JUDGED if most_openings is None else most_openings
    best = best_openings(owner, frame.weighed_wants, today=today, most=most)
    known = {opening.pk for opening in best}
    openings = (*best, *(each for each in openings_in_order(owner, also) if each.pk not in known))
    ways = tuple(way for way in ways_of(owner, frame, purse_of(owner)) if is_ranked(way))
    levels = {
        **frame.levels,
        **{way.key: way.levels for way in ways},
        **{f"{OPENING}-{opening.pk}": option_levels(frame, opening) for opening in openings},
    }
    return Subjects(levels, ways, openings)
