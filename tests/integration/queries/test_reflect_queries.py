"""Notes are read anew each time; what the person said about them goes before the reading."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import MONDAY, a_checkin, a_correction, a_note, weeks_before

from unrut.core.reflect.reader import NoteKind as ReadKind
from unrut.core.reflect.reader import read_note
from unrut.models import NoteKind, Person
from unrut.queries.notes import FacetState, NoteFacet, NoteView
from unrut.queries.reflect import (
    behind,
    checkin_of,
    last_checkin_before,
    note_view,
    unsorted_notes,
    week_notes,
)

pytestmark = pytest.mark.integration


def as_read(text: str, kind: str = NoteKind.DISLIKE) -> NoteFacet:
    """Commute, by the word train, as sure as the reader is."""
    (reading,) = read_note(text, None if kind == NoteKind.UNSORTED else ReadKind(kind))
    return NoteFacet("commute", FacetState.READ, reading.confidence, ("train",))


def facets_of(owner: Person) -> list[tuple[NoteFacet, ...]]:
    return [note.facets for note in week_notes(owner, MONDAY)]


def test_note_is_shown_as_written_and_read(alice: Person, bob: Person) -> None:
    note = a_note(alice, "The train", NoteKind.DISLIKE)

    assert week_notes(alice, MONDAY) == [
        NoteView(
            id=note.pk,
            week=MONDAY,
            written_on=date(2026, 11, 20),
            kind="dislike",
            text="The train",
            facets=(as_read("The train"),),
        )
    ]


def test_notes_are_those_of_the_week_in_the_order_written(alice: Person, bob: Person) -> None:
    a_note(alice, "Last week", week=weeks_before(1))
    for text in ("Second in the alphabet", "First in the alphabet"):
        a_note(alice, text)

    texts = [note.text for note in week_notes(alice, MONDAY)]

    assert texts == ["Second in the alphabet", "First in the alphabet"]


def test_facet_the_person_confirmed_is_certain(alice: Person) -> None:
    a_correction(a_note(alice, "The train"), "commute", holds=True)

    assert facets_of(alice) == [(NoteFacet("commute", FacetState.CONFIRMED, 1.0, ("train",)),)]


def test_facet_the_person_removed_is_gone(alice: Person) -> None:
    a_correction(a_note(alice, "The train"), "commute", holds=False)

    assert facets_of(alice) == [()]


def test_facet_the_person_added_has_no_words(alice: Person) -> None:
    note = a_note(alice, "The train")
    a_correction(note, "autonomy", holds=True)
    a_correction(note, "fairness", holds=False)

    assert facets_of(alice) == [(as_read("The train"), NoteFacet("autonomy", FacetState.ADDED, 1.0, ()))]


def test_correction_of_one_note_teaches_how_notes_like_it_are_read(alice: Person, bob: Person) -> None:
    a_correction(a_note(alice, "The train"), "commute", holds=False)
    a_note(alice, "A train")
    a_note(bob, "A train")

    assert (facets_of(alice), facets_of(bob)[-1]) == ([(), ()], (as_read("A train"),))


def test_correction_of_one_note_does_not_touch_notes_unlike_it(alice: Person) -> None:
    a_correction(a_note(alice, "The train"), "commute", holds=False)
    a_note(alice, "Stuck in traffic")

    assert [[found.facet for found in facets] for facets in facets_of(alice)] == [[], ["commute"]]


def test_facet_that_was_taught_is_read_with_the_words_both_notes_hold(alice: Person) -> None:
    a_correction(a_note(alice, "The A40 was hell"), "commute")
    a_note(alice, "A40: hell")

    (taught,) = [found for found in facets_of(alice)[1] if found.facet == "commute"]
    assert (taught.state, taught.words) == (FacetState.READ, ("A40", "hell"))


@pytest.mark.parametrize(
    ("kind", "is_sorted"), [(NoteKind.LIKE, True), (NoteKind.DISLIKE, True), (NoteKind.UNSORTED, False)]
)
def test_note_is_sorted_once_it_is_liked_or_not(alice: Person, kind: str, *, is_sorted: bool) -> None:
    note = a_note(alice, "The train", kind)

    view = note_view(alice, note)

    assert (view.is_sorted, view.facets) == (is_sorted, (as_read("The train", kind),))


def test_unsorted_notes_are_of_any_week(alice: Person, bob: Person) -> None:
    later = a_note(alice, "The train", NoteKind.UNSORTED)
    earlier = a_note(alice, "The bus", NoteKind.UNSORTED, weeks_before(3))
    a_note(alice, "Sorted")

    assert [note.id for note in unsorted_notes(alice)] == [earlier.pk, later.pk]


def test_checkin_is_that_of_the_week(alice: Person, bob: Person) -> None:
    checkin = a_checkin(alice, weeks_before(1))

    assert (checkin_of(alice, weeks_before(1)), checkin_of(alice, MONDAY)) == (checkin, None)


def test_last_checkin_is_the_newest_before_the_week_that_was_at_work(alice: Person, bob: Person) -> None:
    a_checkin(alice, weeks_before(4))
    expected = a_checkin(alice, weeks_before(3))
    a_checkin(alice, weeks_before(2), at_work=False)
    a_checkin(alice, weeks_before(1))

    assert last_checkin_before(alice, weeks_before(1)) == expected
    assert last_checkin_before(alice, weeks_before(4)) is None


def test_behind_counts_sorted_notes_and_weeks_at_work(alice: Person, bob: Person) -> None:
    train = a_note(alice, "The train")
    bus = a_note(alice, "The bus", NoteKind.LIKE, weeks_before(1))
    a_note(alice, "The boss", NoteKind.UNSORTED)
    a_checkin(alice, weeks_before(2))
    a_checkin(alice, weeks_before(3), at_work=False)

    found = behind(alice)

    assert found.picture.weeks == (weeks_before(2), weeks_before(1), MONDAY)
    assert [(cause.facet, cause.notes) for cause in found.picture.causes] == [("commute", (train.pk,))]
    assert [(energy.facet, energy.notes) for energy in found.picture.energies] == [("commute", (bus.pk,))]
    assert set(found.notes) == {train.pk, bus.pk}


def test_behind_follows_what_the_person_corrected(alice: Person) -> None:
    note = a_note(alice, "The train")
    a_correction(note, "commute", holds=False)
    a_correction(note, "fairness", holds=True)

    found = behind(alice)

    assert [cause.facet for cause in found.picture.causes] == ["fairness"]
    assert [line.facet for line in found.profile.avoid] == ["fairness"]


def test_week_away_is_left_out_of_the_picture_and_its_notes_are_kept(alice: Person) -> None:
    note = a_note(alice, "The train", week=weeks_before(1))
    a_checkin(alice, weeks_before(1), at_work=False)
    a_note(alice, "The boss never listens")

    found = behind(alice)

    assert found.picture.weeks == (MONDAY,)
    assert [cause.facet for cause in found.picture.causes if note.pk in cause.notes] == []
    assert [kept.id for kept in week_notes(alice, weeks_before(1))] == [note.pk]
    assert note.pk in found.notes


def test_week_answered_late_counts_and_has_no_score(alice: Person) -> None:
    full = {"satisfaction": 2, "boredom": 8, "dread": 8}
    a_checkin(alice, weeks_before(1), **full)
    a_checkin(alice, MONDAY, answered_on=MONDAY + timedelta(days=12), **full)

    found = behind(alice)

    assert found.picture.weeks == (weeks_before(1), MONDAY)
    assert found.scores == {weeks_before(1): 2.0}


def test_behind_nothing_is_empty(alice: Person, bob: Person) -> None:
    found = behind(alice)

    assert (found.picture.weeks, found.picture.causes, found.profile.look_for, found.notes) == (
        (),
        (),
        (),
        {},
    )


@pytest.mark.parametrize("count", [1, 3])
def test_notes_take_the_same_queries_however_many(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        a_correction(a_note(alice, f"The train {number}"), "fairness")

    with django_assert_num_queries(2):
        assert len(week_notes(alice, MONDAY)) == count
    with django_assert_num_queries(5):
        assert len(behind(alice).notes) == count


def test_checkin_without_anything_is_no_answered_week(alice: Person, bob: Person) -> None:
    a_checkin(alice, weeks_before(4), satisfaction=None)
    a_checkin(alice, weeks_before(3), satisfaction=None, hours=8)
    a_checkin(alice, weeks_before(2), satisfaction=None, energy=5)
    a_checkin(alice, weeks_before(1), satisfaction=None)
    a_note(alice, "The train", week=weeks_before(1))

    assert behind(alice).picture.weeks == (weeks_before(3), weeks_before(2), weeks_before(1))
