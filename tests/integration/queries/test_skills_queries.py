"""What a person can: as they confirmed it, and as their words and their work propose it."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import a_job, a_note, a_skill, an_accomplishment, an_interest

from unrut.core.explore.occupations.atlas import Rated
from unrut.core.explore.occupations.own_skills import SkillTable, Standing
from unrut.models import NoteKind, Person
from unrut.queries.guide import Guide, current_guide
from unrut.queries.skills import (
    MOST_NOTES,
    USUAL_SHOWN,
    SkillProposal,
    known_skills,
    liked_texts,
    of_table,
    proposals_from,
    told_texts,
    usual_skills,
)
from unrut.queries.standpoint import standpoint_of

pytestmark = pytest.mark.integration

LISTENING, MATHEMATICS, LAW = "2.A.1.b", "2.A.1.e", "2.C.8.b"
MANAGERS, PROGRAMMERS, NEVER_ASKED = "11-2021.00", "15-1251.00", "15-1299.00"
CV = ["Presented the results to forty teachers", "Negotiated contracts with three suppliers"]


def usual(
    owner: Person, today: date, guide: Guide | None = None, known: set[str] | None = None
) -> list[SkillProposal]:
    guide = guide or current_guide()
    return usual_skills(standpoint_of(owner, guide, today=today), guide, known or set())


def test_known_skills_are_those_of_the_person_in_the_order_of_the_list(alice: Person, bob: Person) -> None:
    assert known_skills(bob)
    a_skill(alice, LAW, 6, evidence="")
    a_skill(alice, LISTENING, 4.2)
    a_skill(alice, "0.0.0", 3)

    known = known_skills(alice)

    assert [(skill.words.id, skill.standing, skill.evidence) for skill in known] == [
        (LISTENING, Standing.STRONG, "Ran the user panel"),
        (LAW, Standing.EXPERT, ""),
    ]
    assert [skill.words.id for skill in of_table(known, SkillTable.KNOWLEDGE)] == [LAW]


def test_proposals_carry_the_words_they_come_from_and_leave_out_what_is_known() -> None:
    proposed = proposals_from(CV)
    first = proposed[0].words.id

    assert all(set(proposal.quotes) <= set(CV) and proposal.quotes for proposal in proposed)
    assert [each.words.id for each in proposals_from(CV, {first})] == [each.words.id for each in proposed[1:]]
    assert proposals_from([]) == []


def test_told_texts_are_what_was_done_the_newest_first(alice: Person, bob: Person, today: date) -> None:
    an_accomplishment(bob, "Secret")
    an_accomplishment(alice, "Drew a map", skills=["Cartography", "Maps"], action="By hand")
    an_accomplishment(alice, "Drew a map", today, result="It hangs in the hall")

    assert told_texts(alice) == ["Drew a map", "It hangs in the hall", "By hand", "Cartography", "Maps"]


def test_liked_texts_are_interests_and_the_newest_liked_notes(alice: Person, bob: Person) -> None:
    an_interest(bob, "her secret")
    an_interest(alice)
    a_note(alice, "Dull")
    for number in range(MOST_NOTES + 1):
        a_note(alice, f"Good {number}", NoteKind.LIKE)

    texts = liked_texts(alice)
    assert (texts[:2], len(texts), "Good 0" in texts) == (
        ["old maps", f"Good {MOST_NOTES}"],
        MOST_NOTES + 1,
        False,
    )


def test_usual_skills_are_the_important_ones_of_the_work_one_did(alice: Person, today: date) -> None:
    a_job(alice, "Lead", occupation=MANAGERS)
    a_job(alice, "Coder", is_present=False, occupation=PROGRAMMERS)

    found = usual(alice, today)

    assert (len(found), {proposal.work for proposal in found}) == (
        USUAL_SHOWN,
        {"Marketing Managers", "Computer Programmers"},
    )
    assert len({proposal.words.id for proposal in found}) == USUAL_SHOWN
    assert {proposal.standing for proposal in found} <= {Standing.BASIC, Standing.WORKING, Standing.STRONG}
    assert not {found[0].words.id} & {
        each.words.id for each in usual(alice, today, known={found[0].words.id})
    }


@pytest.mark.parametrize("code", [NEVER_ASKED, ""])
def test_nothing_is_usual_where_nobody_was_asked_or_no_work_is_known(
    alice: Person, today: date, code: str
) -> None:
    a_job(alice, "Qqqq", occupation=code)
    assert not code or code in current_guide().atlas.rows

    assert usual(alice, today) == []


def test_levels_stand_for_importance_that_is_not_known(alice: Person, today: date) -> None:
    a_job(alice, occupation=PROGRAMMERS)
    guide = current_guide()
    at, row = standpoint_of(alice, guide, today=today), guide.atlas.rows[PROGRAMMERS]
    levels = guide.atlas.ratings[Rated.ACTIVITY_LEVEL]
    bare = Guide(replace(guide.atlas, ratings={Rated.ACTIVITY_LEVEL: levels}))

    found = [proposal.words.id for proposal in usual_skills(at, bare)]

    assert set(found[:3]) == {levels.ids[place] for place in (-levels.values[row]).argsort()[:3]}
    assert min(levels.values[row][levels.ids.index(element)] for element in found) >= 3.5


def test_nothing_is_proposed_without_a_level(alice: Person, today: date) -> None:
    a_job(alice, occupation=PROGRAMMERS)
    guide = current_guide()
    at = standpoint_of(alice, guide, today=today)
    importance = {Rated.SKILL_IMPORTANCE: guide.atlas.ratings[Rated.SKILL_IMPORTANCE]}

    assert usual_skills(at, Guide(replace(guide.atlas, ratings=importance))) == []
