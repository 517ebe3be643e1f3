"""The list of strengths is whole, our own, and read strictly."""

from collections import Counter

import pytest

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.strengths.vocabulary import (
    LEAST_PHRASES,
    STRANDS,
    Shape,
    Strength,
    load_strengths,
    shipped_strengths,
)
from unrut.core.plan.steps import Strand

pytestmark = pytest.mark.unit

TEXT = """
[group.people]
name = "With people"

[strength.explains]
name = "Explains things"
sentence = "Says hard things simply."
group = "people"
phrases = ["explains", "teaches", "breaks it down", "makes it clear", "patient teacher", "shows me", "presents", "lectures"]
wasted = "Work alone."
wastes = ["alone", "no talk", "a basement", "nobody there"]
facets = ["coworkers"]
strands = ["connections"]
shapes = ["talk", "write"]
"""


def test_shipped_list_has_24_to_30_strengths_in_groups_that_are_all_used() -> None:
    known = shipped_strengths()

    assert 24 <= len(known.strengths) <= 30
    assert {one.group for one in known.strengths.values()} == set(known.groups)


def test_no_two_strengths_share_a_name_or_a_phrase() -> None:
    known = shipped_strengths().strengths.values()
    said = Counter(phrase.lower() for one in known for phrase in one.phrases)

    assert len({one.name for one in known}) == len(known)
    assert [phrase for phrase, uses in said.items() if uses > 1] == []
    assert min(len(one.phrases) for one in known) >= LEAST_PHRASES


def test_every_strength_goes_with_a_facet_a_strand_and_a_shape() -> None:
    for one in shipped_strengths().strengths.values():
        assert one.facets
        assert one.strands
        assert one.shapes


def test_strands_are_those_of_plans() -> None:
    assert set(STRANDS) == set(Strand)


def test_list_is_read_field_by_field() -> None:
    found = load_strengths(TEXT, file="small.toml")

    assert found.groups == {"people": "With people"}
    assert "explains" in found
    assert "flies" not in found
    assert found["explains"] == Strength(
        id="explains",
        name="Explains things",
        sentence="Says hard things simply.",
        group="people",
        phrases=found["explains"].phrases,
        wasted="Work alone.",
        wastes=("alone", "no talk", "a basement", "nobody there"),
        facets=("coworkers",),
        strands=("connections",),
        shapes=(Shape.TALK, Shape.WRITE),
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[group.people]", "[part.people]", 'small.toml has a part "part", which is none of group, strength'),
        ('group = "people"', 'group = "none"', 'line 8: strength.explains.group names "none"'),
        (', "lectures"', "", "line 9: strength.explains.phrases has 7 entries and needs at least 8"),
        ('"lectures"', '"of the"', 'line 9: strength.explains.phrases has "of the", which says nothing'),
        (', "nobody there"', "", "line 11: strength.explains.wastes has 3 entries and needs at least 4"),
        ('["coworkers"]', '["colleagues"]', 'facets names "colleagues", which is none of '),
        ('["connections"]', '["talks"]', 'strands names "talks", which is none of knowledge'),
        ('["talk", "write"]', '["fly"]', 'shapes names "fly", which is none of talk'),
        ('wasted = "Work alone."', "", "strength.explains.wasted is missing"),
        ('name = "Explains things"', 'name = "E"\nvia = 1', "strength.explains.via is not a field"),
        ("[strength.explains]", "[strength", "cannot be read"),
    ],
)
def test_wrong_list_names_line_and_field(old: str, new: str, told: str) -> None:
    with pytest.raises(InvalidReferenceError, match=told):
        load_strengths(TEXT.replace(old, new), file="small.toml")
