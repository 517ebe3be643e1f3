"""The parts of the measurement; each gives lines of Markdown."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

import numpy as np
from figures import Share, calibration, delay, found, later_years, logistic, threshold_for, yearly
from rules import NEVER, RIVALS, Rule, Weeks, answers, chances, drop_chance, first_alarms, says_drop
from worlds import (
    LARGE_DROP,
    REFERENCE,
    SEASON,
    SMALL_DROP,
    STEP_WEEK,
    STRESSES,
    STRICT_DROP,
    YEAR,
    World,
    lasting_drop,
    people,
    prior_changes,
    short_dip,
    slow_fall,
)

from unrut.core.reflect.alerts import read_signal
from unrut.core.reflect.signal import ANSWERS_BEFORE, ANSWERS_SINCE, beliefs, stated
from unrut.core.reflect.thresholds import THRESHOLDS, USUAL_FALSE_ALARMS, Threshold
from unrut.core.reflect.ups_and_downs import Array, Mask, Population
from unrut.core.reflect.weeks import ALERTS, ANSWERS_FOR_DROP, Answer, Rules, State

YEARS, LONG_YEARS, LATER_YEAR = 3, 5, 2
SELECTION_SEED, REPORT_SEED = 1_000, 9_000
FIRST_DAY = date(2020, 1, 6)
LINE = 25 / 6  # 3.5 on the scale from 1 to 7
COURSES = {
    "drop of 1.4 SD": lasting_drop(LARGE_DROP),
    "drop of 1.3 SD": lasting_drop(STRICT_DROP),
    "drop of 0.95 SD": lasting_drop(SMALL_DROP),
}
OTHER_COURSES = {
    "three-week dip of 1.4 SD": short_dip(LARGE_DROP),
    "fall to 1.4 SD over 13 weeks": slow_fall(LARGE_DROP),
    "swing of 0.5 SD with the seasons": SEASON,
}

Said = Callable[[Array, Population], Weeks]


@dataclass(frozen=True, slots=True)
class Size:
    """How many people a cell holds; whole policies are slower and are read for fewer."""

    people: int
    read: int


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A table in Markdown with an empty line behind it."""
    lines = [head, ["---"] * len(head), *rows]
    return [*(f"| {' | '.join(map(str, line))} |" for line in lines), ""]


def tune(size: Size) -> list[str]:
    """Thresholds and told odds from the selection seeds; what to write into thresholds.py."""
    scores = people(REFERENCE, count=5 * size.people, weeks=LONG_YEARS * YEAR, seed=SELECTION_SEED)
    chance = drop_chance(scores, REFERENCE.population)
    rows = []
    for choice in THRESHOLDS:
        found = Threshold(0.5, 0.5, 0.5)
        # The years overlap a little, since people answer at different rates: the second round settles them.
        for name, year in (("first", 0), ("second", 1), ("later", 2)) * 2:
            found = _tuned(scores, chance, found, name=name, year=year, wanted=choice / 100)
        rows.append((choice, f"{found.first:.3f}", f"{found.second:.3f}", f"{found.later:.3f}"))
    return [*table(("False alarms a year, %", "first", "second", "later"), rows), *_told_odds(size)]


def _tuned(
    scores: Array, chance: Array, found: Threshold, *, name: str, year: int, wanted: float
) -> Threshold:
    """The threshold with one of its values set so that its years have the wanted share."""

    def share(level: float) -> float:
        alarms = first_alarms(says_drop(scores, chance, replace(found, **{name: level})))
        return (
            yearly(alarms, LONG_YEARS)[year].value if year < LATER_YEAR else later_years(alarms, LONG_YEARS)
        )

    return replace(found, **{name: threshold_for(share, wanted=wanted, low=0.0, high=1.0)})


def _told_odds(size: Size) -> list[str]:
    """Odds as they come true are the model's to a power, times a factor; the mean of both readings of true."""
    chance, can_be_seen, has_begun = changed_people(4 * size.people, SELECTION_SEED + 400)
    factor, power = logistic(chance, (can_be_seen + has_begun) / 2)
    return [f"Told odds: exp({factor:.2f}) times the model's to the power {power:.2f}.", ""]


def false_alarms(size: Size) -> list[str]:
    """Every world at every choice: nothing changes, so that each alarm is false."""
    rows = []
    for place, world in enumerate((REFERENCE, *STRESSES)):
        scores = people(world, count=size.people, weeks=YEARS * YEAR, seed=REPORT_SEED + place)
        changed = people(
            world,
            count=size.people,
            weeks=STEP_WEEK + YEAR,
            seed=REPORT_SEED + 100 + place,
            course=lasting_drop(LARGE_DROP),
        )
        said = unrut(USUAL_FALSE_ALARMS)
        years = yearly(said(scores, world.population), YEARS)
        soon, later = found(said(changed, world.population))
        rows.append((world.name, *(share.told for share in years), soon, later))
    head = (
        "World, 10 % chosen",
        *(f"false, year {year}" for year in (1, 2, 3)),
        "1.4 SD found in 13 weeks",
        "in 26",
    )
    return table(head, rows)


def choices(size: Size) -> list[str]:
    """The three choices in the reference world, over five years."""
    scores = people(REFERENCE, count=5 * size.people, weeks=LONG_YEARS * YEAR, seed=REPORT_SEED + 200)
    chance = drop_chance(scores, REFERENCE.population)
    rows = []
    for choice, threshold in THRESHOLDS.items():
        alarms = first_alarms(says_drop(scores, chance, threshold))
        rows.append((f"{choice} %", *(share.told for share in yearly(alarms, LONG_YEARS))))
    return table(("Chosen", *(f"false, year {year + 1}" for year in range(LONG_YEARS))), rows)


def unrut(choice: int) -> Said:
    """Our rule at a choice of false alarms."""

    def said(scores: Array, population: Population) -> Weeks:
        return first_alarms(says_drop(scores, drop_chance(scores, population), THRESHOLDS[choice]))

    return said


def beside(size: Size) -> list[str]:
    """Unrut and the rules beside it, all calibrated to the same false alarms in the first year."""
    ways = {f"Unrut, {choice} %": unrut(choice) for choice in THRESHOLDS}
    ways |= {name: calibrated_to(rule, 8 * size.people) for name, rule in RIVALS.items()}
    still = people(REFERENCE, count=2 * size.people, weeks=YEARS * YEAR, seed=REPORT_SEED + 300)
    moved = [
        people(
            REFERENCE, count=2 * size.people, weeks=len(course), seed=REPORT_SEED + 301 + place, course=course
        )
        for place, course in enumerate(COURSES.values())
    ]
    rows = []
    for name, said in ways.items():
        years = yearly(said(still, REFERENCE.population), YEARS)
        alarms = [said(scores, REFERENCE.population) for scores in moved]
        rows.append((name, *years, *(pair(found(first)) for first in alarms), delay(alarms[0])))
    head = (
        "Rule",
        "false, year 1",
        "2",
        "3",
        *(f"{name}, 13 / 26 weeks" for name in COURSES),
        "delay at 1.4 SD",
    )
    return table(head, rows)


def stressed(size: Size) -> list[str]:
    """The other rules where people are not as assumed: the year with the most false alarms, in every stress world."""
    ways = {name: calibrated_to(rule, 8 * size.people) for name, rule in RIVALS.items()}
    rows = []
    for place, world in enumerate(STRESSES, start=1):
        still = people(world, count=size.people, weeks=YEARS * YEAR, seed=REPORT_SEED + place)
        worst = (max(yearly(said(still, world.population), YEARS), key=_value) for said in ways.values())
        rows.append((world.name, *worst))
    return table(("World", *ways), rows)


def _value(share: Share) -> float:
    return share.value


def pair(shares: tuple[Share, Share]) -> str:
    """Both shares."""
    return " / ".join(map(str, shares))


def calibrated_to(rule: Rule, people_asked: int) -> Said:
    """A rule with the threshold that gives it 10 % in the first year on the selection seeds."""
    scores = people(REFERENCE, count=people_asked, weeks=YEAR, seed=SELECTION_SEED + 1)
    figures = rule(scores, REFERENCE.population)

    def share(level: float) -> float:
        return yearly(first_alarms(figures >= level), 1)[0].value

    level = threshold_for(share, wanted=USUAL_FALSE_ALARMS / 100, low=0.0, high=30.0)

    def said(scores: Array, population: Population) -> Weeks:
        return first_alarms(rule(scores, population) >= level)

    return said


def calibrated(size: Size) -> list[str]:
    """Whether told chances come true, where changes are drawn as the model assumes."""
    chance, can_be_seen, has_begun = changed_people(4 * size.people, REPORT_SEED + 400)
    told = stated(chance)
    return [
        *_calibration_lines(
            "Told: a drop began by now, with 6 answers before it and 2 since", told, can_be_seen
        ),
        *_calibration_lines("Told: a drop began by now, however early", told, has_begun),
    ]


def changed_people(count: int, seed: int) -> tuple[Array, Array, Array]:
    """The model's chance at every answer it is told at, and whether a drop had begun: so that it can be seen, and at all."""
    weeks, population = YEARS * YEAR, REFERENCE.population
    course, begins = prior_changes(population, count=count, weeks=weeks, seed=seed)
    scores = people(REFERENCE, count=count, weeks=weeks, seed=seed + 1, course=course)
    asked = ~np.isnan(scores) & (answers(scores) >= ANSWERS_FOR_DROP)
    begun = np.nan_to_num(begins, nan=NEVER)[:, None] <= np.arange(weeks)
    chance = chances(scores, population, "chance")
    seen = _can_be_seen(scores, begins)
    return chance[asked], seen[asked].astype(np.float64), begun[asked].astype(np.float64)


def _calibration_lines(name: str, told: Array, true: Array) -> list[str]:
    found = calibration(told, true)
    rows = [
        (f"{said:.2f}", f"{so:.2f}", int(count))
        for count, said, so in zip(found.counts, found.stated, found.observed, strict=True)
    ]
    error, brier = found.error, float(((told - true) ** 2).mean())
    never = float(true.mean() * (1 - true.mean()))
    told_errors = (
        f"Expected calibration error {error:.3f}; Brier score {brier:.3f}, for always the mean {never:.3f}."
    )
    return [*table((name, "true", "weeks"), rows), told_errors, ""]


def _can_be_seen(scores: Array, begins: Array) -> Mask:
    """Where a drop has begun with the answers before and since that the model asks for."""
    week = np.arange(scores.shape[1])
    counted = answers(scores)
    begun = np.nan_to_num(begins, nan=NEVER)[:, None]
    place = np.clip(begun.astype(np.int64) - 1, 0, scores.shape[1] - 1)
    before = np.take_along_axis(counted, place, axis=1)
    seen: Mask = (begun <= week) & (before >= ANSWERS_BEFORE) & (counted - before >= ANSWERS_SINCE)
    return seen


def courses(size: Size) -> list[str]:
    """What is not a step: a dip of three weeks, a fall over thirteen, a swing with the seasons."""
    rows = []
    for place, (name, course) in enumerate(OTHER_COURSES.items()):
        scores = people(
            REFERENCE, count=size.people, weeks=len(course), seed=REPORT_SEED + 700 + place, course=course
        )
        chance = drop_chance(scores, REFERENCE.population)
        for choice, threshold in THRESHOLDS.items():
            soon, later = found(first_alarms(says_drop(scores, chance, threshold)))
            rows.append((name, f"{choice} %", soon.told, later.told))
    return table(("Begins in week 26", "Chosen", "said within 13 weeks", "within 26"), rows)


def policy(size: Size) -> list[str]:
    """The whole policy as a person meets it; its first drop must be the one counted above."""
    scores = people(REFERENCE, count=size.read, weeks=YEARS * YEAR, seed=REPORT_SEED + 500)
    quick = unrut(USUAL_FALSE_ALARMS)(scores, REFERENCE.population)
    slow = [_first_said(row, State.DROP, Rules(low_line=-10.0)) for row in scores]
    firsts: dict[str, Weeks] = {
        state: np.array([_first_said(row, state, Rules()) for row in scores]) for state in ALERTS
    }
    firsts |= {"either": np.minimum(*firsts.values())}
    rows = [(name, *(share.told for share in yearly(first, YEARS))) for name, first in firsts.items()]
    same = int((quick == slow).sum())
    told = f"First drop of the policy is that of the quick rule for {same} of {len(scores)} people."
    return [*table(("First said", "year 1", "year 2", "year 3"), rows), told, ""]


def _first_said(row: Array, state: State, rules: Rules) -> int:
    weeks = read_signal(_answers(row), rules)
    return next((at for at, week in enumerate(weeks) if week.is_alert and week.state is state), NEVER)


def _answers(row: Array) -> list[Answer]:
    return [
        Answer(FIRST_DAY + timedelta(weeks=week), None if np.isnan(score) else float(score))
        for week, score in enumerate(row)
    ]


def low(size: Size) -> list[str]:
    """The rule of the persistent low, by how far people truly are from the line (30 % missing)."""
    world = World("30 % missing", missing=0.3)
    scores = people(world, count=3 * size.read, weeks=YEAR, seed=REPORT_SEED + 600)
    first = np.array([_first_said(row, State.LOW, Rules(low_line=LINE)) for row in scores])
    # The same people, asked for twenty years: where they truly are.
    long = people(world, count=len(scores), weeks=20 * YEAR, seed=REPORT_SEED + 600)
    below = LINE - np.nanmean(long, axis=1)
    rows = []
    for name, least, most in (
        ("0.8 or more below", 0.8, 99.0),
        ("0 to 0.8 below", 0.0, 0.8),
        ("0 to 0.8 above", -0.8, 0.0),
        ("further above", -99.0, -0.8),
    ):
        here = first[(below >= least) & (below < most)]
        shares = (Share(int((here < weeks).sum()), len(here)) for weeks in (13, 26, YEAR))
        rows.append((name, len(here), *shares))
    return table(("Points from the line (of 10)", "People", "said in 13 weeks", "in 26", "in 52"), rows)


def speed() -> list[str]:
    """Five hundred weeks of one person, without a gap."""
    names = {
        "the model (`beliefs`)": _times(partial(beliefs, _full())),
        "all of it (`read_signal`)": times_of_all(),
    }
    rows = [(name, *(f"{taken:.1f} ms" for taken in times)) for name, times in names.items()]
    return table(("500 weeks", "fastest", "median of 21"), rows)


def times_of_all() -> tuple[float, float]:
    """Milliseconds for the whole signal of 500 weeks: the fastest and the middle of 21."""
    return _times(partial(read_signal, _answers(_full()[0])))


def _full() -> Array:
    return people(World("full", missing=0.0), count=1, weeks=500, seed=REPORT_SEED)


def _times(call: Callable[[], object]) -> tuple[float, float]:
    taken = []
    for _ in range(21):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return 1000 * min(taken), 1000 * float(np.median(taken))
