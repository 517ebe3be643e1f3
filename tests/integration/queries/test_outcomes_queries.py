"""The board holds all ways and how they come out; what is wanted decides whether there is anything to tell."""

import math
from dataclasses import asdict
from typing import Any

import pytest
from tests.factories import a_figure, a_job, a_level, a_purse, a_want, a_way, a_way_level

from unrut.core.explore.outcomes import Candidate
from unrut.core.explore.ways import Estimate, Figure, WayKind
from unrut.errors import MissingError
from unrut.models import Person, Way
from unrut.queries.frame import PRESENT, TREATED
from unrut.queries.outcomes import board_of, candidate_of, turning_of
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


@pytest.fixture
def way(alice: Person, bob: Person) -> Way:
    """A way that is better than a bad job, if one gets there."""
    a_want(alice, "autonomy")
    a_level(a_job(alice), "autonomy", 2)
    way = a_way(alice)
    a_way_level(way, "autonomy", 9)
    a_figure(way)
    return way


def numbers(value: Any) -> list[float]:
    """All numbers in nested values."""
    if isinstance(value, dict):
        return [number for each in value.values() for number in numbers(each)]
    if isinstance(value, list | tuple):
        return [number for each in value for number in numbers(each)]
    return [float(value)] if isinstance(value, int | float) else []


def test_board_has_no_outcomes_while_nothing_is_wanted(alice: Person, bob: Person) -> None:
    a_way(alice)

    board = board_of(alice)

    assert (board.outcomes, len(board.ways), board.purse) == (None, 3, None)
    assert board.outcome(PRESENT) is None
    assert turning_of(board, TREATED) is None


def test_board_judges_all_ways_that_are_not_put_aside(way: Way, alice: Person) -> None:
    other = a_way(alice, "A bakery", kind="interest", is_aside=True)

    board = board_of(alice)

    assert board.outcomes is not None
    keys = [outcome.key for outcome in board.outcomes.outcomes]
    assert keys == [view.key for view in board.ways] == [PRESENT, TREATED, f"way-{way.pk}"]
    assert [view.way for view in board.aside] == [other]
    assert board.outcome(f"way-{other.pk}") is None
    assert sum(outcome.best for outcome in board.outcomes.outcomes) == pytest.approx(1)


def test_way_that_is_better_there_is_better_in_the_end(way: Way, alice: Person) -> None:
    board = board_of(alice)

    staying, outcome = board.outcome(PRESENT), board.outcome(f"way-{way.pk}")
    assert staying is not None
    assert outcome is not None
    assert outcome.there.middle > staying.there.middle
    assert staying.better == (0, 0)
    assert outcome.better[1] > 0.3


@pytest.mark.parametrize("has_purse", [True, False])
def test_no_number_of_the_board_is_none_at_all(way: Way, alice: Person, *, has_purse: bool) -> None:
    if has_purse:
        a_purse(alice)

    board = board_of(alice)

    assert board.outcomes is not None
    assert (board.purse is not None) is has_purse
    assert [(each.money is not None) for each in board.outcomes.outcomes] == [has_purse] * 3
    assert all(math.isfinite(number) for number in numbers(asdict(board.outcomes)))


def test_way_of_the_board_is_found_by_its_key(way: Way, alice: Person, bob: Person) -> None:
    aside = a_way(alice, "A bakery", is_aside=True)
    board = board_of(alice)

    for key in (PRESENT, TREATED, f"way-{way.pk}", f"way-{aside.pk}"):
        assert board.way(key).key == key
    with pytest.raises(MissingError, match=f'"way-{of(Way, bob).get().pk}" is none of your ways out'):
        board.way(f"way-{of(Way, bob).get().pk}")


def test_candidate_is_a_way_with_its_figures(way: Way, alice: Person) -> None:
    view = board_of(alice).way(f"way-{way.pk}")

    candidate = candidate_of(view)

    assert candidate == Candidate(
        key=view.key,
        kind=WayKind.STUDY_PART,
        figures={figure: found.estimate for figure, found in view.figures.items()},
        levels=view.levels,
    )
    assert candidate.figures[Figure.CHANCE] == Estimate(0.4, 0.6, 0.75)


@pytest.mark.parametrize(
    ("kind", "base"), [("change", PRESENT), ("time_off", PRESENT), ("new_job", ""), ("interest", "")]
)
def test_versions_of_the_present_job_are_variants_of_it(alice: Person, kind: str, base: str) -> None:
    way = a_way(alice, kind=kind)

    view = next(view for view in board_of(alice).ways if view.way == way)

    assert candidate_of(view).variant_of == base


@pytest.mark.parametrize("against", [PRESENT, TREATED])
def test_turning_tells_what_would_make_two_ways_equal(way: Way, alice: Person, against: str) -> None:
    board = board_of(alice)

    turning = turning_of(board, f"way-{way.pk}", against)

    assert turning is not None
    assert (turning.key, turning.against) == (f"way-{way.pk}", against)
    assert Figure.CHANCE in {each.figure for each in turning.break_evens}
    assert 0 < len(turning.swings) <= 5
    assert all(math.isfinite(number) for number in numbers(asdict(turning)))


@pytest.mark.parametrize(("key", "against"), [("way-0", PRESENT), (PRESENT, "opening-1")])
def test_turning_of_what_is_not_there_is_missing(way: Way, alice: Person, key: str, against: str) -> None:
    with pytest.raises(MissingError):
        turning_of(board_of(alice), key, against)
