"""Contacts and questions about them, made up for tests."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import strategies as st

from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.columns import Columns, Known
from unrut.core.explore.people.questions import OpenQuestion, QuestionKind
from unrut.core.explore.people.who import Who

TODAY = date(2031, 5, 1)
BAKER, COOK, TEACHER, FARMER, MANAGER = (
    "51-3011.00",
    "35-2014.00",
    "25-2021.00",
    "11-9013.00",
    "11-2021.00",
)
OCCUPATIONS = ("", BAKER, COOK, TEACHER, FARMER, MANAGER, "51-3092.00", "13-1071.00")
COMPANIES = ("", "old mill", "blue door", "fern and sons")

DATES = st.none() | st.dates()
PEOPLE = st.builds(
    Known,
    key=st.integers(1, 999),
    circle=st.sampled_from(Circle),
    company_key=st.sampled_from(COMPANIES),
    past_companies=st.lists(st.sampled_from(COMPANIES), max_size=2).map(tuple),
    occupation=st.sampled_from(OCCUPATIONS),
    last_on=DATES,
    met_on=DATES,
    warmth=st.none() | st.integers(),
    asked=st.integers(),
    replied=st.integers(),
)
CIRCLES = st.lists(PEOPLE, max_size=9, unique_by=lambda one: one.key)
QUESTIONS = st.builds(
    OpenQuestion,
    key=st.text(max_size=3),
    kind=st.sampled_from(QuestionKind),
    subject=st.just("The mill"),
    ask=st.just("How early do they start?"),
    company_key=st.sampled_from(COMPANIES),
    occupation=st.sampled_from(OCCUPATIONS),
    gain=st.floats(),
    facet=st.just(""),
    near_companies=st.frozensets(st.sampled_from(COMPANIES)),
)

_STRANGER = Known(1, Circle.OTHER, "", (), "", None, None, None, 0, 0)
_QUESTION = OpenQuestion("mill", QuestionKind.WAY, "The mill", "How early do they start?", "", "", 1.0, "")


def known(key: int = 1, **told: object) -> Known:
    """A contact of whom nothing is known but what is told."""
    return replace(_STRANGER, key=key, **told)  # type: ignore[arg-type]


def question(**told: object) -> OpenQuestion:
    """A question about nothing but what is told."""
    return replace(_QUESTION, **told)  # type: ignore[arg-type]


def likeness_of(people: Sequence[Known], alike: Callable[[str, str], float]) -> Callable[[str], Floats]:
    """How alike the work of each is to another, by a rule for two codes."""
    return lambda code: np.array([alike(one.occupation, code) for one in people], dtype=np.float32)


def by_digits(one: str, other: str) -> float:
    """The share of the first four signs with which both codes begin."""
    return sum(one[:size] == other[:size] for size in range(1, 5)) / 4


def who_of(people: Sequence[Known], alike: Callable[[str, str], float] = by_digits, **about: object) -> Who:
    """Who could answer among these, as of one day."""
    return Who(
        Columns(people),
        **{"today": TODAY, "likeness": likeness_of(people, alike), **about},  # type: ignore[arg-type]
    )
