"""Readings are kept, made anew when they are void, and never leave the store."""

from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import MONDAY, a_note

from unrut.core.reflect.reader import READER
from unrut.exporters.json_export import export_person
from unrut.models import Note, NoteKind, Person
from unrut.queries import notes as notes_queries
from unrut.queries.notes import note_views, unread_notes
from unrut.queries.scope import of
from unrut.services import readings
from unrut.services.readings import keep_readings
from unrut.services.reflect import sort_note

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def alone(db: None) -> Person:
    return Person.objects.create(handle="alone")


def kept(owner: Person) -> list[tuple[str, list[list[object]] | None]]:
    return list(of(Note, owner).order_by("pk").values_list("read_as", "readings"))


def test_readings_are_kept_for_one_person_only(alone: Person, bob: Person) -> None:
    a_note(alone, "The train was late")
    a_note(alone, "Nothing of note", NoteKind.LIKE)
    theirs = unread_notes(bob).count()

    count = keep_readings(alone)

    (first, second) = kept(alone)
    assert count == 2
    assert first[0] == f"{READER}:dislike"
    assert [(facet, words) for facet, _, words in first[1] or ()] == [("commute", ["train"])]
    assert second == (f"{READER}:like", [])
    assert unread_notes(bob).count() == theirs > 0


def test_kept_readings_are_not_read_again(alone: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    note = a_note(alone, "The train was late")
    before = note_views(alone, [note])
    keep_readings(alone)
    monkeypatch.setattr(notes_queries, "read_notes", lambda told: [pytest.fail("read again") for _ in told])

    assert note_views(alone, of(Note, alone)) == before
    assert keep_readings(alone) == 0


def test_reading_of_another_kind_or_reader_is_made_anew(alone: Person) -> None:
    sorted_later = a_note(alone, "The train was late")
    a_note(alone, "Too many meetings")
    keep_readings(alone)
    sort_note(alone, sorted_later.pk, NoteKind.LIKE)
    of(Note, alone).filter(text="Too many meetings").update(read_as="before:dislike", readings=[])

    assert keep_readings(alone) == 2
    assert [facet for _, found in kept(alone) for facet, _, _ in found or ()] == ["commute", "pointless_work"]


def test_progress_is_told_block_by_block(alone: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "BLOCK", 2)
    for number in range(3):
        a_note(alone, f"The train was late, {number} minutes")
    told: list[tuple[int, int]] = []

    keep_readings(alone, lambda done, all_of: told.append((done, all_of)))

    assert told == [(2, 3), (3, 3)]


def test_memory_of_readings_is_bounded(alone: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes_queries, "_MOST_REMEMBERED", 1)
    monkeypatch.setattr(notes_queries, "_REMEMBERED", {})
    notes = [a_note(alone, "The train was late"), a_note(alone, "Too many meetings")]

    for note in notes:
        note_views(alone, [note])

    assert list(notes_queries._REMEMBERED) == [("Too many meetings", "dislike")]


def test_nothing_to_read_asks_once_a_table(
    alone: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        keep_readings(alone)


def test_foreign_line_is_kept_unread_and_said_to_be_foreign(alone: Person) -> None:
    note = a_note(alone, "Der Chef war wieder nicht da", week=MONDAY)

    (view,) = note_views(alone, [note])

    assert (view.facets, view.is_foreign) == ((), True)


def test_readings_are_not_exported(alone: Person) -> None:
    a_note(alone, "The train was late")
    keep_readings(alone)

    (note,) = export_person(alone, made_at=datetime(2026, 11, 20, tzinfo=UTC))["notes"]

    assert {"read_as", "readings"}.isdisjoint(note)
