"""Sittings, reviews and the look back of bob do not exist for alice, though she has the like herself."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.factories import MONDAY, a_life, a_person, a_review, a_review_answer, a_review_line
from tests.integration.test_ownership import everything, names_in, public_functions, takes

from unrut.models import Person, ReviewKind
from unrut.queries import look_back, reviews, sittings
from unrut.services.look_back import JobNow, save_job_now, save_look_back
from unrut.services.reviews import save_review
from unrut.services.sittings import choose_sitting

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 20)


def a_long_life(owner: Person) -> Person:
    """A whole life with a look back in it."""
    a_life(owner)
    return looked_back(owner)


def looked_back(owner: Person) -> Person:
    review = a_review(owner, ReviewKind.LOOK_BACK, period=date(2026, 11, 1))
    a_review_answer(review, "commute", 1)
    a_review_line(review, f"Traffic of {owner.handle}")
    return owner


def all_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of these rows, by name."""
    day = sittings.sitting_day(owner)
    checkin = sittings.on_time_checkins(owner)[0]
    yield "long_looks", reviews.long_looks(owner)
    yield "looks_ahead", reviews.looks_ahead(owner, today=TODAY)
    yield "review_of", reviews.review_of(owner, ReviewKind.QUARTER)
    yield "accomplished_in", reviews.accomplished_in(owner, TODAY)
    yield "look_back_of", look_back.look_back_of(owner)
    yield "screen_to_go_on_with", look_back.screen_to_go_on_with(owner)
    yield "preference_of", sittings.preference_of(owner)
    yield "sitting_day", day
    yield "on_time_checkins", [checkin]
    yield "on_time_of", sittings.on_time_of(owner, [checkin])
    yield "is_late", sittings.is_late(owner, checkin)
    yield "week_to_offer", sittings.week_to_offer(owner, day, today=MONDAY)
    yield "sign_order", sittings.sign_order(owner, MONDAY)


@pytest.fixture
def both(alice: Person, bob: Person) -> tuple[Person, Person]:
    """Two people with the same kinds of rows."""
    return a_long_life(alice), looked_back(bob)


def test_queries_that_take_an_owner_are_all_listed(both: tuple[Person, Person]) -> None:
    taking = {
        each.__name__
        for module in (reviews, look_back, sittings)
        for each in public_functions(module)
        if takes(each, "owner")
    }

    assert {name for name, _ in all_queries(both[0])} == taking


def test_nothing_of_somebody_else_shows_in_any_query(both: tuple[Person, Person]) -> None:
    alice, _ = both

    shown = {name: names_in(found) for name, found in all_queries(alice)}

    assert [name for name, text in shown.items() if "bob" in text] == []
    # What the queries do show is told the same way, so that a leak could not hide in it.
    assert [name for name, text in shown.items() if "alice" in text] == ["accomplished_in", "look_back_of"]


def test_somebody_else_changes_no_figure(alice: Person) -> None:
    a_long_life(alice)
    alone = {name: names_in(found) for name, found in all_queries(alice)}

    a_long_life(a_person("bob"))

    assert {name: names_in(found) for name, found in all_queries(alice)} == alone


def test_what_alice_saves_changes_only_what_is_hers(both: tuple[Person, Person]) -> None:
    alice, bob = both
    mine, theirs = everything(alice), everything(bob)

    save_review(alice, TODAY, {"envy": 1}, today=TODAY, revision=1, done="A talk")
    save_look_back(alice, {"commute": 9}, today=TODAY, revision=1, lines={"dislike": "Noise"})
    save_job_now(alice, JobNow("Baker", hours=40), today=TODAY)
    choose_sitting(alice, 6, None)

    assert everything(bob) == theirs
    changed = [name for name, rows in everything(alice).items() if rows != mine[name]]
    assert sorted(changed) == [
        "Accomplishment",
        "Job",
        "JobLevel",
        "Preference",
        "Review",
        "ReviewAnswer",
        "ReviewLine",
    ]
