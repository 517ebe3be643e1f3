"""From a step back to the notes: step, goal, option, wants, causes, the dated words themselves."""

from dataclasses import dataclass
from datetime import date

from unrut.core.explore.wants import Want, grounds
from unrut.core.reflect.causes import Cause
from unrut.models import Goal, Person
from unrut.queries.explore import RankedOption, ranking
from unrut.queries.notes import NoteView
from unrut.queries.reflect import behind

WANTS_SHOWN, NOTES_SHOWN = 3, 2


@dataclass(frozen=True, slots=True)
class Ground:
    """A want, what in the notes it rests on, and the newest of those notes."""

    want: Want
    cause: Cause | None
    energy: Cause | None
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Why this goal: the option it came from, and the wants that option serves best."""

    goal: Goal
    option: RankedOption | None
    grounds: tuple[Ground, ...]


def chain_of(owner: Person, goal: Goal, *, today: date) -> Chain:
    """The evidence of the goal, back to the notes. An option that is gone leaves the wants to speak for themselves."""
    chosen = [goal.opening_id] if goal.opening_id else []
    ranked = ranking(owner, today=today, also=chosen)
    read = behind(owner)
    option = ranked.option(goal.option)
    served = {reason.facet for reason in option.ahead} if option else set()
    wants = sorted(ranked.wants, key=lambda want: (want.facet not in served, -want.weight))[:WANTS_SHOWN]
    found = []
    for want in wants:
        cause, energy = grounds(want, read.picture)
        told = [*(cause.notes if cause else ()), *(energy.notes if energy else ())]
        notes = sorted((read.notes[key] for key in told), key=lambda note: note.week, reverse=True)
        found.append(Ground(want, cause, energy, tuple(notes[:NOTES_SHOWN])))
    return Chain(goal, option, tuple(found))
