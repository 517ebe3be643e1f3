"""An open question, and somebody who could answer it."""

from dataclasses import dataclass
from enum import StrEnum

from unrut.core.explore.people.circles import Relation


class QuestionKind(StrEnum):
    """What the question is about."""

    OPENING = "opening"  # an unknown fact of an opening
    WAY = "way"  # an unknown figure of a way out
    GAP = "gap"  # how to get a skill that is missing
    FIELD = "field"  # what a field is like


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What a person does not know yet, and whom it concerns.

    `subject` and `ask` are for the reader. `company_key`, `occupation` (a code of O*NET) and `facet` are "" where the question has
    none. `gain` is how many points one may expect from the answer. `near_companies` are keys of companies known to be of
    the same field, say because they advertise that work.
    """

    key: str
    kind: QuestionKind
    subject: str
    ask: str
    company_key: str
    occupation: str
    gain: float
    facet: str
    near_companies: frozenset[str] = frozenset()


FIELD_ASK = "What does an ordinary Tuesday in this work look like, from morning to evening?"
"""The question about a kind of work: a day one can picture tells more than an opinion."""


def gap_ask(skill: str) -> str:
    """The question about something that is missing for a kind of work."""
    return f"How did you learn “{skill}”, and how much of it does one need to begin?"


def criterion_ask(name: str) -> str:
    """The question about a criterion of the person's own."""
    return f"How is it there with this: {name}?"


@dataclass(frozen=True, slots=True)
class Answerer:
    """Somebody who could answer, by key; every number from 0 to 1.

    `reply` is the chance that they answer, `novelty` how much of it one would not hear anyway, `relevance` how likely they know
    it. `score` is the product of the three.
    """

    person: int
    score: float
    reply: float
    novelty: float
    relevance: float
    relation: Relation
