"""What it costs to rank 30,000 contacts for one open question, and to see what they cover of forty.

python bench/people.py
"""

import random
from datetime import date, timedelta

import numpy as np
from common import Row, Sample, in_turns, show, timed, timed_row

from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.neighbours import Neighbourhood
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.columns import Columns, Known
from unrut.core.explore.people.coverage import coverage
from unrut.core.explore.people.who import OpenQuestion, QuestionKind, Who

CONTACTS = 30_000
QUESTIONS = 40
COMPANIES = 6_000
RUNS = 25
SEED = 40
TODAY = date(2031, 5, 1)
HOME = "13-1161.00"

ATLAS = shipped_atlas()
NEAR = Neighbourhood(ATLAS)


def measure() -> list[Row]:
    """Warm, as in a running server: the columns of the contacts are made once and kept."""
    people, questions = some_people(), some_questions()
    columns = Columns(people)
    likeness = Likeness(people)
    who = who_of(columns, likeness)
    bare = np.random.default_rng(SEED).random((3, CONTACTS))
    table = np.random.default_rng(SEED).random((QUESTIONS, CONTACTS))
    taken = in_turns(
        {
            "columns": timed(lambda: Columns(people)),
            "first": timed(lambda: who_of(columns, likeness).answerers(questions[0])),
            "next": timed(lambda: who.answerers(questions[0])),
            "coverage": timed(lambda: coverage(who, questions)),
            "pass": timed(lambda: np.argsort(-bare.prod(axis=0), kind="stable")),
            "passes": timed(lambda: [np.argmax(table.sum(axis=0)) for _ in range(12)]),
        },
        runs=RUNS,
    )
    return _rows(taken)


class Likeness:
    """How alike the work of each contact is to an occupation, as the atlas has it."""

    def __init__(self, people: list[Known]) -> None:
        # The last place stands for those whose occupation is unknown.
        rows = [ATLAS.rows.get(one.occupation, len(ATLAS)) for one in people]
        self._rows = np.array(rows, dtype=np.int64)

    def __call__(self, code: str) -> Floats:
        alike: Floats = np.append(NEAR.nearness(ATLAS.rows[code]), np.float32(0)).astype(np.float32)
        return alike[self._rows]


def who_of(columns: Columns, likeness: Likeness) -> Who:
    """Somebody in market research, who has written to some."""
    return Who(columns, today=TODAY, likeness=likeness, home_company="company 7", home_occupation=HOME)


def some_people() -> list[Known]:
    """As many contacts as the site of the largest lets one have, two in three with work that is known."""
    chance = random.Random(SEED)
    return [_somebody(key, chance) for key in range(CONTACTS)]


def _somebody(key: int, chance: random.Random) -> Known:
    asked = 2 * (chance.random() < 0.002)
    return Known(
        key=key,
        circle=chance.choices(list(Circle), [1, 3, 6, 20, 1, 69])[0],
        company_key=f"company {chance.randrange(COMPANIES)}",
        past_companies=tuple(f"company {chance.randrange(COMPANIES)}" for _ in range(chance.randrange(2))),
        occupation=chance.choice(ATLAS.codes) if chance.random() < 2 / 3 else "",
        last_on=_some_day(chance) if chance.random() < 0.1 else None,
        met_on=_some_day(chance),
        warmth=chance.randrange(11) if chance.random() < 0.05 else None,
        asked=asked,
        replied=chance.randrange(asked + 1),
    )


def _some_day(chance: random.Random) -> date:
    return TODAY - timedelta(days=chance.randrange(3650))


def some_questions() -> list[OpenQuestion]:
    """About openings, ways, gaps and fields, each with work and every other one with a company."""
    chance = random.Random(SEED)
    return [_some_question(place, chance) for place in range(QUESTIONS)]


def _some_question(place: int, chance: random.Random) -> OpenQuestion:
    company = f"company {chance.randrange(COMPANIES)}" if place % 2 == 0 else ""
    kind = list(QuestionKind)[place % len(QuestionKind)]
    gain = chance.uniform(0, 10)
    return OpenQuestion(f"question {place}", kind, "", "", company, chance.choice(ATLAS.codes), gain, "")


def _rows(taken: dict[str, Sample]) -> list[Row]:
    sort = "numpy multiplies three columns and sorts"
    many = f"{CONTACTS:,} contacts"
    return [
        timed_row(
            f"rank {many} for the first question of a day", taken["first"], sort, taken["pass"], most_ms=200
        ),
        timed_row(f"rank {many} for a further question", taken["next"], sort, taken["pass"]),
        timed_row(f"{many} made into columns", taken["columns"], sort, taken["pass"]),
        timed_row(
            f"which of {many} cover {QUESTIONS} questions",
            taken["coverage"],
            "numpy adds up that table twelve times",
            taken["passes"],
            most_ms=300,
        ),
    ]


if __name__ == "__main__":
    show(measure)
