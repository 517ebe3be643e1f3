"""Strengths on the pages of others: one quiet line each, and none before the person said what they see in themselves."""

import pytest
from django.test import Client
from tests.factories import (
    MONDAY,
    a_checkin,
    a_goal,
    a_job,
    a_step,
    a_want,
    a_way,
    a_way_level,
    an_accomplishment,
    an_opening,
    make_contact,
    make_strength_answer,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Person, SelfView

pytestmark = pytest.mark.integration

STEP = "Your next step works to what others see in you: explaining things."
USED = "It would use: taking charge."
AUTONOMY = "You make your own decisions and have full autonomy."


def seen(owner: Person, strength: str = "takes_charge") -> SelfView:
    return SelfView.objects.create(owner=owner, strengths=[strength], said_on=MONDAY)


def agreed(owner: Person) -> None:
    for number in range(3):
        contact = make_contact(owner, str(number))
        make_strength_answer(owner, "You explained the contract to me.", contact=contact)


def quiet(client: Client, address: str) -> list[str]:
    response = client.get(address)
    page = Page(response)
    assert (response.status_code, faults(page)) == (200, [])
    return page.texts("p", class_="small quiet")


def test_plan_says_what_the_next_step_works_to(client: Client, alice: Person) -> None:
    agreed(alice)
    a_step(a_goal(alice), strand="connections")
    assert STEP not in quiet(client, "/plan/")

    seen(alice)

    assert STEP in quiet(client, "/plan/")


def test_plan_pushes_nothing_while_help_is_offered(client: Client, alice: Person) -> None:
    agreed(alice)
    a_step(a_goal(alice), strand="connections")
    seen(alice)
    for weeks in range(4):
        a_checkin(alice, weeks_before(weeks), energy=10)

    assert STEP not in quiet(client, "/plan/")


def test_plan_without_a_next_step_names_no_strength(client: Client, alice: Person) -> None:
    agreed(alice)
    a_goal(alice)
    seen(alice)

    assert STEP not in quiet(client, "/plan/")


def test_accomplishment_says_what_it_shows(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice, "Kept calm when the server failed")
    address = f"/picture/done/{done.pk}/"
    assert "It shows: keeping calm." not in quiet(client, address)

    seen(alice)

    assert "It shows: keeping calm." in quiet(client, address)


def test_option_says_which_strengths_it_would_use(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    posting = an_opening(alice, "Xyzzy", text=AUTONOMY)
    address = f"/fit/options/{posting.option}/"
    assert USED not in quiet(client, address)

    seen(alice)

    assert USED in quiet(client, address)


def test_present_job_says_nothing_of_strengths(client: Client, alice: Person) -> None:
    a_job(alice)
    a_want(alice, "autonomy")
    seen(alice)

    assert not any("It would" in line for line in quiet(client, "/fit/options/present/"))


def test_way_says_which_strengths_it_would_use(client: Client, alice: Person) -> None:
    way = a_way(alice)
    a_way_level(way, "autonomy", 9)
    address = f"/fit/ways/way-{way.pk}/"
    assert USED not in quiet(client, address)

    seen(alice)

    assert USED in quiet(client, address)
    assert not any("It would" in line for line in quiet(client, "/fit/ways/present/"))


def test_kind_of_work_says_which_strengths_it_would_leave_idle(client: Client, alice: Person) -> None:
    address = "/fit/work/19-4031.00/"  # chemical technicians
    assert not any("It would" in line for line in quiet(client, address))

    seen(alice)

    assert "It would leave idle: taking charge." in quiet(client, address)
