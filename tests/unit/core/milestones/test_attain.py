"""When a milestone may be reached: ranges that move the right way, grounds that are said, and nothing absurd."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.core.milestones.attain import (
    NO_DAYS,
    Attainability,
    ChangeKind,
    Days,
    Ground,
    OpenRung,
    Record,
    attain,
)
from unrut.core.milestones.own_record import FinishedThing, Similar
from unrut.core.milestones.pace import Week

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)

sizes = st.lists(st.floats(0, 60), min_size=1, max_size=6)
records = st.lists(st.integers(0, 8), max_size=30)


def rungs(*left: float) -> list[OpenRung]:
    return [OpenRung(f"milestone-{number}", each) for number, each in enumerate(left)]


def weeks(*sittings: int) -> tuple[Week, ...]:
    first = MONDAY - len(sittings) * timedelta(weeks=1)
    return tuple(Week(first + number * timedelta(weeks=1), count) for number, count in enumerate(sittings))


def things(*took: float, size: float = 12) -> tuple[FinishedThing, ...]:
    return tuple(
        FinishedThing(f"t{number}", "Thing", TODAY - timedelta(days=round(7 * each)), TODAY, size)
        for number, each in enumerate(took)
    )


def middle_of(found: Attainability) -> date:
    """The middle day; the last there is when none can be told."""
    return found.p50 or date.max


def attained(left: list[OpenRung], record: Record | None = None, by: date | None = None) -> Attainability:
    return attain(left, record or Record(), today=TODAY, by=by, seed=1)


@pytest.mark.parametrize(
    ("record", "ground"),
    [
        (Record(), Ground.REFERENCE),
        (Record(weeks(2, 2)), Ground.REFERENCE),
        (Record(weeks(2, 2, 2)), Ground.OWN_PACE),
        (Record(weeks(2, 2, 2), finished=things(5, 9)), Ground.OWN_PACE),
        (Record(weeks(2, 2, 2), finished=things(5, 9, 6)), Ground.OWN_MILESTONES),
        (Record(finished=things(5, 9, 6, size=100)), Ground.REFERENCE),
        (Record(weeks(2, 2, 2), away=tuple(week.monday for week in weeks(2, 2, 2))), Ground.REFERENCE),
    ],
)
def test_ground_is_the_best_there_is(record: Record, ground: Ground) -> None:
    assert attained(rungs(12), record).ground is ground


def test_things_of_the_same_size_are_named() -> None:
    found = attained(rungs(12, 14), Record(finished=things(5, 9, 6)))

    assert found.similar == Similar(3, 5, 9, ("t0", "t1", "t2"))
    assert found.p50 is not None
    assert 10 <= (found.p50 - TODAY).days / 7 <= 22


def test_things_are_as_large_as_a_rung_was_meant_not_as_what_is_left_of_it() -> None:
    nearly_done = OpenRung("a", 3, size=12)

    found = attained([nearly_done], Record(finished=things(5, 9, 6)))

    assert (found.ground, found.similar) == (Ground.OWN_MILESTONES, Similar(3, 5, 9, ("t0", "t1", "t2")))


def test_ground_is_that_of_the_next_rung() -> None:
    record = Record(weeks(2, 2, 2), finished=things(5, 9, 6))

    grounds = [attained(rungs(*left), record).ground for left in ((12, 80), (80, 12))]

    assert grounds == [Ground.OWN_MILESTONES, Ground.OWN_PACE]


def test_things_and_pace_that_disagree_are_both_heard() -> None:
    quick, slow = Record(weeks(*[4] * 12)), Record(finished=things(*[20] * 6))
    both = Record(quick.weeks, finished=slow.finished)

    by_pace, by_both, by_things = (middle_of(attained(rungs(12), each)) for each in (quick, both, slow))

    assert by_pace < by_both < by_things


def test_things_that_grew_make_the_rest_longer() -> None:
    grew = tuple(replace(thing, needed=24) for thing in things(5, 9, 6, size=100))

    before, after = (attained(rungs(12), Record(finished=finished)) for finished in (things(5, size=100), ()))
    shrunk = attained(rungs(12), Record(finished=tuple(replace(thing, needed=200) for thing in grew)))

    assert middle_of(before) == middle_of(after) < middle_of(shrunk)


def test_milestone_without_rungs_has_no_days() -> None:
    found = attained([], by=TODAY)

    assert (found.days, found.chance, found.rungs, found.nearer) == (NO_DAYS, None, {}, ())


def test_rungs_come_one_after_another() -> None:
    found = attained(rungs(8, 12, 16))

    middles = [days.p50 for days in found.rungs.values()]
    assert middles == sorted(day for day in middles if day)
    assert found.days == found.rungs["milestone-2"]


def test_nothing_is_true_before_its_earliest_day() -> None:
    exam = date(2028, 5, 1)
    left = [OpenRung("a", 8, exam), OpenRung("b", 8), OpenRung("c", 0, date(2020, 1, 1))]

    found = attained(left)

    assert (found.rungs["a"].p10, found.rungs["a"].p80) == (exam, exam)
    assert found.rungs["b"].p10 is not None
    assert exam < found.rungs["b"].p10
    assert found.rungs["c"].p50 == found.rungs["b"].p50


@pytest.mark.parametrize(("by", "least", "most"), [(TODAY, 0.0, 0.01), (date(2066, 1, 1), 0.99, 1.0)])
def test_chance_by_a_day_is_between_never_and_surely(by: date, least: float, most: float) -> None:
    chance = attained(rungs(8, 8), by=by).chance

    assert chance is not None
    assert least <= chance <= most


def test_chance_agrees_with_the_days() -> None:
    found = attained(rungs(8, 8))
    assert found.p80 is not None

    assert attained(rungs(8, 8), by=found.p80).chance == pytest.approx(0.8, abs=0.02)


def test_rung_without_an_end_in_sight_is_named() -> None:
    found = attained(rungs(4, 40), Record(weeks(*[2] * 10)))

    assert found.too_long == ("milestone-1",)


def test_rungs_that_are_short_may_be_joined_where_there_are_several() -> None:
    record = Record(weeks(*[2] * 10))

    found = [attained(rungs(*left), record).may_join for left in ((4, 40, 2), (4,))]

    assert found == [("milestone-0", "milestone-2"), ()]


def test_what_brings_it_nearest_comes_first() -> None:
    found = attained(rungs(8, 30, 8), Record(weeks(*[2] * 10)))

    assert [(change.kind, change.key) for change in found.nearer] == [
        (ChangeKind.LEAVE_OUT, "milestone-1"),
        (ChangeKind.ONE_MORE_A_WEEK, ""),
        (ChangeKind.HALVE, "milestone-1"),
    ]
    gains = [change.days_gained for change in found.nearer]
    assert all(more >= less > 0 for more, less in pairwise(gains))
    assert found.p50 is not None
    assert found.nearer[0].p50 == found.p50 - timedelta(days=gains[0])


def test_next_rung_is_never_left_out() -> None:
    kinds = {change.kind for change in attained(rungs(8)).nearer}

    assert kinds == {ChangeKind.ONE_MORE_A_WEEK, ChangeKind.HALVE}


def test_one_more_a_week_helps_by_ones_own_milestones_too() -> None:
    found = attained(rungs(12), Record(finished=things(5, 9, 6)))

    assert ChangeKind.ONE_MORE_A_WEEK in {change.kind for change in found.nearer}


def test_what_cannot_be_sooner_has_nothing_that_brings_it_nearer() -> None:
    found = attained([OpenRung("a", 1, date(2040, 1, 1))])

    assert (found.p50, found.nearer) == (date(2040, 1, 1), ())


@pytest.mark.parametrize("left", [[10_000.0] * 200, [1e300], [1.7e308] * 2])
def test_what_is_out_of_reach_has_no_day(left: list[float]) -> None:
    found = attained(rungs(*left), by=date(2050, 1, 1))

    assert (found.days, found.chance, found.nearer) == (NO_DAYS, 0.0, ())


def test_two_hundred_rungs_of_nothing_are_reached_today() -> None:
    found = attained(rungs(*[0.0] * 200))

    assert (found.days, found.nearer) == (Days(TODAY, TODAY, TODAY), ())


@pytest.mark.parametrize("size", [-1.0, float("nan"), float("inf")])
def test_size_that_cannot_be_is_refused(size: float) -> None:
    with pytest.raises(InvalidInputError, match="sittings cannot be"):
        attained(rungs(8, size))
    with pytest.raises(InvalidInputError, match="sittings cannot be"):
        attained([OpenRung("a", 8, size=size)])


@st.composite
def people(draw: st.DrawFn) -> tuple[list[OpenRung], Record]:
    """Rungs, some of them with a day before which they cannot be, and a record with finished things or without."""
    left = [
        replace(rung, size=12, earliest=draw(st.none() | st.dates(TODAY, TODAY + timedelta(days=900))))
        for rung in rungs(*draw(sizes))
    ]
    finished = things(*draw(st.lists(st.floats(0.5, 40), max_size=5)))
    return left, Record(weeks(*draw(records)), finished=finished)


@settings(max_examples=60)
@given(person=people(), number=st.integers(0, 5), more=st.floats(0, 20))
def test_more_to_do_is_never_earlier(person: tuple[list[OpenRung], Record], number: int, more: float) -> None:
    left, own = person
    place = number % len(left)
    grown = [*left[:place], replace(left[place], left=left[place].left + more), *left[place + 1 :]]

    before, after = attained(left, own), attained(grown, own)

    assert middle_of(before) <= middle_of(after)
    assert (before.p10 or date.max) <= middle_of(before) <= (before.p80 or date.max)


@settings(max_examples=40)
@given(left=sizes, record=records)
def test_faster_pace_is_never_later(left: list[float], record: list[int]) -> None:
    slow, fast = Record(weeks(*record)), Record(weeks(*(count + 1 for count in record)))

    slower, faster = attained(rungs(*left), slow), attained(rungs(*left), fast)

    assert middle_of(faster) <= middle_of(slower)


@settings(max_examples=40)
@given(person=people(), number=st.integers(0, 5))
def test_reaching_a_rung_moves_nothing_back(person: tuple[list[OpenRung], Record], number: int) -> None:
    left, own = person
    place = number % len(left)

    before, after = attained(left, own), attained([*left[:place], *left[place + 1 :]], own)

    assert (after.p50 or TODAY) <= middle_of(before)
    assert (after.p80 or TODAY) <= (before.p80 or date.max)


@settings(max_examples=20)
@given(person=people(), seed=st.integers(0, 1000), data=st.data())
def test_nothing_depends_on_the_order_of_the_record(
    person: tuple[list[OpenRung], Record], seed: int, data: st.DataObject
) -> None:
    left, own = person
    shuffled = replace(own, weeks=tuple(data.draw(st.permutations(own.weeks))))

    one, other = (attain(left, each, today=TODAY, by=None, seed=seed) for each in (own, shuffled))

    assert one == replace(other, pace=one.pace)
    assert one.pace == pytest.approx(other.pace)


@settings(max_examples=20)
@given(person=people(), days=st.integers(-20_000, 20_000))
def test_other_day_moves_everything_alike(person: tuple[list[OpenRung], Record], days: int) -> None:
    left, own = person
    by = timedelta(days=days)
    later = [replace(rung, earliest=rung.earliest and rung.earliest + by) for rung in left]
    weeks_later = tuple(replace(week, monday=week.monday + by) for week in own.weeks)
    things_later = tuple(
        replace(thing, begun=thing.begun + by, reached=thing.reached + by) for thing in own.finished
    )

    here = attained(left, own)
    there = attain(later, Record(weeks_later, finished=things_later), today=TODAY + by, by=None, seed=1)

    assert there.days == Days(*(day and day + by for day in (here.p10, here.p50, here.p80)))
