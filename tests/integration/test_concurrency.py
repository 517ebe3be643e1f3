"""Two tabs save one week at the same moment: one wins, the other is told, and what both wrote can be kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection
from tests.factories import MONDAY, a_checkin, a_person, a_review

from unrut.errors import ConflictError
from unrut.models import Accomplishment, CheckIn, Note, Person, Preference, Review, ReviewAnswer
from unrut.queries.scope import of
from unrut.services.reflect import CheckInAnswers, Lines, save_week
from unrut.services.reviews import save_review
from unrut.services.sittings import choose_sitting

pytestmark = [pytest.mark.integration, pytest.mark.django_db(transaction=True)]

TODAY = date(2026, 11, 20)
LINES = {1: "Written in the first tab", 2: "Written in the second tab"}


def save(owner: Person, tab: int, revision: int) -> CheckIn:
    answers = CheckInAnswers({"satisfaction": tab})
    return save_week(owner, MONDAY, answers, Lines(disliked=LINES[tab]), today=TODAY, revision=revision)


def at_once(actions: list[Callable[[], object]]) -> list[Exception | None]:
    """Run all actions at the same moment, each in its own thread; what each of them raised."""
    start = Barrier(len(actions))

    def run(action: Callable[[], object]) -> Exception | None:
        try:
            start.wait(timeout=10)
            action()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test looks at it
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(actions)) as threads:
        return list(threads.map(run, actions))


@pytest.mark.parametrize("revision", [0, 1], ids=["new", "changed"])
def test_one_of_two_tabs_wins_and_nothing_is_half_saved(revision: int) -> None:
    alice = a_person()
    if revision:
        a_checkin(alice)

    raised = at_once([lambda: save(alice, 1, revision), lambda: save(alice, 2, revision)])

    stored = of(CheckIn, alice).get()
    assert [type(error) for error in raised if error] == [ConflictError]
    winner = raised.index(None) + 1
    assert (stored.satisfaction, stored.revision) == (winner, revision + 1)
    assert [note.text for note in of(Note, alice)] == [LINES[winner]]


def test_tab_that_lost_saves_again_and_both_tabs_are_kept() -> None:
    alice = a_person()
    raised = at_once([lambda: save(alice, 1, 0), lambda: save(alice, 2, 0)])
    loser = 2 if raised[0] is None else 1

    save(alice, loser, of(CheckIn, alice).get().revision)

    stored = of(CheckIn, alice).get()
    assert (stored.satisfaction, stored.revision) == (loser, 2)
    assert {note.text for note in of(Note, alice)} == set(LINES.values())


def test_two_people_save_the_same_week_without_a_conflict() -> None:
    alice, bob = a_person("alice"), a_person("bob")

    raised = at_once([lambda: save(alice, 1, 0), lambda: save(bob, 2, 0)])

    assert raised == [None, None]
    assert [of(CheckIn, owner).get().satisfaction for owner in (alice, bob)] == [1, 2]


@pytest.mark.parametrize("revision", [0, 1], ids=["new", "changed"])
def test_one_of_two_tabs_wins_a_review_and_nothing_is_half_saved(revision: int) -> None:
    alice = a_person()
    if revision:
        a_review(alice)

    def review(tab: int) -> Review:
        return save_review(alice, TODAY, {"envy": tab}, today=TODAY, revision=revision, done=LINES[tab])

    raised = at_once([lambda: review(1), lambda: review(2)])

    assert [type(error) for error in raised if error] == [ConflictError]
    winner = raised.index(None) + 1
    assert of(Review, alice).get().revision == revision + 1
    assert of(ReviewAnswer, alice).get().value == winner
    assert [done.text for done in of(Accomplishment, alice)] == [LINES[winner]]


def test_day_chosen_in_two_tabs_at_once_is_one_of_them() -> None:
    alice = a_person()

    raised = at_once([lambda: choose_sitting(alice, 4, None), lambda: choose_sitting(alice, 6, None)])

    assert raised == [None, None]
    assert of(Preference, alice).get().sitting_offset in {4, 6}
