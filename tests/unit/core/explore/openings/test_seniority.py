import pytest

from unrut.core.explore.openings.experience import Years
from unrut.core.explore.openings.kinds import Said, Stated
from unrut.core.explore.openings.seniority import (
    Seniority,
    seniority_of_title,
    seniority_of_words,
    seniority_of_years,
)

pytestmark = pytest.mark.unit

S = Seniority


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Baking Intern", S.INTERN),
        ("Trainee Baker", S.INTERN),
        ("Junior Baker", S.ENTRY),
        ("Entry-level Baker", S.ENTRY),
        ("Graduate Engineer", S.ENTRY),
        ("Mid-level Developer", S.MID),
        ("Senior Baker", S.SENIOR),
        ("Sr. Baker", S.SENIOR),
        ("Lead Teacher", S.LEAD),
        ("Staff Software Engineer", S.LEAD),
        ("Principal Engineer", S.LEAD),
        ("Head Chef", S.LEAD),
        ("Bakery Manager", S.MANAGER),
        ("Head of Bread", S.DIRECTOR),
        ("Director of Bread", S.DIRECTOR),
        ("Chief Bread Officer", S.EXECUTIVE),
        ("CTO", S.EXECUTIVE),
        ("VP Bread", S.EXECUTIVE),
        ("Managing Director", S.EXECUTIVE),
        ("Abteilungsleiter Backstube", S.MANAGER),
        ("Product Manager", None),
        ("Senior Product Manager", S.SENIOR),
        ("Caregiver, Senior Living", None),
        ("Junior High Teacher", None),
        ("Middle School Teacher", None),
        ("Account Executive", None),
        ("Executive Assistant", None),
        ("Staff Nurse", None),
        ("Lead Generation Specialist", None),
        ("Internal Auditor", None),
        ("Baker", None),
    ],
)
def test_seniority_of_title_cases(title: str, expected: Seniority | None) -> None:
    assert seniority_of_title(title) == (Stated(expected, Said(title)) if expected else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Entry level", S.ENTRY),
        ("Mid-Senior level", S.MID),
        ("SENIOR", S.SENIOR),
        ("Director", S.DIRECTOR),
        ("Internship", S.INTERN),
        ("Executive", S.EXECUTIVE),
        ("Teamleitung", S.LEAD),
        ("Führungskraft", S.MANAGER),
        ("Not Applicable", None),
    ],
)
def test_seniority_of_words_of_a_field(words: str, expected: Seniority | None) -> None:
    assert seniority_of_words(words) == (Stated(expected, Said(words)) if expected else None)


@pytest.mark.parametrize(
    ("low", "expected"), [(0, S.ENTRY), (1.5, S.ENTRY), (2, S.MID), (4, S.MID), (5, S.SENIOR), (12, S.SENIOR)]
)
def test_seniority_of_years_by_the_least(low: float, expected: Seniority) -> None:
    said = Said("some years", 3, 13)

    assert seniority_of_years(Stated(Years(low), said)) == Stated(expected, said)
