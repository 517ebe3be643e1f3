"""An accomplishment as a story: situation, task, action and result, told little by little."""

from collections.abc import Mapping
from enum import StrEnum


class Part(StrEnum):
    """A part of the story, in the order in which it is told."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


class Missing(StrEnum):
    """What else makes an accomplishment worth more in a review: numbers, how they are known, and who saw it."""

    FIGURES = "figures"
    KNOWN_FROM = "known_from"
    SEEN_BY = "seen_by"


Question = Part | Missing

# What a reader of the story misses most comes first: what you did, then what came of it and how that is known.
_ORDER: tuple[Question, ...] = (
    Part.ACTION,
    Part.RESULT,
    Missing.FIGURES,
    Missing.KNOWN_FROM,
    Part.SITUATION,
    Part.TASK,
    Missing.SEEN_BY,
)


def next_question(told: Mapping[str, str]) -> Question | None:
    """The one question to ask next, from what was told by the names of parts and details; None when all is told.

    How numbers are known is only asked where there are any.
    """
    for question in _ORDER:
        if told.get(question) or (question is Missing.KNOWN_FROM and not told.get(Missing.FIGURES)):
            continue
        return question
    return None


def questions_left(told: Mapping[str, str]) -> int:
    """How many of the seven questions are still open."""
    return sum(not told.get(question) for question in _ORDER)
