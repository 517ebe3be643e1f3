"""Ways come with their figures and levels, each with where it is from."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import (
    a_figure,
    a_job,
    a_level,
    a_purse,
    a_way,
    a_way_level,
    a_way_test,
    an_opening,
)

from unrut.core.explore.levels import Source
from unrut.core.explore.money import Purse
from unrut.core.explore.ways import Estimate, Figure, WayKind, shipped_ways, stage_figures
from unrut.models import Person, Way
from unrut.queries.frame import PRESENT, TREATED, frame_of
from unrut.queries.ways import FigureView, Origin, WayView, key_of, purse_of, ways_of

pytestmark = pytest.mark.integration

DAY = date(2026, 11, 20)
EUROS = Purse("EUR", 2600, 9000, 1900, tax_rate=0.25)
PAID = "You will be paid 36,000 EUR to 48,000 EUR a year."


def views(owner: Person, purse: Purse | None = None) -> list[WayView]:
    return ways_of(owner, frame_of(owner), purse)


def view_of(way: Way, purse: Purse | None = None) -> WayView:
    return next(view for view in views(way.owner, purse) if view.way == way)


def result(test: Any, value: int) -> None:
    test.result, test.result_on = value, DAY
    test.save()


def test_money_is_that_of_its_owner(alice: Person, bob: Person) -> None:
    assert purse_of(alice) is None

    a_purse(alice, tax_rate=0.25)

    assert purse_of(alice) == EUROS


def test_staying_and_the_changed_job_are_always_there(alice: Person, bob: Person) -> None:
    found = views(alice)

    assert [(view.key, view.kind, view.way) for view in found] == [
        (PRESENT, WayKind.STAY, None),
        (TREATED, WayKind.CHANGE, None),
    ]
    assert [view.title for view in found] == [view.usual.name for view in found]
    assert [view.is_aside for view in found] == [False, False]


def test_ways_come_behind_in_the_order_they_were_added(alice: Person, bob: Person) -> None:
    degree = a_way(alice, "A degree", is_aside=True)
    changed = a_way(alice, "Fewer reports", kind="change")
    bakery = a_way(alice, "A bakery", kind="interest")

    found = views(alice)

    assert [(view.key, view.title, view.way, view.is_aside) for view in found[1:]] == [
        (TREATED, "Fewer reports", changed, False),
        (f"way-{degree.pk}", "A degree", degree, True),
        (f"way-{bakery.pk}", "A bakery", bakery, False),
    ]
    assert [key_of(view.kind, view.way) for view in found] == [view.key for view in found]


def test_figures_are_the_usual_ones_with_their_source(alice: Person) -> None:
    view = view_of(a_way(alice))

    usual = shipped_ways()[WayKind.STUDY_PART]
    assert {figure: found.estimate for figure, found in view.figures.items()} == usual.figures
    assert {found.origin for found in view.figures.values()} == {Origin.USUAL}
    assert view.figures[Figure.CHANCE].source == usual.sources[Figure.CHANCE]
    assert view.usual == usual


def test_figures_of_the_person_win(alice: Person) -> None:
    way = a_way(alice)
    a_figure(way, "chance", source="A talk")
    a_figure(way, "income_then", 2000, 2500, 3000)

    view = view_of(way)

    assert view.figures[Figure.CHANCE] == FigureView(
        Figure.CHANCE, Estimate(0.4, 0.6, 0.75), Origin.OWN, "A talk"
    )
    assert view.figures[Figure.INCOME_THEN].estimate == Estimate(2000, 2500, 3000)
    assert view.figures[Figure.MONTHS].origin is Origin.USUAL


@pytest.mark.parametrize("stage", [0, 2, 4])
def test_stage_of_an_interest_changes_the_usual_figures(alice: Person, stage: int) -> None:
    view = view_of(a_way(alice, kind="interest", stage=stage))

    usual = stage_figures(WayKind.INTEREST, shipped_ways()[WayKind.INTEREST].figures, stage)
    assert {figure: found.estimate for figure, found in view.figures.items()} == usual


def test_posting_states_the_income_after_tax(alice: Person) -> None:
    way = a_way(alice, kind="new_job", opening=an_opening(alice, text=PAID))

    view = view_of(way, EUROS)

    assert view.figures[Figure.INCOME_THEN] == FigureView(
        Figure.INCOME_THEN, Estimate(2250, 2625, 3000), Origin.POSTING, ""
    )


def test_income_of_the_person_wins_over_the_posting(alice: Person) -> None:
    way = a_way(alice, kind="new_job", opening=an_opening(alice, text=PAID))
    a_figure(way, "income_then", 1, 2, 3)

    assert view_of(way, EUROS).figures[Figure.INCOME_THEN].origin is Origin.OWN


@pytest.mark.parametrize(
    ("text", "purse"),
    [
        (PAID, None),
        (PAID, Purse("GBP", 2600, 9000, 1900)),
        ("Says nothing of pay.", EUROS),
    ],
)
def test_income_that_is_not_stated_in_the_currency_of_the_purse_is_not_known(
    alice: Person, text: str, purse: Purse | None
) -> None:
    way = a_way(alice, kind="new_job", opening=an_opening(alice, text=text))

    assert Figure.INCOME_THEN not in view_of(way, purse).figures


def test_stated_pay_with_one_end_is_that_end(alice: Person) -> None:
    opening = an_opening(alice, text=PAID)
    opening.reading.pay_high = None
    opening.reading.save()
    way = a_way(alice, kind="new_job", opening=opening)

    assert view_of(way, EUROS).figures[Figure.INCOME_THEN].estimate == Estimate(2250, 2250, 2250)


def test_reading_without_pay_states_no_income(alice: Person) -> None:
    opening = an_opening(alice, text=PAID)
    opening.reading.pay_low = opening.reading.pay_high = None
    opening.reading.save()

    assert Figure.INCOME_THEN not in view_of(a_way(alice, kind="new_job", opening=opening), EUROS).figures


def test_levels_are_stated_expected_and_tried(alice: Person) -> None:
    opening = an_opening(alice, text="This is a fully remote role. You will have a training budget.")
    way = a_way(alice, kind="new_job", opening=opening)
    a_way_level(way, "autonomy", 9)
    a_way_level(way, "fairness", 5)
    result(a_way_test(way, facet="fairness"), 1)

    view = view_of(way)

    assert view.answered == {"autonomy": 9, "fairness": 5}
    assert view.levels["remote_location"].source is Source.STATED
    assert (view.levels["autonomy"].mean, view.levels["autonomy"].source) == (9, Source.ANSWERED)
    assert (view.levels["fairness"].source, view.levels["fairness"].mean < 5) == (Source.TESTED, True)


def test_test_without_a_result_moves_nothing(alice: Person) -> None:
    way = a_way(alice)
    test = a_way_test(way)

    view = view_of(way)

    assert (view.tests, "autonomy" in view.levels) == ((test,), False)


def test_test_about_getting_there_moves_the_chance(alice: Person) -> None:
    better, worse = a_way(alice, "Better"), a_way(alice, "Worse")
    result(a_way_test(better, facet=""), 9)
    result(a_way_test(worse, facet=""), 1)

    usual = shipped_ways()[WayKind.STUDY_PART].figures[Figure.CHANCE].likely
    up, down = (view_of(way).figures[Figure.CHANCE] for way in (better, worse))
    assert down.estimate.likely < usual < up.estimate.likely
    assert (up.origin, down.origin) == (Origin.TESTED, Origin.TESTED)


def test_staying_is_the_job_as_it_is(alice: Person) -> None:
    a_level(a_job(alice), "commute", 9)

    staying, changed = views(alice)

    assert (staying.levels["commute"].mean, changed.levels["commute"].mean) == (9, 9)


def test_number_of_ways_does_not_change_the_number_of_queries(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        way = a_way(alice, f"Way {number}")
        a_figure(way)
        a_way_level(way)
        a_way_test(way)
    frame = frame_of(alice)

    with django_assert_num_queries(6):
        assert len(ways_of(alice, frame, None)) == 5
