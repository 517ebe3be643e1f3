"""What a file with people holds and what came of it, in sentences."""

from datetime import date
from typing import Any

import pytest

from unrut.importers.people.contract import ReadSchool
from unrut.models import ContactSource
from unrut.services.people_import import Fate, PeopleImport
from unrut.wording import people_import as wording

pytestmark = pytest.mark.integration

FEBRUARY, LATER = date(2020, 2, 3), date(2022, 5, 1)


@pytest.mark.parametrize(
    ("people", "own", "sentence"),
    [
        (2, False, "2 people: nothing is kept yet."),
        (1200, True, "1,200 people, and your own work: nothing is kept yet."),
        (0, True, "No people, but your own work: nothing is kept yet."),
        (0, False, "Nothing in it can be taken in."),
    ],
)
def test_preview_says_what_a_file_holds(people: int, own: bool, sentence: str) -> None:
    assert wording.preview_lead(people, own=own) == sentence


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ({}, ""),
        ({Fate.NEW: 1}, "1 person is new."),
        ({Fate.NEW: 1200, Fate.KNOWN: 1}, "1,200 people are new and 1 is here already."),
        (
            {Fate.NEW: 2, Fate.JOINED: 1, Fate.CHANGED: 3, Fate.KNOWN: 4, Fate.FORGOTTEN: 1},
            (
                "2 people are new, 1 is somebody you have from elsewhere, 3 have changed, 4 are here already and "
                "1 you forgot, who stays out."
            ),
        ),
    ],
)
def test_what_becomes_of_people_is_counted(counts: dict[str, int], sentence: str) -> None:
    assert wording.fate_sentence(counts) == sentence


@pytest.mark.parametrize(
    ("came", "sentence"),
    [
        (PeopleImport(), "Nothing was chosen, so nothing was kept."),
        (PeopleImport(created=1), "1 person is new."),
        (PeopleImport(jobs=1, schooling=True), "Taken in of your own: 1 job and your schooling."),
        (
            PeopleImport(known=3, skills=2, recommendations=1, jobs_skipped=1),
            (
                "3 are here already. Taken in of your own: 2 skills and 1 recommendation. "
                "1 job says not when it was, and was left out."
            ),
        ),
        (PeopleImport(jobs_skipped=2), "2 jobs say not when they were, and were left out."),
    ],
)
def test_what_came_of_a_file(came: PeopleImport, sentence: str) -> None:
    assert wording.imported_words(came) == sentence


@pytest.mark.parametrize(
    ("begun", "ended", "precision", "is_present", "words"),
    [
        (FEBRUARY, LATER, "year", False, "2020 to 2022"),
        (FEBRUARY, FEBRUARY, "year", False, "2020"),
        (FEBRUARY, LATER, "month", False, "02/2020 to 05/2022"),
        (FEBRUARY, None, "day", True, "3 February 2020 to now"),
        (FEBRUARY, None, "day", False, "3 February 2020"),
        (None, LATER, "year", False, "2022"),
        (None, None, "", False, ""),
    ],
)
def test_period_is_told_as_exactly_as_it_is_known(
    begun: date | None, ended: date | None, precision: str, is_present: bool, words: str
) -> None:
    assert wording.period_words(begun, ended, precision, is_present=is_present) == words


@pytest.mark.parametrize(
    ("school", "words"),
    [
        (ReadSchool("City College", "BA"), "BA, City College"),
        (ReadSchool("City College", ""), "City College"),
        (
            ReadSchool("City College", "BA", started_on=FEBRUARY, ended_on=LATER, precision="year"),
            "BA, City College (2020 to 2022)",
        ),
    ],
)
def test_school_and_its_years(school: ReadSchool, words: str) -> None:
    assert wording.school_words(school) == words


@pytest.mark.parametrize("source", list(ContactSource))
def test_every_kind_of_file_has_a_name(source: ContactSource) -> None:
    assert wording.file_words(source)


@pytest.mark.parametrize("fate", list(Fate))
def test_only_what_is_not_plain_is_said_of_a_person(fate: Fate) -> None:
    assert bool(wording.fate_words(fate)) == (fate in {Fate.JOINED, Fate.CHANGED})


@pytest.mark.parametrize(
    ("count", "more", "left"),
    [
        (0, "", ""),
        (1, "and 1 more, who is kept as well", "1 is left out so far."),
        (1200, "and 1,200 more, who are kept as well", "1,200 are left out so far."),
    ],
)
def test_those_not_shown_are_counted(count: int, more: str, left: str) -> None:
    assert wording.more_people(count) == more
    assert wording.left_out_words(count) == left


@pytest.mark.parametrize(
    ("shown", "count", "words"),
    [(1, 1, "Look at 1 person"), (3, 3, "Look at all 3"), (200, 1200, "Look at the first 200")],
)
def test_fold_says_how_many_it_shows(shown: int, count: int, words: str) -> None:
    assert wording.look_words(shown, count) == words


def test_parts_of_ones_own_are_counted() -> None:
    assert (wording.jobs_words(1), wording.jobs_words(2)) == ("1 job of yours", "2 jobs of yours")
    assert wording.skills_words(1) == "1 skill it may show"
    assert wording.recommendations_words(2) == "2 recommendations others wrote you"
    assert wording.skipped_count(1200) == "1,200 things were left out, and why"


def one(name: str) -> PeopleImport:
    counts: dict[str, Any] = {name: 1}
    return PeopleImport(**counts)


def test_no_count_of_an_import_is_left_unsaid() -> None:
    """A field that is added to what came of an import must get its words."""
    nothing = wording.imported_words(PeopleImport())
    silent = [
        name for name in PeopleImport.__dataclass_fields__ if wording.imported_words(one(name)) == nothing
    ]

    assert silent == []
