"""Everything is judged by what is wanted, beside the job as it is and as it could be."""

import pytest
from tests.factories import a_job, a_level, a_note, a_want, an_opening, weeks_before

from unrut.core.explore.levels import Level, Source
from unrut.core.explore.wants import Want
from unrut.models import NoteKind, Person
from unrut.queries.frame import PRESENT, TREATED, frame_of, opening_levels, wants_of
from unrut.queries.reflect import behind

pytestmark = pytest.mark.integration


def test_frame_of_a_person_who_wrote_nothing_is_empty(alice: Person, bob: Person) -> None:
    frame = frame_of(alice)

    assert (frame.wants, frame.are_wants_proposed, frame.treatments, frame.job) == ((), True, (), None)
    assert frame.levels == {PRESENT: {}}


def test_frame_has_the_job_as_it_is_and_changed(alice: Person, bob: Person) -> None:
    for count in range(3):
        a_note(alice, f"The train was late {count}", NoteKind.DISLIKE, weeks_before(count))
    job = a_job(alice, "Analyst")
    a_level(job, "commute", 9)
    a_want(alice, "commute", 100, 1)

    frame = frame_of(alice)

    assert (frame.job, [each.facet for each in frame.treatments]) == (job, ["commute"])
    assert frame.levels[PRESENT]["commute"] == Level(9, 0.8, Source.ANSWERED)
    changed = frame.levels[TREATED]["commute"]
    assert (changed.source, 1 < changed.mean < 9) == (Source.EXPECTED, True)


def test_want_keeps_its_range_and_its_name(alice: Person, bob: Person) -> None:
    row = a_want(alice, "own_1", 70, 9)
    row.worst, row.name = 3, "A dog in the office"
    row.save()

    assert wants_of(alice, behind(alice).picture) == (
        (Want("own_1", 70, 9, 3, "A dog in the office"),),
        False,
    )


def test_opening_states_levels_with_their_quotes(alice: Person) -> None:
    found = opening_levels(an_opening(alice, text="This is a fully remote role."))

    assert found["remote_location"].source is Source.STATED
    assert opening_levels(an_opening(alice, "Says nothing")) == {}
