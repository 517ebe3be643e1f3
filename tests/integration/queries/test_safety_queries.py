from datetime import date, timedelta

import pytest
from tests.factories import a_checkin, a_correction, a_new_normal, a_note, a_preference, weeks_before

from unrut.core.reflect.help_panel import Ground
from unrut.core.reflect.weeks import State
from unrut.models import NoteKind, Person
from unrut.queries.safety import chosen_country, help_ground, respect_notes
from unrut.queries.signal import signal_of

pytestmark = pytest.mark.integration


def weeks_of(owner: Person, count: int, **answers: int) -> None:
    for place in range(count):
        a_checkin(owner, weeks_before(place), **answers)


def test_nothing_answered_offers_nothing(alice: Person, today: date) -> None:
    assert help_ground(alice, today=today) is None


def test_drained_weeks_offer_help(alice: Person, today: date) -> None:
    weeks_of(alice, 4, energy=8)

    assert help_ground(alice, today=today) is Ground.DRAINED


def test_drained_weeks_of_somebody_else_offer_nothing(alice: Person, bob: Person, today: date) -> None:
    weeks_of(alice, 4, energy=7)
    a_checkin(bob, weeks_before(1), energy=9)

    assert help_ground(alice, today=today) is None


def test_week_away_from_work_does_not_count(alice: Person, today: date) -> None:
    weeks_of(alice, 3, energy=9)
    a_checkin(alice, weeks_before(3), energy=9, at_work=False)

    assert help_ground(alice, today=today) is None


@pytest.mark.parametrize(("weeks", "ground"), [(30, Ground.LOW), (8, None)])
def test_weeks_low_for_long_offer_help(alice: Person, today: date, weeks: int, ground: Ground | None) -> None:
    low = {"satisfaction": 1, "boredom": 9, "dread": 9, "drive": 1, "learning": 1, "energy": 4}
    weeks_of(alice, weeks, **low)

    assert help_ground(alice, today=today) is ground


LOW = {"satisfaction": 1, "boredom": 9, "dread": 9, "drive": 1, "learning": 1, "energy": 4}
GOOD = {"satisfaction": 8, "boredom": 1, "dread": 1, "drive": 8, "learning": 8, "energy": 2}


def test_help_is_offered_though_a_drop_is_said_of_the_low(alice: Person, today: date) -> None:
    weeks_of(alice, 40, **LOW)
    for ago in range(40, 60):
        a_checkin(alice, weeks_before(ago), **GOOD)

    assert signal_of(alice).weeks[-1].state is State.DROP
    assert help_ground(alice, today=today) is Ground.LOW


@pytest.mark.parametrize("answers", [LOW, {"energy": 9}])
@pytest.mark.parametrize("normal", [False, True])
def test_help_is_not_offered_on_the_strength_of_weeks_long_past(
    alice: Person, today: date, answers: dict[str, int], *, normal: bool
) -> None:
    weeks_of(alice, 30, **answers)
    first = help_ground(alice, today=today)
    later = today + timedelta(weeks=1 if normal else 7)
    if normal:
        a_new_normal(alice, later - timedelta(days=later.weekday()))

    assert first is not None
    assert help_ground(alice, today=later) is None


def test_ordinary_weeks_offer_nothing(alice: Person, today: date) -> None:
    weeks_of(alice, 30, satisfaction=7, boredom=3, dread=2, drive=7, learning=6, energy=4)

    assert help_ground(alice, today=today) is None


@pytest.mark.parametrize(("code", "name"), [("GB", "United Kingdom"), ("", None)])
def test_country_is_the_one_chosen(alice: Person, code: str, name: str | None) -> None:
    a_preference(alice, country=code)

    country = chosen_country(alice)

    assert (country.name if country else None) == name


def test_country_is_none_before_a_choice(alice: Person) -> None:
    assert chosen_country(alice) is None


def test_notes_about_respect_are_those_disliked_or_unsorted(alice: Person, bob: Person) -> None:
    later = a_note(alice, "He did it again", NoteKind.UNSORTED)
    first = a_note(alice, "It began", week=weeks_before(3))
    liked = a_note(alice, "They listened at last", NoteKind.LIKE)
    other = a_note(alice, "Long meetings")
    for note in (later, first, liked):
        a_correction(note, "respect_safety")
    a_correction(other, "commute")

    assert [note.text for note in respect_notes(alice)] == ["It began", "He did it again"]


def test_note_the_person_took_out_is_not_listed(alice: Person) -> None:
    note = a_note(alice, "I am bullied by the shift lead")
    listed_before = [shown.id for shown in respect_notes(alice)]
    a_correction(note, "respect_safety", holds=False)

    assert listed_before == [note.pk]
    assert respect_notes(alice) == []
