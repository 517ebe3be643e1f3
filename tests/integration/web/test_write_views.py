"""What holds for every form: only a post changes anything, and what is somebody else's is not there."""

from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client
from tests.factories import a_life
from tests.integration.web.addresses import (
    CHANGES_A_ROW,
    READ_AND_WRITE,
    READ_ONLY,
    WRITE_ONLY,
    addresses,
    arguments,
)
from tests.integration.web.reading import Page

from unrut.models import Goal, GoalState, Opening, Owned, Person, Step
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

# Forms that would change the row if it were alice's.
TYPED: dict[str, dict[str, str]] = {
    "note-facets": {"add": "commute"},
    "note-kind": {"kind": "like"},
    "behind-circumstance": {"kind": "team", "name": "North", "started_on": "2026-01-01"},
    "behind-profile-own": {"text": "A desk by a window, changed"},
    "picture-reach": {"reached": "yes"},
    "picture-win-tell": {"part": "action", "answer": "Asked"},
    "picture-win-facets": {"add": "commute"},
    "picture-job": {"title": "Cook"},
    "fit-mark": {"status": "applied"},
    "fit-notes": {"notes": "Ring them"},
    "fit-columns": {"column-title": "job"},
    "fit-ways-interest": {"doing": "remove"},
    "fit-way-tests": {"kind": "talk", "text": "Ask somebody", "line": "6", "chance": "50"},
    "fit-way-aside": {"aside": "yes"},
    "fit-test": {"result": "3"},
    "fit-work-job": {"code": "13-2011.00"},
    "picture-rung-add": {"name": "One more", "size": "small"},
    "picture-rung": {"name": "Changed", "size": "large", "parts": "One\nTwo"},
    "people-talk-change": {"on": "2026-11-20"},
}
# A form whose answer is a page to look over.
SHOWS_AGAIN = {"fit-columns"}
# Pages of a row of people, talks and strengths.
LOOKS_AT_PEOPLE = {
    "people-approve",
    "people-contact",
    "people-forget",
    "people-talk",
    "people-talk-done",
    "people-talk-reminder",
    "people-strengths-form",
    "people-strengths-paper",
    "people-strengths-answer",
}
GONE = "There is nothing here any more. Go back and choose again."


def values_of(rows: QuerySet[Any]) -> list[dict[str, Any]]:
    return list(rows.order_by("pk").values())


def everything() -> dict[str, list[dict[str, Any]]]:
    return {model.__name__: values_of(model._default_manager.all()) for model in Owned.__subclasses__()}


def rows_of(owner: Person) -> dict[str, list[dict[str, Any]]]:
    return {model.__name__: values_of(of(model, owner)) for model in Owned.__subclasses__()}


@pytest.fixture
def both(alice: Person, bob: Person) -> tuple[Person, Person]:
    """Two people with the same kinds of rows."""
    return a_life(alice), bob


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_form_is_only_posted(client: Client, both: tuple[Person, Person], method: str) -> None:
    before = everything()
    found = addresses(both[0], WRITE_ONLY)

    statuses = {name: getattr(client, method)(address).status_code for name, address in found.items()}

    assert statuses == dict.fromkeys(found, 405)
    assert everything() == before


def test_page_is_not_posted(client: Client, both: tuple[Person, Person]) -> None:
    before = everything()
    found = addresses(both[0], READ_ONLY)

    statuses = {name: client.post(address).status_code for name, address in found.items()}

    assert statuses == dict.fromkeys(found, 405)
    assert everything() == before


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(client: Client, both: tuple[Person, Person], method: str) -> None:
    before = everything()
    found = addresses(both[0], READ_ONLY | READ_AND_WRITE)

    statuses = {name: getattr(client, method)(address).status_code for name, address in found.items()}

    assert statuses == dict.fromkeys(found, 200)
    assert everything() == before


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_page_with_a_form_takes_no_other_method(
    client: Client, both: tuple[Person, Person], method: str
) -> None:
    found = addresses(both[0], READ_AND_WRITE)

    statuses = {name: getattr(client, method)(address).status_code for name, address in found.items()}

    assert statuses == dict.fromkeys(found, 405)


def test_addresses_that_take_a_row_are_all_listed(alice: Person) -> None:
    taking = {name for name, taken in arguments(alice).items() if any(key.endswith("_id") for key in taken)}

    assert taking == {
        *CHANGES_A_ROW,
        "plan-step",
        "picture-win",
        "picture-milestone",
        "picture-contrast",
        "fit-questions",
        "fit-wants-trade-off",
        "fit-decision-record",
        "fit-decision-look-back",
        *LOOKS_AT_PEOPLE,
    }


@pytest.mark.parametrize("name", sorted(CHANGES_A_ROW))
def test_row_of_somebody_else_is_not_there_and_stays_as_it_is(
    client: Client, both: tuple[Person, Person], name: str
) -> None:
    address = addresses(both[1], frozenset({name}))[name]
    before = everything()

    response = client.post(address, TYPED.get(name, {}))

    assert (response.status_code, Page(response).alerts) == (404, [GONE])
    assert everything() == before


@pytest.mark.parametrize("name", sorted(CHANGES_A_ROW))
def test_row_of_ones_own_is_changed(client: Client, both: tuple[Person, Person], name: str) -> None:
    address = addresses(both[0], frozenset({name}))[name]
    before = everything()

    response = client.post(address, TYPED.get(name, {}))

    assert response.status_code == (200 if name in SHOWS_AGAIN else 302)
    assert everything() != before


@pytest.mark.parametrize("change", ["done", "skip", "later", "reopen"])
def test_step_of_somebody_else_is_not_changed_in_any_way(
    client: Client, both: tuple[Person, Person], change: str
) -> None:
    before = everything()

    statuses = [client.post(f"/plan/steps/{step.pk}/{change}/").status_code for step in of(Step, both[1])]

    assert statuses == [404, 404]
    assert everything() == before


def test_pages_of_somebody_elses_rows_are_not_there(client: Client, both: tuple[Person, Person]) -> None:
    _, bob = both
    opening, step = of(Opening, bob).first(), of(Step, bob).first()
    assert step is not None
    assert opening is not None

    statuses = [
        client.get(address).status_code
        for address in (f"/fit/options/opening-{opening.pk}/", f"/plan/steps/{step.pk}/")
    ]

    assert statuses == [404, 404]


def test_opening_of_somebody_else_is_no_goal(client: Client, both: tuple[Person, Person]) -> None:
    theirs = of(Opening, both[1]).first()
    assert theirs is not None
    key = theirs.option
    before = everything()
    form = {"option": key, "title": "Mine", "template": "new_job", "target_on": "2027-06-30"}

    response = client.post("/plan/goal/", form)

    assert (response.status_code, Page(response).alerts) == (404, [GONE])
    assert "bob" not in client.get(f"/plan/goal/?option={key}").content.decode()
    assert everything() == before


def test_nothing_a_person_does_reaches_the_rows_of_another(
    client: Client, both: tuple[Person, Person]
) -> None:
    alice, bob = both
    theirs = rows_of(bob)

    for name, address in addresses(alice, WRITE_ONLY | READ_AND_WRITE).items():
        client.post(address, TYPED.get(name, {"reset": "yes", "text": "A", "title": "B"}))

    assert rows_of(bob) == theirs
    assert of(Goal, bob).filter(state=GoalState.CURRENT).count() == 1
