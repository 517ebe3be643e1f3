"""Contacts as columns: what each column says, and what it says where nothing is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from known_people import BAKER, CIRCLES, COOK, DATES, TODAY, known
from unrut.core.explore.people.circles import USUAL, Circle
from unrut.core.explore.people.columns import Columns, Known

pytestmark = pytest.mark.unit

OTHER = USUAL[Circle.OTHER]


def test_companies_now_and_before_are_told_apart() -> None:
    columns = Columns(
        [
            known(1, company_key="old mill"),
            known(2, past_companies=("old mill", "", "blue door")),
            known(3, company_key="blue door", past_companies=("blue door",)),
            known(4),
        ]
    )

    assert columns.works_at(["old mill", "nowhere"]).tolist() == [True, False, False, False]
    assert columns.worked_at("blue door").tolist() == [False, True, True, False]
    assert columns.has_company.tolist() == [True, False, True, False]


@pytest.mark.parametrize("company", ["", "nowhere"])
def test_nobody_works_at_a_company_that_is_unknown(company: str) -> None:
    columns = Columns([known(1), known(2, company_key="old mill", past_companies=("",))])

    assert not columns.works_at([company]).any()
    assert not columns.worked_at(company).any()


def test_does_tests_each_code_once_and_never_the_unknown() -> None:
    tested: list[str] = []
    columns = Columns([known(1, occupation=BAKER), known(2), known(3, occupation=BAKER)])

    def is_tested(code: str) -> bool:
        tested.append(code)
        return True

    found = columns.does(is_tested)

    assert (found.tolist(), tested) == ([True, False, True], [BAKER])
    assert columns.has_occupation.tolist() == [True, False, True]


def test_does_where_no_occupation_is_known() -> None:
    assert Columns([known(1)]).does(lambda _: True).tolist() == [False]


@pytest.mark.parametrize(
    ("told", "expected"),
    [(None, OTHER.warmth / 10), (0, 0.0), (7, 0.7), (10, 1.0), (-3, 0.0), (10**30, 1.0)],
)
def test_warmth_as_told_or_as_is_usual(told: int | None, expected: float) -> None:
    assert Columns([known(warmth=told)]).warmth.tolist() == [expected]


@pytest.mark.parametrize(
    ("last_on", "met_on", "expected"),
    [
        (None, None, OTHER.years),
        (TODAY, None, 0.0),
        (TODAY - timedelta(days=1461), None, 4.0),
        (None, TODAY - timedelta(days=1461), 4.0),
        (TODAY - timedelta(days=1461), TODAY - timedelta(days=2922), 4.0),
        (TODAY - timedelta(days=2922), TODAY - timedelta(days=1461), 4.0),
        (date.max, None, 0.0),
        (None, date.max, 0.0),
    ],
)
def test_years_since_contact(last_on: date | None, met_on: date | None, expected: float) -> None:
    assert Columns([known(last_on=last_on, met_on=met_on)]).years_since_contact(TODAY).tolist() == [expected]


@pytest.mark.parametrize(
    ("last_on", "met_on", "expected"),
    [(None, TODAY, True), (TODAY, TODAY, False), (TODAY, None, False), (None, None, False)],
)
def test_only_online_where_a_connection_is_all(
    last_on: date | None, met_on: date | None, expected: bool
) -> None:
    assert Columns([known(last_on=last_on, met_on=met_on)]).is_only_online.tolist() == [expected]


@pytest.mark.parametrize(
    ("asked", "replied", "expected"),
    [(3, 2, (3, 2)), (2, 5, (2, 2)), (-1, -1, (0, 0)), (0, 4, (0, 0)), (10**30, 10**30, (10_000, 10_000))],
)
def test_messages_that_cannot_be_are_cut(asked: int, replied: int, expected: tuple[int, int]) -> None:
    columns = Columns([known(asked=asked, replied=replied)])

    assert (columns.asked.tolist(), columns.replied.tolist()) == ([expected[0]], [expected[1]])


def test_circles_are_told_apart() -> None:
    columns = Columns([known(place, circle=circle) for place, circle in enumerate(Circle)])

    assert columns.in_circle(Circle.FAMILY).tolist() == [circle is Circle.FAMILY for circle in Circle]
    assert columns.usual(lambda usual: usual.years).tolist() == [USUAL[circle].years for circle in Circle]


def test_columns_of_nobody_are_empty() -> None:
    columns = Columns([])

    assert len(columns) == len(columns.warmth) == len(columns.years_since_contact(TODAY)) == 0
    assert len(columns.worked_at("old mill")) == len(columns.does(lambda code: code == COOK)) == 0


@given(people=CIRCLES, today=st.dates())
def test_columns_keep_to_their_scales(people: list[Known], today: date) -> None:
    columns = Columns(people)

    assert columns.keys.tolist() == [one.key for one in people]
    assert ((columns.warmth >= 0) & (columns.warmth <= 1)).all()
    assert (columns.years_since_contact(today) >= 0).all()
    assert ((columns.replied >= 0) & (columns.replied <= columns.asked)).all()


@given(first=DATES, second=DATES)
def test_years_since_contact_do_not_care_which_date_it_is(first: date | None, second: date | None) -> None:
    people = [known(1, last_on=first, met_on=second), known(2, last_on=second, met_on=first)]

    one, other = Columns(people).years_since_contact(TODAY).tolist()

    assert one == other
