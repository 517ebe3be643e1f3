"""Wants follow from what weighs and what lifts, and give a worth to every level."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.wants import (
    MOST_WANTS,
    Want,
    grounds,
    propose_wants,
    shares,
    wanted_level,
    worst_level,
)
from unrut.core.facets import Polarity, shipped_vocabulary
from unrut.core.reflect.causes import Cause, Picture

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
IDS = list(VOCABULARY.facets)
WEEK = date(2026, 11, 16)

some_shares = st.dictionaries(st.sampled_from(IDS), st.floats(0.01, 0.99))


def a_cause(facet: str, share: float) -> Cause:
    return Cause(facet, (WEEK,), 10, share, (1,))


def a_picture(causes: dict[str, float], energies: dict[str, float]) -> Picture:
    return Picture(
        (WEEK,),
        tuple(a_cause(facet, share) for facet, share in causes.items()),
        tuple(a_cause(facet, share) for facet, share in energies.items()),
    )


@pytest.mark.parametrize(
    ("wanted", "level", "value"),
    [
        (10, 10, 1.0),
        (10, 0, 0.0),
        (10, 5, 0.5),
        (0, 0, 1.0),
        (0, 10, 0.0),
        (6, 6, 1.0),
        (6, 0, 0.0),
        (6, 10, 1 / 3),
        (4, 10, 0.0),
        (4, 1, 0.5),
    ],
)
def test_worth_of_a_level_falls_with_its_distance(wanted: float, level: float, value: float) -> None:
    assert Want("autonomy", 50, wanted).value(level) == pytest.approx(value)


@pytest.mark.parametrize(
    ("wanted", "worst", "level", "value"),
    [
        (2, 8, 8, 0.0),
        (2, 8, 9, 0.0),  # worse than the worst one would meet counts no less
        (2, 8, 5, 0.5),
        (2, 8, 0, 2 / 3),  # beside what is wanted on the other side
        (8, 4, 6, 0.5),
        (8, 4, 2, 0.0),
        (5, 5, 5.5, 0.5),  # a range of nothing is a level wide
        (5, 4.9, 4, 0.0),
    ],
)
def test_worth_falls_to_nothing_at_the_worst_realistic_level(
    wanted: float, worst: float, level: float, value: float
) -> None:
    assert Want("autonomy", 50, wanted, worst).value(level) == pytest.approx(value)


@given(st.floats(0, 10), st.none() | st.floats(0, 10), st.floats(0, 10))
def test_worth_is_never_outside_its_scale(wanted: float, worst: float | None, level: float) -> None:
    assert 0 <= Want("autonomy", 50, wanted, worst).value(level) <= 1


@given(st.floats(0, 10))
def test_worst_there_is_counts_as_no_worst_at_all(wanted: float) -> None:
    assert Want("autonomy", 50, wanted, worst_level(wanted)).reach == Want("autonomy", 50, wanted).reach


@pytest.mark.parametrize(("wanted", "worst"), [(10, 0.0), (5, 0.0), (4.9, 10.0), (0, 10.0)])
def test_worst_level_is_the_farther_end(wanted: float, worst: float) -> None:
    assert worst_level(wanted) == worst


@pytest.mark.parametrize(("facet", "is_own"), [("own_1", True), ("autonomy", False)])
def test_want_of_ones_own_is_none_of_the_facets(facet: str, is_own: bool) -> None:
    assert Want(facet, 50, 10, name="Mine").is_own is is_own


@pytest.mark.parametrize(
    ("facet", "wanted"),
    [
        ("autonomy", 10.0),  # more is better
        ("commute", 0.0),  # less is better
        ("task_variety", 6.0),  # ideal point, usually too little
        ("workload_pace", 4.0),  # ideal point, usually too much
        ("remote_location", 10.0),  # personal: the end away from the usual problem
    ],
)
def test_wanted_level_follows_from_the_polarity(facet: str, wanted: float) -> None:
    assert wanted_level(VOCABULARY[facet]) == wanted


def test_polarities_of_the_table_above_are_all_there_are() -> None:
    assert {facet.polarity for facet in VOCABULARY.facets.values()} == set(Polarity)


def test_nothing_is_proposed_from_nothing() -> None:
    assert propose_wants(a_picture({}, {}), VOCABULARY) == []


def test_what_lifts_counts_a_little_less_than_what_weighs() -> None:
    picture = a_picture({"commute": 0.5}, {"autonomy": 0.5})

    assert propose_wants(picture, VOCABULARY) == [Want("commute", 100, 0.0), Want("autonomy", 70, 10.0)]


def test_facet_that_weighs_and_lifts_counts_for_both() -> None:
    picture = a_picture({"commute": 0.5, "autonomy": 0.4}, {"autonomy": 0.5})

    assert propose_wants(picture, VOCABULARY) == [Want("autonomy", 100, 10.0), Want("commute", 65, 0.0)]


def test_weakest_want_keeps_the_least_weight() -> None:
    picture = a_picture({"commute": 0.9, "autonomy": 0.01}, {})

    assert [want.weight for want in propose_wants(picture, VOCABULARY)] == [100, 5]


def test_equal_wants_come_in_order_of_the_vocabulary() -> None:
    picture = a_picture({"commute": 0.5, "autonomy": 0.5}, {})

    assert [want.facet for want in propose_wants(picture, VOCABULARY)] == ["autonomy", "commute"]


def test_ninth_want_is_left_out() -> None:
    picture = a_picture({facet: 0.9 - place / 100 for place, facet in enumerate(IDS[:9])}, {})

    assert [want.facet for want in propose_wants(picture, VOCABULARY)] == IDS[:MOST_WANTS]


@given(some_shares, some_shares)
def test_proposed_wants_are_on_the_scale_and_the_heaviest_comes_first(
    causes: dict[str, float], energies: dict[str, float]
) -> None:
    wants = propose_wants(a_picture(causes, energies), VOCABULARY)

    weights = [want.weight for want in wants]
    assert len(wants) == min(MOST_WANTS, len({*causes, *energies}))
    assert weights == sorted(weights, reverse=True)
    assert weights[:1] == [100][: len(wants)]
    assert [weight for weight in weights if weight % 5 or weight < 5] == []


@pytest.mark.parametrize(
    ("wants", "expected"),
    [
        ([], {}),
        ([Want("commute", 0, 0)], {}),
        ([Want("commute", 30, 0)], {"commute": 1.0}),
        ([Want("commute", 30, 0), Want("autonomy", 10, 0)], {"commute": 0.75, "autonomy": 0.25}),
    ],
)
def test_shares_of_the_weights_add_up_to_one(wants: list[Want], expected: dict[str, float]) -> None:
    assert shares(wants) == expected


def test_grounds_of_a_want_are_its_cause_and_its_energy() -> None:
    picture = a_picture({"commute": 0.5, "autonomy": 0.4}, {"autonomy": 0.3, "coworkers": 0.2})

    found = {
        facet: grounds(Want(facet, 50, 5), picture)
        for facet in ("autonomy", "commute", "coworkers", "fairness")
    }

    assert found == {
        "autonomy": (a_cause("autonomy", 0.4), a_cause("autonomy", 0.3)),
        "commute": (a_cause("commute", 0.5), None),
        "coworkers": (None, a_cause("coworkers", 0.2)),
        "fairness": (None, None),
    }
