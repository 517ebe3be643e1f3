"""The words for skills, knowledge and activities."""

import pytest

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Rated
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.needs import elements_of
from unrut.core.explore.occupations.skill_words import (
    LEVEL_OF,
    SkillTable,
    Standing,
    load_skills,
    plain_names,
    shipped_skills,
    standing_of,
)

pytestmark = pytest.mark.unit

GOOD = """[skill.juggling]
id = "2.X.1"
name = "Juggling"
definition = "Do you keep balls in the air?"
words = ["juggled", "three balls", "clubs", "circus"]
"""


def test_words_are_there_for_every_element_of_the_release() -> None:
    skills = shipped_skills()

    assert set(skills) == set(elements_of(shipped_atlas()))
    tables = [skill.table for skill in skills.values()]
    assert [tables.count(kind) for kind in SkillTable] == [35, 33, 41]


def test_elements_go_by_plain_names_and_what_has_none_is_left_out() -> None:
    assert plain_names(["2.C.1.d", "9.Z.9", "2.A.1.e", "2.C.4.a"]) == [
        "Selling and marketing",
        "Using mathematics",
        "Mathematics",
    ]
    assert plain_names([]) == []


@pytest.mark.parametrize("standing", Standing)
def test_standing_of_its_own_level_is_itself(standing: Standing) -> None:
    assert standing_of(LEVEL_OF[standing]) is standing


@pytest.mark.parametrize(
    ("level", "standing"), [(0.75, "none"), (0.76, "basic"), (7.0, "expert"), (3.7, "working")]
)
def test_standing_is_the_nearest_and_of_two_the_lower(level: float, standing: str) -> None:
    assert standing_of(level) == standing


def test_words_stand_in_the_table_of_their_element() -> None:
    atlas = shipped_atlas()

    for skill in shipped_skills().values():
        assert skill.id in atlas.ratings[skill.table.level].ids


def test_names_differ_and_are_short_and_definitions_ask() -> None:
    skills = shipped_skills().values()

    assert len({skill.name for skill in skills}) == 109
    assert max(len(skill.name) for skill in skills) <= 40
    assert all(skill.definition.endswith("?") and skill.definition.count("?") == 1 for skill in skills)
    assert all(len(set(skill.words)) == len(skill.words) >= 4 for skill in skills)


def test_standings_are_evenly_apart_on_the_scale() -> None:
    assert [LEVEL_OF[standing] for standing in Standing] == [0, 1.5, 3, 4.5, 6]


def test_tables_know_their_ratings() -> None:
    assert SkillTable.ACTIVITY.level is Rated.ACTIVITY_LEVEL
    assert SkillTable.KNOWLEDGE.importance is Rated.KNOWLEDGE_IMPORTANCE


def test_file_is_read() -> None:
    skill = load_skills(GOOD, file="s.toml")["2.X.1"]

    assert (skill.table, skill.name) == (SkillTable.SKILL, "Juggling")
    assert skill.words == ("juggled", "three balls", "clubs", "circus")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (', "circus"', "", "line 5: skill.juggling.words should have at least 4 entries and has 3."),
        ('"clubs"', '"c++"', 'line 5: skill.juggling.words has "c++", which is too short to tell anything.'),
        ("[skill.juggling]", "[trick.juggling]", 's.toml has a part "trick", which is none of skill, knowl'),
        ("name =", "nam =", "skill.juggling.name is missing."),
        ("words =", 'note = "x"\nwords =', "line 5: skill.juggling.note is not a field we know."),
        ('circus"]', f'circus"]\n{GOOD.replace("juggling", "b")}', 'skill.b.id is "2.X.1", as is another.'),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    assert old in GOOD

    with pytest.raises(InvalidReferenceError) as refused:
        load_skills(GOOD.replace(old, new, 1), file="s.toml")

    assert told in str(refused.value)
