"""What review papers are made of: what got done in a time, what shows each expectation, and where there is a gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.milestones.themes import Theme, themes_of
from unrut.core.milestones.wins import Found
from unrut.models import Accomplishment, Milestone, Person
from unrut.queries.accomplishments import (
    AccomplishmentView,
    accomplishment_views,
    listed_accomplishments,
    rows_of,
    shown_expectations,
)
from unrut.queries.milestones import PointAhead, points_ahead
from unrut.queries.scope import of

MOST_ON_PAPER = 2000
SHOWN_EACH = 3


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something expected, and the accomplishments that show it; none is an honest gap, and `perhaps` what comes closest."""

    text: str
    shown_by: tuple[Accomplishment, ...]
    is_confirmed: bool
    perhaps: tuple[Accomplishment, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What got done in a time, by theme, with the milestones reached in it and those ahead."""

    since: date | None
    until: date
    themes: tuple[tuple[Theme, tuple[Accomplishment, ...]], ...]
    reached: tuple[Milestone, ...]
    ahead: tuple[PointAhead, ...]
    left_out: int

    @property
    def count(self) -> int:
        """How many things got done."""
        return sum(len(rows) for _, rows in self.themes)


def done_between(owner: Person, since: date | None, until: date, *, today: date) -> Done:
    """What got done from one day to another, by what it is about."""
    rows = listed_accomplishments(owner, since=since, until=until)
    views = accomplishment_views(rows[:MOST_ON_PAPER])
    reached = of(Milestone, owner).filter(reached_on__lte=until).order_by("reached_on", "pk")
    return Done(
        since=since,
        until=until,
        themes=tuple(_by_theme(views)),
        reached=tuple(reached.filter(reached_on__gte=since) if since else reached),
        ahead=points_ahead(owner, today=today),
        left_out=max(0, len(rows) - MOST_ON_PAPER),
    )


def expectations_met(owner: Person, expectations: Sequence[str]) -> tuple[Expectation, ...]:
    """For each expectation what Unrut finds that shows it, and where nothing does what comes closest; nobody confirmed either."""
    shown = shown_expectations(owner, expectations)
    found = rows_of(owner, [one for each in shown for one in (*each.found[:SHOWN_EACH], *each.perhaps)])
    rows = {one.row.pk: one.row for one in found}

    def stored(wins: Sequence[Found]) -> tuple[Accomplishment, ...]:
        return tuple(rows[one.win.id] for one in wins if one.win.id in rows)

    return tuple(
        Expectation(
            text=each.expectation,
            shown_by=stored(each.found[:SHOWN_EACH]),
            is_confirmed=False,
            perhaps=stored(each.perhaps),
        )
        for each in shown
    )


def rungs_met(owner: Person, milestone: Milestone) -> tuple[Expectation, ...]:
    """The rungs of a milestone with what the person said shows them; where they said nothing, what Unrut finds."""
    rungs = list(of(Milestone, owner).filter(parent=milestone).prefetch_related("shown_by"))
    met = {rung.pk: Expectation(rung.name, tuple(rung.shown_by.all()), is_confirmed=True) for rung in rungs}
    missing = [rung for rung in rungs if not met[rung.pk].shown_by]
    found = expectations_met(owner, [rung.name for rung in missing])
    met |= zip((rung.pk for rung in missing), found, strict=True)
    return tuple(met[rung.pk] for rung in rungs)


def _by_theme(views: Sequence[AccomplishmentView]) -> list[tuple[Theme, tuple[Accomplishment, ...]]]:
    rows = {view.row.pk: view.row for view in views}
    told = [(view.row.pk, tuple(found.facet for found in view.facets)) for view in views]
    return [(theme, tuple(rows[key] for key in theme.keys)) for theme in themes_of(told)]
