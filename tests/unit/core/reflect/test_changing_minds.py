"""What it takes for a cause to leave the first three or to enter them, by adding weeks until it does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause, ReadNote, picture_of
from unrut.core.reflect.changing_minds import LONGEST, ChangeOfMind, change_of_mind
from unrut.core.reflect.reader import NoteKind

pytestmark = pytest.mark.unit

MONDAYS = tuple(date(2025, 1, 6) + timedelta(weeks=count) for count in range(60))
FACETS = list(shipped_vocabulary().facets)


def a_cause(facet: int, weeks: int, answered: int = 20, *, read: int = 0, severity: float = 0.5) -> Cause:
    return Cause(
        FACETS[facet], MONDAYS[:weeks], answered, 0.0, (), severity=severity, unconfirmed=MONDAYS[:read]
    )


def causes(*weeks: int) -> list[Cause]:
    return [a_cause(place, count) for place, count in enumerate(weeks)]


def test_third_leaves_when_the_fourth_has_caught_up() -> None:
    """After w weeks without the third, the fourth stands at 4 (1 + w / 20) weeks, and 5 < 4 (1 + w / 20) from w = 6 on."""
    found = causes(12, 10, 5, 4)

    assert change_of_mind(found[2], found) == ChangeOfMind(
        leads=True, weeks=6, read=0, leads_without_read=True
    )


def test_fourth_enters_with_enough_weeks_that_name_it() -> None:
    found = causes(12, 10, 5, 4)

    change = change_of_mind(found[3], found)

    assert (change.leads, change.weeks) == (False, 2)


def test_nothing_takes_the_place_of_one_of_three() -> None:
    found = causes(12, 10, 5)

    assert [change_of_mind(cause, found).weeks for cause in found] == [None, None, None]


def test_six_level_causes_share_the_places_in_their_order() -> None:
    """What is not among the first three cannot leave them; one week more than the others brings it in."""
    found = causes(4, 4, 4, 4, 4, 4)

    changes = [change_of_mind(cause, found) for cause in found]

    assert [change.leads for change in changes] == [True] * 3 + [False] * 3
    assert [change.weeks for change in changes] == [1] * 6


def test_fourth_must_pass_what_it_is_level_with() -> None:
    """After four weeks the fourth is named in 6 and the third in 5 (1 + 4 / 20) = 6: level; after five it is ahead."""
    found = causes(12, 10, 5, 2)

    assert change_of_mind(found[3], found).weeks == 5


def test_third_that_is_level_with_the_fourth_still_leads() -> None:
    """After five weeks without the third the fourth stands at 4 (1 + 5 / 20) = 5, too; it leaves with the sixth."""
    found = causes(12, 10, 5, 4)
    turned = [found[0], found[1], found[3], found[2]]

    assert change_of_mind(found[2], found).weeks == 6
    assert change_of_mind(found[2], turned).weeks == 5


def test_half_a_year_is_the_longest_that_is_looked_at() -> None:
    found = [a_cause(place, weeks, 200) for place, weeks in enumerate((55, 50, 45, 2))]

    assert LONGEST == 26
    assert [change_of_mind(cause, found).weeks for cause in found] == [None] * 4


@pytest.mark.parametrize(("read", "leads"), [(0, True), (1, True), (2, True), (3, False)])
def test_weeks_only_read_are_taken_away(read: int, *, leads: bool) -> None:
    found = [*causes(12, 10), a_cause(2, 6, read=read), a_cause(3, 4)]

    change = change_of_mind(found[2], found)

    assert (change.read, change.leads_without_read) == (read, leads)


def test_severity_counts() -> None:
    found = [*causes(12, 10, 5), a_cause(3, 4, severity=1.0)]

    assert [change_of_mind(cause, found).leads for cause in found] == [True, True, False, True]


@given(st.lists(st.integers(1, 20), min_size=5, max_size=8, unique=True))
def test_weeks_found_are_the_first_that_change_the_place(counts: list[int]) -> None:
    """The same weeks put into the picture itself, facet by facet, change the first three at that week and not before."""
    found = [a_cause(place, count) for place, count in enumerate(sorted(counts, reverse=True))]
    last = found[-1]
    change = change_of_mind(last, found)

    for weeks in range(1, 6):
        entered = _leading_after(found, last, weeks)
        assert entered == (change.weeks is not None and weeks >= change.weeks)


def _leading_after(found: list[Cause], last: Cause, weeks: int) -> bool:
    """Whether `last` is among the first three once so many weeks name it, the others growing in proportion."""
    own = (len(last.weeks) + weeks + 0.16) / (20 + weeks + 2)
    others = [(len(each.weeks) * (1 + weeks / 20) + 0.16) / (20 + weeks + 2) for each in found[:-1]]
    return sum(other >= own for other in others) < 3


def test_picture_made_of_the_added_weeks_agrees() -> None:
    """Weeks that name nothing else leave the others behind, too; so the place changes no later than said."""
    notes = [
        ReadNote(100 * facet + week, MONDAYS[week], NoteKind.DISLIKE, (FACETS[facet],))
        for facet, count in enumerate((12, 10, 5, 4))
        for week in range(count)
    ]
    picture = picture_of(notes, MONDAYS[:20], shipped_vocabulary())
    fourth = picture.causes[3]
    change = change_of_mind(fourth, picture.causes)
    assert change.weeks is not None

    more = [
        ReadNote(900 + week, MONDAYS[20 + week], NoteKind.DISLIKE, (fourth.facet,))
        for week in range(change.weeks)
    ]
    after = picture_of([*notes, *more], MONDAYS[:20], shipped_vocabulary())

    assert fourth.facet in [cause.facet for cause in after.causes[:3]]
