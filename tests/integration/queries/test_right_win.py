"""The accomplishment that contradicts what weighs: in a low week only, and never beside help."""

from datetime import date, timedelta

import pytest
from tests.factories import MONDAY, a_checkin, a_note, a_refusal, an_accomplishment, weeks_before

from unrut.models import Accomplishment, NoteKind, Person
from unrut.queries.right_win import right_win

pytestmark = pytest.mark.integration

WORRY = "I learn nothing new here any more"
LEARNED = "Learned to read balance sheets on an evening course"
SIGNS = ("satisfaction", "boredom", "dread", "drive", "learning")


def a_week(owner: Person, week: date, score: int, **answers: object) -> None:
    """A week that scores evenly: two of the signs are bad when they are high."""
    signs = {sign: 10 - score if sign in {"boredom", "dread"} else score for sign in SIGNS}
    a_checkin(owner, week, **{**signs, "energy": 3, **answers})


@pytest.fixture
def low_week(alice: Person) -> Accomplishment:
    """A low week with a worry that something contradicts, and something else that does not."""
    a_week(alice, MONDAY, 3)
    a_note(alice, WORRY)
    an_accomplishment(alice, "Sold forty tickets for the fair", weeks_before(3))
    return an_accomplishment(alice, LEARNED, weeks_before(20))


def test_low_week_brings_back_what_contradicts_it(
    alice: Person, today: date, low_week: Accomplishment
) -> None:
    shown = right_win(alice, today=today)

    assert shown is not None
    assert (shown.accomplishment, shown.worry.text, shown.week) == (low_week, WORRY, MONDAY)
    assert "learning_growth" in shown.worry.facets


def test_week_before_still_counts_until_the_next_is_told(
    alice: Person, today: date, low_week: Accomplishment
) -> None:
    assert right_win(alice, today=today + timedelta(weeks=1)) is not None
    assert right_win(alice, today=today + timedelta(weeks=2)) is None


def test_usual_week_brings_nothing_back(alice: Person, today: date) -> None:
    a_week(alice, MONDAY, 7)
    a_note(alice, WORRY)
    an_accomplishment(alice, LEARNED, weeks_before(20))

    assert right_win(alice, today=today) is None


def test_week_clearly_below_the_usual_is_low(alice: Person, today: date) -> None:
    for count in range(1, 5):
        a_week(alice, weeks_before(count), 9)
    a_week(alice, MONDAY, 7)
    a_note(alice, WORRY)
    an_accomplishment(alice, LEARNED, weeks_before(20))

    assert right_win(alice, today=today) is not None


def test_nothing_told_or_nothing_done_brings_nothing_back(alice: Person, today: date) -> None:
    assert right_win(alice, today=today) is None

    a_week(alice, MONDAY, 3)
    a_note(alice, WORRY)
    assert right_win(alice, today=today) is None


def test_what_contradicts_nothing_is_not_shown(alice: Person, today: date) -> None:
    a_week(alice, MONDAY, 3)
    a_note(alice, "The train was late every day")
    an_accomplishment(alice, LEARNED, weeks_before(20))

    assert right_win(alice, today=today) is None


def test_what_was_liked_is_no_worry(alice: Person, today: date) -> None:
    a_week(alice, MONDAY, 3)
    a_note(alice, "Learned something new at last", NoteKind.LIKE)
    an_accomplishment(alice, LEARNED, weeks_before(20))

    assert right_win(alice, today=today) is None


def test_what_did_not_help_is_not_shown_again(alice: Person, today: date, low_week: Accomplishment) -> None:
    a_refusal(low_week, "learning_growth")

    assert right_win(alice, today=today) is None


def test_nothing_is_shown_beside_words_that_need_help(
    alice: Person, today: date, low_week: Accomplishment
) -> None:
    a_note(alice, "I do not want to live any more")

    assert right_win(alice, today=today) is None


def test_nothing_is_shown_while_help_is_offered(alice: Person, today: date) -> None:
    for count in range(1, 6):
        a_week(alice, weeks_before(count), 3, energy=9)
    a_week(alice, MONDAY, 3, energy=9)
    a_note(alice, WORRY)
    an_accomplishment(alice, LEARNED, weeks_before(20))

    assert right_win(alice, today=today) is None


def test_accomplishments_of_others_are_never_shown(alice: Person, bob: Person, today: date) -> None:
    a_week(alice, MONDAY, 3)
    a_note(alice, WORRY)
    an_accomplishment(bob, LEARNED, weeks_before(20))

    assert right_win(alice, today=today) is None
