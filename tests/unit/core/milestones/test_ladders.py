"""Ladders to start from: the shipped ones are sound, and a wrong file says where it is wrong."""

import re

import pytest

from unrut.core.errors import InvalidReferenceError
from unrut.core.milestones.ladders import (
    NONE_OF_THEM,
    Ladder,
    Rung,
    Size,
    load_ladders,
    nearest_size,
    shipped_ladders,
)

pytestmark = pytest.mark.unit

GOOD = """
[ladder.baker]
name = "Baker"
example = "My own oven"
summary = "From flour to bread."

[rung.baker_flour]
ladder = "baker"
name = "I have flour"
test = "It stands in the kitchen."
size = "small"
"""


def test_ladder_is_read_with_its_rungs() -> None:
    assert load_ladders(GOOD, file="l.toml") == {
        "baker": Ladder(
            "baker",
            "Baker",
            "My own oven",
            "From flour to bread.",
            (Rung("I have flour", "It stands in the kitchen.", Size.SMALL),),
        )
    }


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (GOOD.replace('"small"', '"tiny"'), 'l.toml, line 11: rung.baker_flour.size is "tiny"'),
        (GOOD.replace('ladder = "baker"', 'ladder = "cook"'), 'ladder names "cook", which is not defined'),
        (GOOD + "colour = 1", "colour is not a field we know"),
        (GOOD + "[step.a]\nx = 1", 'l.toml has a part "step"'),
        (GOOD.replace('test = "It stands in the kitchen."\n', ""), "test is missing"),
    ],
)
def test_wrong_file_says_where(wrong: str, told: str) -> None:
    with pytest.raises(InvalidReferenceError, match=re.escape(told)):
        load_ladders(wrong, file="l.toml")


def test_shipped_ladders_end_with_the_empty_one() -> None:
    ladders = shipped_ladders()

    assert list(ladders)[-1] == NONE_OF_THEM
    assert ladders[NONE_OF_THEM].rungs == ()
    assert all(4 <= len(ladder.rungs) <= 6 for ladder in ladders.values() if ladder.id != NONE_OF_THEM)


def test_no_rung_of_a_shipped_ladder_is_written_twice() -> None:
    names = [rung.name for ladder in shipped_ladders().values() for rung in ladder.rungs]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("sittings", "size"),
    [
        (1, Size.SMALL),
        (8, Size.SMALL),
        (10, Size.SMALL),
        (11, Size.MEDIUM),
        (14, Size.MEDIUM),
        (15, Size.LARGE),
        (500, Size.LARGE),
    ],
)
def test_size_is_the_nearest(sittings: int, size: Size) -> None:
    assert nearest_size(sittings) is size
