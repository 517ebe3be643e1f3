"""The right accomplishment at the right time: in a low week, the one that contradicts what weighs in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from unrut.clock import monday_of
from unrut.core.facets import shipped_vocabulary
from unrut.core.milestones.find import contradicts
from unrut.core.milestones.low_week import Dislike, is_low, worries_of
from unrut.core.milestones.wins import Found, Refusal, Win, Worry
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.safety import gravest
from unrut.core.reflect.severity import severity_of
from unrut.models import Accomplishment, Person
from unrut.queries.accomplishments import accomplishment_views, index_of, refusals_of
from unrut.queries.notes import NoteView
from unrut.queries.reflect import week_notes
from unrut.queries.safety import help_ground
from unrut.queries.scope import of
from unrut.queries.signal import rules_of, weekly_answers

_A_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class RightWin:
    """An accomplishment, the worry it contradicts, and why it was chosen."""

    accomplishment: Accomplishment
    worry: Worry
    week: date
    found: Found


def right_win(owner: Person, *, today: date) -> RightWin | None:
    """What to bring back, if this week or the one before was low and something contradicts what weighs in it.

    None while help is offered, and when the words of the week may mean that help should be near.
    """
    week = _low_week(owner, monday_of(today))
    if week is None or not of(Accomplishment, owner).exists():
        return None
    notes = week_notes(owner, week)
    if gravest(line for note in notes for line in note.text.splitlines()) is not None:
        return None
    if help_ground(owner, today=today) is not None:
        return None
    return _chosen(owner, week, worries_of(_dislikes(notes), shipped_vocabulary()), today)


def _low_week(owner: Person, this_week: date) -> date | None:
    """The newest answered week, if it was low and is this one or the one before."""
    scored = [(answer.week, answer.score) for answer in weekly_answers(owner) if answer.score is not None]
    if not scored or scored[-1][0] < this_week - _A_WEEK:
        return None
    week, score = scored[-1]
    before = [earlier for _, earlier in scored[:-1]]
    return week if is_low(score, before, rules_of(owner).low_line) else None


def _dislikes(notes: Sequence[NoteView]) -> list[Dislike]:
    return [
        Dislike(
            note.text,
            tuple(found.facet for found in note.facets),
            severity_of(note.text, NoteKind.DISLIKE),
        )
        for note in notes
        if note.kind == NoteKind.DISLIKE
    ]


def _chosen(owner: Person, week: date, worries: Sequence[Worry], today: date) -> RightWin | None:
    """The first worry that something contradicts."""
    refused = [Refusal(row.accomplishment_id, tuple(row.facets)) for row in refusals_of(owner)]
    index = index_of(owner)

    def facets_of(wins: Sequence[Win]) -> list[tuple[str, ...]]:
        rows = of(Accomplishment, owner).in_bulk([win.id for win in wins])
        read = accomplishment_views([rows[win.id] for win in wins])
        return [tuple(found.facet for found in view.facets) for view in read]

    for worry in worries:
        found = contradicts(worry, index, refused=refused, facets_of=facets_of, today=today)
        if found is not None:
            return RightWin(of(Accomplishment, owner).get(pk=found.win.id), worry, week, found)
    return None
