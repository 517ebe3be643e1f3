"""The list of what to look for and what to avoid follows from the picture."""

from datetime import date

import pytest

from unrut.core.facets import Concern, shipped_vocabulary
from unrut.core.reflect.causes import Cause, Picture
from unrut.core.reflect.profile import MOST_LINES, Profile, ProfileLine, profile_of

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
WEEK = date(2026, 11, 16)
SIX = ["task_variety", "autonomy", "commute", "pay_benefits", "coworkers", "values_fit"]


def a_cause(facet: str, share: float, *notes: int) -> Cause:
    return Cause(facet, (WEEK,), 10, share, notes)


def profile(causes: list[Cause], energies: list[Cause]) -> Profile:
    return profile_of(Picture((WEEK,), tuple(causes), tuple(energies)), VOCABULARY)


def test_profile_of_nothing_is_empty() -> None:
    assert profile([], []) == Profile((), ())


def test_what_weighs_is_avoided_and_its_opposite_looked_for() -> None:
    commute = VOCABULARY["commute"]

    found = profile([a_cause("commute", 0.4, 3, 1)], [])

    assert found == Profile(
        look_for=(ProfileLine("commute", Concern.COMPANY, commute.look_for, commute.posting.ask, (3, 1)),),
        avoid=(ProfileLine("commute", Concern.COMPANY, commute.avoid, commute.posting.ask, (3, 1)),),
    )


def test_what_lifts_is_looked_for_only() -> None:
    autonomy = VOCABULARY["autonomy"]

    found = profile([], [a_cause("autonomy", 0.3, 7)])

    assert found == Profile(
        look_for=(ProfileLine("autonomy", Concern.ROLE, autonomy.look_for, autonomy.posting.ask, (7,)),),
        avoid=(),
    )


@pytest.mark.parametrize(("weighs", "lifts", "notes"), [(0.4, 0.2, (1,)), (0.2, 0.4, (2,)), (0.3, 0.3, (2,))])
def test_facet_that_weighs_and_lifts_stands_once_with_the_more_frequent(
    weighs: float, lifts: float, notes: tuple[int, ...]
) -> None:
    found = profile([a_cause("commute", weighs, 1)], [a_cause("commute", lifts, 2)])

    assert [(line.facet, line.notes) for line in found.look_for] == [("commute", notes)]
    assert [(line.facet, line.notes) for line in found.avoid] == [("commute", (1,))]


def test_lines_looked_for_come_by_frequency_then_by_the_vocabulary() -> None:
    causes = [a_cause("values_fit", 0.5), a_cause("commute", 0.2)]
    energies = [a_cause("coworkers", 0.4), a_cause("autonomy", 0.2)]

    found = profile(causes, energies)

    assert [line.facet for line in found.look_for] == ["values_fit", "coworkers", "autonomy", "commute"]


def test_lines_are_five_at_most() -> None:
    causes = [a_cause(facet, 0.9 - place / 10) for place, facet in enumerate(SIX)]

    found = profile(causes, [])

    assert MOST_LINES == 5
    assert [line.facet for line in found.avoid] == SIX[:5]
    assert [line.facet for line in found.look_for] == SIX[:5]
