"""What holds for every address: the door is locked, pages answer with little work, and nothing in them is foreign."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import (
    a_checkin,
    a_correction,
    a_goal,
    a_job,
    a_level,
    a_life,
    a_milestone,
    a_note,
    a_point,
    a_rung,
    a_step,
    a_want,
    an_accomplishment,
    an_opening,
    weeks_before,
)
from tests.integration.web.addresses import (
    NEEDS_ROWS,
    OPEN,
    READ_AND_WRITE,
    READ_ONLY,
    WRITE_ONLY,
    addresses,
    pages,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Goal, NoteKind, Person
from unrut.web.middleware import POLICY
from unrut.web.urls import urlpatterns

pytestmark = pytest.mark.integration

# What each page may ask of the store with a whole life in it; three of them ask who is there.
MOST_QUERIES = {
    "behind": 24,
    "behind-circumstances": 4,
    "behind-facet": 10,
    "behind-profile": 9,
    "behind-profile-print": 9,
    "behind-profile-text": 9,
    "behind-weeks": 9,
    "compare": 17,
    "facet-of-safety": 10,
    "fit": 33,
    "fit-add": 3,
    "fit-boards": 5,
    "fit-boards-progress": 4,
    "fit-companies": 6,
    "fit-company": 28,
    "fit-compare": 11,
    "fit-decision": 34,
    "fit-decision-look-back": 5,
    "fit-decision-record": 7,
    "fit-job": 11,
    "fit-openings": 26,
    "fit-option": 26,
    "fit-questions": 49,
    "fit-wants": 36,
    "fit-wants-again": 35,
    "fit-wants-criteria": 9,
    "fit-wants-first": 9,
    "fit-wants-limits": 5,
    "fit-wants-partner": 14,
    "fit-wants-ranges": 9,
    "fit-wants-trade-off": 12,
    "fit-wants-trade-offs": 35,
    "fit-wants-weights": 9,
    "fit-way": 27,
    "fit-ways": 29,
    "fit-ways-compare": 27,
    "fit-ways-interests": 11,
    "fit-ways-money": 5,
    "fit-work": 22,
    "fit-work-compare": 16,
    "fit-work-find": 3,
    "fit-work-gap": 27,
    "fit-work-me": 14,
    "fit-work-near": 17,
    "fit-work-page": 28,
    "fit-work-skills": 14,
    "goal-of-opening": 27,
    "help": 10,
    "help-respect": 9,
    "help-respect-text": 9,
    "inventory-last": 5,
    "keyboard": 3,
    "look-back": 5,
    "look-back-facets": 7,
    "look-back-result": 9,
    "look-back-signs": 7,
    "look-back-weeks": 7,
    "nowhere": 3,
    "openings-found": 24,
    "openings-gone": 24,
    "option-opening": 51,
    "option-treated": 32,
    "people": 54,
    "people-add": 4,
    "people-approve": 8,
    "people-contact": 42,
    "people-file": 7,
    "people-forget": 7,
    "people-found": 8,
    "people-import": 3,
    "people-list": 8,
    "people-portrait": 8,
    "people-question": 63,
    "people-questions": 47,
    "people-same": 5,
    "people-strengths": 9,
    "people-strengths-answer": 5,
    "people-strengths-answers": 12,
    "people-strengths-ask": 9,
    "people-strengths-form": 4,
    "people-strengths-inventory": 5,
    "people-strengths-me": 4,
    "people-strengths-paper": 4,
    "people-talk": 20,
    "people-talk-done": 17,
    "people-talk-reminder": 7,
    "people-talks": 11,
    "picture": 39,
    "picture-answered": 6,
    "picture-contrast": 12,
    "picture-file": 20,
    "picture-found": 6,
    "picture-import": 3,
    "picture-jobs": 4,
    "picture-milestone": 28,
    "picture-papers": 4,
    "picture-quarter": 39,
    "picture-review": 19,
    "picture-set": 3,
    "picture-win": 8,
    "picture-wins": 5,
    "plan": 46,
    "plan-calendar": 8,
    "plan-goal": 25,
    "plan-step": 37,
    "plan-time": 4,
    "profile-with-words": 9,
    "review": 6,
    "review-quarter": 6,
    "settings": 5,
    "settings-export": 54,
    "settings-reminder": 5,
    "today": 23,
    "today-begun": 18,
    "way-added": 29,
    "week": 18,
    "week-before": 16,
    "work-compared": 16,
    "work-found": 3,
    "work-narrowed": 22,
}


def example() -> Person:
    return Person.objects.get(is_example=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page answered at the first look and at the next, and what it asked of the store for the next."""

    first: Any
    again: Any
    queries: int


def answer_of(client: Client, address: str) -> Answer:
    first = client.get(address)  # the first look at a page writes the session

    with CaptureQueriesContext(connection) as captured:
        again = client.get(address)
    return Answer(first, again, len(captured))


def answers_of(client: Client, found: dict[str, str]) -> dict[str, Answer]:
    return {name: answer_of(client, address) for name, address in found.items()}


def queries_of(client: Client, found: dict[str, str]) -> dict[str, int]:
    return {name: answer.queries for name, answer in answers_of(client, found).items()}


@pytest.fixture(scope="module")
def answered() -> dict[str, dict[str, Answer]]:
    """What was answered so far, by home: the tests that read it change nothing, so every page is asked once."""
    return {}


@pytest.fixture
def of_example(answered: dict[str, dict[str, Answer]], request: pytest.FixtureRequest) -> dict[str, Answer]:
    """What every page of the example answers."""
    if "example" not in answered:
        filled = request.getfixturevalue("filled")
        answered["example"] = answers_of(filled, pages(example()))
    return answered["example"]


@pytest.fixture
def of_empty(answered: dict[str, dict[str, Answer]], request: pytest.FixtureRequest) -> dict[str, Answer]:
    """What every page of an empty home answers."""
    if "empty" not in answered:
        client, alice = request.getfixturevalue("client"), request.getfixturevalue("alice")
        answered["empty"] = answers_of(client, pages(alice))
    return answered["empty"]


def statuses(answers: dict[str, Answer]) -> dict[str, tuple[int, int]]:
    return {name: (answer.first.status_code, answer.again.status_code) for name, answer in answers.items()}


def fill(owner: Person, count: int) -> None:
    """So many rows of every kind that a page lists, on top of one another."""
    job, goal = a_job(owner), a_goal(owner)
    a_checkin(owner, weeks_before(1))
    for number in range(count):
        week = weeks_before(2 * number)
        a_checkin(owner, week)
        a_correction(a_note(owner, f"The same report, number {number}", week=week), "autonomy")
        a_note(owner, f"Learned a lot, number {number}", NoteKind.LIKE)
        a_note(owner, f"A thought, number {number}", NoteKind.UNSORTED)
        an_opening(owner, f"Editor {number}", text="Flexible hours. You learn every day.")
        milestone = a_milestone(goal, position=number)
        a_step(goal, milestone=milestone, position=number)
        done = an_accomplishment(owner, f"Done, number {number}", on=week)
        point = a_point(owner, f"Point {number}", position=number)
        a_rung(point, f"Done, number {number}").shown_by.add(done)
        a_goal(owner, f"Parked {number}", state="parked")
    for facet in ("autonomy", "learning_growth", "commute")[:count]:
        a_want(owner, facet)
        a_level(job, facet, 3)


def test_every_address_is_known_to_these_tests() -> None:
    named = [pattern.name for pattern in urlpatterns]

    assert sorted(str(name) for name in named) == sorted(OPEN | READ_ONLY | READ_AND_WRITE | WRITE_ONLY)


@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_every_address_is_locked_without_a_key(visitor: Client, bob: Person, method: str) -> None:
    found = addresses(bob, READ_ONLY | READ_AND_WRITE | WRITE_ONLY) | {"nowhere": "/nowhere/"}

    answers = {name: getattr(visitor, method)(address) for name, address in found.items()}

    told = {name: (answer.status_code, Page(answer).headline) for name, answer in answers.items()}
    assert told == dict.fromkeys(found, (401, "This door is locked."))
    assert [name for name, answer in answers.items() if b"bob" in answer.content] == []


def test_locked_door_stores_nothing(visitor: Client, alice: Person) -> None:
    visitor.post("/plan/time/", {f"start-{day}": "19:00" for day in range(7)})
    visitor.post("/example/open/")

    assert list(Person.objects.all()) == [alice]


def test_every_page_of_an_empty_home_answers(of_empty: dict[str, Answer]) -> None:
    told = {name: status for name, status in statuses(of_empty).items() if name in READ_ONLY | READ_AND_WRITE}

    assert told == {
        name: (404, 404) if name in NEEDS_ROWS else (200, 200) for name in READ_ONLY | READ_AND_WRITE
    }


def test_every_page_of_the_example_answers(of_example: dict[str, Answer]) -> None:
    told = statuses(of_example)

    assert told == {name: (404, 404) if name == "nowhere" else (200, 200) for name in MOST_QUERIES}


def test_every_page_of_the_example_asks_the_store_little(of_example: dict[str, Answer]) -> None:
    counted = {name: answer.queries for name, answer in of_example.items()}

    assert counted == MOST_QUERIES


def test_no_page_of_an_empty_home_asks_for_more(of_empty: dict[str, Answer]) -> None:
    there = {name: of_empty[name] for name in (READ_ONLY | READ_AND_WRITE) - NEEDS_ROWS}

    assert {name: page.queries for name, page in there.items() if page.queries > MOST_QUERIES[name]} == {}


def test_longer_lists_ask_no_more_of_the_store(client: Client, alice: Person) -> None:
    fill(alice, 1)
    few = queries_of(client, pages(alice))
    Goal.objects.all().delete()
    alice.delete()
    other = Person.objects.create(handle="alice with more")
    fill(other, 3)
    client.force_login(other)

    many = queries_of(client, pages(other))

    assert many == few


def test_no_page_of_an_empty_home_holds_anything_inline_or_foreign(of_empty: dict[str, Answer]) -> None:
    found = {name: faults(Page(of_empty[name].first)) for name in html_pages(of_empty)}

    assert {name: faulty for name, faulty in found.items() if faulty} == {}


def test_no_page_of_a_life_holds_anything_inline_or_foreign(client: Client, alice: Person) -> None:
    found = pages(a_life(alice))

    faulty = {name: faults(Page(client.get(found[name]))) for name in html_pages(found)}

    assert {name: told for name, told in faulty.items() if told} == {}


def test_no_page_of_the_example_holds_anything_inline_or_foreign(of_example: dict[str, Answer]) -> None:
    found = {name: faults(Page(of_example[name].first)) for name in html_pages(of_example)}

    assert {name: faulty for name, faulty in found.items() if faulty} == {}


def test_every_page_is_kept_by_no_cache_and_has_the_policy(of_example: dict[str, Answer]) -> None:
    answers = {name: answer.first.headers for name, answer in of_example.items()}

    told = {name: (kept["Cache-Control"], kept["Content-Security-Policy"]) for name, kept in answers.items()}
    assert told == dict.fromkeys(of_example, ("no-store", POLICY))


def test_every_page_has_one_headline_a_title_and_a_main_part(of_example: dict[str, Answer]) -> None:
    answers = {name: Page(of_example[name].first) for name in html_pages(of_example)}

    told = {
        name: (
            len(page.all("h1")),
            len(page.all("main", id="main")),
            page.texts("title")[0].endswith(" · Unrut"),
        )
        for name, page in answers.items()
    }
    assert told == dict.fromkeys(answers, (1, 1, True))


def html_pages(names: Iterable[str]) -> list[str]:
    """All pages but the files, with the page for an error."""
    return [
        name
        for name in names
        if name
        not in {
            "settings-export",
            "people-file",
            "people-portrait",
            "people-strengths-form",
            "people-strengths-paper",
            "people-talk-reminder",
            "settings-reminder",
            "plan-calendar",
            "help-respect-text",
            "behind-profile-text",
            "picture-file",
            "fit-boards-progress",
        }
    ]
