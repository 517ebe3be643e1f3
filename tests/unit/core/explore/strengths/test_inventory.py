"""The inventory is scored with its published key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.explore.strengths.inventory import (
    Item,
    Score,
    in_turn,
    load_scales,
    score,
    shipped_scales,
)

pytestmark = pytest.mark.unit

ITEMS = [item for scale in shipped_scales() for item in scale.items]
TEXT = """
[scale.curiosity]
name = "Curiosity"
agreeing = ["Ask.", "Look."]
reversed = ["Doze.", "Yawn."]
"""


def test_scales_are_those_published_but_one() -> None:
    assert len(shipped_scales()) == 23
    assert len({item.id for item in ITEMS}) == len({item.text for item in ITEMS}) == 92


def test_every_scale_has_two_items_each_way() -> None:
    keys = {tuple(item.is_reversed for item in scale.items) for scale in shipped_scales()}

    assert keys == {(False, True, False, True)}


def test_items_are_read_as_sentences_about_oneself() -> None:
    (scale,) = load_scales(TEXT, file="small.toml")

    assert scale.items == (
        Item("curiosity_1", "I ask.", is_reversed=False),
        Item("curiosity_2", "I doze.", is_reversed=True),
        Item("curiosity_3", "I look.", is_reversed=False),
        Item("curiosity_4", "I yawn.", is_reversed=True),
    )


def test_no_strength_is_asked_for_twice_in_a_row() -> None:
    asked = [item.id.rpartition("_")[0] for item in in_turn()]

    assert sorted(asked) == sorted(item.id.rpartition("_")[0] for item in ITEMS)
    assert all(len(set(asked[at : at + 23])) == 23 for at in range(0, 92, 23))


def test_answers_are_scored_by_the_key() -> None:
    answers = {"curiosity_1": 5, "curiosity_2": 1, "curiosity_3": 4, "curiosity_4": 4}

    assert score(answers)[0] == Score("curiosity", 4.0, 4)


@pytest.mark.parametrize(("count", "value"), [(0, None), (2, None), (3, 11 / 3), (4, 3.0)])
def test_too_few_answers_give_no_score(count: int, value: float | None) -> None:
    answers = {f"curiosity_{at}": 5 for at in (1, 2, 3, 4)[:count]}

    found = {one.scale: one for one in score(answers)}

    assert found["curiosity"] == Score("curiosity", value, count)


def test_scales_without_a_score_come_last() -> None:
    answers = {f"zest_{at}": 1 for at in range(1, 5)} | {"hope_1": 5}

    found = score(answers)

    assert (found[0].scale, found[0].value) == ("zest", 3.0)
    assert {one.value for one in found[1:]} == {None}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"flying_1": 3}, '"flying_1" is no item'),
        ({"hope_1": 0}, "is 0. Choose a whole number from 1 to 5"),
        ({"hope_1": 6}, "is 6"),
    ],
)
def test_answer_off_the_scale_is_refused(answers: dict[str, int], told: str) -> None:
    with pytest.raises(InvalidInputError, match=told):
        score(answers)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Ask.", "Look."', '"Ask."', "line 4: scale.curiosity.agreeing should have 2 entries and has 1"),
        ('name = "Curiosity"', 'name = ""', "line 3: scale.curiosity.name should be a text"),
        ('name = "Curiosity"', 'name = "C"\nnorm = 3', "line 4: scale.curiosity.norm is not a field"),
    ],
)
def test_wrong_file_names_line_and_field(old: str, new: str, told: str) -> None:
    with pytest.raises(InvalidReferenceError, match=told):
        load_scales(TEXT.replace(old, new), file="small.toml")


@given(st.dictionaries(st.sampled_from([item.id for item in ITEMS]), st.integers(1, 5)))
def test_scores_of_any_answers_stay_on_the_scale(answers: dict[str, int]) -> None:
    found = score(answers)

    known = [one.value for one in found if one.value is not None]
    assert known == sorted(known, reverse=True)
    assert all(1 <= value <= 5 for value in known)
    assert sum(one.answered for one in found) == len(answers)
