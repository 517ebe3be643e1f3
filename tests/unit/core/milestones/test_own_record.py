"""The outside view: how long things of a size took this person before."""

from datetime import date, timedelta
from math import exp

import numpy as np
import pytest

from unrut.core.milestones.own_record import FinishedThing, Similar, growth_of, similar_to, things_draws
from unrut.core.milestones.pace import Growth

pytestmark = pytest.mark.unit

BEGUN = date(2026, 1, 5)


def a_thing(weeks: float, size: float = 12, key: str = "milestone-1") -> FinishedThing:
    return FinishedThing(key, "Thing", BEGUN, BEGUN + timedelta(days=round(7 * weeks)), size)


def middle(things: list[FinishedThing], size: float = 12) -> float:
    return float(np.median(things_draws(things, seed=1).weeks(size)))


def test_thing_takes_at_least_a_day() -> None:
    assert a_thing(0).weeks == 1 / 7


@pytest.mark.parametrize(
    ("size", "similar"),
    [
        (12, Similar(3, 5, 9, ("a", "b", "c"))),
        (15, Similar(3, 5, 9, ("a", "b", "c"))),
        (30, None),
        (6, None),
        (100, Similar(1, 40, 40, ("d",))),
    ],
)
def test_similar_things_are_about_as_large(size: float, similar: Similar | None) -> None:
    things = [a_thing(5, key="a"), a_thing(9, 13, "b"), a_thing(6.4, 11, "c"), a_thing(40, 90, "d")]

    assert similar_to(size, things) == similar


def test_nothing_finished_is_like_nothing() -> None:
    assert similar_to(12, []) is None
    assert similar_to(0, [a_thing(1, 0)]) == Similar(1, 1, 1, ("milestone-1",))


def test_without_a_record_things_take_longer_than_meant() -> None:
    assert middle([]) == pytest.approx(6 * 56 / 34, rel=0.1)


def test_record_is_followed_the_more_the_longer_it_is() -> None:
    few, many = [a_thing(18)] * 2, [a_thing(18)] * 12

    assert middle([]) < middle(few) < middle(many) == pytest.approx(18, rel=0.1)


def test_twice_the_size_takes_twice_as_long() -> None:
    things = [a_thing(6), a_thing(8), a_thing(7)]

    assert middle(things, 24) == pytest.approx(2 * middle(things, 12))


def test_what_things_have_in_common_is_the_same_in_a_draw() -> None:
    things = [a_thing(6), a_thing(7)]

    draws = things_draws(things, seed=1)

    one, other = (np.log(draws.weeks(12, key)) for key in ("one", "other"))

    assert 0.05 < float(np.corrcoef(one, other)[0, 1]) < 0.95


def test_extreme_record_stays_finite() -> None:
    drawn = things_draws([a_thing(1000, 0.01)] * 3, seed=1).weeks(10_000)

    assert np.isfinite(drawn).all()
    assert drawn.max() <= 5_000 * exp(12.0) * 1.001


def test_growth_is_what_things_needed_beyond_what_they_were_meant_to() -> None:
    things = [
        FinishedThing("a", "Thing", BEGUN, BEGUN, 8, needed=12),
        FinishedThing("b", "Thing", BEGUN, BEGUN, 16, needed=12),
        FinishedThing("c", "Thing", BEGUN, BEGUN, 16),
        FinishedThing("d", "Thing", BEGUN, BEGUN, 0, needed=3),
    ]

    assert growth_of(things) == Growth((0.5, -0.25))
