"""Where the troubles sit: every facet belongs to one part, and few parts are named."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause
from unrut.core.reflect.split import PartShare, main_parts, split_of

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
MONDAYS = tuple(date(2026, 1, 5) + timedelta(weeks=count) for count in range(20))


def a_cause(facet: str, weeks: int) -> Cause:
    return Cause(facet, MONDAYS[:weeks], 20, 0.5, ())


def parts(*shares: float) -> list[PartShare]:
    return [PartShare(f"part-{place}", 1, share) for place, share in enumerate(shares)]


def test_weeks_of_a_part_are_added_up() -> None:
    causes = [a_cause("manager_support", 3), a_cause("recognition", 3), a_cause("workload_pace", 2)]

    assert split_of(causes, VOCABULARY) == (PartShare("manager", 6, 0.75), PartShare("load", 2, 0.25))


def test_level_parts_stand_in_order_of_the_vocabulary() -> None:
    found = split_of([a_cause("commute", 2), a_cause("coworkers", 2)], VOCABULARY)

    assert [part.part for part in found] == ["colleagues", "place"]


def test_nothing_named_has_no_split() -> None:
    assert split_of([], VOCABULARY) == ()


@pytest.mark.parametrize(
    ("shares", "count"),
    [
        ((), 0),
        ((0.6, 0.4), 1),
        ((0.5, 0.5), 2),
        ((0.5, 0.3, 0.2), 2),
        ((0.35, 0.3, 0.2, 0.15), 2),
        ((0.3, 0.2, 0.2, 0.3), 0),
        ((0.4, 0.3, 0.3), 0),
        ((0.3, 0.25, 0.2, 0.15, 0.1), 0),
    ],
)
def test_one_or_two_parts_that_hold_most_are_named(shares: tuple[float, ...], count: int) -> None:
    assert main_parts(parts(*shares)) == tuple(parts(*shares)[:count])


@given(st.dictionaries(st.sampled_from(list(VOCABULARY.facets)), st.integers(1, 20), min_size=1))
def test_shares_make_a_whole(named: dict[str, int]) -> None:
    found = split_of([a_cause(facet, weeks) for facet, weeks in named.items()], VOCABULARY)

    assert sum(part.share for part in found) == pytest.approx(1)
    assert sum(part.weeks for part in found) == sum(named.values())
