"""How new what people know would be."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from known_people import CIRCLES, COMPANIES, PEOPLE, TODAY, known
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.closeness import novelties, tie_strengths
from unrut.core.explore.people.columns import Amounts, Columns, Known

pytestmark = pytest.mark.unit

YEAR = timedelta(days=365.25)
LIKENESS = st.floats(0, 1) | st.just(np.nan)


def novelty(
    one: Known, *, likeness: float = np.nan, home_company: str = "old mill", digital: bool = True
) -> float:
    found = novelties(
        Columns([one]),
        today=TODAY,
        home_likeness=np.array([likeness]),
        home_company=home_company,
        digital=digital,
    )
    return float(found[0])


@pytest.mark.parametrize(
    ("newer", "other"),
    [
        (known(company_key="blue door"), known()),
        (known(), known(company_key="old mill")),
        (known(company_key="blue door"), known(company_key="blue door", past_companies=("old mill",))),
        (known(company_key="blue door", past_companies=("old mill",)), known(company_key="old mill")),
        (
            known(circle=Circle.INDUSTRY, warmth=4),
            known(circle=Circle.COLLEAGUE, warmth=4, met_on=TODAY - 2 * YEAR),
        ),
    ],
)
def test_another_world_is_newer(newer: Known, other: Known) -> None:
    assert novelty(newer) > novelty(other)


def test_other_work_is_newer_and_the_unknown_lies_between() -> None:
    other, unknown, same = (novelty(known(), likeness=value) for value in (0.0, np.nan, 1.0))

    assert other > unknown > same


def test_without_a_home_company_no_company_is_newer() -> None:
    one, other = known(company_key="blue door"), known()

    assert novelty(one, home_company="") == novelty(other, home_company="")


def test_ties_of_moderate_strength_are_newest() -> None:
    curve = [novelty(known(warmth=warmth, last_on=TODAY)) for warmth in range(11)]

    peak = int(np.argmax(curve))
    assert peak in {3, 4}
    assert curve[:peak] == sorted(curve[:peak])
    assert curve[peak:] == sorted(curve[peak:], reverse=True)


def test_stronger_ties_are_better_where_work_is_not_digital() -> None:
    curve = [novelty(known(warmth=warmth, last_on=TODAY), digital=False) for warmth in range(11)]

    assert int(np.argmax(curve)) in {5, 6}


def test_a_close_tie_that_slept_is_newer_than_one_awake() -> None:
    assert novelty(known(warmth=9, last_on=TODAY - 6 * YEAR)) > novelty(known(warmth=9, last_on=TODAY))


@pytest.mark.parametrize(("years", "expected"), [(0, 0.8), (2, 0.52), (1_000, 0.24)])
def test_a_tie_loses_strength_with_the_years(years: int, expected: float) -> None:
    found = tie_strengths(Columns([known(warmth=8, last_on=TODAY - years * YEAR)]), TODAY)

    assert found[0] == pytest.approx(expected, abs=1e-3)


def test_nobody_knows_nothing_new() -> None:
    assert len(novelties(Columns([]), today=TODAY, home_likeness=np.zeros(0))) == 0


@given(
    people=CIRCLES, data=st.data(), today=st.dates(), home=st.sampled_from(COMPANIES), digital=st.booleans()
)
def test_novelty_lies_between_nothing_and_all(
    people: list[Known], data: st.DataObject, today: date, home: str, digital: bool
) -> None:
    alike: Amounts = np.array([data.draw(LIKENESS) for _ in people], dtype=np.float64)

    found = novelties(Columns(people), today=today, home_likeness=alike, home_company=home, digital=digital)

    assert ((found > 0) & (found <= 1)).all()


@given(people=CIRCLES, added=PEOPLE)
def test_adding_somebody_changes_nobody(people: list[Known], added: Known) -> None:
    alone, beside = (
        novelties(
            Columns(circle), today=TODAY, home_likeness=np.full(len(circle), 0.5), home_company="old mill"
        )
        for circle in (people, [*people, added])
    )

    assert alone.tolist() == beside[:-1].tolist()
