from datetime import date

import pytest
from tests.factories import a_note

from unrut.core.reflect.help_lines import UNCHECKED, Country, HelpLine
from unrut.core.reflect.help_panel import Ground, Sign
from unrut.core.reflect.safety import Concern
from unrut.models import Person
from unrut.queries.reflect import note_view
from unrut.wording import safety as wording

pytestmark = pytest.mark.integration

DISORDERS = ("burnout", "depress", "anxiety", "disorder", "illness", "suicid")
PUSHING = ("new job", "quit", "leave your job", "find another")


def a_country(checked_on: str = UNCHECKED) -> Country:
    lines = (
        HelpLine("Samaritans", "call 116 123", "day and night", "samaritans.org"),
        HelpLine("Other", "call 1", "", "other.org"),
    )
    return Country("GB", "United Kingdom", "999", lines, checked_on)


def everything_said() -> list[str]:
    return [
        *(wording.opening(ground) for ground in (None, *Ground)),
        wording.advice(),
        wording.urgent(),
        wording.employer_note(),
        wording.elsewhere(),
        *(wording.beside_words(concern) for concern in Concern),
        *(wording.sign_words(sign) for sign in Sign),
        *(part for step in wording.respect_steps() for part in step),
        *wording.record_columns(),
    ]


@pytest.mark.parametrize("word", [*DISORDERS, *PUSHING, "!", "craft"])
def test_nothing_said_names_a_disorder_or_pushes(word: str) -> None:
    assert [told for told in everything_said() if word in told.lower()] == []


def test_each_ground_sign_and_concern_has_words_of_its_own() -> None:
    said = everything_said()

    assert len(set(said)) == len(said)
    assert all(said)


def test_opening_says_what_was_seen() -> None:
    assert wording.opening(Ground.DRAINED) == "The check-ins show that you have been very tired for weeks."
    assert wording.opening(None) == "If it is too much, you need not carry it alone."


@pytest.mark.parametrize(
    ("checked_on", "sentence"),
    [
        ("2027-03-01", "Checked on 1 March 2027."),
        (
            UNCHECKED,
            (
                "Written down from general knowledge and not checked since. "
                "If one does not answer, try the emergency number or findahelpline.com."
            ),
        ),
    ],
)
def test_country_lines_say_how_far_they_can_be_relied_on(checked_on: str, sentence: str) -> None:
    assert wording.country_lines(a_country(checked_on)) == [
        "United Kingdom: in an emergency 999.",
        "Samaritans: call 116 123, day and night (samaritans.org)",
        "Other: call 1 (other.org)",
        sentence,
    ]


def test_record_holds_dated_notes_and_what_to_fill_in(alice: Person) -> None:
    note = note_view(alice, a_note(alice, "He did it again"))

    told = wording.record_text([note], on=date(2026, 11, 20)).splitlines()

    assert told[:4] == [
        "My own record, 20 November 2026",
        "",
        "Week of 16 November, written on 20 November 2026: He did it again",
        "",
    ]
    assert told[5:] == [f"- {column}:" for column in wording.record_columns()]
