"""Accomplishments as they are read, found again, and counted by skill."""

from datetime import date, timedelta

import pytest
from tests.factories import MONDAY, a_refusal, an_accomplishment

from unrut.models import Accomplishment, AccomplishmentSource, Person
from unrut.queries.accomplishments import (
    accomplishment_views,
    answers_to,
    find_accomplishments,
    index_of,
    listed_accomplishments,
    refusals_of,
    shown_expectations,
    skill_counts,
    told_of,
    unread_accomplishments,
)
from unrut.queries.notes import FacetState
from unrut.services.accomplishments import say_facet, tell_part
from unrut.services.readings import keep_readings

pytestmark = pytest.mark.integration

TAUGHT = "Taught two colleagues how to run the stocktaking"
CALMED = "Calmed an angry customer and found a solution both could live with"
WROTE = "Wrote the rota for the summer in one afternoon"


@pytest.fixture
def three(alice: Person) -> tuple[Accomplishment, Accomplishment, Accomplishment]:
    return (
        an_accomplishment(alice, TAUGHT, date(2025, 3, 1), skills=["Teaching", "stock"]),
        an_accomplishment(alice, CALMED, date(2026, 3, 1), skills=["teaching"]),
        an_accomplishment(alice, WROTE, date(2026, 9, 1)),
    )


def texts(found: list[object]) -> list[str]:
    return [one.row.text for one in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("rota", WROTE),
        ("customer complaint", CALMED),
        ("teaching others", TAUGHT),
        ('"two colleagues"', TAUGHT),
    ],
)
def test_accomplishment_is_found_by_words_and_meaning(
    alice: Person,
    bob: Person,
    three: tuple[Accomplishment, Accomplishment, Accomplishment],
    query: str,
    first: str,
) -> None:
    assert texts(find_accomplishments(alice, query))[0] == first


def test_search_is_narrowed_by_skill_and_time(
    alice: Person, three: tuple[Accomplishment, Accomplishment, Accomplishment]
) -> None:
    assert texts(find_accomplishments(alice, skill="teaching")) == [CALMED, TAUGHT]
    assert texts(find_accomplishments(alice, since=date(2026, 3, 1), until=date(2026, 3, 1))) == [CALMED]
    assert [row.text for row in listed_accomplishments(alice, skill=" TEACHING ")] == [CALMED, TAUGHT]
    assert [row.text for row in listed_accomplishments(alice, since=date(2026, 4, 1))] == [WROTE]
    assert [row.text for row in listed_accomplishments(alice, until=date(2025, 3, 1))] == [TAUGHT]


def test_nothing_is_found_of_others(alice: Person, bob: Person) -> None:
    assert find_accomplishments(alice, "done") == []
    assert answers_to(alice, "What are you most proud of?") == []


def test_interview_question_has_its_best_answer_first(
    alice: Person, three: tuple[Accomplishment, Accomplishment, Accomplishment]
) -> None:
    assert texts(answers_to(alice, "Tell me about a time you dealt with a difficult customer"))[0] == CALMED


def test_expectation_without_proof_is_an_honest_gap(
    alice: Person, three: tuple[Accomplishment, Accomplishment, Accomplishment]
) -> None:
    shown = shown_expectations(alice, ["Teaches and coaches colleagues", "Speaks fluent Japanese"])

    assert [[found.win.text for found in one.found][:1] for one in shown] == [[TAUGHT], []]


def test_index_is_remembered_until_something_changes(alice: Person) -> None:
    done = an_accomplishment(alice, TAUGHT)
    first = index_of(alice)
    assert index_of(alice) is first

    tell_part(alice, done.pk, "action", "With a paper bag of coffee beans")

    assert [found.win.id for found in index_of(alice).find("coffee beans")] == [done.pk]
    done.delete()
    assert index_of(alice).find("") == []


def test_index_knows_kept_and_said_facets(alice: Person) -> None:
    done = an_accomplishment(alice, "Learned how to read an X-ray on a course")
    keep_readings(alice)
    (read,) = accomplishment_views([Accomplishment.objects.get(pk=done.pk)])
    kept = [found.facet for found in read.facets]
    assert "learning_growth" in kept

    say_facet(alice, done.pk, "learning_growth", holds=False)
    say_facet(alice, done.pk, "autonomy", holds=True)

    (win,) = [found.win for found in index_of(alice).find("")]
    assert win.facets == (*(facet for facet in kept if facet != "learning_growth"), "autonomy")


def test_view_tells_what_was_read_and_what_was_said(alice: Person) -> None:
    done = an_accomplishment(alice, "Learned how to read an X-ray", facets={"autonomy": True})

    (view,) = accomplishment_views([done])

    states = {found.facet: found.state for found in view.facets}
    assert (states["learning_growth"], states["autonomy"]) == (FacetState.READ, FacetState.ADDED)


def test_only_what_the_person_wrote_waits_to_be_read(alice: Person) -> None:
    mine = an_accomplishment(alice)
    an_accomplishment(alice, "Imported", source=AccomplishmentSource.JRNL)

    assert list(unread_accomplishments(alice)) == [mine]

    assert keep_readings(alice) == 1
    assert list(unread_accomplishments(alice)) == []


def test_skills_are_counted_whatever_their_case(
    alice: Person, bob: Person, three: tuple[Accomplishment, Accomplishment, Accomplishment]
) -> None:
    assert skill_counts(alice) == [("Teaching", 2), ("stock", 1)]


def test_told_holds_every_part_and_detail(alice: Person) -> None:
    done = an_accomplishment(alice, action="I asked", figures="4 of 9")

    assert told_of(done) == {
        "situation": "",
        "task": "",
        "action": "I asked",
        "result": "",
        "figures": "4 of 9",
        "known_from": "",
        "seen_by": "",
    }


def test_refusals_are_told_oldest_first(alice: Person, bob: Person) -> None:
    done = an_accomplishment(alice, on=MONDAY - timedelta(days=1))
    first, second = a_refusal(done), a_refusal(done, "coworkers")

    assert refusals_of(alice) == [first, second]
