"""What would turn two ways, and which tests could tell."""

import pytest
from tests.factories import a_job, a_level, a_want, a_way, a_way_level

from unrut.core.explore.flips import FlipKind
from unrut.errors import MissingError
from unrut.models import Person, Way
from unrut.queries.outcomes import board_of
from unrut.queries.turns import in_order, proposals_of, turns_of, turns_of_first

pytestmark = pytest.mark.integration


def at_work(owner: Person) -> Way:
    """Somebody who wants two things, with a way that is better in one and unknown in the other."""
    job = a_job(owner)
    for weight, facet in ((100, "autonomy"), (60, "commute")):
        a_want(owner, facet, weight, 10 if facet == "autonomy" else 0)
        a_level(job, facet, 4)
    way = a_way(owner, "A museum", "new_job")
    a_way_level(way, "autonomy", 9)
    return way


def test_nothing_wanted_has_no_order_and_no_turns(alice: Person, bob: Person) -> None:
    board = board_of(alice)

    assert in_order(board) == []
    assert turns_of_first(board) is None


def test_likely_best_way_comes_first(alice: Person) -> None:
    way = at_work(alice)
    board = board_of(alice)
    assert board.outcomes

    chances = {outcome.key: outcome.best for outcome in board.outcomes.outcomes}
    assert max(chances, key=lambda key: chances[key]) == in_order(board)[0]
    assert set(in_order(board)) == {"present", "treated", f"way-{way.pk}"}


@pytest.mark.parametrize("is_turned_round", [False, True])
def test_better_way_of_two_comes_first_whichever_is_named_first(alice: Person, is_turned_round: bool) -> None:
    key = f"way-{at_work(alice).pk}"
    pair = ("present", key) if is_turned_round else (key, "present")

    found = turns_of(board_of(alice), *pair)

    assert (found.first, found.second) == (key, "present")
    assert found.flips
    assert all(flip.needed != flip.now for flip in found.flips)


def test_flips_name_the_way_whose_level_it_is(alice: Person) -> None:
    key = f"way-{at_work(alice).pk}"

    levels = [flip for flip in turns_of(board_of(alice), key, "present").flips if flip.kind is FlipKind.LEVEL]

    assert levels
    assert {flip.key for flip in levels} <= {key, "present"}


def test_turns_of_a_way_that_is_not_there_are_missing(alice: Person, bob: Person) -> None:
    at_work(alice)
    theirs = f"way-{Way.objects.get(owner=bob).pk}"

    with pytest.raises(MissingError):
        turns_of(board_of(alice), "present", theirs)


def proposed(owner: Person, way: Way) -> list[str]:
    board = board_of(owner)
    return [each.facet for each in proposals_of(board, board.way(f"way-{way.pk}"))]


def test_tests_are_about_what_could_turn_the_choice_and_what_is_unknown(alice: Person) -> None:
    facets = proposed(alice, at_work(alice))

    assert 1 <= len(facets) <= 3
    assert "commute" in facets
    assert set(facets) <= {"autonomy", "commute"}


def test_tests_while_nothing_is_wanted_are_about_getting_there(alice: Person) -> None:
    assert proposed(alice, a_way(alice)) == [""]


def test_way_put_aside_can_be_tried_as_well(alice: Person) -> None:
    at_work(alice)

    assert proposed(alice, a_way(alice, "Aside", is_aside=True)) != []


def test_same_job_again_has_nothing_to_turn(alice: Person) -> None:
    at_work(alice)
    pause = a_way(alice, "A pause", "time_off")

    found = turns_of(board_of(alice), "present", f"way-{pause.pk}")

    assert (found.flips, round(found.ahead, 6)) == ((), 0)
