"""The schedule by small examples; its invariants are in test_schedule_invariants."""

from datetime import date, time, timedelta

import pytest

from unrut.core.errors import InvalidInputError
from unrut.core.plan.schedule import HORIZON, Conflict, ConflictKind, Schedule, Sitting, schedule
from unrut.core.plan.steps import CircularPlanError, DayTime, FreeTime, Strand, Task

pytestmark = pytest.mark.unit

MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    MONDAY + timedelta(days=days) for days in range(1, 7)
)
NEXT_MONDAY = MONDAY + timedelta(days=7)


def task(
    key: str,
    *after: str,
    minutes: int = 60,
    not_before: date | None = None,
    deadline: date | None = None,
    waiting_days: int = 0,
    position: int = 0,
) -> Task:
    return Task(key, minutes, Strand.PROJECTS, after, not_before, deadline, waiting_days, position)


def week(*minutes: int) -> FreeTime:
    return FreeTime(tuple(DayTime(time(19, 0), each) for each in minutes))


def days(made: Schedule) -> dict[str, date]:
    return {key: sitting.day for key, sitting in made.sittings.items()}


EVERY_DAY = week(60, 60, 60, 60, 60, 60, 60)
MONDAYS = week(60, 0, 0, 0, 0, 0, 0)
NO_TIME = week(0, 0, 0, 0, 0, 0, 0)


def test_schedule_without_tasks_is_empty() -> None:
    made = schedule([], EVERY_DAY, start=MONDAY)

    assert made == Schedule({}, ())
    assert made.ends is None


def test_tasks_share_a_day_one_after_another() -> None:
    made = schedule([task("a", minutes=45), task("b", minutes=75)], week(120, 0, 0, 0, 0, 0, 0), start=MONDAY)

    assert list(made.sittings.values()) == [
        Sitting("a", MONDAY, time(19, 0), 45),
        Sitting("b", MONDAY, time(19, 45), 75),
    ]


def test_task_that_does_not_fit_the_rest_of_a_day_takes_the_next() -> None:
    made = schedule(
        [task("a", minutes=45), task("b", minutes=30), task("c", minutes=15)], EVERY_DAY, start=MONDAY
    )

    assert days(made) == {"a": MONDAY, "c": MONDAY, "b": TUESDAY}


def test_sittings_are_in_order_of_time() -> None:
    tasks = [task("a", minutes=60), task("b", minutes=15, position=1), task("c", minutes=30, position=2)]

    made = schedule(tasks, week(30, 60, 0, 0, 0, 0, 0), start=MONDAY)

    assert list(made.sittings) == ["b", "a", "c"]
    assert list(days(made).values()) == [MONDAY, TUESDAY, NEXT_MONDAY]


def test_days_without_free_time_are_left_out() -> None:
    made = schedule([task("a"), task("b")], MONDAYS, start=TUESDAY)

    assert days(made) == {"a": NEXT_MONDAY, "b": NEXT_MONDAY + timedelta(days=7)}


def test_busy_minutes_come_off_the_beginning_of_the_day() -> None:
    made = schedule([task("a", minutes=45)], EVERY_DAY, start=MONDAY, busy={MONDAY: 30, TUESDAY: 15})

    assert made.sittings == {"a": Sitting("a", TUESDAY, time(19, 15), 45)}


def test_day_that_is_more_than_full_is_left_out() -> None:
    made = schedule([task("a")], EVERY_DAY, start=MONDAY, busy={MONDAY: 600})

    assert days(made) == {"a": TUESDAY}


def test_busy_days_of_the_caller_are_not_changed() -> None:
    busy = {MONDAY: 0}

    schedule([task("a")], EVERY_DAY, start=MONDAY, busy=busy)

    assert busy == {MONDAY: 0}


@pytest.mark.parametrize(
    ("not_before", "expected"), [(None, TUESDAY), (MONDAY, TUESDAY), (TUESDAY, TUESDAY), (FRIDAY, FRIDAY)]
)
def test_task_waits_for_start_and_not_before(not_before: date | None, expected: date) -> None:
    made = schedule([task("a", not_before=not_before)], EVERY_DAY, start=TUESDAY)

    assert days(made) == {"a": expected}


@pytest.mark.parametrize(("waiting_days", "expected"), [(0, MONDAY), (1, TUESDAY), (4, FRIDAY)])
def test_dependant_waits_the_days_of_the_task_before(waiting_days: int, expected: date) -> None:
    tasks = [task("b", "a", minutes=15), task("a", minutes=15, waiting_days=waiting_days)]

    made = schedule(tasks, EVERY_DAY, start=MONDAY)

    assert days(made) == {"a": MONDAY, "b": expected}


def test_dependant_on_the_same_day_begins_when_the_task_before_ends() -> None:
    made = schedule([task("a", "z", minutes=30), task("z", minutes=30)], EVERY_DAY, start=MONDAY)

    assert [sitting.start for sitting in made.sittings.values()] == [time(19, 0), time(19, 30)]


@pytest.mark.parametrize(
    ("done_on", "expected"),
    [(date(2025, 1, 1), MONDAY), (MONDAY, THURSDAY), (TUESDAY, FRIDAY)],
)
def test_dependant_of_a_done_task_counts_from_its_date(done_on: date, expected: date) -> None:
    tasks = [task("a", waiting_days=3), task("b", "a")]

    made = schedule(tasks, EVERY_DAY, start=MONDAY, done={"a": done_on})

    assert days(made) == {"b": expected}


def test_dependency_done_and_no_longer_in_the_plan_is_known() -> None:
    made = schedule([task("b", "a")], EVERY_DAY, start=MONDAY, done={"a": WEDNESDAY})

    assert days(made) == {"b": WEDNESDAY}


@pytest.mark.parametrize(
    ("tasks", "order"),
    [
        ([task("a", not_before=TUESDAY), task("b", not_before=MONDAY)], ["b", "a"]),
        ([task("a", deadline=FRIDAY), task("b", deadline=THURSDAY)], ["b", "a"]),
        ([task("a"), task("b", deadline=SUNDAY)], ["b", "a"]),
        ([task("a", position=2), task("b", position=1)], ["b", "a"]),
        ([task("b"), task("a")], ["a", "b"]),
        # What is past is past: both may begin at once, so the deadline decides.
        (
            [task("a", not_before=date(2025, 1, 1)), task("b", not_before=MONDAY, deadline=FRIDAY)],
            ["b", "a"],
        ),
        # A deadline counts for the step that holds it up, less the waiting.
        (
            [task("a", deadline=FRIDAY), task("b", waiting_days=2), task("c", "b", deadline=SATURDAY)],
            ["b", "a", "c"],
        ),
        ([task("a"), task("b"), task("c", "b")], ["b", "a", "c"]),
        ([task("a"), task("b"), task("c", "a"), task("d", "b"), task("e", "d")], ["b", "a", "d", "c", "e"]),
        ([task("a"), task("b", waiting_days=2), task("c", "a"), task("d", "b")], ["b", "a", "c", "d"]),
        # Without deadlines three sittings behind weigh more than one sitting and a day of waiting.
        (
            [
                task("a"),
                task("b", waiting_days=1),
                task("c", "a"),
                task("d", "c"),
                task("e", "d"),
                task("f", "b"),
            ],
            ["a", "b", "c", "d", "e", "f"],
        ),
    ],
)
def test_more_urgent_task_comes_first(tasks: list[Task], order: list[str]) -> None:
    made = schedule(tasks, EVERY_DAY, start=MONDAY)

    assert list(made.sittings) == order


def test_task_on_its_deadline_is_not_late() -> None:
    made = schedule([task("a", deadline=MONDAY)], EVERY_DAY, start=MONDAY)

    assert made.conflicts == ()


@pytest.mark.parametrize(
    ("free", "missing"),
    [
        (week(0, 0, 0, 60, 0, 0, 0), 60),
        (week(15, 20, 0, 60, 0, 0, 0), 40),
        (week(0, 59, 0, 60, 0, 0, 0), 1),
        (week(0, 0, 55, 60, 0, 0, 0), 60),
    ],
)
def test_late_task_is_placed_and_says_what_was_missing(free: FreeTime, missing: int) -> None:
    made = schedule([task("a", deadline=TUESDAY)], free, start=MONDAY)

    assert days(made) == {"a": THURSDAY}
    assert made.conflicts == (Conflict("a", ConflictKind.LATE, TUESDAY, missing),)


def test_missing_minutes_count_only_what_is_still_free() -> None:
    tasks = [task("a", minutes=45, deadline=MONDAY), task("b", minutes=30, deadline=MONDAY, position=1)]

    made = schedule(tasks, EVERY_DAY, start=MONDAY)

    assert made.conflicts == (Conflict("b", ConflictKind.LATE, MONDAY, 15),)


def test_task_that_may_begin_only_after_its_deadline_misses_all_its_minutes() -> None:
    made = schedule([task("a", not_before=FRIDAY, deadline=MONDAY)], EVERY_DAY, start=MONDAY)

    assert made.conflicts == (Conflict("a", ConflictKind.LATE, MONDAY, 60),)


def test_task_longer_than_every_day_is_reported_and_not_placed() -> None:
    made = schedule([task("a", minutes=120), task("b")], week(90, 60, 0, 0, 0, 0, 0), start=MONDAY)

    assert days(made) == {"b": MONDAY}
    assert made.conflicts == (Conflict("a", ConflictKind.TOO_LONG, None, 30),)


def test_task_behind_one_without_place_has_none_and_no_conflict_of_its_own() -> None:
    tasks = [task("a", minutes=120), task("b", "a", deadline=FRIDAY), task("c", "b"), task("d")]

    made = schedule(tasks, EVERY_DAY, start=MONDAY)

    assert days(made) == {"d": MONDAY}
    assert made.conflicts == (Conflict("a", ConflictKind.TOO_LONG, None, 60),)


def test_week_without_free_time_places_nothing() -> None:
    made = schedule([task("a", deadline=FRIDAY), task("b", "a", minutes=45)], NO_TIME, start=MONDAY)

    assert made.sittings == {}
    assert made.conflicts == (
        Conflict("a", ConflictKind.NO_TIME, FRIDAY, 60),
        Conflict("b", ConflictKind.NO_TIME, None, 45),
    )


@pytest.mark.parametrize(("beyond", "placed"), [(0, True), (1, False)])
def test_search_ends_after_ten_years(beyond: int, placed: bool) -> None:
    last = MONDAY + HORIZON + timedelta(days=beyond)

    made = schedule([task("a", not_before=last, deadline=MONDAY)], EVERY_DAY, start=MONDAY)

    assert [conflict.kind for conflict in made.conflicts] == [
        ConflictKind.LATE if placed else ConflictKind.NO_TIME
    ]
    assert made.ends == (last if placed else None)


def test_full_last_day_has_no_place() -> None:
    last = MONDAY + HORIZON

    made = schedule([task("a", not_before=last)], EVERY_DAY, start=MONDAY, busy={last: 15})

    assert made.conflicts == (Conflict("a", ConflictKind.NO_TIME, None, 60),)


def test_long_chain_with_one_early_deadline_is_ranked_without_leaving_the_calendar() -> None:
    keys = [f"{number:04}" for number in range(2500)]
    tasks = [
        task(key, *before, waiting_days=366)
        for key, before in zip(keys, [(), *((k,) for k in keys)], strict=False)
    ]

    made = schedule([*tasks, task("goal", keys[-1], deadline=MONDAY)], EVERY_DAY, start=MONDAY)

    assert list(made.sittings) == keys[:10]
    assert made.conflicts == (Conflict(keys[10], ConflictKind.NO_TIME, None, 60),)


def test_circle_is_named_in_order() -> None:
    tasks = [task("c", "b"), task("a", "c"), task("b", "a"), task("d", "c")]

    with pytest.raises(CircularPlanError) as refused:
        schedule(tasks, EVERY_DAY, start=MONDAY)

    assert refused.value.keys == ("a", "b", "c")


def test_circle_broken_by_a_done_task_is_no_circle() -> None:
    made = schedule([task("a", "b"), task("b", "a")], EVERY_DAY, start=MONDAY, done={"a": MONDAY})

    assert days(made) == {"b": MONDAY}


def test_unknown_dependency_is_named() -> None:
    with pytest.raises(InvalidInputError) as refused:
        schedule([task("a", "ghost")], EVERY_DAY, start=MONDAY)

    assert str(refused.value) == (
        'The step "a" comes after "ghost", which is not in this plan. '
        "Add that step or take the dependency away."
    )


def test_key_used_twice_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refused:
        schedule([task("a"), task("a")], EVERY_DAY, start=MONDAY)

    assert str(refused.value) == "Two steps of this plan have the same key. Give each its own."


def test_schedule_ends_with_its_last_sitting() -> None:
    made = schedule([task("a"), task("b"), task("c")], EVERY_DAY, start=MONDAY)

    assert made.ends == WEDNESDAY


@pytest.mark.parametrize(
    ("day", "keys"),
    [(MONDAY - timedelta(days=1), []), (MONDAY, ["a"]), (TUESDAY, ["a", "b"]), (SUNDAY, ["a", "b"])],
)
def test_on_or_before_includes_the_day(day: date, keys: list[str]) -> None:
    made = schedule([task("b", position=1), task("a")], EVERY_DAY, start=MONDAY)

    assert [sitting.key for sitting in made.on_or_before(day)] == keys
