"""Writing down what got done, telling it more fully, correcting and removing it."""

from datetime import date, timedelta

import pytest
from tests.factories import MONDAY, a_refusal, an_accomplishment

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Accomplishment, Person, Refusal
from unrut.queries.scope import of
from unrut.services.accomplishments import (
    Told,
    add_accomplishment,
    change_accomplishment,
    refuse,
    remove_accomplishment,
    say_facet,
    skills_in,
    tell_part,
)
from unrut.services.readings import keep_readings

pytestmark = pytest.mark.integration

FULL = Told(
    figures="from 9 days to 4",
    known_from="the rota",
    seen_by="R. M.",
    skills=("teaching", "planning, Teaching"),
    proof="https://example.org/rota.pdf",
)


def values_of(done: Accomplishment) -> dict[str, object]:
    names = ("text", "happened_on", "figures", "known_from", "seen_by", "skills", "proof", "source")
    return {name: getattr(done, name) for name in names}


def test_accomplishment_is_kept_with_all_that_is_told(alice: Person, today: date) -> None:
    done = add_accomplishment(alice, "- Halved  the report\n", on=MONDAY, today=today, told=FULL)

    done.refresh_from_db()
    assert values_of(done) == {
        "text": "Halved  the report",
        "happened_on": MONDAY,
        "figures": "from 9 days to 4",
        "known_from": "the rota",
        "seen_by": "R. M.",
        "skills": ["teaching", "planning", "Teaching"],
        "proof": "https://example.org/rota.pdf",
        "source": "hand",
    }


@pytest.mark.parametrize(
    ("text", "on", "told"),
    [
        (" \n - ", MONDAY, "Nothing was written. Say in a few words what you got done."),
        (
            "x" * 501,
            MONDAY,
            "This has 501 characters; 500 is the most. Say in one sentence what you got done, and tell the rest as its story.",
        ),
        (
            "Done",
            date(2026, 11, 21),
            "21 November 2026 cannot be the day. Give a day from 1940 to today.",
        ),
        ("Done", date(1800, 1, 1), "1 January 1800 cannot be the day. Give a day from 1940 to today."),
    ],
)
def test_accomplishment_that_cannot_be_is_refused(
    alice: Person, today: date, text: str, on: date, told: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_accomplishment(alice, text, on=on, today=today)

    assert str(refused.value) == told
    assert not of(Accomplishment, alice).exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            Told(figures="x" * 301),
            "The numbers take 301 characters; 300 is the most. Shorten it and save again.",
        ),
        (
            Told(skills=tuple(f"skill {number}" for number in range(21))),
            "21 skills are too many for one thing. Name 20 at most.",
        ),
        (
            Told(skills=("y" * 61,)),
            f'"{"y" * 60}…" is too long for a skill. Put commas between skills, and keep each short.',
        ),
    ],
)
def test_details_that_are_too_long_are_refused(alice: Person, today: date, told: Told, sentence: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_accomplishment(alice, "Wrote the rota", on=today, today=today, told=told)

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("written", "skills"),
    [
        ("", ()),
        (" , ,", ()),
        ("teaching", ("teaching",)),
        ("teaching, Teaching ,  time  planning\nwriting", ("teaching", "time planning", "writing")),
    ],
)
def test_skills_are_parted_by_commas_and_lines(written: str, skills: tuple[str, ...]) -> None:
    assert skills_in(written) == skills


def test_change_keeps_the_reading_unless_the_text_changes(alice: Person, today: date) -> None:
    done = add_accomplishment(alice, "Learned to read an X-ray", on=MONDAY, today=today)
    keep_readings(alice)

    kept = change_accomplishment(alice, done.pk, done.text, on=MONDAY, today=today, told=FULL)
    kept.refresh_from_db()
    changed = change_accomplishment(alice, done.pk, "Something else", on=MONDAY, today=today, told=FULL)

    assert kept.read_as
    assert (changed.text, changed.read_as, changed.readings) == ("Something else", "", None)


def test_change_that_cannot_be_changes_nothing(alice: Person, today: date) -> None:
    done = an_accomplishment(alice)

    with pytest.raises(InvalidInputError):
        change_accomplishment(alice, done.pk, "Other", on=today + timedelta(days=1), today=today, told=FULL)

    done.refresh_from_db()
    assert done.text == "Halved the Monday report"


def test_parts_of_the_story_are_told_and_taken_back(alice: Person) -> None:
    done = an_accomplishment(alice)

    told = tell_part(alice, done.pk, "action", "I asked.\n\n- Then I wrote it down.")
    assert told.action == "I asked.\nThen I wrote it down."

    assert tell_part(alice, done.pk, "action", " ").action == ""


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("end", "x", '"end" is no part of a story. Tell situation, task, action, result.'),
        (
            "action",
            "word \n" * 5000,
            "This has 24,999 characters; 20,000 is the most. Shorten it and save again.",
        ),
    ],
)
def test_part_that_cannot_be_told_is_refused(alice: Person, part: str, text: str, sentence: str) -> None:
    done = an_accomplishment(alice)

    with pytest.raises(InvalidInputError) as refused:
        tell_part(alice, done.pk, part, text)

    assert str(refused.value) == sentence


def test_facets_are_said_one_by_one(alice: Person) -> None:
    done = an_accomplishment(alice)

    say_facet(alice, done.pk, "autonomy", holds=True)
    said = say_facet(alice, done.pk, "coworkers", holds=False)

    assert said.facets == {"autonomy": True, "coworkers": False}
    with pytest.raises(InvalidInputError, match='"colour" is not one of the thirty facets'):
        say_facet(alice, done.pk, "colour", holds=True)


def test_accomplishment_is_removed(alice: Person) -> None:
    done = an_accomplishment(alice)

    remove_accomplishment(alice, done.pk)

    assert not of(Accomplishment, alice).exists()


def test_what_did_not_help_is_kept_with_its_facets(alice: Person, today: date) -> None:
    done = an_accomplishment(alice)

    refused = refuse(alice, done.pk, ["coworkers", "autonomy", "coworkers"], today=today)

    assert (refused.facets, refused.said_on) == (["autonomy", "coworkers"], today)
    with pytest.raises(InvalidInputError, match='"colour" is not one of the thirty facets'):
        refuse(alice, done.pk, ["colour"], today=today)


def test_oldest_refusals_are_forgotten(
    alice: Person, bob: Person, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unrut.services.accomplishments.MOST_REFUSALS", 2)
    done = an_accomplishment(alice)
    first = a_refusal(done)

    for _ in range(2):
        refuse(alice, done.pk, ["autonomy"], today=today)

    assert of(Refusal, alice).count() == 2
    assert not of(Refusal, alice).filter(pk=first.pk).exists()
    assert of(Refusal, bob).count() == 1


def test_accomplishments_of_others_are_not_there(alice: Person, bob: Person, today: date) -> None:
    theirs = of(Accomplishment, bob).get()

    for change in (
        lambda: change_accomplishment(alice, theirs.pk, "Mine", on=MONDAY, today=today, told=FULL),
        lambda: tell_part(alice, theirs.pk, "action", "Mine"),
        lambda: say_facet(alice, theirs.pk, "autonomy", holds=True),
        lambda: remove_accomplishment(alice, theirs.pk),
        lambda: refuse(alice, theirs.pk, ["autonomy"], today=today),
    ):
        with pytest.raises(MissingError):
            change()
