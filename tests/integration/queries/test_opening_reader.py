"""One opening is read for a person: marks in its words, what it is silent on, and its history."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import MONDAY, ONE_WEEK, TODAY, an_event, an_opening

from unrut.core.explore.openings.facet_cues import FacetMention
from unrut.core.explore.wants import Want
from unrut.models import Opening, OpeningStatus, Person
from unrut.queries import opening_reader
from unrut.queries.opening_reader import (
    LONG_OPEN,
    MANY_POSTINGS,
    Mark,
    Stance,
    history_of,
    read_opening,
)

pytestmark = pytest.mark.integration

REMOTE = Want("remote_location", 100, 10)
NEAR = Want("commute", 100, 0)
PAID = Want("pay_benefits", 100, 10)
HALF = Want("remote_location", 100, 5)
LEARNS = Want("learning_growth", 100, 10)


def told(text: str, *wants: Want, **values: str) -> tuple[Mark, ...]:
    return read_opening(Opening(title="Editor", text=text, **values), wants).marks


def test_words_are_marked_for_against_and_neither() -> None:
    marks = told("Fully remote. Competitive salary. Flexible hours.", REMOTE, PAID)

    assert marks == (
        Mark("Fully remote", "remote_location", Stance.FOR),
        Mark(". "),
        Mark("Competitive salary", "pay_benefits", Stance.AGAINST),
        Mark(". "),
        Mark("Flexible hours", "schedule_flexibility", Stance.NEITHER),
        Mark("."),
    )


@pytest.mark.parametrize(
    ("wanted", "stance"),
    [(10, Stance.FOR), (8, Stance.FOR), (7, Stance.NEITHER), (5, Stance.AGAINST), (0, Stance.AGAINST)],
)
def test_stance_follows_what_is_wanted(wanted: float, stance: Stance) -> None:
    first = told("Fully remote", Want("remote_location", 100, wanted))[0]

    assert first == Mark("Fully remote", "remote_location", stance)


@pytest.mark.parametrize("want", [REMOTE, NEAR])
def test_of_words_that_say_two_things_the_wanted_one_is_shown(want: Want) -> None:
    marks = told("We are fully remote", want)

    assert marks == (Mark("We are "), Mark("fully remote", want.facet, Stance.FOR))


def test_text_that_says_nothing_is_one_piece_and_none_is_no_piece() -> None:
    assert told("You edit.") == (Mark("You edit."),)
    assert told("") == ()


def test_fields_count_for_levels_and_are_not_marked() -> None:
    read = read_opening(Opening(title="Editor", text="You edit.", workplace="remote"), [REMOTE, PAID])

    assert read.marks == (Mark("You edit."),)
    assert "remote_location" in read.levels
    assert read.silent == ("pay_benefits",)


def test_silence_follows_the_order_of_the_wants() -> None:
    read = read_opening(Opening(title="Editor", text="Fully remote."), [PAID, REMOTE, LEARNS])

    assert read.silent == ("pay_benefits", "learning_growth")


def test_facts_are_those_of_the_opening() -> None:
    read = read_opening(Opening(title="Editor", text="", hours="35 hours per week"), [])

    assert read.facts.hours is not None
    assert (read.facts.hours.value.low, read.silent, read.levels["working_hours"].mean) == (35, (), 3)


@st.composite
def mentions(draw: st.DrawFn) -> list[FacetMention]:
    facets = st.sampled_from(["remote_location", "commute", "pay_benefits", "autonomy"])
    places = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10), facets, st.booleans()), max_size=12)
    return [
        FacetMention(facet, is_good, "", start, min(start + length, 31))
        for start, length, facet, is_good in sorted(draw(places))
    ]


@given(mentions(), st.sets(st.sampled_from(["commute", "autonomy"])))
def test_pieces_make_up_the_text_and_lose_no_wanted_word(found: list[FacetMention], wanted: set[str]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz12345"
    wants = {facet: Want(facet, 100, 10) for facet in wanted}

    marks = opening_reader._marks(text, 0, found, wants)

    assert "".join(mark.words for mark in marks) == text
    assert all(mark.words for mark in marks)
    if any(mention.facet in wants for mention in found):
        assert any(mark.facet in wants for mark in marks)


def test_wanted_words_are_shown_where_unwanted_ones_begin_before_them() -> None:
    found = [FacetMention("autonomy", True, "", 0, 6), FacetMention("commute", True, "", 4, 8)]

    marks = opening_reader._marks("abcdefghij", 0, found, {"commute": NEAR})

    assert marks == (Mark("abcd"), Mark("efgh", "commute", Stance.FOR), Mark("ij"))


def test_of_unwanted_words_that_begin_together_the_longer_are_shown() -> None:
    found = [FacetMention("autonomy", True, "", 0, 3), FacetMention("commute", True, "", 0, 6)]

    marks = opening_reader._marks("abcdefghij", 0, found, {})

    assert marks == (Mark("abcdef", "commute", Stance.NEITHER), Mark("ghij"))


def a_posting(owner: Person, key: str, day: date, **values: object) -> Opening:
    """A posting of the same job, joined with those before it."""
    return an_opening(
        owner, "Weaver", key=key, company="Mill", place="Leeds", posted_on=day, seen_on=day, **values
    )


def test_history_of_one_posting_is_short(alice: Person, bob: Person) -> None:
    opening = an_opening(alice, imported_on=MONDAY)

    history = history_of(alice, opening)

    assert (history.openings, history.events) == ((opening,), ())
    assert (history.postings, history.open_since) == (1, MONDAY)
    assert (history.is_posted_often(), history.is_long_open(TODAY)) == (False, False)


def test_history_is_that_of_all_postings_of_the_job_oldest_first(alice: Person) -> None:
    new = a_posting(alice, "new", MONDAY)
    old = a_posting(alice, "old", MONDAY - 10 * ONE_WEEK)
    saved, asked = an_event(new), an_event(old, OpeningStatus.ASKING)
    an_event(an_opening(alice, "Another"))

    histories = [history_of(alice, of_job) for of_job in Opening.objects.filter(pk__in=[new.pk, old.pk])]

    assert [[row.key for row in history.openings] for history in histories] == [["old", "new"]] * 2
    assert [history.events for history in histories] == [(saved, asked)] * 2
    assert histories[0].open_since == MONDAY - 10 * ONE_WEEK


@pytest.mark.parametrize(
    ("days", "postings"),
    [
        ((0,), 1),
        ((0, 13), 1),
        ((0, 14), 2),
        ((0, 13, 26), 2),
        ((0, 20, 40), 3),
        ((0, 0, 0), 1),
        ((0, 60, 61, 62, 120), 3),
    ],
)
def test_postings_close_together_are_one_call_for_people(
    alice: Person, days: tuple[int, ...], postings: int
) -> None:
    rows = [a_posting(alice, str(place), MONDAY + timedelta(days=day)) for place, day in enumerate(days)]

    rows[0].refresh_from_db()
    history = history_of(alice, rows[0])

    assert (len(history.openings), history.postings) == (len(days), postings)
    assert history.is_posted_often() == (postings >= MANY_POSTINGS)


def test_posting_that_came_back_was_posted_again(alice: Person) -> None:
    absences = [["2026-07-01", "2026-08-01"], ["2026-09-01", "2026-10-01"]]
    opening = a_posting(alice, "a", date(2026, 6, 1), absences=absences)

    history = history_of(alice, opening)

    assert (history.postings, history.open_since, history.is_posted_often()) == (3, date(2026, 6, 1), True)


@pytest.mark.parametrize(
    ("days", "gone_on", "is_long"),
    [(LONG_OPEN.days, None, True), (LONG_OPEN.days - 1, None, False), (LONG_OPEN.days, TODAY, False)],
)
def test_opening_is_long_open_after_half_a_year(
    alice: Person, days: int, gone_on: date | None, *, is_long: bool
) -> None:
    opening = a_posting(alice, "a", TODAY - timedelta(days=days), gone_on=gone_on)

    assert history_of(alice, opening).is_long_open(TODAY) == is_long


def test_job_is_still_open_while_one_of_its_postings_is(alice: Person) -> None:
    old = a_posting(alice, "a", TODAY - LONG_OPEN, gone_on=MONDAY)
    a_posting(alice, "b", MONDAY)

    old.refresh_from_db()
    assert history_of(alice, old).is_long_open(TODAY)
