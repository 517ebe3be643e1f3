"""The crosswalk: which elements tell of a facet, and what they leave open."""

import re

import pytest

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.levels import UNKNOWN
from unrut.core.explore.occupations.atlas import Rated
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.crosswalk import Clue, Crossing, load_crosswalk, shipped_crosswalk
from unrut.core.facets import shipped_vocabulary

pytestmark = pytest.mark.unit

SILENT = [
    "job_feedback",
    "role_clarity",
    "pointless_work",
    "fairness",
    "voice_information",
    "commute",
    "job_interest",
    "values_fit",
    "leadership_trust",
]
GOOD = """
[facet.autonomy]
strength = 0.6
reason = "It is asked."

[facet.autonomy.elements.freedom]
table = "context"
id = "4.C.3.a.4"
direction = 1
weight = 0.5
words = "freedom"
reason = "It says so."
"""


def test_facets_of_the_package_are_those_of_the_vocabulary_but_the_silent() -> None:
    assert set(shipped_crosswalk()) | set(SILENT) == set(shipped_vocabulary().facets)
    assert not set(shipped_crosswalk()) & set(SILENT)


def test_elements_of_the_package_stand_in_the_atlas() -> None:
    ratings = shipped_atlas().ratings

    for crossing in shipped_crosswalk().values():
        assert [clue.id for clue in crossing.clues if clue.id not in ratings[clue.table].ids] == []


def test_words_of_the_package_can_stand_inside_a_sentence() -> None:
    for crossing in shipped_crosswalk().values():
        assert re.fullmatch(r"[A-Z][^!]+\.", crossing.reason)
        for clue in crossing.clues:
            assert re.fullmatch(r"[a-z][a-z,' -]+[a-z]", clue.words)
            assert re.fullmatch(r"[A-Z][^!]+\.", clue.reason)


def test_the_same_element_has_the_same_words_wherever_its_direction_goes() -> None:
    words: dict[tuple[Rated, str], set[str]] = {}
    for crossing in shipped_crosswalk().values():
        for clue in crossing.clues:
            words.setdefault((clue.table, clue.id), set()).add(clue.words)

    several = {key: told for key, told in words.items() if len(told) > 1}
    assert several == {
        (Rated.ACTIVITY_LEVEL, "4.A.2.b.3"): {"putting knowledge to use", "keeping knowledge up to date"}
    }


@pytest.mark.parametrize(("strength", "sd"), [(0.6, 2.4), (0.8, 1.8), (0.001, UNKNOWN.sd)])
def test_deviation_leaves_open_what_is_not_told(strength: float, sd: float) -> None:
    assert Crossing("autonomy", strength, "", ()).sd == pytest.approx(sd, abs=1e-5)


def test_file_is_read() -> None:
    clue = Clue(Rated.CONTEXT, "4.C.3.a.4", 1, 0.5, "freedom", "It says so.")

    assert load_crosswalk(GOOD, file="c.toml") == {
        "autonomy": Crossing("autonomy", 0.6, "It is asked.", (clue,))
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("strength = 0.6", "strength = 1", "c.toml, line 3: facet.autonomy.strength should lie between"),
        ("strength = 0.6", "strength = 0", "facet.autonomy.strength should lie between 0 and 1"),
        ("weight = 0.5", "weight = 0", "line 10: facet.autonomy.elements.freedom.weight should be above 0"),
        ("direction = 1", "direction = 0", "line 9: facet.autonomy.elements.freedom.direction should be 1"),
        ('"context"', '"weather"', 'elements.freedom.table is "weather", which is none of'),
        ('words = "freedom"', "", "elements.freedom.words is missing"),
        ('words = "freedom"', 'words = "freedom"\nmood = 1', "elements.freedom.mood is not a field we know"),
        (GOOD[GOOD.index("[facet.autonomy.elements") :], "elements = {}", "should name at least one element"),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    assert old in GOOD

    with pytest.raises(InvalidReferenceError) as refused:
        load_crosswalk(GOOD.replace(old, new, 1), file="c.toml")

    assert told in str(refused.value)


def test_element_named_twice_is_refused() -> None:
    clue = GOOD[GOOD.index("[facet.autonomy.elements") :]

    with pytest.raises(InvalidReferenceError, match=r"facet\.autonomy\.elements names an element twice"):
        load_crosswalk(GOOD + clue.replace("freedom]", "again]"), file="c.toml")
