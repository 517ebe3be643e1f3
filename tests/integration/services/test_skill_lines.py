"""What was read of a career as lines that may show skills, and the skills proposed from them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.people.contract import (
    ReadCertificate,
    ReadContact,
    ReadHonour,
    ReadLanguage,
    ReadPeople,
    ReadPosition,
    ReadProject,
    ReadRecommendation,
    ReadSchool,
    ReadSkill,
)
from unrut.importers.people.registry import read_people
from unrut.queries.skills import proposals_from
from unrut.services.skill_files import read_skill_file
from unrut.services.skill_lines import lines_of_people, proposed_of

pytestmark = pytest.mark.integration

NEGOTIATING = "2.B.1.d"
NEGOTIATED = "Negotiated prices with ten suppliers"


def read(**told: object) -> ReadPeople:
    return ReadPeople("linkedin", **told)  # type: ignore[arg-type]


CAREER = read(
    headline="Map maker",
    summary="Likes maps. Draws them.",
    positions=(
        ReadPosition("Mill", "Analyst", "Aarhus", "- Halved a report\n- Analyst"),
        ReadPosition("Club", "Coach", text="Trained ten", is_volunteer=True),
    ),
    projects=(ReadProject("Bus map", "Drew it", "https://bus.example"),),
    certificates=(ReadCertificate("First aid", "Red Cross"),),
    skills=(ReadSkill("R"), ReadSkill("Node.js; and. More", ("Dora Holm",)), ReadSkill("Coach")),
    schools=(ReadSchool("College", "Geography", "Led the choir"),),
)


def test_every_part_of_a_career_gives_lines_each_once() -> None:
    assert lines_of_people(CAREER) == [
        *("Map maker", "Likes maps.", "Draws them.", "Analyst", "Halved a report", "Coach", "Trained ten"),
        *("Bus map", "Drew it", "First aid", "R", "Node.js; and. More", "Geography", "Led the choir"),
    ]


def test_what_is_of_others_or_no_work_gives_none() -> None:
    others = read(
        contacts=(ReadContact("k", "Dora Holm", position=NEGOTIATED, note=NEGOTIATED),),
        recommendations=(ReadRecommendation("Dora", "Mill", "Chief", NEGOTIATED, None, is_received=True),),
        honours=(ReadHonour("Best of all"),),
        languages=(ReadLanguage("Danish"),),
    )

    assert (lines_of_people(others), proposed_of(others)) == ([], [])


@pytest.mark.parametrize(
    "career",
    [
        read(headline=NEGOTIATED),
        read(summary=NEGOTIATED),
        read(positions=(ReadPosition("Mill", NEGOTIATED),)),
        read(positions=(ReadPosition("Club", "", text=NEGOTIATED, is_volunteer=True),)),
        read(projects=(ReadProject("Prices", NEGOTIATED),)),
        read(certificates=(ReadCertificate(NEGOTIATED, ""),)),
        read(skills=(ReadSkill(NEGOTIATED),)),
        read(schools=(ReadSchool("College", "", NEGOTIATED),)),
    ],
)
def test_skill_is_proposed_with_the_words_that_show_it(career: ReadPeople) -> None:
    found = {proposal.words.id: proposal.quotes for proposal in proposed_of(career)}

    assert found[NEGOTIATING] == (NEGOTIATED,)


def test_named_skill_is_proposed_and_one_that_is_known_is_not() -> None:
    career = read(skills=(ReadSkill("Negotiation"), ReadSkill("Zzz")))

    assert NEGOTIATING in [proposal.words.id for proposal in proposed_of(career)]
    assert NEGOTIATING not in [proposal.words.id for proposal in proposed_of(career, {NEGOTIATING})]


def test_file_read_once_proposes_what_its_lines_do() -> None:
    content = json.dumps(
        {"work": [{"name": "Mill", "position": "Buyer", "highlights": [NEGOTIATED]}]}
    ).encode()

    found = proposed_of(read_people("resume.json", content))
    assert found == proposals_from(read_skill_file("resume.json", content))
    assert found != []


@given(st.text(), st.text(min_size=1))
def test_lines_are_the_same_however_often_they_are_said(text: str, name: str) -> None:
    once = read(summary=text, skills=(ReadSkill(name),))
    twice = read(summary=f"{text}\n{text}", headline=text, skills=(ReadSkill(name), ReadSkill(name)))

    assert sorted(lines_of_people(once)) == sorted(lines_of_people(twice))
