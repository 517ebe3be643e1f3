"""Real mood diaries read as weekly scores, where they are at hand: the mean of a week, moved to the line from 0 to 10."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

import numpy as np
from figures import found, yearly
from parts import pair, table
from rules import Weeks, drop_chance, first_alarms, says_drop
from worlds import LARGE_DROP, SMALL_DROP, YEAR, lasting_drop

from unrut.core.reflect.alerts import read_signal
from unrut.core.reflect.thresholds import THRESHOLDS, USUAL_FALSE_ALARMS
from unrut.core.reflect.ups_and_downs import Array, Population
from unrut.core.reflect.weeks import HIGHEST_SCORE, Answer, Rules, Week, monday_of

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "mood"
SHUFFLES, SEED = 300, 9_950
LEAST_ENTRIES = 2  # a week with a single entry says little of the week
MOODS: Mapping[str, float] = {
    "awful": 0.0,
    "depressed": 0.0,
    "bad": 2.5,
    "sad": 2.5,
    "anxious": 2.5,
    "meh": 5.0,
    "okay": 5.0,
    "good": 7.5,
    "content": 7.5,
    "rad": 10.0,
    "happy": 10.0,
}


def diaries() -> Iterator[str]:
    """What the signal says of each diary; the weeks in which its word changes."""
    if not FOLDER.is_dir():
        yield "No diaries at hand."
        return
    for file in sorted(FOLDER.glob("*.csv")):
        answers, unknown = _weeks(file)
        weeks = read_signal(answers, Rules())
        scores = [week.score for week in weeks if week.score is not None]
        yield f"{file.stem}: {len(weeks)} weeks, mean {sum(scores) / len(scores):.1f}, unread moods: {unknown}"
        yield from (f"- {line}" for line in _told(weeks))


def spliced() -> Iterator[str]:
    """Days in random order hold no change; then a known drop is spliced in. False alarms, and what is found."""
    rows = []
    for file in sorted(FOLDER.glob("*.csv")) if FOLDER.is_dir() else ():
        still = _shuffled(file)
        alarms = _first(still)
        years = still.shape[1] // YEAR
        row = [file.stem, f"{still.shape[1]} weeks", ", ".join(share.told for share in yearly(alarms, years))]
        for size in (LARGE_DROP, SMALL_DROP):
            course = lasting_drop(size, weeks=still.shape[1]) * np.nanstd(still, axis=1)[:, None]
            row.append(pair(found(_first(np.clip(still + course, 0.0, HIGHEST_SCORE)))))
        rows.append(row)
    head = ("Diary, days shuffled", "length", "false, each year", "1.4 SD found, 13 / 26 weeks", "0.95 SD")
    yield from table(head, rows)


def _first(scores: Array) -> Weeks:
    chance = drop_chance(scores, Population())
    return first_alarms(says_drop(scores, chance, THRESHOLDS[USUAL_FALSE_ALARMS]))


def _shuffled(file: Path) -> Array:
    """Weekly scores (shuffles, weeks) of the same days in random orders; weeks keep their number of days."""
    entries, _ = _entries(file)
    by_day = {day: sum(scores) / len(scores) for day, scores in entries.items()}
    days = sorted(by_day)
    place = np.array([(day - monday_of(days[0])).days // 7 for day in days])
    random, values = np.random.default_rng(SEED), np.array([by_day[day] for day in days])
    counts = np.bincount(place).astype(np.float64)
    orders = (random.permutation(values) for _ in range(SHUFFLES))
    sums = np.stack([np.bincount(place, order, minlength=len(counts)) for order in orders])
    return np.where(counts >= LEAST_ENTRIES, sums / np.maximum(counts, 1), np.nan)


def _told(weeks: tuple[Week, ...]) -> Iterator[str]:
    for state, run in groupby(weeks, key=lambda week: week.state):
        held = list(run)
        last = held[-1]
        start = f", began {last.shift.first} to {last.shift.last}" if last.shift else ""
        chance = f"P(drop) {last.drop:.2f}, P(low) {last.low:.2f}, level {last.level or 0:.1f}"
        yield f"{held[0].week} {state} for {len(held)} weeks ({chance}{start})"


def _weeks(file: Path) -> tuple[list[Answer], list[str]]:
    """One answer a week with enough entries, and the moods nobody knows."""
    entries, unknown = _entries(file)
    weeks: dict[date, list[float]] = defaultdict(list)
    for day, scores in entries.items():
        weeks[monday_of(day)] += scores
    answers = [
        Answer(week, sum(scores) / len(scores))
        for week, scores in weeks.items()
        if len(scores) >= LEAST_ENTRIES
    ]
    return answers, unknown


def _entries(file: Path) -> tuple[dict[date, list[float]], list[str]]:
    """The scores of each day, and the moods nobody knows."""
    entries: dict[date, list[float]] = defaultdict(list)
    unknown = set()
    with file.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            score = _score(row)
            if score is None:
                unknown.add(row.get("mood") or "")
            else:
                entries[date.fromisoformat(row["date"])].append(score)
    return entries, sorted(unknown)


def _score(row: Mapping[str, str]) -> float | None:
    if "level_1_10" in row:
        return (float(row["level_1_10"]) - 1) / 9 * 10 if row["level_1_10"] else None
    return MOODS.get(row["mood"].strip().lower())
