"""What a person says of where they stand among kinds of work is kept, refused with a sentence, and taken into ways and plan."""

from typing import Any

import pytest
from tests.factories import TODAY, a_background, a_goal, a_job, a_skill, a_step, a_way

from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.own_skills import Standing
from unrut.core.explore.ways import Figure
from unrut.errors import MissingError
from unrut.models import Background, OwnSkill, Person, Step, Way, WayFigure
from unrut.queries.guide import current_guide
from unrut.queries.occupation_page import occupation_page
from unrut.queries.occupations import Judged
from unrut.queries.scope import of
from unrut.services.occupations import (
    SaidSkill,
    confirm_skills,
    forget_skills,
    make_gaps_steps,
    say_background,
    say_occupation,
    weigh_occupation,
)

pytestmark = pytest.mark.integration

LISTENING, WRITING = "2.A.1.b", "2.A.1.c"
NURSES, PHYSICIANS = "29-1141.00", "29-1216.00"
NOWHERE = "99-9999.99"


def skills(owner: Person) -> list[tuple[str, float, str]]:
    return list(of(OwnSkill, owner).values_list("element", "level", "evidence"))


def test_skills_are_kept_and_said_anew(alice: Person, bob: Person) -> None:
    confirm_skills(alice, {LISTENING: SaidSkill(Standing.BASIC)}, today=TODAY)
    said = {LISTENING: SaidSkill(Standing.STRONG, " Ran the panel "), WRITING: SaidSkill(Standing.EXPERT)}

    assert confirm_skills(alice, said, today=TODAY) == 2
    assert skills(alice) == [(LISTENING, 4.5, "Ran the panel"), (WRITING, 6.0, "")]


@pytest.mark.parametrize(
    ("element", "evidence", "sentence"),
    [("9.Z", "", "is no skill of the list"), (WRITING, "x" * 501, "longer than 500 characters")],
)
def test_skill_that_cannot_be_keeps_none_of_them(
    alice: Person, element: str, evidence: str, sentence: str
) -> None:
    said = {LISTENING: SaidSkill(Standing.BASIC), element: SaidSkill(Standing.BASIC, evidence)}

    with pytest.raises(InvalidInputError, match=sentence):
        confirm_skills(alice, said, today=TODAY)
    assert skills(alice) == []


def test_forgetting_skills_leaves_those_of_others(alice: Person, bob: Person) -> None:
    a_skill(alice, LISTENING)
    a_skill(alice, WRITING)

    assert forget_skills(alice, [LISTENING, "9.Z"]) == 1
    assert [element for element, *_ in skills(alice)] == [WRITING]
    assert of(OwnSkill, bob).count() == 1


def test_background_is_kept_once_and_what_is_not_given_stays(alice: Person, bob: Person) -> None:
    say_background(alice, education=6, horizon="year", interests=("social", "social"))
    say_background(alice, horizon="any")
    say_background(alice, education=None, licences=["doctor", "doctor"])

    row = of(Background, alice).get()
    assert (row.education, row.licences, row.horizon, row.interests) == (None, ["doctor"], "any", ["social"])


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"education": 13}, "no schooling 13"),
        ({"education": 0}, "no schooling 0"),
        ({"licences": ["juggling"]}, '"juggling" is no licence'),
        ({"horizon": "never"}, '"never" is no horizon'),
        ({"interests": ["sleeping"]}, "Choose interests of realistic"),
        (
            {"interests": ["realistic", "social", "artistic", "enterprising"]},
            "at most 3 kinds of interest",
        ),
    ],
)
def test_background_that_cannot_be_is_refused(alice: Person, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        say_background(alice, **said)
    assert not of(Background, alice).exists()


def test_job_is_said_to_be_of_an_occupation_and_left_to_its_title_again(alice: Person) -> None:
    job = a_job(alice, "Chief happiness officer")

    assert say_occupation(alice, job.pk, f" {NURSES} ").occupation == NURSES
    assert say_occupation(alice, job.pk, "").occupation == ""


@pytest.mark.parametrize("code", [NOWHERE, "nurse", "29-11"])
def test_occupation_that_is_not_there_is_refused(alice: Person, code: str) -> None:
    job = a_job(alice)

    with pytest.raises(MissingError, match="no kind of work with the code"):
        say_occupation(alice, job.pk, code)
    with pytest.raises(MissingError, match="no kind of work with the code"):
        weigh_occupation(alice, code, today=TODAY)


def test_occupation_becomes_a_way_once_for_each_kind(alice: Person, bob: Person) -> None:
    first = weigh_occupation(alice, NURSES, today=TODAY)
    study = weigh_occupation(alice, NURSES, kind="study_part", today=TODAY)

    assert weigh_occupation(alice, NURSES, today=TODAY) == first
    assert [(way.kind, way.title, way.occupation) for way in of(Way, alice)] == [
        ("new_field", "Registered Nurses", NURSES),
        ("study_part", "Registered Nurses", NURSES),
    ]
    assert study.pk != first.pk


def test_way_takes_as_long_as_its_study_or_what_is_missing(alice: Person) -> None:
    a_background(alice, education=2)
    ways = [
        weigh_occupation(alice, PHYSICIANS, kind=kind, today=TODAY) for kind in ("study_full", "study_part")
    ]
    field = weigh_occupation(alice, PHYSICIANS, today=TODAY)

    full, part, missing = (WayFigure.objects.get(way=way, figure=Figure.MONTHS) for way in (*ways, field))
    assert 36 <= full.low <= full.likely <= full.high <= 120
    assert part.low >= min(full.low * 2, 120) - 1
    assert "hours, five a week" in missing.source


def test_study_that_is_not_needed_says_nothing_of_its_length(alice: Person) -> None:
    a_background(alice, education=8)

    way = weigh_occupation(alice, "43-9061.00", kind="study_part", today=TODAY)

    assert not WayFigure.objects.filter(way=way).exists()


def test_work_that_nobody_was_asked_about_says_nothing_of_its_length(alice: Person) -> None:
    way = weigh_occupation(alice, "29-1249.00", today=TODAY)

    assert not WayFigure.objects.filter(way=way).exists()


def test_weighing_a_way_that_cannot_be_keeps_nothing(alice: Person) -> None:
    with pytest.raises(InvalidInputError, match="is no way out"):
        weigh_occupation(alice, NURSES, kind="lottery", today=TODAY)
    assert not of(Way, alice).exists()


def missing(owner: Person, code: str) -> list[str]:
    page = occupation_page(owner, Judged(owner, today=TODAY), code)
    assert page is not None
    return [gap.element for gap in page.gaps.missing]


def test_gaps_become_steps_behind_those_there_are(alice: Person, bob: Person) -> None:
    goal = a_goal(alice)
    a_step(goal, "Read ten postings", position=4)
    chosen = missing(alice, NURSES)[:2]

    steps = make_gaps_steps(alice, NURSES, chosen, today=TODAY)

    assert [step.position for step in steps] == list(range(5, 5 + len(steps)))
    assert len(steps) == len({step.text for step in steps}) == len(chosen)
    assert make_gaps_steps(alice, NURSES, chosen, today=TODAY) == []
    assert of(Step, alice).count() == 1 + len(steps)


def test_gaps_without_a_plan_or_a_choice_are_refused(alice: Person) -> None:
    with pytest.raises(InvalidInputError, match="no plan yet"):
        make_gaps_steps(alice, NURSES, missing(alice, NURSES), today=TODAY)
    a_goal(alice)
    with pytest.raises(InvalidInputError, match="Nothing of what is missing was chosen"):
        make_gaps_steps(alice, NURSES, ["9.Z"], today=TODAY)


def test_a_way_of_somebody_else_is_not_mine(alice: Person, bob: Person) -> None:
    theirs = a_way(bob, kind="new_field", occupation=NURSES)

    assert weigh_occupation(alice, NURSES, today=TODAY).pk != theirs.pk
    assert len(current_guide().atlas) > 900
