"""What tests of ways say before and after."""

import pytest
from tests.factories import TODAY, a_way, a_way_test

from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.models import Person
from unrut.wording import way_tests as wording

pytestmark = pytest.mark.integration


def a_tried_level(mean: float) -> Level:
    return Level(mean, 1.0, Source.TESTED)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, a_tried_level(7.04), "Kept. “Pay” was not known; it counts with about 7 of 10 now."),
        (UNKNOWN, a_tried_level(7), "Kept. “Pay” was not known; it counts with about 7 of 10 now."),
        (a_tried_level(5), a_tried_level(5.2), "Kept. “Pay” stays at about 5.2 of 10, and is surer now."),
        (a_tried_level(5), a_tried_level(6.5), "Kept. “Pay” moved from about 5 to about 6.5 of 10."),
        (a_tried_level(5), None, "Kept. “Pay” is none of what you want, so it moves nothing."),
    ],
)
def test_move_of_a_level(before: Level | None, after: Level | None, words: str) -> None:
    assert wording.level_moved("Pay", before, after) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (0.5, 0.5, "Kept. The chance of getting there stays at about 50 %."),
        (0.5, 0.62, "Kept. The chance of getting there moved from about 50 % to about 62 %."),
    ],
)
def test_move_of_the_chance(before: float, after: float, words: str) -> None:
    assert wording.chance_moved(before, after) == words


def test_test_says_what_was_expected_and_what_came(alice: Person) -> None:
    way = a_way(alice)
    waiting, good = a_way_test(way), a_way_test(way, result=7, result_on=TODAY)

    assert wording.expected_words(waiting) == (
        "Said on 20 November 2026: good enough from 7 of 10 on, 60 % likely."
    )
    assert (wording.came_words(waiting), wording.came_words(good)) == (
        "",
        "It came to 7 of 10 on 20 November 2026: good enough.",
    )


def test_less_of_some_things_is_good_enough(alice: Person) -> None:
    way = a_way(alice)
    near = a_way_test(way, facet="commute", line=4, wanted=0, result=3, result_on=TODAY)
    far = a_way_test(way, facet="commute", line=4, wanted=0, result=5, result_on=TODAY)

    assert wording.expected_words(near) == (
        "Said on 20 November 2026: good enough up to 4 of 10, 60 % likely."
    )
    assert (near.came, far.came) == (True, False)
    assert wording.came_words(far) == "It came to 5 of 10 on 20 November 2026: less than good enough."


def test_test_is_about_a_criterion_or_about_getting_there() -> None:
    assert wording.about_words("") == "getting there at all"
    assert wording.about_words("commute") == "Commute"
    assert wording.about_words("own_1", "A garden") == "A garden"
    assert wording.ends_words("") == ("it cannot work", "it works well")
    assert wording.ends_words("own_1") == ("not at all", "wholly")
