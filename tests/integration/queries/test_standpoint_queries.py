"""Where a person stands among kinds of work follows from their jobs, their skills and what they said of themselves."""

from datetime import date

import pytest
from tests.factories import TODAY, a_background, a_job, a_skill

from unrut.core.explore.occupations.reach import Horizon
from unrut.models import Person
from unrut.queries.guide import current_guide
from unrut.queries.standpoint import Home, Standpoint, standpoint_of

pytestmark = pytest.mark.integration

NURSES = "29-1141.00"


def standpoint(owner: Person) -> Standpoint:
    return standpoint_of(owner, current_guide(), today=TODAY)


def code_of(home: Home) -> str:
    return "" if home.row is None else current_guide().atlas.codes[home.row]


def test_person_who_told_nothing_stands_nowhere(alice: Person, bob: Person) -> None:
    found = standpoint(alice)

    assert (found.homes, found.skills, found.present, found.zone, found.nearness) == ((), (), None, 0, None)
    assert found.horizon is Horizon.YEAR
    assert not found.mine.is_own.any()


def test_job_belongs_where_its_title_says(alice: Person) -> None:
    a_job(alice, "Registered nurse")

    home = standpoint(alice).homes[0]

    assert (code_of(home), home.is_said, home.match is not None) == (NURSES, False, True)


def test_job_belongs_where_the_person_says(alice: Person) -> None:
    a_job(alice, "Registered nurse", occupation="15-1252.00")

    home = standpoint(alice).homes[0]

    assert (code_of(home), home.is_said, home.match) == ("15-1252.00", True, None)


@pytest.mark.parametrize("title", ["Zzyzx qwrt", "12345"])
def test_job_that_no_title_tells_belongs_nowhere(alice: Person, title: str) -> None:
    a_job(alice, title)

    found = standpoint(alice)

    assert (code_of(found.homes[0]), found.known_homes, found.nearness) == ("", (), None)


def test_occupation_the_atlas_lost_is_told_from_the_title_again(alice: Person) -> None:
    a_job(alice, "Registered nurse", occupation="99-9999.99")

    home = standpoint(alice).homes[0]

    assert (code_of(home), home.is_said) == (NURSES, False)


def test_present_job_comes_first_and_long_recent_ones_weigh_more(alice: Person) -> None:
    long_ago = a_job(
        alice, "Waiter", is_present=False, started_on=date(1990, 1, 1), ended_on=date(1996, 1, 1)
    )
    lately = a_job(alice, "Cook", is_present=False, started_on=date(2016, 1, 1), ended_on=date(2022, 1, 1))
    now = a_job(alice, "Registered nurse", started_on=date(2026, 1, 1))

    found = standpoint(alice)

    assert [home.job for home in found.homes] == [now, lately, long_ago]
    assert found.present is not None
    assert found.present.job == now
    assert found.homes[1].weight > found.homes[2].weight > 0
    assert found.nearness is not None


def test_own_skills_and_background_count(alice: Person, bob: Person) -> None:
    a_skill(alice, "2.A.1.b", 5.0, evidence="Ran the panel")
    a_background(alice, horizon="three")

    found = standpoint(alice)

    assert (found.evidence, found.horizon) == ({"2.A.1.b": "Ran the panel"}, Horizon.THREE)
    assert found.mine.is_own.sum() == 1
