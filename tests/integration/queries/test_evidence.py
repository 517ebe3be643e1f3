"""From a goal back to the dated notes it rests on."""

import pytest
from tests.factories import MONDAY, TODAY, a_goal, a_job, a_level, a_note, a_want, an_opening, weeks_before

from unrut.models import NoteKind, Person
from unrut.queries.evidence import chain_of

pytestmark = pytest.mark.integration


def test_chain_of_a_goal_leads_to_the_notes(alice: Person, bob: Person) -> None:
    for count in range(3):
        a_note(alice, f"The train {count}", NoteKind.DISLIKE, weeks_before(count))
    a_note(alice, "The bus", NoteKind.LIKE, weeks_before(5))
    goal = a_goal(alice)

    chain = chain_of(alice, goal, today=TODAY)

    (ground,) = chain.grounds
    assert chain.goal == goal
    assert chain.option is not None
    assert chain.option.key == "present"
    assert ground.cause is not None
    assert ground.energy is not None
    assert (ground.want.facet, ground.cause.facet, ground.energy.facet) == ("commute",) * 3
    assert [(note.week, note.text) for note in ground.notes] == [
        (MONDAY, "The train 0"),
        (weeks_before(1), "The train 1"),
    ]


def test_wants_the_option_serves_come_first(alice: Person) -> None:
    job = a_job(alice)
    for facet, weight in (("fairness", 90), ("autonomy", 80), ("coworkers", 70), ("commute", 40)):
        a_want(alice, facet, weight, 0 if facet == "commute" else 10)
        a_level(job, facet, 5)
    opening = an_opening(alice, text="This is a fully remote role.")

    chain = chain_of(alice, a_goal(alice, option=f"opening-{opening.pk}"), today=TODAY)

    assert [ground.want.facet for ground in chain.grounds] == ["commute", "fairness", "autonomy"]
    assert [(ground.cause, ground.energy, ground.notes) for ground in chain.grounds] == [(None, None, ())] * 3


def test_option_that_is_gone_leaves_the_wants(alice: Person, bob: Person) -> None:
    a_want(alice, "commute", 40, 0)
    a_want(alice, "fairness", 90, 10)

    chain = chain_of(alice, a_goal(alice, option="opening-0"), today=TODAY)

    assert chain.option is None
    assert [ground.want.facet for ground in chain.grounds] == ["fairness", "commute"]


def test_goal_of_a_person_who_wrote_nothing_rests_on_nothing(alice: Person, bob: Person) -> None:
    chain = chain_of(alice, a_goal(alice), today=TODAY)

    assert (chain.option, chain.grounds) == (None, ())
